"""The Markdown extension that shows plans where Zensical builds the site: `mkdocs_plan_plugin.zensical`.

Zensical runs no plugins of others, but Python-Markdown and its extensions. What it tells an extension of the
page is not documented: where it is not as expected, pages come out as without us. In any other host the
extension does nothing, so that one `mkdocs.yml` serves MkDocs and Zensical. An exception here would end the
build, so that none gets out.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension

if TYPE_CHECKING:
    from markdown import Markdown

    from mkdocs_plan_plugin.hosts.live import LiveSite

_CONTEXT = "ContextPreprocessor"
"""The name of what Zensical gives each page: `.page.path`, `.page.meta` and `.config`."""
_log = logging.getLogger("mkdocs.plugins.plan")
_sites: dict[Path, LiveSite | None] = {}
_lock = threading.RLock()
_inside = threading.local()


class PlanPages(Extension):
    """Puts views into the pages of a site that Zensical builds."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Wrap the conversion of a page. Conversions inside of it, of bits of text, stay as they are."""
        if getattr(_inside, "page", False):
            return
        with _survived():
            context = next((one for one in md.preprocessors if type(one).__name__ == _CONTEXT), None)
            path = getattr(getattr(context, "page", None), "path", None)
            if not isinstance(path, str) or (site := _site()) is None:
                return
            site.extension.extendMarkdown(md)
            md.convert = _converted(md.convert, site, path)  # type: ignore[method-assign,assignment]


def _converted(convert: Callable[[str], str], site: LiveSite, path: str) -> Callable[[str], str]:
    def whole(text: str) -> str:
        if getattr(_inside, "page", False):
            return convert(text)
        with _lock:
            _inside.page = True
            try:
                with _survived():
                    return site.convert(path, text, convert)
                site.give_up()
                return convert(text)
            finally:
                _inside.page = False

    return whole


def _site() -> LiveSite | None:
    """Return the site of the configuration that Zensical was called with; None where it can't be read."""
    file = _configuration()
    with _lock:
        if file not in _sites:
            _sites[file] = None
            _sites[file] = _opened(file)
        return _sites[file]


def _opened(file: Path) -> LiveSite:
    from mkdocs_plan_plugin.cli.config import read, whole  # noqa: PLC0415 - only where Zensical builds
    from mkdocs_plan_plugin.hosts.live import LiveSite  # noqa: PLC0415

    if not _log.handlers:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
        handler.setFormatter(logging.Formatter("plan: %(message)s"))
        _log.addHandler(handler)
    return LiveSite(file, lambda: (whole(file), read(file).settings), serving="serve" in sys.argv[1:2])


def _configuration() -> Path:
    """Return the configuration file, as Zensical finds it: what `-f` names, else the first that is there."""
    given = sys.argv[1:]
    for at, word in enumerate(given):
        if word in ("-f", "--config-file") and at + 1 < len(given):
            return Path(given[at + 1]).absolute()
        if word.startswith("--config-file="):
            return Path(word.partition("=")[2]).absolute()
    names = ("zensical.toml", "mkdocs.yml", "mkdocs.yaml")
    return next((path for name in names if (path := Path(name)).is_file()), Path("mkdocs.yml")).absolute()


@contextmanager
def _survived() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # noqa: BLE001 - whatever it is, Zensical must go on
        print(f"plan: {type(error).__name__}: {error}; pages are shown without plans", file=sys.stderr)  # noqa: T201


def makeExtension(**options: Any) -> PlanPages:  # noqa: ANN401, N802 - Python-Markdown's name
    """Return the extension, as Python-Markdown asks for it."""
    return PlanPages(**options)
