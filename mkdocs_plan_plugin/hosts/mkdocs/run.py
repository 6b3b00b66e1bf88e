"""One run of MkDocs, with one build or, under `serve`, many: what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.hosts.mkdocs import assets, nav_status, neighbours
from mkdocs_plan_plugin.hosts.mkdocs.build import Build
from mkdocs_plan_plugin.profile import Profile
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.views.render import SCRIPT
from mkdocs_plan_plugin.weave.extension import PlanExtension
from mkdocs_plan_plugin.weave.page_cache import PageCache
from mkdocs_plan_plugin.weave.readings import Readings
from mkdocs_plan_plugin.weave.rendering import Rendering

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from mkdocs_plan_plugin.preview.preview import Preview


class Run:
    """What outlives a build: plans as they were read, pages as they were shown, and the preview."""

    def __init__(self) -> None:
        self._readings = Readings()
        self._page_cache = PageCache()
        self._preview: Preview | None = None
        self._serving = False
        self._profile: Profile | None = None

    def begin(self, *, serving: bool) -> None:
        """Begin a run; `serving` says that its builds follow each other."""
        self._serving = serving
        self._readings.stated = []  # MkDocs keeps the plugin for the life of the process, whatever it builds

    def build(self, settings: Settings, config: MkDocsConfig) -> tuple[Build, Rendering]:
        """Return a new build and its pages; the site's configuration gets what both need."""
        if settings.profile and self._profile is None:
            self._profile = Profile()
        assets.add(config, icons=bool(settings.nav_status) and nav_status.shown_by(config))
        neighbours.start_again(config, SCRIPT)
        build = Build(
            settings,
            self._readings,
            config.theme.dirs,
            page_cache=self._page_cache,
            serving=self._serving,
            preview=self._opened(settings, config) if self._serving else None,
        )
        pages = Rendering(build.site, cache=self._page_cache)
        others = [each for each in config.markdown_extensions if not isinstance(each, PlanExtension)]
        config.markdown_extensions = [*others, pages.extension]  # type: ignore[list-item]
        return build, pages

    def without_site(self) -> tuple[Build, Rendering]:
        """Return what answers events as long as no build has begun: a build of nothing, and its pages."""
        build = Build(Settings(), self._readings, [])
        return build, Rendering(build.site)

    def serve(self, server: LiveReloadServer, build: Build) -> None:
        """Watch what a build has read outside of docs_dir; let pages change their plans."""
        for place in build.watched:
            server.watch(place)
        if self._serving and self._preview is not None:
            from mkdocs_plan_plugin.hosts.mkdocs import previewing  # noqa: PLC0415 - as above

            previewing.attach(server, self._preview)

    def _opened(self, settings: Settings, config: MkDocsConfig) -> Preview | None:
        """Return the preview if pages may change their plans by it, else None."""
        from mkdocs_plan_plugin.hosts.mkdocs import previewing  # noqa: PLC0415 - only where a site is served
        from mkdocs_plan_plugin.preview.preview import Preview  # noqa: PLC0415 - as above

        self._preview = self._preview or Preview()
        self._preview.open = previewing.wanted(settings, config)
        return self._preview if self._preview.open else None

    def tell_profile(self, build: Build) -> None:
        """Say where the time of a build went, if that was asked for."""
        if (profile := self.end_profile()) is not None:
            build.tell_profile(profile)

    def fail(self) -> None:
        """End the measuring of a build that failed, and let go of what it had opened."""
        self._page_cache.end()
        self.end_profile()

    def end_profile(self) -> Profile | None:
        """End the measuring; return what was measured, None for nothing."""
        profile, self._profile = self._profile, None
        if profile is not None:
            profile.end()
        return profile
