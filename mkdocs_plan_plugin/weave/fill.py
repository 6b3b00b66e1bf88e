"""HTML → views: what comes out in the places of a page's slots."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.preview import FOLDER
from mkdocs_plan_plugin.views.choice import Choice
from mkdocs_plan_plugin.views.context import Context
from mkdocs_plan_plugin.views.dependencies import neighbourhood
from mkdocs_plan_plugin.views.marks import sprite
from mkdocs_plan_plugin.views.placements import ANCHOR
from mkdocs_plan_plugin.views.registry import VIEWS
from mkdocs_plan_plugin.views.tasks import anchor, checkbox
from mkdocs_plan_plugin.views.ticking import can_change, link
from mkdocs_plan_plugin.views.wrong import wrong
from mkdocs_plan_plugin.weave import log
from mkdocs_plan_plugin.weave.page import relative
from mkdocs_plan_plugin.weave.page_cache import Filled
from mkdocs_plan_plugin.weave.splice import HtmlEdit, TokenPlace, apply, scan

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from mkdocs_plan_plugin.model import Phase, Plan, Task
    from mkdocs_plan_plugin.views.context import Spot
    from mkdocs_plan_plugin.views.directives import Directive
    from mkdocs_plan_plugin.views.placements import Placement
    from mkdocs_plan_plugin.weave.insert import Inserted
    from mkdocs_plan_plugin.weave.page_cache import PageCache
    from mkdocs_plan_plugin.weave.site import Site
    from mkdocs_plan_plugin.weave.slots import Slot

_EVERYTHING = Choice()
"""What a view shows that no directive asked for."""


class Filling:
    """The views of one page. Nothing raises: where this code fails, the page is shown as without it."""

    def __init__(self, site: Site, inserted: Inserted) -> None:
        self._site = site
        self._inserted = inserted
        self._page = inserted.page
        self._path = inserted.page.path
        self._plan = inserted.plan
        self._tokens = inserted.tokens
        self._slots = inserted.slots
        self._answers = inserted.answers
        self._targets: dict[str, str] = {}
        self._ids: set[str] = set()
        self._views = 0
        self.shows = False
        """True if the page has something of the plugin."""
        self.sound = True
        """False once something had to be left out or moved, which is said in each build."""

    def into(self, html: str, ids: set[str], cache: PageCache | None = None) -> str:
        """Return the rendered page with views in the places of its slots, as `cache` knows them if it does.

        `ids` are those that the page has already; the anchors put in are added to it.
        """
        if self._slots or self._inserted.top:
            try:
                return self._with_views(html, ids, cache)
            except Exception as error:  # noqa: BLE001 - whatever it is, the page must come out
                log.bug(self._path, error)
                self.shows, self.sound = False, False
        return self.without_views(html)

    def _with_views(self, html: str, ids: set[str], cache: PageCache | None) -> str:
        place, key, filled = self._page.address, b"", None
        with log.Guarded("what an earlier build kept", self._path):
            if cache and (made_of := self._made_of(html)):
                key = cache.key(made_of)
                filled = cache.recall(place, key)
        html = self._tidied(html)
        if filled:
            ids.update(filled.anchors)
        else:
            filled = self._filled(html, ids)
            with log.Guarded("what the next build may keep", self._path):
                if cache and key and self.sound:
                    cache.keep(place, key, filled)
        self.shows = any(edit.html for edit in filled.edits)
        shown = self._swept(apply(html, filled.edits))
        return f"{shown}{filled.end}{self._preview() if filled.changes else ''}"

    def without_views(self, html: str) -> str:
        """Return the rendered page as its author wrote it."""
        with log.Guarded("tidy lists", self._path):
            html = self._tidied(html)
        return self._swept(html)

    def _made_of(self, html: str) -> list[str] | None:
        """Return all that this page is made of, but for what is the same on all pages of a site.

        None for a page with directives, which may show any plan.
        """
        plan, site = self._plan, self._site
        if plan is None or self._answers:
            return None
        given = msgspec.structs.asdict(self._context)
        for shared in ("portfolio", "href", "beside", "references", "language", "past", "changed"):
            del given[shared]  # told below, or the renderer's
        parts = [
            self._tokens.word,
            html,
            repr(given),
            repr(site.settings.references),
            repr(plan.findings),
            str(plan.commits_since_edit),
            str(site.preview is not None),
            *self._facts_of(plan),
        ]
        for entry in neighbourhood(site.portfolio, plan)[0]:
            for role, relations in entry.roles.items():
                for relation in relations:
                    parts += (role, relation.text)
                    parts += self._facts_of(relation.plan) if relation.plan else ("no plan",)
        return parts

    def _facts_of(self, plan: Plan) -> tuple[str, ...]:
        """Return what a page may tell of a plan: all that it says, how it stands, where it is."""
        site = self._site
        return site.content_of(plan), site.portfolio.entry(plan).standing, self._href(plan, "")

    def _filled(self, html: str, ids: set[str]) -> Filled:
        """Return what the page is given; its anchors are added to `ids`."""
        before = frozenset(ids)
        places, title_end, _ = scan(html, self._tokens)
        self._ids = ids
        self._targets = self._anchors(places, ids)
        edits: list[HtmlEdit] = []
        if top := self._rendered(self._inserted.top):
            edits.append(HtmlEdit(0, 0, f"{top}\n"))
        for number, slot in enumerate(self._slots):
            if place := places.get(number):
                edits += self._edits(slot, place)
        if rescued := self._rescued(html, places):
            edits.append(HtmlEdit(title_end, title_end, f"\n{rescued}"))
        views = "".join([edit.html for edit in edits])
        return Filled(edits, self._wrap(sprite(views)), sorted(ids - before), can_change(views))

    def _anchors(self, places: dict[int, TokenPlace], ids: set[str]) -> dict[str, str]:
        """Return by anchor where links inside the page go: to the heading's own id, if it has one.

        An anchor that the page has already, from a heading that happens to be called so, is not put
        in again.
        """
        targets: dict[str, str] = {}
        for number, slot in enumerate(self._slots):
            if not (place := places.get(number)):
                continue
            names = [placement.anchor for placement in slot.placements if placement.kind == ANCHOR]
            if slot.task is not None and _is_ours(slot, place):
                names.append(slot.task.anchor)
            for name in filter(None, names):
                if name not in ids:
                    targets[name] = place.heading_id or name
                    ids.add(name)
        return targets

    def _edits(self, slot: Slot, place: TokenPlace) -> Iterable[HtmlEdit]:
        """Yield what the slot changes in the page."""
        if slot.task is not None:
            if _is_ours(slot, place):
                yield HtmlEdit(place.start, place.end, self._box(slot.task, boxed=slot.boxed))
            return
        if slot.directive is not None:
            view = self._wrap(self._answer(slot.directive))
            behind = place.after != place.end and view
            yield HtmlEdit(place.start, place.end, "" if behind else view)
            if behind:
                yield HtmlEdit(place.after, place.after, f"\n{view}")
            return
        for where, at in (("before", place.before), ("after", place.after)):
            if block := self._rendered(
                [placement for placement in slot.placements if placement.where == where]
            ):
                yield HtmlEdit(at, at, f"{block}\n" if where == "before" else f"\n{block}")
        yield HtmlEdit(
            place.start, place.end, self._rendered([m for m in slot.placements if m.where == "inline"])
        )

    def _box(self, task: Task, *, boxed: bool) -> str:
        """Return the checkbox of a task, or the anchor of one that has none."""
        place = self._changed(self._plan, task) if self._plan and boxed else None
        if task.anchor not in self._targets:
            task = msgspec.structs.replace(task, anchor="")
        if boxed:
            over = self._plan is not None and self._site.portfolio.entry(self._plan).abandoned
            return self._wrap(checkbox(task, self._site.renderer.language, place, over=over))
        return self._wrap(anchor(task.anchor)) if task.anchor else ""

    def _rendered(self, standing: Iterable[Placement]) -> str:
        """Return what is together in one place."""
        chunks = []
        for placement in standing:
            if placement.kind == ANCHOR:
                chunks.append(anchor(placement.anchor) if placement.anchor in self._targets else "")
            else:
                chunks.append(self._view(f"plan:{placement.kind}", placement.index))
        return self._wrap("".join(chunks))

    def _answer(self, directive: Directive) -> str:
        """Return the view that a directive asked for; `serve` says in the page what is wrong with it."""
        key = (directive.line, directive.ordinal)
        found = self._answers[key]
        language = self._site.renderer.language
        stated = [wrong(problem, language) for problem in found.problems] if self._site.serving else []
        if found.view is None:
            return "".join(stated)
        above = [self._answers[other] for other in sorted(self._answers) if other < key]
        same = [other for other in above if other.view is found.view]
        place = f"plans-{found.view.name}"
        if found.whole and not any(other.whole for other in same) and place not in self._ids:
            self._ids.add(place)
            stated.append(anchor(place))
        return "".join(stated) + self._view(
            found.view.key, choice=found.choice, other=found.other, serial=len(same)
        )

    def _view(
        self,
        key: str,
        index: int = 0,
        choice: Choice | None = None,
        other: Plan | None = None,
        serial: int = 0,
    ) -> str:
        """Return a view, or nothing where its template fails: a site may have its own."""
        site = self._site
        context = msgspec.structs.replace(
            self._context,
            plan=(other or self._plan) if key.startswith("plan:") else None,
            own=other is None or other.path == self._path,
            index=index,
            choice=choice or _EVERYTHING,
            serial=serial,
        )
        try:
            return site.renderer.render(key, context)
        except Exception as error:  # noqa: BLE001 - a template may raise anything
            log.bug(self._path, error, f"'{key}'")
            self.sound = False
            return ""

    @cached_property
    def _context(self) -> Context:
        """What all views of the page are given."""
        site = self._site
        here = {
            found.view.name: found.choice.limit
            for found in reversed(self._answers.values())
            if found.view is not None and found.whole
        }
        elsewhere = site.index is not None and site.index.path != self._path
        return Context(
            portfolio=site.portfolio,
            href=self._href,
            beside=self._beside,
            grid=site.grid,
            index_href=site.index.href_from(self._page) if site.index and elsewhere else "",
            today=site.today,
            stale_after=site.settings.stale_after,
            due_soon=site.settings.due_soon,
            here=here,
            pages=site.unfiltered(self._page),
            data_href=self._from_here(site.addresses.data),
            files={
                path.rpartition("/")[2]: self._from_here(path)
                for path in (site.addresses.data, site.addresses.table, site.addresses.calendar)
                if path
            },
            references=site.references,
            hints=site.hints,
            language=site.renderer.language,
            repo_url=site.repo_url,
            visits=site.settings.visits,
            past=site.past,
            changed=self._changed,
        )

    def _from_here(self, path: str) -> str:
        """Link from this page to a file of the site; empty where there is none."""
        return relative(path, self._page.address) if path else ""

    def _href(self, plan: Plan, name: str) -> str:
        """Link from this page to a plan or to an anchor in it; empty where there is none."""
        if plan.path == self._path and name:
            return f"#{self._targets[name]}" if name in self._targets else ""
        page = self._site.pages.get(plan.path)
        if page is None:
            return ""
        url = page.href_from(self._page)
        return f"{url}#{name}" if name and name in self._site.anchors_of(plan) else url

    def _beside(self, plan: Plan, name: str) -> str:
        """Link from this page to a file of a plan's folder; empty where there is none."""
        file = self._site.beside(plan, name)
        return file.href_from(self._page) if file else ""

    def _changed(self, plan: Plan, part: Task | Phase) -> Spot | None:
        """Return where a part of a plan can be changed from the page, None where it can't."""
        preview = self._site.preview
        return preview.place_of(plan.path, part) if preview else None

    def _preview(self) -> str:
        """Return what lets the page change its plans."""
        preview = self._site.preview
        if preview is None:
            return ""
        return self._wrapped(link(preview.token, self._from_here(FOLDER), self._site.renderer.language), 0)

    def _wrap(self, html: str) -> str:
        if not html:
            return ""
        self._views += 1
        return self._wrapped(html, self._views)

    def _wrapped(self, html: str, number: int) -> str:
        return self._tokens.wrap(number, self._site.renderer.marked(html))

    def _rescued(self, html: str, places: Container[int]) -> str:
        """Return what lost its place and is shown under the title; what is many times is dropped.

        Slots that came out where no view can be, as in code, are not lost.
        """
        lost = {number: slot for number, slot in enumerate(self._slots) if number not in places}
        if not lost:
            return ""
        self.sound = False
        come_out = {self._tokens.number(digits) for digits in self._tokens.pattern.findall(html)}
        gone = [slot for number, slot in lost.items() if number not in come_out]
        mounted = [placement for slot in gone for placement in slot.placements if placement.kind != ANCHOR]
        singles = [placement for placement in mounted if not VIEWS[f"plan:{placement.kind}"].repeats]
        boxes = sum(slot.task is not None for slot in gone)
        names = sorted({placement.kind for placement in mounted})
        if boxes:
            names.append(f"{boxes} checkbox{'es' if boxes > 1 else ''}")
        if names:
            log.at(
                self._path,
                0,
                f"another plugin or extension removed the places of {', '.join(names)};"
                f" {'what occurs once is shown under the title' if singles else 'they are not shown'}",
            )
        return self._rendered(singles)

    def _tidied(self, html: str) -> str:
        """Return the page without what the repair of its lists has put in."""
        return self._inserted.lists.tidy(html) if self._inserted.lists else html

    def _swept(self, html: str) -> str:
        """Return the page without the tokens that came out where no view can be, e.g. in code."""
        return self._tokens.sweep(html) if self._tokens.signs else html


def _is_ours(slot: Slot, place: TokenPlace) -> bool:
    """True if a task can be shown: the author's own box stays where the site makes no list item of it."""
    return not slot.boxed or (place.boxed and place.item >= 0)
