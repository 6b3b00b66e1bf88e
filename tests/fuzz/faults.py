"""What a run of fuzzing found, each fault once."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable

SLOW = 2.0
"""Seconds of processor time that no text of a few thousand characters may take."""


class SlowError(Exception):
    """A text took too long."""


class Faults:
    """The faults of one target, known by where they are raised; the first text of each is kept."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.count = 0
        self.kept: dict[str, str] = {}
        self._begun = time.monotonic()
        self._last = ""

    def tried(self, target: Callable[[str], None], text: str, *, again: bool = False) -> None:
        """Try a text; keep it if it shows a new fault, and with `again` raise that, to see it made shorter."""
        self.count += 1
        begun = time.process_time()
        try:
            target(text)
            _refuse_slow(time.process_time() - begun)
        except Exception as error:
            where = _where(error)
            if where in self.kept:
                return
            self._last = text
            if again:
                raise
            self._keep(where, text)

    def keep(self, error: Exception) -> None:
        """Keep the shortest text of a fault that was raised again."""
        self._keep(_where(error), self._last)

    def _keep(self, where: str, text: str) -> None:
        self.kept[where] = text
        print(f"{self.target}: {where}\n  {text!r}", file=sys.stderr, flush=True)

    def tell(self) -> None:
        """Say how many texts were tried, in how long, and how many faults were found."""
        minutes = (time.monotonic() - self._begun) / 60
        print(
            f"{self.target}: {self.count} texts in {minutes:.1f} minutes, {len(self.kept)} faults", flush=True
        )


def _refuse_slow(seconds: float) -> None:
    if seconds > SLOW:
        raise SlowError


def _where(error: Exception) -> str:
    """Return the kind of an error, and the line it was raised at."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        frame for frame in frames if "mkdocs_plan_plugin" in frame.filename or "targets" in frame.filename
    ]
    last = (ours or frames)[-1]
    return f"{type(error).__name__} at {last.filename.rpartition('/')[2]}:{last.lineno}"
