"""Zensical, where it is installed, and the example site as it reads that."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import yaml

EXAMPLE = Path(__file__).parent.parent.parent / "example-site"
HOME = Path(os.environ.get("ZENSICAL_HOME") or Path(sys.executable).parent)
"""Where the commands of an environment with Zensical and this package are."""
IS_THERE = (HOME / "zensical").exists()
NO_ZENSICAL = "Zensical is not installed; `pip install zensical`, or name its bin folder in ZENSICAL_HOME"


def run(*command: str | Path, folder: Path | None = None, **environment: str) -> tuple[int, str]:
    """Call a command of that environment; return its exit status and what it said."""
    done = subprocess.run(
        [HOME / command[0], *command[1:]],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


def example(settings: dict[str, Any], folder: Path) -> None:
    """Write the example site as files that need no hook: what the example's writes into pages stands in them."""
    shutil.copytree(EXAMPLE / "docs", folder / "docs")
    spec = spec_from_file_location("hooks", EXAMPLE / "hooks.py")
    assert spec
    assert spec.loader
    hooks = module_from_spec(spec)
    spec.loader.exec_module(hooks)
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(hooks.on_page_markdown(page.read_text("utf-8")), "utf-8")
    settings = {name: value for name, value in settings.items() if name != "hooks"}
    extensions = [*settings["markdown_extensions"], "mkdocs_plan_plugin.zensical"]
    settings |= {"docs_dir": "docs", "site_dir": "site", "markdown_extensions": extensions}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")


def build(folder: Path, **environment: str) -> str:
    """Write index pages, data and assets, and build strictly; return what went wrong."""
    for command in (("mkdocs-plan", "write"), ("zensical", "build", "--strict")):
        status, said = run(*command, folder=folder, **environment)
        if status or "plan: " in said:
            return said
    return ""
