"""A second build, which finds what the first has kept, comes out as the first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading.page import Reading
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.weave import readings
from mkdocs_plan_plugin.weave.readings import Readings
from tests.site import Built

FIXTURES = Path(__file__).parent.parent / "fixtures" / "reading"

SITE = """
mkdocs.yml
  plugins:
    - search
    - plan: {{index: {{home: plans/index.md, risks: plans/risks.md, health: plans/health.md}}{options}}}
docs/notes.md
  # Notes

  <!-- plans:table -->
"""


def files(built: Built) -> dict[str, bytes]:
    site = built.root / "site"
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file() and file.name != "sitemap.xml.gz"  # holds the time
    }


@pytest.fixture
def plans_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the plans that are read from their text, where each build is a process of its own."""
    paths: list[str] = []
    read, begin = readings.read, Readings.begin

    def reading(text: str, path: str, settings: Settings, **given: object) -> Reading:
        found = read(text, path, settings, **given)  # type: ignore[arg-type]
        if isinstance(found.found, Plan):
            paths.append(path)
        return found

    def beginning(memory: Readings, *given: object) -> None:
        memory._kept.clear()  # MkDocs keeps a plugin from one build of a process to the next
        begin(memory, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(readings, "read", reading)
    monkeypatch.setattr(Readings, "begin", beginning)
    return paths


@pytest.fixture
def build_plans(build: Callable[..., Built], tmp_path: Path) -> Callable[..., Built]:
    """Build the plans of the fixtures, with options of the plugin."""
    shutil.copytree(FIXTURES, tmp_path / "docs" / "plans", ignore=shutil.ignore_patterns("*.json"))
    return lambda options="": build(SITE.format(options=options))


def test_it_reads_no_plan_and_shows_the_same(
    build_plans: Callable[..., Built], plans_read: list[str]
) -> None:
    first = build_plans()
    shown, count = files(first), len(plans_read)
    assert count > 10
    second = build_plans()
    assert len(plans_read) == count
    assert files(second) == shown
    assert second.ours == first.ours


def test_it_reads_the_plan_that_was_edited(
    build_plans: Callable[..., Built], plans_read: list[str], tmp_path: Path
) -> None:
    build_plans()
    path = plans_read[0]
    edited = tmp_path / "docs" / path
    edited.write_text(edited.read_text(encoding="utf-8") + "\n- [ ] one more\n", encoding="utf-8")
    plans_read.clear()
    build_plans()
    assert plans_read == [path]


@pytest.mark.parametrize("option", [", cache: false", ", stale_after: 1"])
def test_it_reads_all_where_it_must(
    build_plans: Callable[..., Built], plans_read: list[str], option: str
) -> None:
    build_plans()
    count = len(plans_read)
    build_plans(option)
    assert len(plans_read) == 2 * count
