"""`mkdocs-plan set`, `tick` and `untick`: one fact, in the spelling that the file uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_plan_plugin.reading import read_plan
from tests.cli.conftest import Ran

Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782907200")  # 1 July 2026


@pytest.fixture
def written(tmp_path: Path, run: Run) -> Callable[..., str]:
    def written(text: str, command: str, *words: str, name: str = "") -> str:
        """A drawn plan as a command leaves it."""
        file = tmp_path / "plan.md"
        file.write_text(text, "utf-8", newline="")
        ran = run("", command, f"plan.md#{name}" if name else "plan.md", *words)
        assert ran.status == 0, ran.err
        return file.read_bytes().decode()

    return written


HEAD = "# Plan: dig\n\n{}\n\n## Phase 1: Dig\n\n- [ ] a\n"


@pytest.mark.parametrize(
    ("before", "state", "after"),
    [
        ("**Status:** In Progress", "complete", "**Status:** Complete"),
        ("**Status:** 🔄 In Progress", "complete", "**Status:** ✅ Complete"),
        ("- **Status**: in progress", "on-hold", "- **Status**: on hold"),
        ("**Status:** IN PROGRESS  ", "blocked", "**Status:** BLOCKED  "),
        ("**Status:** ✅", "in-progress", "**Status:** 🔄"),
        ("**Status:** **Complete** (by all)", "in-progress", "**Status:** **In Progress** (by all)"),
        ("**Status:** 🔄 **ACTIVE WORK IN PROGRESS**", "complete", "**Status:** ✅ **COMPLETE**"),
        ("**Status:** ✅ **DONE - on all hosts**", "on-hold", "**Status:** ⏸ **ON HOLD - on all hosts**"),
        ("**Status:** ✅ Completed in `plan.md`", "on-hold", "**Status:** ⏸ On Hold"),
        (
            "**Status:** In progress. It takes all\nof us.",
            "blocked",
            "**Status:** Blocked. It takes all\nof us.",
        ),
        ("**Status:** In Arbeit", "complete", "**Status:** Abgeschlossen"),
        ("**Statut :** En cours", "complete", "**Statut :** Terminé"),
        ("**状态：** 进行中", "complete", "**状态：** 已完成"),
        (
            "| Status | In Progress |\n|---|---|\n| Owner | x |",
            "complete",
            "| Status | Complete |\n|---|---|\n| Owner | x |",
        ),
        ("**Status:** In Progress | **Owner:** x", "complete", "**Status:** Complete | **Owner:** x"),
        ("**Status:** :construction: In Progress", "complete", "**Status:** ✅ Complete"),
        # the explanation behind it stays
        ("**Status:** In Progress - since the flood", "complete", "**Status:** Complete - since the flood"),
        # words of one's own are written as they are
        ("**Status:** In Progress", "Shipped to all", "**Status:** Shipped to all"),
        # it is added as the others are written
        (
            "**Owner:** x\n\n**Created:** 2026-01-01",
            "complete",
            "**Owner:** x\n\n**Created:** 2026-01-01\n\n**Status:** Complete",
        ),
        (
            "- **Owner:** x\n- **Priority:** P1",
            "complete",
            "- **Owner:** x\n- **Priority:** P1\n- **Status:** Complete",
        ),
    ],
)
def test_the_state_of_a_plan(before: str, state: str, after: str, written: Callable[..., str]) -> None:
    assert written(HEAD.format(before), "set", "state", state) == HEAD.format(after)


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("status: in-progress # since May", ("state", "complete"), "status: complete # since May"),
        ('status: "In Progress"', ("state", "complete"), 'status: "Complete"'),
        ("status: 'in_progress'", ("state", "on-hold"), "status: 'on_hold'"),
        ("owner: Team Quay", ("owner", "Team #1: Tide"), 'owner: "Team #1: Tide"'),
        ("priority: p1", ("priority", "P0"), "priority: P0"),
        ("due: 2026-08-01", ("due", "2026-09-02"), "due: 2026-09-02"),
        ("owner: x", ("priority", "P2"), "owner: x\npriority: P2"),
        ("status: planning", ("state", "in-progress"), "status: in-progress"),
        ("owner: team-quay", ("owner", "team tide"), "owner: team tide"),
    ],
)
def test_front_matter(before: str, words: tuple[str, str], after: str, written: Callable[..., str]) -> None:
    page = "---\n# ours\ntitle:   Dig\n{}\n---\n# Dig\n\n## Phase 1: a\n\n- [ ] b\n"
    assert written(page.format(before), "set", *words) == page.format(after)


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ("**Owner:** Team Quay", ("owner", "Team Tide"), "**Owner:** Team Tide"),
        ("**Due:** 1.2.2026", ("due", "2026-03-04"), "**Due:** 4.3.2026"),
        ("**Due:** March 3, 2026", ("due", "2026-05-04"), "**Due:** May 4, 2026"),
        ("**Due:** Q2 2026", ("due", "2026-09-30"), "**Due:** 2026-09-30"),
        ("**Priority:** P1 (High)", ("priority", "P0"), "**Priority:** P0 (Critical)"),
        ("**Priority:** P1 (High - it leaks)", ("priority", "P2"), "**Priority:** P2 (Medium - it leaks)"),
    ],
)
def test_owner_due_and_priority(
    before: str, words: tuple[str, str], after: str, written: Callable[..., str]
) -> None:
    assert written(HEAD.format(before), "set", *words) == HEAD.format(after)


PHASES = "# Plan\n\n## Phase 1: Dig{}\n\n{}## Phase 2: Fill{}\n\n{}- [ ] c\n"


@pytest.mark.parametrize(
    ("before", "state", "after"),
    [
        # a field, and the way the other phase says the same
        (
            ("", "**Status:** ✔️ Done\n\n", "", "**Status:** ⏳ Pending\n\n"),
            "complete",
            ("", "**Status:** ✔️ Done\n\n", "", "**Status:** ✔️ Done\n\n"),
        ),
        # a mark in the heading
        ((" ✅ COMPLETE", "", " ⏳ PENDING", ""), "complete", (" ✅ COMPLETE", "", " ✅ COMPLETE", "")),
        ((" ✅", "", "", ""), "complete", (" ✅", "", " ✅", "")),
        ((" (done)", "", " _(erledigt)_", ""), "in-progress", (" (done)", "", " _(in Arbeit)_", "")),
        ((" (done)", "", " (open) {#fill}", ""), "complete", (" (done)", "", " (done) {#fill}", "")),
        # in brackets where the bare word would be one more of the title
        ((" (deferred)", "", "", ""), "blocked", (" (deferred)", "", " (blocked)", "")),
        ((" – later", "", "", ""), "blocked", (" – later", "", "", "**Status:** Blocked\n\n")),
        # a field where the other phase has one
        (
            ("", "- **Status**: Complete\n\n", "", ""),
            "in-progress",
            ("", "- **Status**: Complete\n\n", "", "- **Status**: In Progress\n\n"),
        ),
    ],
)
def test_the_state_of_a_phase(
    before: tuple[str, ...], state: str, after: tuple[str, ...], written: Callable[..., str]
) -> None:
    assert written(PHASES.format(*before), "set", "state", state, name="plan-phase-2") == PHASES.format(
        *after
    )


def test_a_heading_right_below_a_phase_that_is_its_state_is_changed(written: Callable[..., str]) -> None:
    text = "# Plan\n\n## Phase 1: Dig\n\n### ✅ Done\n\na\n\n## Phase 2: Fill\n\n### {}\n\nb\n"
    after = text.format("✅ Done")
    assert written(text.format("🔄 In Progress"), "set", "state", "complete", name="phase-2") == after


def test_a_heading_and_a_field_that_agree_change_together(written: Callable[..., str]) -> None:
    text = PHASES.format("", "", " ✅", "**Status:** ✅ Complete\n\n")
    after = PHASES.format("", "", " 🔄", "**Status:** 🔄 In Progress\n\n")
    assert written(text, "set", "state", "in-progress", name="phase-2") == after


def test_an_emoji_before_the_title_follows_the_words_behind_it(written: Callable[..., str]) -> None:
    text = "# Plan\n\n## ✅ Phase 1 - Graben _(erledigt)_\n\na\n\n## Phase 2 - Mauern _(in Arbeit)_\n\nb\n"
    after = text.replace("## ✅ Phase 1 - Graben _(erledigt)_", "## 🔄 Phase 1 - Graben _(in Arbeit)_")
    assert written(text, "set", "state", "in-progress", name="phase-1") == after


ROWS = "# Plan\n\n## Phase 1: Dig\n\na\n\n## Phase 2: Fill\n\nb\n\n## Overview\n\n| Phase | Status |\n|---|---|\n| Phase 1 | ✅ Done |\n| Phase 2 | {} |\n"
LIST = "# Plan\n\n## Phase 1: Dig\n\na\n\n## Phase 2: Fill\n\nb\n\n## Overview\n\n- [x] Phase 1\n- [{}] Phase 2\n"


@pytest.mark.parametrize(
    ("text", "before", "after"), [(ROWS, "⏳ Open", "✅ Done"), (LIST, "~", "x")], ids=["a table", "a list"]
)
def test_a_state_said_elsewhere_is_changed_there(
    text: str, before: str, after: str, written: Callable[..., str]
) -> None:
    assert written(text.format(before), "set", "state", "complete", name="phase-2") == text.format(after)


ITEMS = "# Plan\n\n## Phases\n\n- [x] Phase 1: Dig\n- [{}] Phase 2: Fill\n- [ ] Phase 3: Roll\n"


@pytest.mark.parametrize(("before", "state", "after"), [(" ", "complete", "x"), ("x", "in-progress", "~")])
def test_the_box_of_a_phase_that_is_an_item_is_its_state(
    before: str, state: str, after: str, written: Callable[..., str]
) -> None:
    assert written(ITEMS.format(before), "set", "state", state, name="phase-2") == ITEMS.format(after)


TYPED = "# Plan\n\n**Progress:** {} of 2 tasks ({} %)\n**Last Updated:** {}\n\n- [x] Dig\n- [{}] Fill the **hole**, all of it\n"


class TestTick:
    """A task by its anchor, its text, or a part of it."""

    def test_progress_and_the_date_of_the_last_update_stay_true(self, written: Callable[..., str]) -> None:
        before, after = TYPED.format(1, 50, "2026-06-01", " "), TYPED.format(2, 100, "2026-07-01", "x")
        assert written(before, "tick", name="Fill the hole") == after
        assert written(after.replace("2026-07-01", "2026-06-30"), "untick", name="fill") == before.replace(
            "2026-06-01", "2026-07-01"
        )

    def test_they_can_be_left(self, written: Callable[..., str]) -> None:
        before, after = TYPED.format(1, 50, "2026-06-01", " "), TYPED.format(1, 50, "2026-06-01", "x")
        assert written(before, "tick", "--no-touch", name="fill") == after

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("* [ ] b", "* [x] b"),
            ("  1. [~] b", "  1. [x] b"),
            ("> - [ ] b", "> - [x] b"),
            ("- [X] a\n- [ ] b", "- [X] a\n- [X] b"),
            (
                "| Task | Status |\n|---|---|\n| a | ✅ Done |\n| b | ⏳ Open |",
                "| Task | Status |\n|---|---|\n| a | ✅ Done |\n| b | ✅ Done |",
            ),
            ("| Task | Done |\n|---|---|\n| b | [ ] |", "| Task | Done |\n|---|---|\n| b | [x] |"),
            ("| Task | Done |\n|---|---|\n| b | No |", "| Task | Done |\n|---|---|\n| b | Yes |"),
        ],
    )
    def test_in_every_spelling(self, before: str, after: str, written: Callable[..., str]) -> None:
        page = "# Plan\n\n{}\n\nText [ ] with a box.\n"
        assert written(page.format(before), "tick", name="b") == page.format(after)

    def test_in_front_matter(self, written: Callable[..., str]) -> None:
        page = "---\ntodos:\n  - content: Dig\n    status: pending # soon\n  - content: Fill\n    status: pending\n---\n# Plan\n"
        assert written(page, "tick", name="Dig") == page.replace("pending # soon", "completed # soon")


RISKS = "# Plan\n\n## Phase 1: Dig\n\n- [ ] c\n\n## Risks\n\n{}\n"


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        (
            "### Risk 1: Flood\n\n- **Impact:** High\n- **Status:** Open",
            "closed",
            "### Risk 1: Flood\n\n- **Impact:** High\n- **Status:** Closed",
        ),
        (
            "### Risk 1: Flood\n\n- **Impact:** High",
            "mitigating",
            "### Risk 1: Flood\n\n- **Impact:** High\n- **Status:** Mitigating",
        ),
        (
            "| Risk | Impact | Status |\n|---|---|---|\n| Flood | High | open |",
            "accepted",
            "| Risk | Impact | Status |\n|---|---|---|\n| Flood | High | accepted |",
        ),
    ],
)
def test_the_status_of_a_risk(before: str, value: str, after: str, written: Callable[..., str]) -> None:
    assert written(RISKS.format(before), "set", "state", value, name="plan-risk-1") == RISKS.format(after)


def test_a_risk_that_has_no_place_for_a_status_is_left(tmp_path: Path, run: Run) -> None:
    (tmp_path / "plan.md").write_text(RISKS.format("| Risk | Impact |\n|---|---|\n| Flood | High |"))
    ran = run("", "set", "plan.md#risk-1", "state", "closed")
    assert "line 11: 'Flood' is no heading, and states no status; edit it by hand" in ran.err
    assert (
        "write one of open, mitigating, accepted, closed"
        in run("", "set", "plan.md#risk-1", "state", "x").err
    )


class TestRefused:
    """What can't be understood is said, with what to write instead, and nothing is written."""

    TEXT = "# Plan\n\n**Status:** In Progress\n\n## Phase 1: Dig\n\n- [ ] Dig here\n- [ ] Dig there\n"

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("set", "plan.md", "state", "complet3"), "'complet3' is no state; did you mean 'complete'?"),
            (("set", "plan.md", "state", "purple"), "write one of planning, in-progress, complete"),
            (("set", "plan.md", "priority", "P7"), "'P7' is no priority; write P0, P1, P2 or P3"),
            (("set", "plan.md", "due", "soon"), "'soon' is no date that can be read; write it as YYYY-MM-DD"),
            (("set", "plan.md", "due", "03/04/2026"), "write it as YYYY-MM-DD"),
            (("set", "plan.md#phase-9", "state", "complete"), "did you mean '#phase-1'?"),
            (("set", "plan.md#phase-1", "priority", "P1"), "only plans have a priority"),
            (("set", "plna.md", "state", "complete"), "there is no file plna.md"),
            (("tick", "plan.md#Dig"), "2 tasks are called 'Dig': #plan-task-"),
            (("tick", "plan.md#Dig heer"), "no task is called 'Dig heer'; the nearest is 'Dig here'"),
            (("tick", "plan.md"), "name the task: PLAN#TASK"),
        ],
    )
    def test_with_what_to_write(self, words: tuple[str, ...], said: str, tmp_path: Path, run: Run) -> None:
        (tmp_path / "plan.md").write_text(self.TEXT)
        ran = run("", *words)
        assert ran.status == 2
        assert said in ran.err
        assert (tmp_path / "plan.md").read_text() == self.TEXT

    def test_a_damaged_emoji_is_to_be_mended_first(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "plan.md").write_text("# Plan\n\n## Phase 1: Dig ‚úÖ\n\n- [ ] a\n", "utf-8")
        ran = run("", "set", "plan.md#phase-1", "state", "blocked")
        assert "line 3: an emoji is damaged; mkdocs-plan fix mends it" in ran.err


