"""One page on its way from Markdown to HTML."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.preview.app import FOLDER
from mkdocs_plan_plugin.reading.page import read
from mkdocs_plan_plugin.source.list_gaps import SEPARATOR
from mkdocs_plan_plugin.views import directives
from mkdocs_plan_plugin.views.answers import Answer, answer
from mkdocs_plan_plugin.views.choice import Choice
from mkdocs_plan_plugin.views.context import Context
from mkdocs_plan_plugin.views.marks import sprite
from mkdocs_plan_plugin.views.mounts import ANCHOR, Mount, mounts
from mkdocs_plan_plugin.views.registry import VIEWS
from mkdocs_plan_plugin.views.tasks import anchor, checkbox
from mkdocs_plan_plugin.views.ticking import can_change, link
from mkdocs_plan_plugin.views.wrong import wrong
from mkdocs_plan_plugin.weave import report
from mkdocs_plan_plugin.weave.aside import Aside
from mkdocs_plan_plugin.weave.final import figures, same
from mkdocs_plan_plugin.weave.seal import Seal
from mkdocs_plan_plugin.weave.slots import Slot, thread
from mkdocs_plan_plugin.weave.splice import Edit, Place, add_class, apply, scan

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from mkdocs.structure.files import File

    from mkdocs_plan_plugin.model import Phase, Task
    from mkdocs_plan_plugin.rules import Pending
    from mkdocs_plan_plugin.views.context import Spot
    from mkdocs_plan_plugin.weave.build import Build

_ITEM_CLASS = "plan-task-item"


_EVERYTHING = Choice()
"""What a view shows that no directive asked for."""


class Source(NamedTuple):
    """What was read from a page's file: the plan if it is one, with its own check."""

    file: File
    recoded: str | None = None
    """Its text, where MkDocs can't decode it."""
    plan: Plan | None = None
    pending: Pending | None = None
    content: bytes = b""
    """A digest of what the plan was read from."""

    @property
    def text(self) -> str:
        """The text of the file, read again: to keep that of all plans would cost more than the plans do."""
        return self.recoded or self.file.content_string


