"""The preview of MkDocs, as far as plans can be changed from its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs_plan_plugin.preview.app import in_front_of
from mkdocs_plan_plugin.preview.gate import is_loopback
from mkdocs_plan_plugin.weave import report

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

    from mkdocs_plan_plugin.preview.preview import Preview
    from mkdocs_plan_plugin.settings import Settings


def wanted(settings: Settings, config: MkDocsConfig) -> bool:
    """True if pages may change their plans; a site that asks for it where others reach it is told."""
    if settings.preview_edits and not is_loopback(host := config.dev_addr.host):
        report.wrong(
            f"option 'preview_edits': the site is served on {host}, where others may reach it, so nothing can"
            " be changed from its pages. Serve it on 127.0.0.1"
        )
        return False
    return settings.preview_edits


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
            report.wrong("option 'preview_edits': nothing can be changed, as this server is not MkDocs' own")
        preview.open = False
        return

    def bound() -> tuple[str, int]:
        address, port = server.server_address[:2]
        return str(address), int(port)

    server.set_app(in_front_of(app, preview, root, bound, report.say))
    if preview.open:
        report.say("boxes can be ticked in the preview; what is ticked is written into the plans' files")