def test_a_page_is_named_by_the_end_of_its_path(tmp_path: Path, run: Run) -> None:
    (tmp_path / "docs/plans").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [plan]\n")
    file = tmp_path / "docs/plans/dig.md"
    file.write_text("# Plan\n\n- [ ] a\n")
    for name in ("plans/dig.md", "dig", "docs/plans/dig.md"):
        assert run("", "tick", f"{name}#a").status == 0
        assert file.read_text() == "# Plan\n\n- [x] a\n"
        assert run("", "untick", f"{name}#a").status == 0
    assert "Did you mean 'plans/dig.md'?" in run("", "tick", "plans/dgi#a").err


def test_a_change_is_shown_and_can_be_only_shown(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "plan.md"
    file.write_text("# Plan\n\n- [ ] a\n")
    assert run("", "tick", "plan.md#a", "--diff").out.splitlines()[-1] == "+- [x] a"
    assert file.read_text() == "# Plan\n\n- [ ] a\n"
    assert run("", "tick", "plan.md#a").out.splitlines() == ["-- [ ] a", "+- [x] a"]
    assert "nothing to change" in run("", "tick", "plan.md#a").out


def test_what_is_written_is_what_is_read(written: Callable[..., str]) -> None:
    text = "# Plan\n\n**Status:** In Progress\n\n## Phase 1: Dig\n\n- [ ] a\n\n## Phase 2: Fill\n\n- [ ] b\n"
    for words, name in (
        (("state", "blocked"), "phase-1"),
        (("owner", "Team Quay"), "phase-2"),
        (("due", "2026-09-01"), "phase-2"),
    ):
        text = written(text, "set", *words, name=name)
    first, second = read_plan(text, "plan.md").phases
    assert (first.state, first.owner, first.due) == ("blocked", None, None)
    assert (second.state, second.owner, second.due) == (None, "Team Quay", "2026-09-01")
