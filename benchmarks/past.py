"""`python -m benchmarks.past FOLDER`: what the history of a site's plans takes, once what it says is kept.

Prints a JSON list: processor seconds of ours and of `git log --oneline` over the same files, each with its
children.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import texts
from mkdocs_plan_plugin.api import Settings, read_portfolio
from mkdocs_plan_plugin.history.past import Past


def measured(folder: Path) -> tuple[float, float]:
    """Ask for the history of all plans, and git for the commits of the files."""
    docs, plans = folder / "docs", read_portfolio(folder / "docs").plans
    said: list[str] = []

    def ask() -> None:
        past = Past(
            docs,
            Settings(history=True),
            dt.date.fromisoformat(texts.TODAY),
            file=lambda plan: str(docs / plan.path),
            about=lambda: b"",
            say=said.append,
            site=folder,
        )
        if len(past.histories(plans)) != len(plans):
            raise RuntimeError(f"plans without a history: {said}")

    ask()  # the first time reads what is kept then
    list_commits = ["git", "-C", str(folder), "log", "--oneline", "--", "docs"]
    return _seconds(ask), _seconds(
        lambda: subprocess.run(list_commits, stdout=subprocess.DEVNULL, check=True)
    )


def _seconds(call: Callable[[], object]) -> float:
    before = _used()
    call()
    return _used() - before


def _used() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))
