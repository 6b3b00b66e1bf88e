"""The MkDocs plugin: events and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mkdocs.plugins import BasePlugin, CombinedEvent

from mkdocs_plan_plugin.hosts.mkdocs import assets, nav_status, navigation, neighbours
from mkdocs_plan_plugin.hosts.mkdocs.config import PlanConfig, PlanOptions
from mkdocs_plan_plugin.hosts.mkdocs.events import event
from mkdocs_plan_plugin.hosts.mkdocs.run import Run
from mkdocs_plan_plugin.weave.log import Guarded

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


class PlanPlugin(BasePlugin[PlanOptions]):  # type: ignore[no-untyped-call]
    """Finds, reads and shows implementation plans."""

    config_class = PlanConfig

    def __init__(self) -> None:
        self._run = Run()
        self._build, self._pages = self._run.without_site()
        self._nav: Navigation | None = None

    @event
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Keep this object, and with it what has been read, across the builds of one `serve`."""
        self._run.begin(serving=command == "serve")

    @event
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Begin a build. Neighbours call this twice, and translation plugins once per language."""
        self._build, self._pages = self._run.build(self.config.settings, config)
        return config

    @event
    def _offer(self, files: Files, /, *, config: MkDocsConfig, **_: object) -> None:
        """Add the index pages, before plugins that keep a list of all files."""
        self._build.offer(files, config)

    @event
    def _withdraw(self, files: Files, /, *, config: MkDocsConfig, **_: object) -> None:
        """Take them back before a plugin translates all files."""
        self._build.withdraw(files, config)

    @event
    def _find(self, files: Files, /, *, config: MkDocsConfig, **_: object) -> None:
        """Find and join the plans, behind plugins that make or translate pages."""
        self._pages = self._pages.of_site(self._build.find(files, config))

    on_files = CombinedEvent(_offer, _withdraw, _find)

    @event
    def _arrange(self, nav: Navigation, /, *, config: MkDocsConfig, **_: object) -> None:
        """Put the index pages in front where a site has no `nav`, before plugins that arrange it."""
        navigation.bring_forward(nav, config, self._pages.site)

    @event
    def _keep_nav(self, nav: Navigation, /, **_: object) -> None:
        """Keep the navigation as other plugins leave it, to see whether it names a plan."""
        self._nav = nav

    on_nav = CombinedEvent(_arrange, _keep_nav)

    @event
    def on_page_read_source(self, *, page: Page, **_: object) -> str | None:
        """Give MkDocs what it can't read itself: a plan that is not UTF-8, a translated index page."""
        return self._build.source_of(page.file.src_uri)

    @event
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Make ready for the page; its slots are put in by the Markdown extension."""
        state = self._pages.begin(self._build.page(page.file), page.markdown, page.meta)
        nav_status.set_on(page, state, config, self._pages.site)
        return markdown

    @event
    def _show(self, html: str, /, *, page: Page, **_: object) -> str:
        """Put the views in, before print, feed and typesetting plugins look at the page or its `content`."""
        ids = page.present_anchor_ids or set()
        page.content = html = self._pages.fill(html, ids)
        page.present_anchor_ids = ids or page.present_anchor_ids
        with Guarded("feeds", page.file.src_uri):
            neighbours.hide_from_feeds(page, self._pages.site.written)
        return html

    @event
    def _detach(self, html: str, /, *, page: Page, **_: object) -> str:
        """Take them out behind those plugins, until the page is written."""
        with Guarded("feeds and print", page.file.src_uri):
            neighbours.have_looked(page, self._pages.site.written)
        return self._pages.detach(html, page.file.url)

    on_page_content = CombinedEvent(_show, _detach)

    @event
    def on_env(self, _: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Drop the assets where no page shows a view; make the icons of plans quick to draw."""
        icons = nav_status.made_ready(self._nav, config)
        assets.drop(config, files, shows=self._pages.shows, icons=icons)

    @event
    def on_page_context(self, context: TemplateContext, *, page: Page, **_: object) -> TemplateContext:
        """Put the views back, behind search plugins; unlink assets that the page does not need."""
        style, script = assets.needed(context, *self._pages.needs(page.file.url))
        page.content = self._pages.put_back(page.content or "", page.file.url)
        return assets.without(context, style=not style, script=not script)

    @event
    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Let go of what only this page needed."""
        page.content = self._pages.release(page.content or "", page.file.url)
        return output

    @event
    def on_template_context(self, context: TemplateContext, **_: object) -> TemplateContext:
        """Unlink assets from pages such as `404.html`."""
        return assets.without(context, style=True, script=True)

    @event
    def _finish(self, /, *, config: MkDocsConfig, **_: object) -> None:
        """Keep views for the next build, and write the data of all plans beside the pages."""
        self._build.finish(config)

    @event
    def _tell_profile(self, /, **_: object) -> None:
        """Say where the time went, behind search plugins, but before those that build once more."""
        self._run.tell_profile(self._build)

    on_post_build = CombinedEvent(_finish, _tell_profile)

    @event
    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """Watch what is read outside of docs_dir; let pages change their plans."""
        self._run.serve(server, self._build)

    @event
    def on_build_error(self, **_: object) -> None:
        """Let go of what a build had opened that failed."""
        self._run.fail()
