"""One build: what was found in `on_files` and everything that later events need of it."""

from __future__ import annotations

import posixpath
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

from mkdocs_plan_plugin.cache.digests import digest_of
from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.dialects.files import beside, with_dialects
from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.export.calendar import has_dates
from mkdocs_plan_plugin.extra_plans import extras
from mkdocs_plan_plugin.history.past import Past
from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.portfolio import Portfolio, join
from mkdocs_plan_plugin.preview.preview import Editable
from mkdocs_plan_plugin.profile import Profile, of_build
from mkdocs_plan_plugin.reading import NearMiss
from mkdocs_plan_plugin.reading.page import names_beside, read
from mkdocs_plan_plugin.rules import Checker, Pages
from mkdocs_plan_plugin.source.acyclic import acyclic
from mkdocs_plan_plugin.source.comments import has_comments, may_ask
from mkdocs_plan_plugin.source.front_matter import read_front_matter
from mkdocs_plan_plugin.source.inherited import Inherited, merged
from mkdocs_plan_plugin.source.text import clean, decode
from mkdocs_plan_plugin.template.files import Templates, read_templates, with_aliases
from mkdocs_plan_plugin.template.pin import names_file, pin_of
from mkdocs_plan_plugin.today import today
from mkdocs_plan_plugin.views.mounts import anchors
from mkdocs_plan_plugin.views.references import References
from mkdocs_plan_plugin.views.render import SCRIPT, STYLESHEET, THEME_DIR, Renderer, needs_script
from mkdocs_plan_plugin.vocabulary.grid import Grid, grid_of
from mkdocs_plan_plugin.weave import (
    checks,
    data,
    index,
    languages,
    marked,
    navigation,
    neighbours,
    report,
    translation,
)
from mkdocs_plan_plugin.weave.aside import Aside
from mkdocs_plan_plugin.weave.extension import PlanExtension
from mkdocs_plan_plugin.weave.lists import Lists, lists_of
from mkdocs_plan_plugin.weave.outside import Outside, OutsideFile
from mkdocs_plan_plugin.weave.readings import Around, Read
from mkdocs_plan_plugin.weave.weaving import Source, Weaving
from mkdocs_plan_plugin.weave.wholes import Wholes

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from mkdocs_plan_plugin.preview.preview import Preview
    from mkdocs_plan_plugin.reading.outline import Outline
    from mkdocs_plan_plugin.settings import Settings
    from mkdocs_plan_plugin.weave.readings import Readings
    from mkdocs_plan_plugin.weave.seal import Seal
    from mkdocs_plan_plugin.weave.shown import Shown


_MOST_NAMED = 5
"""Pages that are named where more would only fill the log."""


