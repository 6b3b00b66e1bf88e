"""`python -m benchmarks.reading PLANS`: reading plans against rendering them, in one process.

Prints a JSON list, for each plan the ratio of processor time between our reader (text → Plan) and
Python-Markdown with the extensions of the sites. Each is the least of three, in turn.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable

from markdown import Markdown

from benchmarks import texts
from benchmarks.site import EXTENSIONS
from mkdocs_plan_plugin.api import Settings, read_plan


def ratios(plans: int) -> list[float]:
    """Read and render so many plans."""
    settings = Settings()
    names, options = list(EXTENSIONS), dict(EXTENSIONS)

    def read(text: str) -> None:
        read_plan(text, "plan.md", settings)

    def render(text: str) -> None:
        Markdown(extensions=names, extension_configs=options).convert(text)  # MkDocs makes one for each page

    read(texts.plan(0))
    render(texts.plan(0))
    return [_ratio(read, render, texts.plan(number)) for number in range(1, plans + 1)]


def _ratio(ours: Callable[[str], None], theirs: Callable[[str], None], text: str) -> float:
    pairs = [(_seconds(ours, text), _seconds(theirs, text)) for _ in range(3)]
    return min(a for a, _ in pairs) / min(b for _, b in pairs)


def _seconds(call: Callable[[str], None], text: str) -> float:
    start = time.process_time()
    call(text)
    return time.process_time() - start


if __name__ == "__main__":
    print(json.dumps(ratios(int(sys.argv[1]))))
