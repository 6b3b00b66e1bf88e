"""A site drawn in one string, built for real.

A line without indentation names a file; the indented lines under it are what it holds:

    mkdocs.yml
      nav: [index.md]
    docs/index.md
      # Welcome

`site_name`, the plugin and a page to start from are there without being drawn (the latter unless an
`index.md` is).
"""

from __future__ import annotations

import logging
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

DEFAULTS: dict[str, Any] = {"site_name": "Site", "plugins": ["search", "plan"]}


@dataclass
class Built:
    """What a build left behind."""

    root: Path
    log: list[str] = field(default_factory=list)
    """All lines of the log, `LEVEL message`."""

    @property
    def ours(self) -> list[str]:
        """The plugin's own lines, without its name."""
        return [
            line.replace("plan: ", "", 1) for line in self.log if line.partition(" ")[2].startswith("plan: ")
        ]

    @property
    def warnings(self) -> list[str]:
        return [line for line in self.log if not line.startswith(("INFO", "DEBUG"))]

    def path(self, url: str) -> Path:
        """The file behind an address, e.g. `plans/a/`."""
        path = self.root / "site" / url
        return path / "index.html" if url.endswith("/") or not url else path

    def html(self, url: str) -> str:
        return self.path(url).read_text(encoding="utf-8")

    def page(self, url: str) -> BeautifulSoup:
        return BeautifulSoup(self.html(url), "html.parser")

    def pages(self) -> dict[str, BeautifulSoup]:
        """All pages by address."""
        site = self.root / "site"
        return {
            path.relative_to(site).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
            for path in sorted(site.rglob("*.html"))
        }


def draw(root: Path, drawn: str) -> None:
    """Write the files of a drawn site."""
    name, body = "", []

    def write() -> None:
        if name:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent("\n".join(body)).rstrip("\n") + "\n", encoding="utf-8")

    for line in textwrap.dedent(drawn).strip("\n").split("\n"):
        if line and not line[0].isspace():
            write()
            name, body = line.strip(), []
        else:
            body.append(line)
    write()


def build(
    root: Path, drawn: str = "", *, dirty: bool = False, command: str = "build", **options: Any
) -> Built:
    """Build a drawn site in `root`; `options` go before what its `mkdocs.yml` says.

    Fails where the plugin had to hide a fault of its own.
    """
    (root / "docs").mkdir(parents=True, exist_ok=True)
    draw(root, drawn)
    start = root / "docs" / "index.md"
    if not any((root / "docs").rglob("index.md")):
        start.write_text("# Start\n", encoding="utf-8")
    written = root / "mkdocs.yml"
    own = yaml.safe_load(written.read_text(encoding="utf-8")) if written.exists() else {}
    config_file = root / "built.yml"
    config_file.write_text(yaml.safe_dump(DEFAULTS | (own or {}) | options), encoding="utf-8")

    built = Built(root)
    logger = logging.getLogger("mkdocs")
    level, handler = logger.level, _Lines(built.log)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        config = load_config(str(config_file))
        config.plugins.on_startup(command=command, dirty=dirty)
        mkdocs_build(config, dirty=dirty)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)
    bugs = [line for line in built.ours if "a bug in" in line]
    assert not bugs, bugs[:3]
    return built


class _Lines(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()}")
