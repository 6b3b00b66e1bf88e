"""The addresses of the preview in front of a site's own (PEP 3333)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from mkdocs_plan_plugin.bug import describe
from mkdocs_plan_plugin.preview import FOLDER
from mkdocs_plan_plugin.preview.gate import JSON, LONGEST, Reply, Request, turned_away

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs_plan_plugin.preview.preview import Preview

EDIT = f"{FOLDER}edit"
SCRIPT = f"{FOLDER}preview.js"
STYLESHEET = f"{FOLDER}preview.css"
_TYPES = {SCRIPT: "text/javascript; charset=utf-8", STYLESHEET: "text/css; charset=utf-8"}


def in_front_of(
    app: WSGIApplication,
    preview: Preview,
    root: str,
    bound: Callable[[], tuple[str, int]],
    say: Callable[[str], None],
) -> WSGIApplication:
    """Return an app that answers the preview's own addresses below `root`, and leaves all else to `app`.

    Script and stylesheet are no files of the site, so that no built site has them. `bound` tells what the
    server listens on, `say` logs what was done.
    """

    def asked(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        name = path.removeprefix(root) if path.startswith(root) else ""
        if not preview.open or name not in (EDIT, *_TYPES):
            return app(environ, start)
        if name in _TYPES:
            content = (Path(__file__).parent / name.removeprefix(FOLDER)).read_bytes()
            return _sent(start, "200 OK", _TYPES[name], content)
        try:
            answer = turned_away(_request(environ), bound(), preview.token) or _carried_out(environ)
        except Exception as error:  # noqa: BLE001 - whatever it is, the page is told
            answer = Reply("500 Internal Server Error", f"{describe(error)}; please report it")
        say(f"preview: {answer.said}" if answer.status[0] == "2" else f"preview: refused, {answer.said}")
        return _sent(start, answer.status, JSON, msgspec.json.encode({"said": answer.said}))

    def _carried_out(environ: WSGIEnvironment) -> Reply:
        length = environ.get("CONTENT_LENGTH") or ""
        if not length.isdecimal() or int(length) > LONGEST:
            return Reply("413 Content Too Large", f"a change has no more than {LONGEST} bytes")
        return preview.answer(environ["wsgi.input"].read(int(length)))

    return asked


def _request(environ: WSGIEnvironment) -> Request:
    return Request(
        method=environ.get("REQUEST_METHOD", ""),
        host=environ.get("HTTP_HOST", ""),
        origin=environ.get("HTTP_ORIGIN", ""),
        site=environ.get("HTTP_SEC_FETCH_SITE", ""),
        content_type=environ.get("CONTENT_TYPE", ""),
        token=environ.get("HTTP_PLAN_TOKEN", ""),
    )


def _sent(start: StartResponse, status: str, kind: str, content: bytes) -> list[bytes]:
    headers = [
        ("Content-Type", kind),
        ("Content-Length", str(len(content))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    start(status, headers)
    return [content]
