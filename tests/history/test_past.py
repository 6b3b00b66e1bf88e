"""What git knows of plans over time, held against drawn repositories."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from mkdocs_plan_plugin.history import apart
from mkdocs_plan_plugin.history.past import Past
from mkdocs_plan_plugin.history.repository import Repository
from mkdocs_plan_plugin.history.timeline import PhaseSpan, WorkAmount, together
from mkdocs_plan_plugin.model import Plan, Why
from mkdocs_plan_plugin.reading.page import Reading, read
from mkdocs_plan_plugin.settings import Settings
from tests.history.drawn import Drawn

TODAY = dt.date(2026, 7, 1)


def plan(first: str, second: str = "[ ]", more: str = "") -> str:
    """A plan with two phases, each with one task in a state."""
    return f"# Plan: Kiln\n\n## Phase 1: Dig\n\n- {first} dig\n\n## Phase 2: Fire\n\n- {second} fire\n{more}"


def past(drawn: Drawn, settings: Settings | None = None, **options: object) -> Past:
    settings = settings or Settings()
    return Past(
        drawn.root / "docs",
        settings,
        TODAY,
        file=lambda one: str(drawn.root / "docs" / one.path),
        about=lambda: repr(settings).encode(),
        say=pytest.fail,
        site=drawn.root,
        **options,
    )


def now(drawn: Drawn, path: str = "plans/kiln.md") -> Plan:
    """The plan as it lies there."""
    text = (drawn.root / "docs" / path).read_text("utf-8")
    found = read(text, path, Settings(), Why(by="path"), full_path=f"docs/{path}").found
    assert isinstance(found, Plan)
    return found


def commit(drawn: Drawn, day: str, text: str, path: str = "docs/plans/kiln.md") -> str:
    file = drawn.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return drawn.commit(day)


def days(*numbers: int) -> list[dt.date]:
    """Days of June 2026."""
    return [dt.date(2026, 6, number) for number in numbers]


def test_the_work_of_a_plan_over_time(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-03", plan("[x]"))
    commit(drawn, "2026-06-08", plan("[x]", more="- [ ] cool\n"))
    commit(drawn, "2026-06-09", plan("[x]", "[x]", more="- [ ] cool\n"))
    history = past(drawn).history(now(drawn))
    assert history is not None
    assert [(point.day, point.done, point.total) for point in history.work] == list(
        zip(days(1, 3, 8, 9), (0, 1, 1, 2), (2, 2, 3, 3), strict=True)
    )
    first, second, third, _ = days(1, 3, 8, 9)
    del first, third
    assert history.spans() == [
        PhaseSpan(begun=second, done=second),
        PhaseSpan(begun=dt.date(2026, 6, 9)),
    ]


def test_the_last_version_of_a_day_counts_and_what_is_not_committed_yet(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-02", plan("[x]"))
    commit(drawn, "2026-06-02", plan("[ ]"))
    (drawn.root / "docs/plans/kiln.md").write_text(plan("[x]", "[x]"), "utf-8")
    history = past(drawn).history(now(drawn))
    assert history is not None
    assert [(point.day, bool(point.commit), point.plan.done) for point in history.points] == [
        (dt.date(2026, 6, 1), True, 0),
        (dt.date(2026, 6, 2), True, 0),
        (TODAY, False, 2),
    ]


def test_a_plan_is_followed_under_its_names_and_another_that_took_its_name_is_not(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    drawn.git("mv", "docs/plans/kiln.md", "docs/plans/oven.md")
    drawn.commit("2026-06-02")
    commit(drawn, "2026-06-03", plan("[x]"), "docs/plans/oven.md")
    commit(drawn, "2026-06-04", "# Plan: Other\n\n## Phase 1: A\n\n- [ ] a\n- [ ] b\n- [ ] c\n")
    histories = past(drawn).histories([now(drawn, "plans/oven.md"), now(drawn)])
    assert [[(point.day.day, point.plan.done) for point in one.points] for one in histories] == [
        [(1, 0), (2, 0), (3, 1)],
        [(4, 0)],
    ]


def test_a_plan_that_was_taken_away_and_brought_back_is_one(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    drawn.git("rm", "-q", "docs/plans/kiln.md")
    drawn.commit("2026-06-02")
    drawn.git("revert", "--no-edit", "HEAD", day="2026-06-05")
    history = past(drawn).history(now(drawn))
    assert history is not None
    assert [point.day for point in history.points] == days(1, 5)


def test_a_merge_is_one_step_on_the_day_it_came(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    drawn.git("switch", "-q", "-c", "digging")
    commit(drawn, "2026-06-02", plan("[x]"))
    commit(drawn, "2026-06-03", plan("[x]", "[x]"))
    drawn.git("switch", "-q", "main")
    drawn.git("merge", "-q", "--no-ff", "-m", "Merge", "digging", day="2026-06-10")
    history = past(drawn).history(now(drawn))
    assert history is not None
    assert [(point.day, point.plan.done) for point in history.points] == list(
        zip(days(1, 10), (0, 2), strict=True)
    )


def test_newlines_of_windows_change_nothing(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[x]").replace("\n", "\r\n"))
    history = past(drawn).history(now(drawn))
    assert history is not None
    assert [point.plan.done for point in history.points] == [1]


def test_of_a_shallow_clone_only_what_it_holds_is_told(drawn: Drawn, tmp_path: Path) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-02", plan("[x]"))
    commit(drawn, "2026-06-03", plan("[x]", more="\nA line.\n"))
    clone = drawn.copy(tmp_path / "clone", "--depth", "2")
    said: list[str] = []
    settings = Settings()
    shallow = Past(
        clone.root / "docs", settings, TODAY, file=lambda one: str(clone.root / "docs" / one.path),
        about=lambda: b"", say=said.append, site=clone.root,
    )  # fmt: skip
    history = shallow.history(now(clone))
    assert history is not None
    assert (history.whole, history.since) == (False, dt.date(2026, 6, 2))
    assert history.spans()[0] == PhaseSpan(
        begun=dt.date(2026, 6, 2), done=dt.date(2026, 6, 2), begun_before=True, done_before=True
    )
    assert len(said) == 1
    assert "fetch-depth: 0" in said[0]


@pytest.mark.parametrize(
    ("limit", "since"), [({"since": "2026-06-02"}, 3), ({"days": "29"}, 3), ({"days": "9000"}, 1), (True, 1)]
)
def test_an_option_limits_how_far_back(drawn: Drawn, limit: Any, since: int) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-03", plan("[x]"))
    history = past(drawn, Settings(history=limit)).history(now(drawn))
    assert history is not None
    assert (history.since, history.whole) == (dt.date(2026, 6, since), since == 1)


def test_off_means_off(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    assert past(drawn, Settings(history=False)).history(now(drawn)) is None


def test_git_lists_commits_once_for_all_builds_of_a_commit(
    drawn: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-02", plan("[x]"))
    kept = past(drawn).history(now(drawn))
    monkeypatch.setattr(Repository, "log", lambda *_, **__: pytest.fail("listed again"))
    assert past(drawn).history(now(drawn)) == kept


def test_a_version_is_read_once_and_kept_by_its_text(drawn: Drawn, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-02", plan("[x]"))
    past(drawn).history(now(drawn))
    commit(drawn, "2026-06-03", plan("[x]", "[x]"))
    texts: list[str] = []

    def reads(text: str, *words: Any, **named: Any) -> Reading:
        texts.append(text)
        return read(text, *words, **named)

    monkeypatch.setattr("mkdocs_plan_plugin.history.historian.read", reads)
    history = past(drawn).history(now(drawn))
    assert history is not None
    assert ([point.plan.done for point in history.points], texts) == ([0, 1, 2], [plan("[x]", "[x]")])


def test_of_another_branch_the_history_is_its_own(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    drawn.git("switch", "-q", "-c", "digging")
    commit(drawn, "2026-06-02", plan("[x]"))
    past(drawn).history(now(drawn))
    drawn.git("switch", "-q", "main")
    history = past(drawn).history(now(drawn))
    assert history is not None
    assert [point.plan.done for point in history.points] == [0]


def test_a_build_that_must_not_wait_has_versions_read_by_a_process_of_its_own(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-02", plan("[x]"))
    history = past(drawn, apart=True).history(now(drawn))
    assert history is not None
    assert (history.waiting, [point.day for point in history.points]) == (2, [TODAY])
    assert apart._running is not None
    assert apart._running.wait(60) == 0
    later = past(drawn, apart=True).history(now(drawn))
    assert later is not None
    assert (later.waiting, [point.plan.done for point in later.points]) == (0, [0, 1])


def test_a_plan_of_several_files_is_followed_through_all(drawn: Drawn) -> None:
    spec = "# Feature Specification: Find\n\n**Status**: Draft\n"
    tasks = "# Tasks: Find\n\n## Phase 1: Setup\n\n- [ ] T001 Make it\n- [ ] T002 Fill it\n"
    for day, path, text in (
        ("2026-06-01", "docs/specs/001-find/spec.md", spec),
        ("2026-06-02", "docs/specs/001-find/tasks.md", tasks),
        ("2026-06-03", "docs/specs/001-find/tasks.md", tasks.replace("[ ] T001", "[x] T001")),
    ):
        commit(drawn, day, text, path)
    folder = drawn.root / "docs/specs/001-find"
    main = next(
        name for name in ("tasks.md", "spec.md", "plan.md")
        if isinstance(read_joined(folder, name), Plan)
    )  # fmt: skip
    shown = read_joined(folder, main)
    assert isinstance(shown, Plan)
    history = past(drawn).history(shown)
    assert history is not None
    assert [(point.day.day, point.plan.done, point.plan.total) for point in history.points][-2:] == [
        (2, 0, 2),
        (3, 1, 2),
    ]
    (changed,) = past(drawn).changes([shown], dt.date(2026, 6, 3))
    assert [change.kind for change in changed.change.changes][-1] == "task-done"


def read_joined(folder: Path, name: str) -> object:
    beside = {file.name: file.read_text("utf-8") for file in folder.iterdir() if file.name != name}
    path = f"specs/001-find/{name}"
    text = (folder / name).read_text("utf-8")
    return read(text, path, Settings(), full_path=f"docs/{path}", beside=beside).found


def test_what_commits_changed_since_a_day_with_who(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-01", plan("[ ]"), "docs/plans/old.md")
    commit(drawn, "2026-06-20", plan("[x]"))
    last = commit(drawn, "2026-06-25", plan("[x]", "[x]"))
    commit(drawn, "2026-06-26", plan("[ ]"), "docs/plans/new.md")
    plans = [now(drawn, f"plans/{name}.md") for name in ("kiln", "old", "new")]
    found = past(drawn).changes(plans, dt.date(2026, 6, 10))
    assert [(one.plan.path, one.change.before is None) for one in found] == [
        ("plans/new.md", True),
        ("plans/kiln.md", False),
    ]
    assert (found[1].commits[0].id, found[1].commits[0].author, len(found[1].commits)) == (
        last,
        "Quay team",
        2,
    )
    assert [change.name for change in found[1].change.of("task-done")] == ["dig", "fire"]


def test_plans_together_begin_when_each_begins(drawn: Drawn) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    commit(drawn, "2026-06-03", plan("[x]"), "docs/plans/other.md")
    commit(drawn, "2026-06-05", plan("[x]", "[x]"))
    histories = past(drawn).histories([now(drawn), now(drawn, "plans/other.md")])
    assert together(histories) == [
        WorkAmount(day=day, done=done, total=total)
        for day, done, total in zip(days(1, 3, 5), (0, 1, 3), (2, 4, 4), strict=True)
    ]


def test_half_a_year_of_forty_commits(drawn: Drawn) -> None:
    """Two branches, a squash, a rebase, a revert, a rename, newlines of Windows: the way of the branch."""

    def kiln(done: int, scope: int, name: str = "kiln") -> None:
        tasks = "".join(f"- [{'x' if n < done else ' '}] task {n}\n" for n in range(scope))
        file = drawn.root / f"docs/plans/{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(
            f"# Plan: Kiln\n\n## Phase 1: Dig\n\n{tasks}".replace("\n", "\r\n" * (done > 4) or "\n").encode()
        )

    for week in range(6):  # January: ten tasks, one done in each of the first weeks
        kiln(min(week, 4), 10)
        drawn.commit(f"2026-01-{5 + 4 * week:02}")
    drawn.git("switch", "-q", "-c", "squashed")
    for n in range(5):
        kiln(4, 10 + n)
        drawn.commit(f"2026-02-0{n + 1}")
    drawn.git("switch", "-q", "main")
    drawn.git("merge", "-q", "--squash", "squashed")
    drawn.commit("2026-02-20", subject="Squash: four tasks more")
    drawn.git("switch", "-q", "-c", "rebased")
    for n in range(3):
        kiln(5 + n, 14)
        drawn.commit(f"2026-03-0{n + 1}")
    drawn.git("switch", "-q", "main")
    drawn.commit("2026-03-05", "docs/index.md\n  # Elsewhere")
    drawn.git("switch", "-q", "rebased")
    drawn.git("rebase", "-q", "main", day="2026-03-10")
    drawn.git("switch", "-q", "main")
    drawn.git("merge", "-q", "--ff-only", "rebased")
    drawn.git("mv", "docs/plans/kiln.md", "docs/plans/oven.md")
    drawn.commit("2026-04-01", subject="Rename")
    kiln(10, 14, "oven")
    drawn.commit("2026-04-10")
    drawn.git("revert", "--no-edit", "HEAD", day="2026-04-12")
    drawn.git("switch", "-q", "-c", "merged")
    for n in range(12):
        kiln(8 + n // 2, 14, "oven")
        drawn.commit(f"2026-05-{n + 1:02}")
    drawn.git("switch", "-q", "main")
    for n in range(9):
        drawn.commit(f"2026-05-1{n}", f"docs/index.md\n  # Elsewhere {n}")
    drawn.git("merge", "-q", "--no-ff", "-m", "Merge", "merged", day="2026-06-01")

    assert int(drawn.git("rev-list", "--count", "--all")) >= 40
    history = past(drawn).history(now(drawn, "plans/oven.md"))
    assert history is not None
    assert [(f"{one.day:%m-%d}", one.done, one.total) for one in history.work] == [
        ("01-05", 0, 10),
        ("01-09", 1, 10),
        ("01-13", 2, 10),
        ("01-17", 3, 10),
        ("01-21", 4, 10),
        ("02-20", 4, 14),
        ("03-10", 7, 14),
        ("04-01", 7, 14),
        ("04-10", 10, 14),
        ("04-12", 7, 14),
        ("06-01", 13, 14),
    ]
    assert history.spans() == [PhaseSpan(begun=dt.date(2026, 1, 9))]


def test_a_submodule_is_a_repository_of_its_own(drawn: Drawn, tmp_path: Path) -> None:
    commit(drawn, "2026-06-01", plan("[x]"))
    outer = Drawn(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(drawn.root), "inner")
    outer.commit("2026-06-20")
    inner = outer.root / "inner"
    history = Past(
        inner / "docs", Settings(), TODAY, file=lambda one: str(inner / "docs" / one.path),
        about=lambda: b"", say=pytest.fail, site=inner,
    ).history(now(drawn))  # fmt: skip
    assert history is not None
    assert [point.day for point in history.points] == days(1)


def test_a_repository_may_hold_the_docs_alone(drawn: Drawn) -> None:
    for day, first in (("2026-06-01", "[ ]"), ("2026-06-02", "[x]")):
        commit(drawn, day, plan(first), "plans/kiln.md")
    docs = drawn.root
    shown = read(
        (docs / "plans/kiln.md").read_text("utf-8"), "plans/kiln.md", Settings(), Why(by="path")
    ).found
    assert isinstance(shown, Plan)
    history = Past(
        docs, Settings(), TODAY, file=lambda one: str(docs / one.path), about=lambda: b"", say=pytest.fail, site=docs
    ).history(shown)  # fmt: skip
    assert history is not None
    assert [point.day for point in history.points] == days(1, 2)


def test_without_git_it_says_so_once_and_knows_nothing(drawn: Drawn, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(drawn, "2026-06-01", plan("[ ]"))
    said: list[str] = []
    shown, docs = now(drawn), drawn.root / "docs"
    monkeypatch.setenv("PATH", "/nowhere")
    one = Past(
        docs, Settings(), TODAY, file=lambda plan: str(docs / plan.path), about=lambda: b"", say=said.append, site=docs
    )  # fmt: skip
    assert (one.history(shown), one.history(shown), one.changes([shown], TODAY)) == (None, None, [])
    assert said == [
        "the history of plans is left out: git could not be run: No such file or directory",
        "what changed lately is left out: git could not be run: No such file or directory",
    ]