class Weaving:
    """The slots of one page, and what comes out in their places.

    Nothing raises: where this code fails, the page is shown as it would be without it.
    """

    def __init__(self, build: Build, file: File, source: Source | None, markdown: str | None) -> None:
        """Begin a page; `markdown` is its file without front matter as MkDocs read it, if that is known."""
        self._build = build
        self._file = file
        self._markdown = markdown
        self._path = file.src_uri
        self._source = source
        self._plan: Plan | None = None
        self._seal = Seal("", "")
        self._slots: list[Slot] = []
        self._answers: dict[tuple[int, int], Answer] = {}
        self._top: list[Mount] = []
        self._targets: dict[str, str] = {}
        self._ids: set[str] = set()
        self._wrapped = 0
        self.gfm_lists = False
        self.sound = True
        """False once something had to be left out or moved, which is said in each build."""

    @property
    def aside(self) -> Aside:
        """A place for the views while others look at the page."""
        return Aside(self._seal)

    @property
    def seal(self) -> Seal | None:
        """What the tokens of the page are made of, None without any."""
        return self._seal if self._slots else None

    @property
    def waits(self) -> bool:
        """True if the page has slots to be filled."""
        return bool(self._slots or self._top)

    @property
    def shows(self) -> bool:
        """True if the page has something of ours."""
        return self._wrapped > 0

    # From Markdown ...

    def thread(self, text: str, lines: list[str]) -> list[str]:
        """Return the lines of the page's final text with slots in them, those of lists repaired in a plan."""
        try:
            return self._thread(text, lines)
        except Exception as error:  # noqa: BLE001 - whatever it is, the page must come out
            report.bug(self._path, error)
            self._slots, self._top, self._plan = [], [], None
            self.gfm_lists = False
            return lines

    def _thread(self, text: str, lines: list[str]) -> list[str]:
        self._seal = Seal.of(self._path, text)
        if not self._seal.signs:
            report.at(self._path, 0, "shown as it is: it has all the characters that mark places of views")
            return lines
        body, offset = "", 0
        if self._source is not None:
            whole = self._source.text
            body = self._body(whole)
            offset = whole.count("\n") - body.count("\n")
            self._plan = self._read(self._source, whole, body, text)
        slots = [
            Slot(directive.line, directive=directive)
            for directive in directives.find(text)
            if self._answered(directive, offset)
        ]
        threaded = lines
        if self._plan is not None:
            if self._build.lists and SEPARATOR not in text:
                threaded = self._repaired(body, text, lines, offset)
                self.gfm_lists = True
            moved = {found.view.key for found in self._answers.values() if found.view and found.moves}
            slots += self._plan_slots(self._plan, offset, moved)
        if threaded is lines:
            threaded = lines.copy()
        self._slots = thread(threaded, slots, self._seal)
        return "\n".join(threaded).split("\n")

    def _repaired(self, body: str, text: str, lines: list[str], offset: int) -> list[str]:
        """Return the page's lines with its lists repaired: as they were for the check, if it is that text."""
        source = self._source
        if source is None or source.pending is None or body.rstrip() != text.rstrip():
            return self._build.lists.repair(text) if self._build.lists else lines
        repaired = lines.copy()
        for index, line in source.pending.repairs.items():
            repaired[index - offset] = line
        return repaired

    def _body(self, text: str) -> str:
        """Return a file's text without front matter, as MkDocs parts them."""
        if self._markdown and text.endswith(self._markdown):
            return self._markdown  # front matter costs as much to read as a third of a plan
        return get_data(text)[0]

    def _read(self, source: Source, whole: str, body: str, text: str) -> Plan | None:
        """Return the plan that the final Markdown tells; `body` is the `whole` file without front matter."""
        if source.plan is None or same(body, text):
            return source.plan
        front = whole[: len(whole) - len(body)]
        around = self._build.around(self._file)
        shown = read(front + text, self._path, self._build.settings, **around._asdict()).found
        if not isinstance(shown, Plan):
            report.at(
                self._path, 0, "what macros or snippets make of this page is no plan; it shows no views"
            )
            return None
        if figures(shown) != figures(source.plan):
            source.plan.rendered_differs = True
            report.at(
                self._path,
                0,
                "macros or snippets change this plan; its page shows the figures of what it finally says,"
                " all other views those of the file",
            )
        return shown

    def _answered(self, directive: directives.Directive, offset: int) -> bool:
        """Answer a directive and report what is wrong with it; False if nothing stands in its place."""
        build = self._build
        found = answer(directive, self._plan, self._path, build.portfolio, build.stated_fields, build.today)
        if not build.checks.tells(self._path, directive.line + offset):
            for problem in found.problems:
                report.wrong(f"{self._path}:{directive.line + offset}: {problem}")
        if found.view is None and not build.serving:
            return False
        self._answers[directive.line, directive.ordinal] = found
        return True

    def _plan_slots(self, plan: Plan, offset: int, moved: set[str]) -> Iterable[Slot]:
        """Yield the slots of a plan; pieces that a directive has moved are not among them."""
        by_line: dict[int, list[Mount]] = {}
        for mount in mounts(plan, self._build.settings.show, every_bar=self._build.preview is not None):
            if f"plan:{mount.kind}" in moved or (mount.kind == "findings" and not self._build.notes):
                continue
            if mount.line > offset:
                by_line.setdefault(mount.line - offset, []).append(mount)
            elif mount.kind != ANCHOR:
                self._top.append(mount)
        for line, standing in by_line.items():
            yield Slot(line, mounts=tuple(standing))
        for task in plan.task_list:
            if task.anchor:
                yield Slot(task.line - offset, task=task)

    # ... to HTML

    def splice(self, html: str, ids: set[str]) -> str:
        """Return the rendered page with views in the places of its slots.

        `ids` are those that the page has already; the anchors put in are added to it.
        """
        if self.waits:
            try:
                return self._splice(html, ids)
            except Exception as error:  # noqa: BLE001 - whatever it is, the page must come out
                report.bug(self._path, error)
                self._wrapped, self.sound = 0, False
        return self.without_views(html)

    def without_views(self, html: str) -> str:
        """Return the rendered page as its author wrote it."""
        with report.guarded("tidy lists", self._path):
            html = self._tidied(html)
        return self._swept(html)

    def made_of(self, html: str) -> list[str] | None:
        """Return all that `splice` makes this page of, but for what is the same on all pages of a build.

        None for a page with directives, which may show any plan.
        """
        plan = self._plan
        if plan is None or self._answers:
            return None
        try:
            return self._made_of(html, plan)
        except Exception:  # noqa: BLE001 - `splice` comes to it, too, and says so
            return None

    def _made_of(self, html: str, plan: Plan) -> list[str]:
        build = self._build
        given = msgspec.structs.asdict(self._context)
        for shared in ("portfolio", "href", "beside", "references", "language", "past", "changed"):
            del given[shared]  # told below, or the renderer's
        parts = [
            self._seal.word,
            html,
            repr(given),
            repr(build.settings.references),
            repr(plan.findings),
            str(plan.commits_since_edit),
            build.preview.token if build.preview else "",
            *self._told_of(plan),
        ]
        for role, relations in build.portfolio.entry(plan).roles.items():
            for relation in relations:
                parts += (role, relation.text)
                parts += self._told_of(relation.plan) if relation.plan else ("no plan",)
        return parts

    def _told_of(self, plan: Plan) -> tuple[str, ...]:
        """Return what a page may tell of a plan: all that it says, how it stands, where it is."""
        build = self._build
        return build.content_of(plan), build.portfolio.entry(plan).standing, self._href(plan, "")

    def _splice(self, html: str, ids: set[str]) -> str:
        html = self._tidied(html)
        places, title_end, _ = scan(html, self._seal)
        self._ids = ids
        self._targets = self._anchors(places, ids)
        edits: list[Edit] = []
        items: set[int] = set()
        if top := self._rendered(self._top):
            edits.append(Edit(0, 0, f"{top}\n"))
        for number, slot in enumerate(self._slots):
            if place := places.get(number):
                edits += self._edits(slot, place)
                if slot.boxed and place.item not in items and _is_ours(slot, place):
                    items.add(place.item)
                    edits.append(add_class(html, place.item, _ITEM_CLASS))
        if rescued := self._rescued(html, places):
            edits.append(Edit(title_end, title_end, f"\n{rescued}"))
        shown = self._swept(apply(html, edits))
        return f"{shown}{self._wrap(sprite(shown) + self._preview(shown))}"

    def _anchors(self, places: dict[int, Place], ids: set[str]) -> dict[str, str]:
        """Return by anchor where links inside the page go: to the heading's own id, if it has one.

        An anchor that the page has already, from a heading that happens to be called so, is not put
        in again.
        """
        targets: dict[str, str] = {}
        for number, slot in enumerate(self._slots):
            if not (place := places.get(number)):
                continue
            names = [mount.anchor for mount in slot.mounts if mount.kind == ANCHOR]
            if slot.task is not None and _is_ours(slot, place):
                names.append(slot.task.anchor)
            for name in filter(None, names):
                if name not in ids:
                    targets[name] = place.heading_id or name
                    ids.add(name)
        return targets

    def _edits(self, slot: Slot, place: Place) -> Iterable[Edit]:
        """Yield what the slot changes in the page."""
        if slot.task is not None:
            if _is_ours(slot, place):
                yield Edit(place.start, place.end, self._box(slot.task, boxed=slot.boxed))
            return
        if slot.directive is not None:
            view = self._wrap(self._answer(slot.directive))
            behind = place.after != place.end and view
            yield Edit(place.start, place.end, "" if behind else view)
            if behind:
                yield Edit(place.after, place.after, f"\n{view}")
            return
        for where, at in (("before", place.before), ("after", place.after)):
            if block := self._rendered([mount for mount in slot.mounts if mount.where == where]):
                yield Edit(at, at, f"{block}\n" if where == "before" else f"\n{block}")
        yield Edit(place.start, place.end, self._rendered([m for m in slot.mounts if m.where == "inline"]))

    def _box(self, task: Task, *, boxed: bool) -> str:
        """Return the checkbox of a task, or the anchor of one that has none."""
        place = self._changed(self._plan, task) if self._plan and boxed else None
        if task.anchor not in self._targets:
            task = msgspec.structs.replace(task, anchor="")
        if boxed:
            over = self._plan is not None and self._build.portfolio.entry(self._plan).abandoned
            return self._wrap(checkbox(task, self._build.renderer.language, place, over=over))
        return self._wrap(anchor(task.anchor)) if task.anchor else ""

    def _rendered(self, standing: Iterable[Mount]) -> str:
        """Return what stands together in one place."""
        chunks = []
        for mount in standing:
            if mount.kind == ANCHOR:
                chunks.append(anchor(mount.anchor) if mount.anchor in self._targets else "")
            else:
                chunks.append(self._view(f"plan:{mount.kind}", mount.index))
        return self._wrap("".join(chunks))

    def _answer(self, directive: directives.Directive) -> str:
        """Return the view that a directive asked for; `serve` says in the page what is wrong with it."""
        key = (directive.line, directive.ordinal)
        found = self._answers[key]
        language = self._build.renderer.language
        told = [wrong(problem, language) for problem in found.problems] if self._build.serving else []
        if found.view is None:
            return "".join(told)
        above = [self._answers[other] for other in sorted(self._answers) if other < key]
        same = [other for other in above if other.view is found.view]
        place = f"plans-{found.view.name}"
        if found.whole and not any(other.whole for other in same) and place not in self._ids:
            self._ids.add(place)
            told.append(anchor(place))
        return "".join(told) + self._view(
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
        build = self._build
        context = msgspec.structs.replace(
            self._context,
            plan=(other or self._plan) if key.startswith("plan:") else None,
            own=other is None or other.path == self._path,
            index=index,
            choice=choice or _EVERYTHING,
            serial=serial,
        )
        try:
            return build.renderer.render(key, context)
        except Exception as error:  # noqa: BLE001 - a template may raise anything
            report.bug(self._path, error, f"'{key}'")
            self.sound = False
            return ""

    @cached_property
    def _context(self) -> Context:
        """What all views of the page are given."""
        build = self._build
        here = {
            found.view.name: found.choice.limit
            for found in reversed(self._answers.values())
            if found.view is not None and found.whole
        }
        elsewhere = build.index not in {None, self._file}
        return Context(
            portfolio=build.portfolio,
            href=self._href,
            beside=self._beside,
            grid=build.grid,
            index_href=build.index.url_relative_to(self._file) if build.index and elsewhere else "",
            today=build.today,
            stale_after=build.settings.stale_after,
            due_soon=build.settings.due_soon,
            here=here,
            pages=build.whole.seen_from(self._file),
            data_href=build.data_href(self._file),
            files=build.files_for(self._file),
            references=build.references,
            hints=build.hints,
            language=build.renderer.language,
            repo_url=build.repo_url,
            visits=build.settings.visits,
            past=build.past,
            changed=self._changed,
        )

    def _href(self, plan: Plan, name: str) -> str:
        """Link from this page to a plan or to an anchor in it; empty where there is none."""
        if plan.path == self._path and name:
            return f"#{self._targets[name]}" if name in self._targets else ""
        file = self._build.files.get(plan.path)
        if file is None:
            return ""
        url = file.url_relative_to(self._file)
        return f"{url}#{name}" if name and name in self._build.anchors_of(plan) else url

    def _beside(self, plan: Plan, name: str) -> str:
        """Link from this page to a file of a plan's folder; empty where there is none."""
        file = self._build.file_beside(plan, name)
        return file.url_relative_to(self._file) if file else ""

    def _changed(self, plan: Plan, part: Task | Phase) -> Spot | None:
        """Return where a part of a plan can be changed from the page, None where it can't."""
        preview = self._build.preview
        return preview.place_of(plan.path, part) if preview else None

    def _preview(self, shown: str) -> str:
        """Return what lets the page change its plans, where there is anything to change."""
        preview = self._build.preview
        if preview is None or not can_change(shown):
            return ""
        folder = get_relative_url(FOLDER, self._file.url)
        return link(preview.token, folder, self._build.renderer.language)

    def _wrap(self, html: str) -> str:
        if not html:
            return ""
        self._wrapped += 1
        return self._seal.wrap(self._wrapped, self._build.renderer.marked(html))

    def _rescued(self, html: str, places: Container[int]) -> str:
        """Return what lost its place and is shown under the title; what stands many times is dropped.

        Slots that came out where no view can stand, as in code, are not lost.
        """
        lost = {number: slot for number, slot in enumerate(self._slots) if number not in places}
        if not lost:
            return ""
        self.sound = False
        come_out = {self._seal.number(digits) for digits in self._seal.tokens.findall(html)}
        gone = [slot for number, slot in lost.items() if number not in come_out]
        mounted = [mount for slot in gone for mount in slot.mounts if mount.kind != ANCHOR]
        singles = [mount for mount in mounted if not VIEWS[f"plan:{mount.kind}"].repeats]
        boxes = sum(slot.task is not None for slot in gone)
        names = sorted({mount.kind for mount in mounted})
        if boxes:
            names.append(f"{boxes} checkbox{'es' if boxes > 1 else ''}")
        if names:
            report.at(
                self._path,
                0,
                f"another plugin or extension removed the places of {', '.join(names)};"
                f" {'what stands once is shown under the title' if singles else 'they are not shown'}",
            )
        return self._rendered(singles)

    def _tidied(self, html: str) -> str:
        """Return the page without what the repair of its lists has put in."""
        return self._build.lists.tidy(html) if self.gfm_lists and self._build.lists else html

    def _swept(self, html: str) -> str:
        """Return the page without the tokens that came out where no view can stand, e.g. in code."""
        return self._seal.sweep(html) if self._seal.signs else html


def _is_ours(slot: Slot, place: Place) -> bool:
    """True if a task can be shown: the author's own box stays where the site makes no list item of it."""
    return not slot.boxed or (place.boxed and place.item >= 0)