class Build:
    """State of one build. A translation plugin builds once per language, each with its own."""

    def __init__(
        self,
        settings: Settings,
        readings: Readings,
        theme_dirs: list[str],
        *,
        shown: Shown | None = None,
        serving: bool = False,
        preview: Preview | None = None,
    ) -> None:
        self.settings = settings
        self.readings = readings
        self._shown = shown
        self.preview = preview
        """What pages may change, None in a build that is for reading alone."""
        self.renderer = Renderer(theme_dirs)
        self._theme_dirs = theme_dirs
        self.extension = PlanExtension()
        self.templates = Templates()
        self.portfolio = Portfolio()
        self.files: dict[str, File] = {}
        self.index: File | None = None
        self.serving = serving
        self.today = today(settings)
        self.stated_fields: frozenset[str] = frozenset()
        self.whole = Wholes()
        self.data = ""
        self.feed = ""
        self.table = ""
        self.calendar = ""
        self.checks = checks.Checks({}, [])
        self.inherited = Inherited()
        self.outside: Outside | None = None
        self._site = Files([])
        self._sources: dict[str, Source] = {}
        self._recoded: dict[str, str] = {}
        self._secret: list[str] = []
        self._written: dict[str, str] = {}
        self._page: Page | None = None
        self._weaving: Weaving | None = None
        self._asides: dict[str, Aside] = {}
        self._anchors: dict[str, frozenset[str]] = {}
        self._config: MkDocsConfig | None = None
        self._checker: Checker | None = None
        self._counted = {"plans": 0, "pages": 0}

    @cached_property
    def grid(self) -> Grid:
        """The grid that risks are rated on."""
        return grid_of(self.settings)

    @property
    def repo_url(self) -> str:
        """The site's repository at its code host, empty where none is named."""
        return (self._config and self._config.repo_url) or ""

    @cached_property
    def past(self) -> Past | None:
        """What git knows of the plans; nothing is read before a view asks."""
        if self._config is None:
            return None
        return Past(
            Path(self._config.docs_dir),
            self.settings,
            self.today,
            file=lambda plan: getattr(self.files.get(plan.path), "abs_src_path", None),
            about=self._read_by,
            say=report.say,
            site=_file_of(self._config),
            apart=self.serving,
            keep=self.settings.cache,
        )

    def offer(self, files: Files, config: MkDocsConfig) -> None:
        """Add the index pages before plans are looked for; `find` takes those back that are not wanted.

        What `mkdocs-plan write` has written for other hosts is not there for this one.
        """
        if marked.stands(Path(config.docs_dir, STYLESHEET)):
            for file in list(files):
                if file.src_uri in (STYLESHEET, SCRIPT):
                    file.abs_src_path = str(THEME_DIR / file.src_uri)
                elif file.src_uri.endswith((".md", ".json")) and marked.stands(Path(file.abs_src_path or "")):
                    files.remove(file)
        index.offer(files, config, self.settings)
        data.offer(files, config, self.settings)

    def withdraw(self, files: Files, config: MkDocsConfig) -> None:
        """Take them back where a translation plugin makes files of its own of all that it finds."""
        if translation.of(config):
            index.withdraw(files)
            data.withdraw(files)

    def find(self, files: Files, config: MkDocsConfig) -> None:
        """Read every page once, join the plans that are among them, and add the index pages."""
        self._config, self._site = config, files
        data.withdraw(files)
        language, page_language = languages.of_site(config, self.settings.language)
        self.renderer = Renderer(self._theme_dirs, language, page_language)
        languages.unpublish(files, config)
        self.inherited = _inherited(config)
        root = _file_of(config).parent
        self.settings, problems = with_dialects(self.settings, root)
        joined, wrong = extras(self.settings, _file_of(config), Path(config.docs_dir))
        for problem in (*problems, *wrong):
            report.wrong(problem)
        self.templates = read_templates(self.settings, root)
        self.settings = with_aliases(self.settings, self.templates)
        if self._shown is not None:
            self._shown.begin(repr((language.told_in, page_language)))
        near: list[NearMiss] = []
        pages = [file for file in files.documentation_pages() if not isinstance(file, index.IndexPage)]
        with report.guarded("plans outside of docs_dir"):
            self.outside = Outside(joined, self.settings, files, config) if joined else None
        outside = list(self.outside.files.values()) if self.outside else []
        with self._cache(config) as earlier, acyclic():
            self.readings.begin(self._read_by, earlier, self.today)
            for file in (*pages, *outside):
                found = self._read(file)
                if isinstance(found, NearMiss):
                    near.append(found)
                elif self.outside and isinstance(file, OutsideFile) and isinstance(found, Plan):
                    self.outside.show(file, names_beside(str(file.abs_src_path), self.settings))
        with report.guarded("what can be changed in the preview"):
            self._let_change(Path(config.docs_dir))
        plans = [source.plan for source in self._sources.values() if source.plan is not None]
        try:
            self.portfolio = join(plans, self.today)
        except Exception as error:  # noqa: BLE001 - whatever it is, the site must come out
            self._sources, self.files = {}, {}
            report.bug("", error)
            return
        self._counted = {"plans": len(plans), "pages": len(pages)}
        self.stated_fields = frozenset(name for plan in plans for name in plan.document_information)
        with report.guarded("findings"):
            checker = self._checker or Checker(
                checks.site_of(self.settings, self.templates, None), fixes=False
            )
            self.checks = checks.check(
                self._sources,
                checker,
                Pages(
                    site=checker.site,
                    portfolio=self.portfolio,
                    paths=frozenset(file.src_uri for file in (*pages, *outside)),
                    plans=len(plans),
                    near=tuple(near),
                    empty=self.outside.empty(plan.path for plan in plans) if self.outside else (),
                    wrong=tuple(checks.wrong(self._sources, self.portfolio, self.stated_fields, self.today)),
                    traces=checks.traces(self._sources, self.settings, self.today, Path(config.docs_dir)),
                ),
                root,
            )
            self._tell(plans)
        with report.guarded("index pages"):
            made = index.add(
                files,
                config,
                self.settings,
                language,
                plans=len(self.portfolio.entries) or len(plans),
                past=self.past is not None and self.past.known,
            )
            self.index = made[0].file if made else None
            self._written = {
                page.file.src_uri: page.text for page in made if isinstance(page.file, index.IndexPage)
            }
            self.whole = Wholes((page.file, page.text) for page in made)
            neighbours.leave_out_of_texts(config, self._written)
        with report.guarded("data"):
            self.data = data.address(files, config, self.settings, data.DATA, found=bool(plans))
            self.feed = data.address(files, config, self.settings, data.FEED, found=bool(plans))
            self.table = data.address(files, config, self.settings, data.TABLE, found=bool(plans))
            due = has_dates(self.portfolio.entries)
            self.calendar = data.address(files, config, self.settings, data.CALENDAR, found=due)

    def arrange(self, nav: Navigation) -> None:
        """Put the index pages in front of the plans beside them."""
        with report.guarded("navigation"):
            navigation.bring_forward(nav, self._written, self.renderer.language)

    def _let_change(self, docs: Path) -> None:
        """Tell the preview of the plans, and how it reads them again."""
        for path, source in self._sources.items() if self.preview else ():
            if self.preview and source.plan and not source.plan.template and source.file.abs_src_path:
                known = Editable(
                    source.plan,
                    Path(source.file.abs_src_path),
                    partial(self._read_again, source.file),
                    partial(today, self.settings),
                )
                self.preview.know(path, known, docs)

    def _read_again(self, file: File, text: str) -> tuple[Plan, Outline]:
        """Return the plan that a text is in the place of a file."""
        found, outline, _ = read(text, file.src_uri, self.settings, **self.around(file)._asdict())
        if not isinstance(found, Plan) or outline is None:
            raise Refused("written so, the page would be no plan; edit it by hand")
        return found, outline

    def _read_by(self) -> bytes:
        """Return a digest of all that decides, beside text and date, what a page reads as."""
        return digest_of(self.settings, self.templates, self.lists)

    def _cache(self, config: MkDocsConfig) -> Cache:
        """Return what earlier builds read of this site."""
        return Cache.of(_file_of(config), "build") if self.settings.cache else Cache()

    def _read(self, file: File) -> Plan | NearMiss | None:
        path = file.src_uri
        try:
            data = file.content_bytes  # decoded as a whole, which is quicker than line by line
        except (OSError, ValueError):
            return None  # MkDocs says so when it comes to the page
        try:
            text = data.decode()  # `clean` takes off a byte order mark
        except UnicodeError:
            text = self._recoded[path] = decode(data)
        try:
            read = self.readings.read(text, path, self.settings, self._plan_checker, self.around(file))
        except Exception as error:  # noqa: BLE001 - whatever it is, the site must come out
            report.bug(path, error)
            read = Read(None)
        if read.failure is not None:
            report.bug(path, read.failure, "its findings")
        if isinstance(found := read.found, Plan):
            self._keep_secret(found, text)
            recoded = self._recoded.get(path)
            self._sources[path] = Source(file, recoded, found, read.pending, read.content)
            self.files[path] = file
        else:
            self._recoded.pop(path, None)
            if may_ask(text):
                self._sources[path] = Source(file)
        return found

    def _keep_secret(self, plan: Plan, text: str) -> None:
        """Keep a plan that another plugin protects out of what shows all plans, unless it asks for that."""
        front = merged(self.inherited.of(plan.path), read_front_matter(clean(text)).values)
        if not self._config or not neighbours.protected_by(self._config, front):
            return
        own = front.get("plan")
        if not isinstance(own, dict) or "list" not in own:
            plan.options = msgspec.structs.replace(plan.options, listed=False)
            self._secret.append(plan.path)

    def around(self, file: File) -> Around:
        """Return what a page reads by, beside its text; the name of docs_dir may tell its dialect."""
        source, place, inherited = file.abs_src_path, "", self.inherited.of(file.src_uri)
        if isinstance(file, OutsideFile):
            full_path, place, inherited = Path(str(source)).as_posix(), file.called.place, {}
        else:
            full_path = f"{Path(self._config.docs_dir).name if self._config else ''}/{file.src_uri}"
        names = names_beside(full_path, self.settings) if source else ()
        return Around(inherited, full_path, beside(Path(source or "").parent, names), place)

    @property
    def watched(self) -> list[str]:
        """The files and folders outside of docs_dir that `serve` is to watch."""
        return [str(extra.root) for extra in self.outside.extras] if self.outside else []

    @property
    def has_plans(self) -> bool:
        """True if any page is a plan."""
        return self._counted["plans"] > 0

    def _tell(self, plans: list[Plan]) -> None:
        if plans:
            templates = sum(plan.template for plan in plans)
            of_them = f", {templates} of them only a template" if templates else ""
            report.say(f"{len(plans)} plan{'s' if len(plans) > 1 else ''} found{of_them}")
        if self._secret:
            report.say(
                f"left out of the views and data of all plans, as encryptcontent protects them:"
                f" {', '.join(self._secret)}. To list one, write in its front matter: plan: {{list: true}}"
            )
        if elsewhere := [plan.path for plan in plans if not self._is_here(plan.path)]:
            named = ", ".join(elsewhere[:_MOST_NAMED])
            rest = f" and {len(elsewhere) - _MOST_NAMED} more" if len(elsewhere) > _MOST_NAMED else ""
            report.say(f"made by other plugins, and not seen by the command line: {named}{rest}")
        for path in self._recoded:
            report.at(path, 1, "not UTF-8; what could not be decoded is shown as �")
        left = checks.tell(self.checks, self.settings)
        if left and left != self.readings.told:
            report.say(left)
        self.readings.told = left

    def _is_here(self, path: str) -> bool:
        """True for a plan that stands as a file in the project, where the command line finds it."""
        config, file = self._config, self.files[path]
        if config is None or isinstance(file, OutsideFile):
            return True
        return bool(
            file.abs_src_path and Path(file.abs_src_path).is_relative_to(_file_of(config).absolute().parent)
        )

    def file_beside(self, plan: Plan, name: str) -> File | None:
        """Return a file of the folder of a plan, None where the site has none that can be linked to."""
        file = self.files.get(plan.path)
        if isinstance(file, OutsideFile) and self.outside and file.abs_src_path:
            return self.outside.files.get(str(Path(file.abs_src_path).with_name(name)))
        return self._site.get_file_from_path(posixpath.join(posixpath.dirname(plan.path), name))

    def anchors_of(self, plan: Plan) -> frozenset[str]:
        """Return the anchors that the page of a plan carries."""
        if plan.path not in self._anchors:
            file = self.files.get(plan.path)
            listed_only = isinstance(file, OutsideFile) and not file.is_page
            self._anchors[plan.path] = frozenset() if listed_only else anchors(plan)
        return self._anchors[plan.path]

    def content_of(self, plan: Plan) -> str:
        """Return a digest of what a plan was read from."""
        source = self._sources.get(plan.path)
        return source.content.hex() if source else ""

    def data_href(self, page: File) -> str:
        """Return the link from a page to the data of all plans, empty where there is none."""
        return get_relative_url(self.data, page.url) if self.data else ""

    def files_for(self, page: File) -> dict[str, str]:
        """Return the links from a page to the files with all plans in them, by the files' names."""
        found = filter(None, (self.data, self.table, self.calendar))
        return {path.rpartition("/")[2]: get_relative_url(path, page.url) for path in found}

    @cached_property
    def references(self) -> References:
        """What references in plans lead to."""
        repo_url = self._config.repo_url if self._config else ""
        return References(self.settings.references, repo_url or "")

    def write_data(self, config: MkDocsConfig) -> None:
        """Write the data of all plans, table, calendar, badges and feed, into the built site."""
        plans = self.plans
        if self.data:
            with data.writing(data.DATA, self.data):
                data.write(Path(config.site_dir, self.data), plans, self.portfolio)
        if self.table:
            with data.writing(data.TABLE, self.table):
                data.write_table(Path(config.site_dir, self.table), plans)
        if self.calendar:
            with data.writing(data.CALENDAR, self.calendar):
                data.write_calendar(Path(config.site_dir, self.calendar), self, config)
        if self.settings.badges != "off":
            folder = f"{translation.prefix(config)}{data.BADGES.default}"
            with data.writing(data.BADGES, folder):
                data.write_badges(Path(config.site_dir, folder), self, self.settings.badges)
        if self.feed:
            with data.writing(data.FEED, self.feed):
                data.write_feed(Path(config.site_dir, self.feed), self, config)

    def tell_profile(self, profile: Profile) -> None:
        """Log where the time of this build went."""
        report.table(of_build(profile, **self._counted))

    def _plan_of(self, page: Page) -> Plan | None:
        source = self._sources.get(page.file.src_uri)
        return source.plan if source else None

    def _plan_checker(self) -> Checker:
        """Return the rules for plans, which ask how this site shows lists."""
        if self._checker is None:
            self._checker = Checker(checks.site_of(self.settings, self.templates, self.lists), fixes=False)
        return self._checker

    @cached_property
    def lists(self) -> Lists | None:
        """How the lists of plans are to be written for this site, None where they stay as they are."""
        if not self.settings.gfm_lists or self._config is None:
            return None
        why = "no indentation nests lists in this site's Markdown"
        try:
            lists = lists_of(self._config)
        except Exception as error:  # noqa: BLE001 - an extension may raise anything
            lists, why = None, f"asked how it nests lists, this site's Markdown raised {error!r}"
        if lists is None:
            report.say(
                f"{why}; the lists of plans stay as written. To say so yourself, write 'gfm_lists: false'"
            )
        return lists

    def source_of(self, page: Page) -> str | None:
        """Return what MkDocs can't read itself: a plan that is not UTF-8, an index page; None for others."""
        path = page.file.src_uri
        return self._recoded.get(path) or self._written.get(path)

    @property
    def written(self) -> dict[str, str]:
        """The Markdown of the index pages that are ours, by path."""
        return self._written

    @property
    def plans(self) -> list[Plan]:
        """All plans, in the order of their pages."""
        return [source.plan for source in self._sources.values() if source.plan is not None]

    def wrote(self, page: Page) -> bool:
        """True for an index page of ours."""
        return page.file.src_uri in self._written

    def begin(self, page: Page) -> str:
        """Make ready for the page that is rendered next; return the state of its plan, empty for none."""
        self._page, self._weaving, self.extension.threads = page, None, self
        plan = self._plan_of(page)
        if "template" in page.meta and self._is_pin(page.meta["template"], plan):
            del page.meta["template"]
        return "" if plan is None or plan.template else self.portfolio.entry(plan).standing

    def _is_pin(self, said: object, plan: Plan | None) -> bool:
        """True if `template` in front matter is ours: MkDocs would look in the theme for a file called so."""
        if plan is not None:
            return not names_file(said)
        pin = pin_of(said)
        return pin is not None and any(pin.name == template.name for template in self.templates.all())

    def concerns(self, text: str) -> bool:
        """True if the page being rendered gets slots where it finally reads so; most pages end here."""
        return has_comments(text) or (self._page is not None and self._plan_of(self._page) is not None)

    def thread(self, text: str, lines: list[str]) -> tuple[list[str], bool]:
        """Return the lines of the page being rendered with slots; True if its lists were rewritten."""
        if (page := self._page) is None:
            return lines, False
        source = self._sources.get(page.file.src_uri)
        self._weaving = Weaving(self, page.file, source, page.markdown)
        return self._weaving.thread(text, lines), self._weaving.gfm_lists

    @property
    def redirects(self) -> bool:
        """True if the page being rendered is from outside of docs_dir, so that its links lead elsewhere."""
        return self._page is not None and isinstance(self._page.file, OutsideFile)

    def redirected(self, url: str, *, image: bool) -> str | None:
        """Return where a link of the page being rendered leads, None for nowhere."""
        if self.outside is None or self._page is None or not isinstance(self._page.file, OutsideFile):
            return url
        return self.outside.redirected(self._page.file, url, image=image)

    @property
    def author_references(self) -> References | None:
        """What references in the text of the page being rendered lead to; None where it stays as it is."""
        on_plan = self._page is not None and self._plan_of(self._page) is not None
        return self.references if self.settings.link_references and on_plan else None

    @property
    def seal(self) -> Seal | None:
        """What the tokens in the page being rendered are made of; None without any."""
        return self._weaving.seal if self._weaving else None

    def finish(self, html: str, page: Page) -> str:
        """Return the rendered page with its views; of the page itself nothing is kept."""
        weaving = self._weaving
        self.extension.threads = self._page = self._weaving = None
        if weaving is None:
            return html
        try:
            return self._finished(weaving, html, page)
        except Exception as error:  # noqa: BLE001 - whatever it is, the page must come out
            self._asides.pop(page.file.dest_uri, None)
            report.bug(page.file.src_uri, error)
            return weaving.without_views(html)

    def _finished(self, weaving: Weaving, html: str, page: Page) -> str:
        if page.present_anchor_ids is None:
            page.present_anchor_ids = set()
        html, shows = self._spliced(weaving, html, page.file.dest_uri, page.present_anchor_ids)
        if shows:
            self._asides[page.file.dest_uri] = weaving.aside
        return html

    def _spliced(self, weaving: Weaving, html: str, path: str, ids: set[str]) -> tuple[str, bool]:
        """Return a page with its views, as it was shown last if it can be; True if it has any."""
        shown = None if self.renderer.overridden else self._shown
        made_of = weaving.made_of(html) if shown else None
        if shown is None or made_of is None:
            return weaving.splice(html, ids), weaving.shows
        key = shown.key(made_of)
        last = shown.recall(path, key)
        if last is None:
            before = frozenset(ids)
            html = weaving.splice(html, ids)
            if weaving.shows and weaving.sound:
                shown.keep(path, key, html, frozenset(ids - before))
            return html, weaving.shows
        ids |= last.anchors
        return last.html.decode("utf-8", "surrogatepass"), True

    def take_out(self, html: str, page: Page) -> str:
        """Return the rendered page without its views, until it is written."""
        aside = self._asides.get(page.file.dest_uri)
        return aside.take_out(html) if aside else html

    def put_back(self, page: Page) -> None:
        """Put back what was taken out of a page."""
        if aside := self._asides.get(page.file.dest_uri):
            page.content = aside.put_back(page.content or "")

    def release(self, page: Page) -> None:
        """Take the views of a page that has been written for good."""
        if aside := self._asides.get(page.file.dest_uri):
            page.content = aside.release(page.content or "")

    def needs(self, page: Page) -> tuple[bool, bool]:
        """Return whether a page needs stylesheet and script, as long as its views are set aside."""
        aside = self._asides.get(page.file.dest_uri)
        return aside is not None, aside is not None and any(map(needs_script, aside.views))

    @property
    def notes(self) -> bool:
        """True if plan pages show their findings by themselves."""
        return self._wanted(self.settings.findings_note)

    @property
    def hints(self) -> bool:
        """True if views tell authors what to write."""
        return self._wanted(self.settings.hints)

    def _wanted(self, when: str) -> bool:
        return when == "always" or (when == "serve" and self.serving)

    @property
    def shows(self) -> bool:
        """True if any page rendered so far shows something of ours."""
        return bool(self._asides)


def _inherited(config: MkDocsConfig) -> Inherited:
    """Return the front matter that folders give their pages by Material's meta plugin, if the site has it."""
    meta = config.plugins.get("material/meta") or config.plugins.get("meta")
    options = getattr(meta, "config", None) or {}
    name = options.get("meta_file")
    return Inherited(Path(config.docs_dir), str(name)) if name and options.get("enabled") else Inherited()


def _file_of(config: MkDocsConfig) -> Path:
    """Return the file that configures a site, also for one that was configured without."""
    return Path(config.config_file_path or "mkdocs.yml")
