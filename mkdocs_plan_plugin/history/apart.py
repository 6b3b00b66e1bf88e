"""Versions of plans read by a process of its own, so that `mkdocs serve` never waits for them.

What it reads stays in the user's cache folder, where the next rebuild finds it.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import msgspec

from mkdocs_plan_plugin.settings import Settings

_READER = "mkdocs_plan_plugin.history.reader"
"""What runs in the process; it reads an order from its standard input."""


class Order(msgspec.Struct, kw_only=True):
    """What is to be read; see `Past`."""

    docs_dir: str
    settings: Settings
    today: dt.date
    about: bytes
    site: str
    files: list[str]
    """The files of plans, on disk."""


_running: subprocess.Popen[bytes] | None = None
"""The process that reads; there is one at a time."""


def begin(order: Order) -> None:
    """Begin to read, unless that is going on already."""
    global _running  # noqa: PLW0603 - one for all builds of a `serve`
    if _running is not None and _running.poll() is None:
        return
    _running = subprocess.Popen(  # noqa: S603 - a module of this package
        [sys.executable, "-m", _READER],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if _running.stdin is not None:
        with _running.stdin as given:
            given.write(msgspec.json.encode(order))
