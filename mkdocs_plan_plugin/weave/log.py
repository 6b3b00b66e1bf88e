"""What is said in the build's log, under `mkdocs.plugins.plan`.

Only findings of severity error, or what the option `strict_on` says, are log warnings, which
`--strict` turns into a failed build. All else is information: a plan must not break a build that
would pass without the plugin.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from mkdocs_plan_plugin.bug import describe
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Finding

_INDENT = regex(" *")

_log = logging.getLogger("mkdocs.plugins.plan")


def _tell(level: int, message: str) -> None:
    _log.log(level, f"plan: {message}")


def say(message: str) -> None:
    """Log what concerns the site."""
    _tell(logging.INFO, one_line(message))


def table(lines: Iterable[str]) -> None:
    """Log lines of the plugin that belong together."""
    _tell(logging.INFO, "\n".join(lines))


def at(path: str, line: int, message: str) -> None:
    """Log what concerns a place in a page; line 0 stands for the page."""
    say(f"{path}:{line}: {message}" if line else f"{path}: {message}")


def wrong(message: str) -> None:
    """Log that a setting or directive is wrong, so that `--strict` counts it."""
    _tell(logging.WARNING, one_line(message))


def finding(path: str, found: Finding, *, raised: bool) -> None:
    """Log a finding, with what to write instead; as a warning where it is raised."""
    instead = f". Write: {found.replacement}" if found.replacement else ""
    place = f"{path}:{found.line}: " if path and found.line else f"{path}: " if path else ""
    message = one_line(f"{place}{found.severity} {found.code} {found.message}{instead}")
    _tell(logging.WARNING if raised else logging.INFO, message)


class Guarded:
    """Does without what is made inside if that fails by a fault of our own."""

    __slots__ = ("_path", "_what")

    def __init__(self, what: str, path: str = "") -> None:
        self._what, self._path = what, path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> bool:
        """Say what went wrong, whatever it is: the site must come out."""
        if isinstance(error, Exception):
            bug(self._path, error, self._what)
            return True
        return False


_Handler = TypeVar("_Handler", bound=Callable[..., Any])


def survived(handler: _Handler) -> _Handler:
    """Let a handler of an event change nothing where it fails: to MkDocs None says so."""

    @wraps(handler)
    def handled(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - as the handler does
        file = getattr(named.get("page"), "file", None)
        with Guarded("what the plugin does", getattr(file, "src_uri", "")):
            return handler(*given, **named)
        return None

    return cast("_Handler", handled)


def bug(path: str, error: Exception, what: str = "all views") -> None:
    """Log a fault of our own, or of a site's own template: it costs a page its views but not the build."""
    said = describe(error, "mkdocs-plan-plugin or in a template of this site")
    place = f"{path}: " if path else ""
    where = "`mkdocs build --verbose` shows where; please report it."
    say(f"{place}shown without {what} because of {said}. {where}")
    for line in "".join(traceback.format_exception(error)).splitlines():
        _tell(logging.DEBUG, f"| {_INDENT.match(line)[0]}{one_line(line)}")  # type: ignore[index] # matches any line
