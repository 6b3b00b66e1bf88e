"""The plans that a preview lets its pages change."""

from __future__ import annotations

import datetime as dt
import os
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.edits.write import FileChange, write
from mkdocs_plan_plugin.model import Phase, Plan, Task
from mkdocs_plan_plugin.preview.ask import Ask, Outdated, carried_out, part_like, read_ask, state_of, text_of
from mkdocs_plan_plugin.preview.gate import Reply
from mkdocs_plan_plugin.views.context import Spot
from mkdocs_plan_plugin.writing.page import Read


class Editable(NamedTuple):
    """A plan of the site as it was read last, and how its file is read again."""

    plan: Plan
    file: Path
    read: Read
    today: Callable[[], dt.date]


class Preview:
    """One run of a preview: its token, and its plans by their path from docs_dir.

    A build tells of its plans while pages of the one before it may still ask: each question is held to the
    file as it is then.
    """

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)
        self.open = False
        """True while the site is served as its owner allows it to be changed."""
        self._known: dict[str, Editable] = {}
        self._paths: dict[str, str] = {}
        self._docs = Path()
        self._one_by_one = threading.Lock()

    def know(self, path: str, known: Editable, docs: Path) -> None:
        """Take a plan; one whose file is outside of docs_dir is shown only."""
        self._docs = docs
        if place := _below(known.file, docs):
            self._paths[path] = place
            self._known[place] = known

    def place_of(self, path: str, part: Task | Phase) -> Spot | None:
        """Return where a part of the plan under a path is in its file; None for what can't be changed.

        A page that macros or snippets have changed shows parts that its file may have on another line.
        """
        place = self._paths.get(path, "")
        known = self._known.get(place)
        one = part_like(known.plan, part) if known else None
        return Spot(place, one.line, text_of(one), state_of(one)) if one else None

    def answer(self, body: bytes) -> Reply:
        """Change a file as a page asks, or say why not."""
        try:
            ask = read_ask(body)
            with self._one_by_one:
                return self._answered(ask)
        except Outdated as error:
            return Reply("409 Conflict", str(error))
        except Refused as error:
            return Reply("422 Unprocessable Content", str(error))

    def _answered(self, ask: Ask) -> Reply:
        known = self._known.get(ask.path)
        if known is None or _below(known.file, self._docs) != ask.path:
            return Reply("404 Not Found", f"the site has no plan '{ask.path}' that can be changed")
        try:
            before = known.file.read_bytes()
        except OSError as error:
            raise Outdated(f"{ask.path}: {error.strerror}") from None
        after = carried_out(ask, before, known.read, known.today())
        write([FileChange(known.file, before, after)])
        return Reply("200 OK", f"{ask.path}:{ask.line}")


def _below(file: Path, docs: Path) -> str:
    """Return the path of a file from docs_dir, links followed; empty outside of it."""
    real, above = os.path.realpath(file), os.path.join(os.path.realpath(docs), "")  # noqa: PTH118
    if not os.path.normcase(real).startswith(os.path.normcase(above)):
        return ""
    return real[len(above) :].replace(os.sep, "/")
