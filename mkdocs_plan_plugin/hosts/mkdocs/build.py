"""MkDocs, and all that builds as it does: a `Site` made of its files and configuration."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils.meta import get_data
from msgspec.structs import replace

from mkdocs_plan_plugin.cache.digests import digest_of
from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.dialects.files import with_dialects
from mkdocs_plan_plugin.export.calendar import has_dates
from mkdocs_plan_plugin.extra_plans import extras
from mkdocs_plan_plugin.history.past import Past
from mkdocs_plan_plugin.hosts import marked
from mkdocs_plan_plugin.hosts.mkdocs import (
    data_files,
    index_pages,
    language,
    neighbours,
    translation,
)
from mkdocs_plan_plugin.hosts.mkdocs.outside import Outside, OutsideFile
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.profile import Profile, of_build
from mkdocs_plan_plugin.reading.page import names_beside
from mkdocs_plan_plugin.source.inherited import Inherited
from mkdocs_plan_plugin.template.files import read_templates, with_aliases
from mkdocs_plan_plugin.today import today
from mkdocs_plan_plugin.views.render import SCRIPT, STYLESHEET, THEME_DIR, Renderer
from mkdocs_plan_plugin.weave import checks, data, log
from mkdocs_plan_plugin.weave.data import BADGES
from mkdocs_plan_plugin.weave.directives import Unfiltered
from mkdocs_plan_plugin.weave.find import Finder
from mkdocs_plan_plugin.weave.lists import Lists, lists_of
from mkdocs_plan_plugin.weave.page import SitePage
from mkdocs_plan_plugin.weave.site import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from mkdocs_plan_plugin.extra_plans import Extra
    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.preview.preview import Preview
    from mkdocs_plan_plugin.settings import Settings
    from mkdocs_plan_plugin.weave.page_cache import PageCache
    from mkdocs_plan_plugin.weave.readings import Readings

_MOST_NAMED = 5
"""Pages that are named where more would only fill the log."""


class Build:
    """One build. A translation plugin builds once per language, each with its own."""

    def __init__(
        self,
        settings: Settings,
        readings: Readings,
        theme_dirs: list[str],
        *,
        page_cache: PageCache | None = None,
        serving: bool = False,
        preview: Preview | None = None,
    ) -> None:
        self._readings = readings
        self._theme_dirs = theme_dirs
        self._page_cache = page_cache
        self._outside: Outside | None = None
        self._pages = 0
        self.site = Site(
            settings=settings,
            today=today(settings),
            renderer=Renderer(theme_dirs),
            serving=serving,
            preview=preview,
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
        index_pages.offer(files, config, self.site.settings)
        data_files.offer(files, config, self.site.settings)

    def withdraw(self, files: Files, config: MkDocsConfig) -> None:
        """Take them back where a translation plugin makes files of its own of all that it finds."""
        if translation.of(config):
            index_pages.withdraw(files)
            data_files.withdraw(files)

    def find(self, files: Files, config: MkDocsConfig) -> Site:
        """Read every page once, join the plans that are among them, and add the index pages."""
        data_files.withdraw(files)
        self.site, joined = self._begun(config)
        language.unpublish(files, config)
        settings = self.site.settings
        with log.Guarded("plans outside of docs_dir"):
            self._outside = Outside(joined, settings, files, config) if joined else None
        finder = Finder(
            self.site, self._readings, lambda: _lists(config, settings), neighbours.protection(config)
        )
        pages = self._all(files, config)
        finder.find(pages)
        with log.Guarded("what can be changed in the preview"):
            if self.site.preview is not None:
                from mkdocs_plan_plugin.hosts.mkdocs import previewing  # noqa: PLC0415 - loaded by the preview

                previewing.let_change(self.site, finder.sources.values(), finder.around)
        try:
            site = self._joined(finder, files)
        except Exception as error:  # noqa: BLE001 - whatever it is, the site must come out
            log.bug("", error)
            return self.site
        with log.Guarded("findings"):
            found = checks.check(
                site,
                finder.checker,
                paths=frozenset(page.path for page in pages),
                near=finder.near,
                empty=self._outside.empty(site.pages) if self._outside else (),
            )
            site = replace(site, checks=found)
            self._tell(site, finder)
        with log.Guarded("index pages"):
            site = self._indexed(site, files, config)
        with log.Guarded("data"):
            due = has_dates(site.portfolio.entries)
            site = replace(site, addresses=data_files.addresses(files, config, settings, site.plans, due=due))
        self.site = site
        return site

    def _begun(self, config: MkDocsConfig) -> tuple[Site, list[Extra]]:
        """Return the site without its plans, and where plans are beside docs_dir; say what is wrong."""
        spoken, page_language = language.of_site(config, self.site.settings.language)
        file, docs = Path(config.config_file_path or "mkdocs.yml"), Path(config.docs_dir)
        settings, problems = with_dialects(self.site.settings, file.parent)
        joined, wrong = extras(settings, file, docs)
        for problem in (*problems, *wrong):
            log.wrong(problem)
        templates = read_templates(settings, file.parent)
        site = replace(
            self.site,
            settings=with_aliases(settings, templates),
            renderer=Renderer(self._theme_dirs, spoken, page_language),
            docs=docs,
            own_docs=neighbours.own_docs(config),
            config_file=file,
            name=config.site_name,
            url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
            repo_url=config.repo_url or "",
            templates=templates,
            body_of=lambda text: get_data(text)[0],
        )
        if self._page_cache is not None:
            earlier = Cache.of(file, "views") if settings.cache else Cache()
            about = digest_of(site.settings, repr(spoken.identity), page_language, version("jinja2"))
            self._page_cache.begin(about, earlier, serving=site.serving)
        return site, joined

    def _all(self, files: Files, config: MkDocsConfig) -> list[SitePage]:
        """Return all pages that may be plans."""
        inherited, docs = _inherited(config), self.site.docs.name
        found = [
            replace(self.page(file), full_path=f"{docs}/{file.src_uri}", meta=inherited.of(file.src_uri))
            for file in files.documentation_pages()
            if not isinstance(file, index_pages.IndexPage)
        ]
        self._pages = len(found)
        return [*found, *map(self.page, self._outside.files.values() if self._outside else ())]

    def page(self, file: File) -> SitePage:
        """Return a page as the engine sees it."""
        return _page(self._outside, file)

    def _joined(self, finder: Finder, files: Files) -> Site:
        """Return the site with its plans."""
        site = self.site
        plans = [source.plan for source in finder.sources.values() if source.plan is not None]
        portfolio = join(plans, site.today)
        pages = {plan.path: finder.sources[plan.path].page for plan in plans}
        for path, page in pages.items():
            if self._outside and page.file in self._outside.files:
                self._outside.show(page.file, names_beside(page.file, site.settings))
                pages[path] = self.page(self._outside.files[page.file])
        past = Past(
            site.docs,
            site.settings,
            site.today,
            file=lambda plan: pages[plan.path].file if plan.path in pages else None,
            about=finder.read_by,
            say=log.say,
            site=site.config_file,
            apart=site.serving,
            keep=site.settings.cache,
        )
        return replace(
            site,
            sources=finder.sources,
            pages=pages,
            portfolio=portfolio,
            stated_fields=frozenset(name for plan in plans for name in plan.document_information),
            lists=finder.lists if plans else None,
            past=past,
            around=finder.around,
            beside=partial(_beside, self._outside, files, pages),
        )

    def _indexed(self, site: Site, files: Files, config: MkDocsConfig) -> Site:
        """Return the site with its index pages, which are added to the files."""
        plans = len(site.portfolio.entries) or len(site.plans)
        past = site.past is not None and site.past.known
        made = index_pages.add(files, config, site.settings, site.renderer.language, plans=plans, past=past)
        ours = [page for page in made if isinstance(page.file, index_pages.IndexPage)]
        written = {page.file.src_uri: page.text for page in ours}
        neighbours.prepare_texts(config, written)
        pages = [(self.page(page.file), page.text) for page in made]
        index = pages[0][0] if pages else None
        return replace(site, index=index, written=written, unfiltered=Unfiltered(pages).seen_from)

    def _tell(self, site: Site, finder: Finder) -> None:
        if plans := site.plans:
            templates = sum(plan.template for plan in plans)
            of_them = f", {templates} of them only a template" if templates else ""
            log.say(f"{len(plans)} plan{'s' if len(plans) > 1 else ''} found{of_them}")
        if finder.secret:
            log.say(
                f"left out of the views and data of all plans, as encryptcontent protects them:"
                f" {', '.join(finder.secret)}. To list one, write in its front matter: plan: {{list: true}}"
            )
        elsewhere = [path for path, page in site.pages.items() if not site.holds(page)]
        if elsewhere:
            named = ", ".join(elsewhere[:_MOST_NAMED])
            rest = f" and {len(elsewhere) - _MOST_NAMED} more" if len(elsewhere) > _MOST_NAMED else ""
            log.say(f"made by other plugins, and not seen by the command line: {named}{rest}")
        for path, source in site.sources.items():
            if source.recoded is not None:
                log.at(path, 1, "not UTF-8; what could not be decoded is shown as �")
        left = checks.tell(site.checks, site.settings, elsewhere)
        if left != self._readings.stated:
            for line in left:
                log.say(line)
        self._readings.stated = left

    @property
    def watched(self) -> list[str]:
        """The files and folders outside of docs_dir that `serve` is to watch."""
        return [str(extra.root) for extra in self._outside.extras] if self._outside else []

    def source_of(self, path: str) -> str | None:
        """Return what MkDocs can't read itself: a plan that is not UTF-8, an index page; None for others."""
        source = self.site.sources.get(path)
        return (source.recoded if source else None) or self.site.written.get(path)

    def finish(self, config: MkDocsConfig) -> None:
        """Keep views for the next build, and write the files with all plans in them into the built site."""
        if self._page_cache is not None:
            self._page_cache.end()
        data.write(self.site, Path(config.site_dir), f"{translation.prefix(config)}{BADGES.default}")

    def tell_profile(self, profile: Profile) -> None:
        """Log where the time of this build went."""
        log.table(of_build(profile, plans=len(self.site.plans), pages=self._pages))


