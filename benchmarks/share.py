"""`python -m benchmarks.share CONFIG [REBUILDS]`: the plugin's own time in builds of a site.

Prints a JSON list of [our seconds, all seconds] of processor time, of the first build and of each rebuild
behind an edit, all in one process as under `mkdocs serve`.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

import mkdocs_plan_plugin

_TRIES = 10_000


class Clock:
    """Adds up the time spent in calls; a call inside another one counts once.

    To read the time takes as long as some handlers do: what a call that does nothing is charged is left out.
    """

    def __init__(self) -> None:
        self.seconds = self._of_itself = 0.0
        self._inside = False
        nothing = self.timed(int)
        for _ in range(_TRIES):
            nothing()
        self.seconds, self._of_itself = 0.0, self.seconds / _TRIES

    def timed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return the call with its time added up."""

        @wraps(call)
        def timed(*positional: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever it takes and returns
            if self._inside:
                return call(*positional, **named)
            self._inside, start = True, time.process_time()
            try:
                return call(*positional, **named)
            finally:
                self.seconds += time.process_time() - start - self._of_itself
                self._inside = False

        return timed

    def put_on(self, config: MkDocsConfig) -> None:
        """Time the plugin's handlers of all events, and what its Markdown extension registers."""

        def also_extension(handler: Callable[..., Any]) -> Callable[..., Any]:
            def on_config(config: MkDocsConfig) -> MkDocsConfig:
                configured: MkDocsConfig = handler(config) or config
                for extension in filter(_ours, configured.markdown_extensions):
                    self._put_on_extension(extension)  # type: ignore[arg-type]
                return configured

            return on_config

        for event, handlers in config.plugins.events.items():
            for at, handler in enumerate(handlers):
                if _ours(getattr(handler, "__self__", None)):
                    timed = self.timed(handler)
                    handlers[at] = also_extension(timed) if event == "config" else timed

    def _put_on_extension(self, extension: Extension) -> None:
        extend = self.timed(extension.extendMarkdown)

        def extended(md: Markdown) -> None:
            extend(md)
            for part in (*md.preprocessors, *md.treeprocessors, *md.postprocessors):
                if _ours(part):
                    part.run = self.timed(part.run)

        extension.extendMarkdown = extended  # type: ignore[method-assign]


def _ours(thing: object) -> bool:
    return type(thing).__module__.partition(".")[0] == mkdocs_plan_plugin.__name__


def shares(file: Path, rebuilds: int) -> list[tuple[float, float]]:
    """Build a site, and again behind each of so many edits."""
    found = []
    for number in range(rebuilds + 1):
        if number:
            pages = sorted((file.parent / "docs").rglob("area-*/*.md"))
            page = pages[number * len(pages) // (rebuilds + 1)]
            page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
        clock, start = Clock(), time.process_time()
        config = load_config(str(file))
        if not number:
            config.plugins.on_startup(command="serve" if rebuilds else "build", dirty=False)
        clock.put_on(config)
        build(config)
        found.append((clock.seconds, time.process_time() - start))
    return found


if __name__ == "__main__":
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    print(json.dumps(shares(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)))
