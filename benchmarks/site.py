"""Sites to build: the same pages under several configurations, with and without the plugin."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks import texts

EXTENSIONS: dict[str, dict[str, object]] = {
    "admonition": {},
    "attr_list": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.details": {},
    "pymdownx.highlight": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}
"""What a site with Material for MkDocs usually has."""

_PLUGINS: dict[str, dict[str, object]] = {
    "without": {},
    "with": {"plan": {"today": texts.TODAY, "cache": False}},
    "again": {"plan": {"today": texts.TODAY}},
}
"""`again` finds what a build before it has kept; the others read every plan, as on a new machine."""


def write(folder: Path, text: Callable[[int], str], pages: int, *, prune: bool = False) -> Path:
    """Write a site of so many pages; `without.yml`, `with.yml` and `again.yml` configure it.

    With `prune` the theme leaves out of the navigation what a page does not show.
    """
    for number in range(pages):
        file = folder / "docs" / texts.path(text, number)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(number), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Start\n", encoding="utf-8")
    for name, plugin in _PLUGINS.items():
        config = {
            "site_name": "Benchmark",
            "site_dir": f"site-{name}",
            "theme": {"name": "material", "font": False, "features": ["navigation.prune"] * prune},
            "plugins": {"search": {}, **plugin},
            "markdown_extensions": EXTENSIONS,
        }
        (folder / f"{name}.yml").write_text(json.dumps(config), encoding="utf-8")
    (folder / "mkdocs.yml").write_bytes((folder / "again.yml").read_bytes())
    return folder


def commit(folder: Path, rounds: int) -> None:
    """Make a site a repository of so many commits, each of which changes every page."""
    git = ["git", "-C", str(folder), "-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    for number in range(rounds):
        for file in (folder / "docs").rglob("*.md"):
            file.write_text(f"{file.read_text('utf-8')}\nChange {number}.\n", "utf-8")
        subprocess.run([*git, "add", "docs"], check=True)
        subprocess.run([*git, "commit", "--quiet", "-m", f"Change {number}"], check=True)
