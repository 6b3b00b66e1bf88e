"""Pages examined by several processes tell what one would have told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from mkdocs_plan_plugin.cli import main; main()", "check"]
PAGES = 120
"""More than two processes take at a time."""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    (folder / "mkdocs.yml").write_text("site_name: drawn\nplugins: [plan]\n", encoding="utf-8")
    plans = folder / "docs" / "plans"
    plans.mkdir(parents=True)
    for number in range(PAGES):
        text = (
            f"---\nplan: true\ndepends_on: {number // 2}.md\n---\n# Plan {number}\n\nTo do:\n- [ ] Fill it\n"
        )
        (plans / f"{number}.md").write_text(text, encoding="utf-8")
    (plans / "gone.md").write_text("---\nplan: true\ndepends_on: nowhere.md\n---\n# Gone\n", encoding="utf-8")
    return folder


def checked(folder: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("form", ["json", "text", "sarif"])
def test_the_number_of_processes_changes_nothing(docs: Path, form: str) -> None:
    one = checked(docs, "--no-cache", "--format", form, "--jobs", "1")
    assert "PLAN701" in one[1]
    assert "PLAN801" in one[1]
    assert checked(docs, "--no-cache", "--format", form, "--jobs", "2") == one
    assert checked(docs, "--no-cache", "--format", form) == one
    assert checked(docs, "--format", form) == one


def test_a_near_miss_with_a_directive_is_still_named(tmp_path: Path) -> None:
    page = tmp_path / "notes.md"
    page.write_text(
        "# Move the search\n\n<!-- plans:nonsense -->\n\n**Status:** Planning\n\n"
        "## Phase 1: A\n\n" + "- [ ] a\n" * 5 + "\n## Phase 2: B\n\n## Risks\n\n"
        "| Risk | Probability | Impact |\n|---|---|---|\n| Late | High | Low |\n",
        encoding="utf-8",
    )
    _, out, _ = checked(tmp_path, "--format", "json", "--jobs", "1", ".")
    assert '"name":"near-miss"' in out.replace(": ", ":")
    assert "plans:nonsense" in out
