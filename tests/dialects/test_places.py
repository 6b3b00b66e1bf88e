"""Where files of a dialect stand: as a site sees them, and as the command line does."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.dialects import Dialects, Seen
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.front_matter import FrontMatter

DIALECTS = Dialects(Settings())

TASK = "# Lamps\n\n### Task 1: Hall\n"


@pytest.mark.parametrize(
    ("path", "dialect"),
    [
        ("superpowers/plans/lamps.md", "superpowers"),
        ("docs/superpowers/plans/lamps.md", "superpowers"),
        ("home/me/lamps/docs/superpowers/plans/lamps.md", "superpowers"),
        ("Docs/Superpowers/Plans/Lamps.md", "superpowers"),
        ("docs/superpowers/specs/lamps.md", ""),
        ("docs/superpowers/plans/old/lamps.md", ""),
        ("specs/001-lamps/tasks.md", "spec-kit"),
        ("specs/20260102-lamps/spec.md", "spec-kit"),
        ("specs/001-lamps/research.md", ""),
        ("specs/001-lamps/checklists/tasks.md", ""),
        ("openspec/changes/lamps/tasks.md", "openspec"),
        ("openspec/changes/archive/2026-01-02-lamps/proposal.md", "openspec"),
        ("openspec/specs/lamps/spec.md", ""),
        (".cursor/plans/lamps.md", "cursor"),
        (".planning/ROADMAP.md", "gsd"),
        (".planning/milestones/v1.0-ROADMAP.md", "gsd"),
        (".planning/STATE.md", ""),
        ("keps/sig-garden/17-hedge/README.md", "kep"),
        ("rfcs/text/0042-hedge.md", "rfc"),
        ("rfcs/README.md", ""),
    ],
)
def test_a_path_tells_the_dialect(path: str, dialect: str):
    assert DIALECTS.of(Seen(path, TASK, FrontMatter())).dialect.name == dialect