def _page(outside: Outside | None, file: File) -> SitePage:
    if outside is None or not isinstance(file, OutsideFile):
        return SitePage(path=file.src_uri, contents=file, file=file.abs_src_path)
    return SitePage(
        path=file.src_uri,
        contents=file,
        file=file.abs_src_path,
        full_path=Path(str(file.abs_src_path)).as_posix(),
        place=file.called.place,
        redirected=partial(outside.redirected, file),
        instead=None if file.is_page else file.repository,
    )


def _beside(
    outside: Outside | None, files: Files, pages: Mapping[str, SitePage], plan: Plan, name: str
) -> SitePage | None:
    """Return a file of the folder of a plan, None where the site has none that can be linked to."""
    page = pages.get(plan.path)
    if outside and page and page.file in outside.files:
        file: File | None = outside.files.get(str(Path(page.file).with_name(name)))
    else:
        file = files.get_file_from_path(posixpath.join(posixpath.dirname(plan.path), name))
    return _page(outside, file) if file else None


def _lists(config: MkDocsConfig, settings: Settings) -> Lists | None:
    """How the lists of plans are to be written for this site, None where they stay as they are."""
    if not settings.gfm_lists:
        return None
    why = "no indentation nests lists in this site's Markdown"
    try:
        lists = lists_of(config.markdown_extensions, config.mdx_configs or {})
    except Exception as error:  # noqa: BLE001 - an extension may raise anything
        lists, why = None, f"asked how it nests lists, this site's Markdown raised {error!r}"
    if lists is None:
        log.say(f"{why}; the lists of plans stay as written. To say so yourself, write 'gfm_lists: false'")
    return lists


def _inherited(config: MkDocsConfig) -> Inherited:
    """Return the front matter that folders give their pages by Material's meta plugin, if the site has it."""
    meta = config.plugins.get("material/meta") or config.plugins.get("meta")
    options = getattr(meta, "config", None) or {}
    name = options.get("meta_file")
    return Inherited(Path(config.docs_dir), str(name)) if name and options.get("enabled") else Inherited()
