"""`mkdocs-plan fix`: what has one right answer is written, and nothing else changes."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.history.drawn import Drawn

Run = Callable[..., Ran]
SITE = """
mkdocs.yml: "site_name: x\\nplugins: [plan]\\n"
"""


def fixed(tmp_path: Path, run: Run, text: str, *words: str) -> str:
    """A drawn plan as `fix` leaves it; a second run must find nothing to do."""
    file = tmp_path / "plan.md"
    file.write_text(f"---\nplan: true\n---\n{text}", "utf-8", newline="")
    ran = run("", "fix", str(file), *words)
    assert ran.status == 0, ran.err
    once = file.read_bytes()
    again = run("", "fix", str(file), *words)
    assert (again.out.splitlines()[0], file.read_bytes()) == ("nothing to fix", once)
    return once.decode().removeprefix("---\nplan: true\n---\n")


TYPED = "# Plan\n\n**Progress:** {}\n\n## Phase 1: Dig ✅\n\n## Phase 2: Fill\n\n**Status:** Pending\n"
MATRIX = """# Plan

## Risk Assessment

### Risk 1: Flood

**Probability:** High

**Impact:** Low

### Risk 2: Fire | smoke

**Probability:** Medium

**Impact:** High

### Risk Matrix

| Risk | Probability | Impact |
|------|-------------|--------|
| Flood | {} | Low |
{}"""
PHASES = "# Plan\n\nSee [Measure](#phase-{0}-measure).\n\n## Phase 1: Dig\n\n- [ ] a\n\n## Phase {0}: Measure\n\n### Step {0}.1: Aim\n\n- [ ] b\n"
CONTENTS = "# Plan\n\n## Table of Contents\n\n{}\n## Summary\n\nA.\n\n## Goals\n\nB.\n\n## Risks\n\nNone.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # typed progress: the numbers, and nothing of what stands around them
        (TYPED.format("2/2 phases complete (100%)"), TYPED.format("1/2 phases complete (50%)")),
        (TYPED.format("2 of 2 phases (100 %), see below"), TYPED.format("1 of 2 phases (50 %), see below")),
        (TYPED.format("████████ 100%"), TYPED.format("████████ 50%")),
        (TYPED.format("██████░░ 75%"), TYPED.format("████░░░░ 50%")),
        # spelling of a status, its emoji, damage
        ("# Plan\n\n**Status:** In Progres\n", "# Plan\n\n**Status:** In Progress\n"),
        ("# Plan\n\n**Status:** ✅ In Progress\n", "# Plan\n\n**Status:** 🔄 In Progress\n"),
        ("# Plan\n\n**Status:** ‚úÖ Complete  \n", "# Plan\n\n**Status:** ✅ Complete  \n"),
        ("# Plan\n\nüîÑ a\u00a0b, ‚è≥ c\n", "# Plan\n\n🔄 a\u00a0b, ⏳ c\n"),
        # boxes
        ("# Plan\n\n- [x] a\n- [] b\n- [x]c\n-[ ] d\n", "# Plan\n\n- [x] a\n- [ ] b\n- [x] c\n- [ ] d\n"),
        ("# Plan\n\n- \\[ \\] a\n- \\[x\\] b  \n", "# Plan\n\n- [ ] a\n- [x] b  \n"),
        ("# Plan\n\n• [ ] a\n• [x] b\n", "# Plan\n\n- [ ] a\n- [x] b\n"),
        # dates whose order is decided
        ("# Plan\n\n**Created:** 15/02/2025 (draft)\n", "# Plan\n\n**Created:** 2025-02-15 (draft)\n"),
        ("# Plan\n\n**Created:** 3.2.2025\n", "# Plan\n\n**Created:** 2025-02-03\n"),
        ("# Plan\n\n**Created:** 2025/2/3\n", "# Plan\n\n**Created:** 2025-02-03\n"),
        ("# Plan\n\n**Created:** 03/04/2025\n", "# Plan\n\n**Created:** 03/04/2025\n"),
        ("# Plan\n\n**Created:** March 3, 2025\n", "# Plan\n\n**Created:** March 3, 2025\n"),
        # risk matrix
        (
            MATRIX.format("Medium", ""),
            MATRIX.format("High", "| Fire \\| smoke | Medium | High |\n"),
        ),
        # numbering with the links to it
        (PHASES.format(3), PHASES.format(2)),
        (PHASES.format(1), PHASES.format(1).replace("## Phase 1: M", "## Phase 2: M")),
        # contents
        (
            CONTENTS.format("- [Summary](#summry)\n- [Costs](#costs)\n- [Risks](#risks)\n"),
            CONTENTS.format("- [Summary](#summary)\n- [Goals](#goals)\n- [Risks](#risks)\n"),
        ),
        (
            CONTENTS.format("1. [Summary](#summary)\n2. [Risks](#risks)\n"),
            CONTENTS.format("1. [Summary](#summary)\n2. [Goals](#goals)\n3. [Risks](#risks)\n"),
        ),
        # lists
        ("# Plan\n\nTo do:\n- [ ] a\n  - [ ] b\n", "# Plan\n\nTo do:\n\n- [ ] a\n    - [ ] b\n"),
        ("# Plan\n\n1. a\n   - b\n2. c\n", "# Plan\n\n1. a\n    - b\n2. c\n"),
    ],
)
def test_one_right_answer_is_written(before: str, after: str, tmp_path: Path, run: Run) -> None:
    if before == PHASES.format(1):  # whose the link is, nobody knows
        after = before.replace("## Phase 1: Measure", "## Phase 2: Measure")
        before, after = (text.replace("See [Measure](#phase-1-measure).", "See.") for text in (before, after))
        after = after.replace("Step 1.1", "Step 2.1")
    assert fixed(tmp_path, run, before) == after


@pytest.mark.parametrize(
    "text",
    [
        # two answers: the number is named, was somebody's, or falls
        PHASES.format(3).replace("See", "After Phase 3 see"),
        PHASES.format(3).replace("See", "Phase 2 was dropped. See"),
        "# Plan\n\n## Phase 2: a\n\n- [ ] a\n\n## Phase 1: b\n\n- [ ] b\n\n## Phase 1: c\n\n- [ ] c\n",
        # a choice, and blanks to fill in
        "# Plan\n\n**Status:** Going\n",
        "# Plan\n\n**Status:** In Progress\n",
        # words, where a mark would take their place
        "# Plan\n\n- [x] a\n- [BLOCKED] b\n",
        # switched off by its author
        "# Plan\n\n<!-- plan: ignore PLAN312 (a picture) -->\n- [x] a\n- [] b\n",
        # in code
        "# Plan\n\n```\n- [] a\n```\n",
    ],
)
def test_nothing_else_is_touched(text: str, tmp_path: Path, run: Run) -> None:
    assert fixed(tmp_path, run, text) == text


def test_newlines_mark_and_comments_of_front_matter_stay(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "plan.md"
    before = "\ufeff---\r\nplan: true # ours\r\nstatus:   Complte   # since May\r\n---\r\n# Plan\r\n\r\n\tcode  \r\n\r\n- [x]a"
    file.write_text(before, "utf-8", newline="")
    assert run("", "fix", str(file)).status == 0
    assert file.read_bytes().decode() == before.replace("Complte", "Complete").replace("- [x]a", "- [x] a")


STALE = "# Plan\n\n## Phase 1: Dig\n\n**Status:** ⏳ Pending\n\n- [x] a\n- [ ] b\n\n## Phase 2: Fill\n\n**Status:** ✅ Done\n"


class TestUnsafe:
    """What changes the meaning of a plan is written only where it is asked for."""

    def test_it_is_named_and_left(self, tmp_path: Path, run: Run) -> None:
        file = tmp_path / "plan.md"
        file.write_text(f"---\nplan: true\n---\n{STALE}")
        ran = run("", "fix", str(file))
        assert ran.out.splitlines() == [
            "nothing to fix",
            "1 more with --unsafe, which changes what plans say; look at it with --diff first",
        ]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            (STALE, STALE.replace("⏳ Pending", "🔄 In Progress")),
            (STALE.replace("[ ]", "[x]"), STALE.replace("[ ]", "[x]").replace("⏳ Pending", "✅ Done")),
            (STALE.replace("⏳ Pending", "Offen"), STALE.replace("⏳ Pending", "In Arbeit")),
            (STALE.replace("⏳ Pending", "Complete"), STALE.replace("⏳ Pending", "In Progress")),
        ],
    )
    def test_states_come_from_tasks_in_the_words_of_the_page(
        self, before: str, after: str, tmp_path: Path, run: Run
    ) -> None:
        assert fixed(tmp_path, run, before, "--unsafe") == after

    def test_the_date_of_the_last_update_comes_from_git(
        self, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782907200")  # 1 July 2026
        drawn = Drawn(tmp_path)
        text = "---\nplan: true\n---\n# Plan\n\n**Last Updated:** 2026-01-10{}\n"
        drawn.commit("2026-01-10", "mkdocs.yml\n  site_name: Ours\n  plugins: [plan]\n")
        file = drawn.root / "docs/plan.md"
        file.parent.mkdir()
        for day, more in (("2026-01-10", ""), ("2026-03-05", "\n\nMore.")):
            file.write_text(text.format(more))
            drawn.commit(day)
        assert run("", "fix", "--unsafe").status == 0
        assert file.read_text() == text.format("\n\nMore.").replace("2026-01-10", "2026-03-05")


class TestAsking:
    """What would be written can be seen first, and chosen."""

    TEXT = "---\nplan: true\n---\n# Plan\n\n- [x] a\n- [] b\n\n**Created:** 15/02/2025\n"

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        file = tmp_path / "plan.md"
        file.write_text(self.TEXT)
        return file

    def test_a_diff_is_one_that_git_applies(self, file: Path, run: Run) -> None:
        ran = run("", "fix", "plan.md", "--diff")
        assert (ran.status, file.read_text()) == (0, self.TEXT)
        subprocess.run(["git", "apply", "-"], input=ran.out.encode(), cwd=file.parent, check=True)
        assert file.read_text() == self.TEXT.replace("- []", "- [ ]").replace("15/02/2025", "2025-02-15")
        assert "2 findings to be fixed in 1 file" in ran.err

    def test_a_check_writes_nothing_and_tells(self, file: Path, run: Run) -> None:
        ran = run("", "fix", "plan.md", "--check")
        assert (ran.status, file.read_text()) == (1, self.TEXT)
        assert ran.out.splitlines() == [
            "plan.md: would fix PLAN209 numeric-date, PLAN312 lost-task",
            "2 findings to be fixed in 1 file",
        ]
        assert run("", "fix", "plan.md").out.splitlines()[-1] == "2 findings fixed in 1 file"
        assert run("", "fix", "plan.md", "--check").status == 0

    @pytest.mark.parametrize("words", [("--select", "PLAN312"), ("--ignore", "numeric-date")])
    def test_rules_are_chosen(self, words: tuple[str, ...], file: Path, run: Run) -> None:
        run("", "fix", "plan.md", *words)
        assert file.read_text() == self.TEXT.replace("- []", "- [ ]")

    def test_a_rule_that_there_is_not_is_refused_with_the_nearest(self, file: Path, run: Run) -> None:
        ran = run("", "fix", "plan.md", "--select", "numeric-dat")
        assert (ran.status, file.read_text()) == (2, self.TEXT)
        assert "Did you mean 'numeric-date'?" in ran.err

    def test_check_fixes_first_and_tells_what_is_left(self, file: Path, run: Run) -> None:
        file.write_text(self.TEXT + "\n**Priority:** P9\n")
        ran = run("", "check", "plan.md", "--fix")
        assert "PLAN202" in ran.out
        assert "PLAN312" not in ran.out
        assert "- [ ] b" in file.read_text()


def test_links_of_other_pages_follow_a_heading(tmp_path: Path, run: Run) -> None:
    docs = tmp_path / "docs"
    (docs / "plans").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [plan]\n")
    plan = "---\nplan: true\n---\n# Plan\n\n## Phase 1: Dig\n\n- [ ] a\n\n## Phase 3: Fill\n\n- [ ] b\n"
    (docs / "plans/a.md").write_text(plan)
    index = "[Fill](plans/a.md#phase-{0}-fill), [other](b.md#phase-3-fill)\n"
    (docs / "index.md").write_text(index.format(3))
    assert run("", "fix").status == 0
    assert "## Phase 2: Fill" in (docs / "plans/a.md").read_text()
    assert (docs / "index.md").read_text() == index.format(2)


def test_a_file_that_is_not_utf_8_is_told_and_stays(tmp_path: Path, run: Run) -> None:
    data = b"---\nplan: true\n---\n# Plan \xe9\n\n- [x] a\n- [] b\n"
    (tmp_path / "plan.md").write_bytes(data)
    ran = run("", "fix", "plan.md")
    assert "plan.md: the file is not UTF-8; save it as UTF-8 first" in ran.out
    assert (tmp_path / "plan.md").read_bytes() == data
