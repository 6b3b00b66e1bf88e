"""The preview of MkDocs, as far as plans can be changed from its pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.preview.app import in_front_of
from mkdocs_plan_plugin.preview.gate import is_loopback
from mkdocs_plan_plugin.preview.preview import Editable
from mkdocs_plan_plugin.reading.page import read
from mkdocs_plan_plugin.today import today
from mkdocs_plan_plugin.weave import log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from mkdocs_plan_plugin.preview.preview import Preview
    from mkdocs_plan_plugin.reading.outline import Outline
    from mkdocs_plan_plugin.settings import Settings
    from mkdocs_plan_plugin.weave.page import SitePage, Source
    from mkdocs_plan_plugin.weave.readings import Around
    from mkdocs_plan_plugin.weave.site import Site


def wanted(settings: Settings, config: MkDocsConfig) -> bool:
    """True if pages may change their plans; a site that asks for it where others reach it is told."""
    if settings.preview_edits and not is_loopback(host := config.dev_addr.host):
        log.wrong(
            f"option 'preview_edits': the site is served on {host}, where others may reach it, so nothing can"
            " be changed from its pages. Serve it on 127.0.0.1"
        )
        return False
    return settings.preview_edits


def let_change(site: Site, sources: Iterable[Source], around: Callable[[SitePage], Around]) -> None:
    """Tell the preview of the plans, and how it reads them again; `around` tells what a page is read by."""
    for source in sources if site.preview else ():
        page = source.page
        if site.preview and source.plan and not source.plan.template and page.file:
            again = partial(_read_again, page, site.settings, around)
            known = Editable(source.plan, Path(page.file), again, partial(today, site.settings))
            site.preview.know(page.path, known, site.docs)


def _read_again(
    page: SitePage, settings: Settings, around: Callable[[SitePage], Around], text: str
) -> tuple[Plan, Outline]:
    """Return the plan that a text is in the place of a page's."""
    found, outline, _ = read(text, page.path, settings, **around(page)._asdict())
    if not isinstance(found, Plan) or outline is None:
        raise Refused("written so, the page would be no plan; edit it by hand")
    return found, outline


def attach(server: LiveReloadServer, preview: Preview) -> None:
    """Put the addresses of the preview in front of a server's own.

    `set_app` and its like are those of the standard library's `WSGIServer`, which MkDocs' server is. Where
    one of another kind takes its place, nothing can be changed, and the log says so.
    """
    try:
        app, root = server.get_app(), server.mount_path
    except AttributeError:
        app = None
    if app is None:
        if preview.open:
            log.wrong("option 'preview_edits': nothing can be changed, as this server is not MkDocs' own")
        preview.open = False
        return

    def bound() -> tuple[str, int]:
        address, port = server.server_address[:2]
        return str(address), int(port)

    server.set_app(in_front_of(app, preview, root, bound, log.say))
    if preview.open:
        log.say("boxes can be ticked in the preview; what is ticked is written into the plans' files")
