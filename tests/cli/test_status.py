"""How plans stand and what comes next, as people and programs read it."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, get_args

import jsonschema
import msgspec
import pytest

from mkdocs_plan_plugin.cli.standing import StatusReport, StatusRow, as_table
from mkdocs_plan_plugin.cli.terminal import columns_of, cut
from mkdocs_plan_plugin.cli.upcoming import NextReport
from mkdocs_plan_plugin.portfolio import Standing, Totals

if TYPE_CHECKING:
    from pathlib import Path

Run = "Callable[..., Ran]"

SITE = """
mkdocs.yml
  site_name: Kiln
  plugins: [plan]
docs/plans/kiln.md
  # Plan: kiln

  **Status:** In Progress

  **Owner:** Team Quay

  **Priority:** P0

  ## Phase 1: Dig

  - [x] Dig

  ## Phase 2: Fire

  ### Step 2.1: Buy wood

  - [x] Ask

  ### Step 2.2: Light it

  - [ ] Stack
  - [ ] Burn
docs/plans/roof.md
  ---
  depends_on: kiln.md
  ---
  # Plan: roof

  **Status:** In Progress

  **Owner:** Team Gable

  ## Phase 1: Tiles

  - [ ] Count
  - [ ] Lay
docs/plans/late.md
  # Plan: moat

  **Status:** In Progress

  **Due:** 2025-12-01

  ## Phase 1: Dig

  - [x] Dig

  ## Phase 2: Fill

  - [ ] Fill
docs/plans/idea.md
  # Plan: tower

  **Status:** Planning

  ## Phase 1: Draw

  - [ ] Draw

  ## Phase 2: Build

  - [ ] Build
docs/plans/done.md
  # Plan: gate

  **Status:** Complete

  ## Phase 1: Hang

  - [x] Hang

  ## Phase 2: Paint

  - [x] Paint
"""


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01


class TestStatus:
    def test_what_is_late_or_blocked_stands_first_and_plain_when_piped(self, run: Run) -> None:
        assert run(SITE, "status").out.split("\n") == [
            "Plan         State               Progress  Due              Owner",
            "Plan: moat   in progress             50 %  2025-12-01 late",
            "Plan: roof   in progress, waits       0 %                   Team Gable",
            "Plan: kiln   in progress             66 %                   Team Quay",
            "Plan: tower  planning",
            "Plan: gate   complete               100 %",
            "",
            "5 plans: 3 in progress, 1 planning, 1 complete; 1 late, 1 waiting; 54 % done, 4 of 9 phases, 7 tasks open",
            "",
        ]

    @pytest.mark.parametrize(
        ("conditions", "titles"),
        [
            (["owner=Team Quay"], ["kiln"]),
            (["state: in-progress"], ["moat", "roof", "kiln"]),
            (["state: in-progress", "progress: '> 50'"], ["kiln"]),
            (["{state: [planning, complete]}"], ["tower", "gate"]),
            (["blocked=yes"], []),
            (["waiting=yes"], ["roof"]),
            (["owner=Team Mill"], []),
        ],
    )
    def test_filters_are_those_of_directives(
        self, run: Run, conditions: list[str], titles: list[str]
    ) -> None:
        words = [word for condition in conditions for word in ("--where", condition)]
        data = run(SITE, "status", "--format", "json", *words).data
        assert [plan["title"] for plan in data["plans"]] == [f"Plan: {title}" for title in titles]
        assert data["totals"]["plans"] == len(titles)

    @pytest.mark.parametrize(
        ("condition", "says"),
        [
            ("stat=planning", "there is no field 'stat'. Did you mean 'state'?"),
            ("state=plannig", "'state' is never 'plannig'. Did you mean 'planning'?"),
            ("planning", "'planning' is no condition; write e.g. --where 'state: in-progress'"),
            ("{a: ", "'{a: ' can't be read"),
        ],
    )
    def test_a_wrong_filter_is_told(self, run: Run, condition: str, says: str) -> None:
        ran = run(SITE, "status", "--where", condition)
        assert ran.status == 2
        assert says in ran.err

    def test_data_fits_its_types(self, run: Run) -> None:
        data = run(SITE, "status", "--format", "json").data
        jsonschema.validate(data, msgspec.json.schema(StatusReport))
        moat, roof, *_ = data["plans"]
        assert (moat["path"], moat["late"], moat["due"], moat["phase"]) == (
            "docs/plans/late.md",
            True,
            "2025-12-01",
            "Fill",
        )
        assert (roof["blocked"], roof["waits_on"]) == (False, ["Plan: kiln"])

    def test_csv_has_a_row_for_each_plan(self, run: Run) -> None:
        rows = list(csv.DictReader(io.StringIO(run(SITE, "status", "--format", "csv").out)))
        assert [row["title"] for row in rows] == [
            f"Plan: {name}" for name in ("moat", "roof", "kiln", "tower", "gate")
        ]
        assert rows[1]["waits_on"] == "Plan: kiln"

    def test_markdown_is_a_table_with_links(self, run: Run) -> None:
        site = SITE.replace("# Plan: roof", "# Plan: [roof] | tiles")
        lines = run(site, "status", "--format", "markdown").out.split("\n")
        assert lines[:2] == [
            "| Plan | State | Progress | Due | Owner |",
            "|------|-------|---------:|-----|-------|",
        ]
        assert lines[3].startswith(
            "| [Plan: \\[roof\\] \\| tiles](<docs/plans/roof.md>) | in progress, waits | 0 % |"
        )

    def test_a_part_of_the_site_is_seen_among_all_of_it(self, run: Run) -> None:
        data = run(SITE, "status", "docs/plans/roof.md", "--format", "json").data
        assert [plan["waits_on"] for plan in data["plans"]] == [["Plan: kiln"]]

    def test_a_site_without_plans_says_so(self, run: Run) -> None:
        assert run("mkdocs.yml\n  site_name: x\ndocs/index.md\n  # Hi\n", "status").out == "no plan found\n"

    def test_output_names_a_file(self, run: Run, tmp_path: Path) -> None:
        assert run(SITE, "status", "--output", "status.txt").out == ""
        assert (tmp_path / "status.txt").read_text("utf-8").startswith("Plan   ")


def row(title: str, **facts: object) -> StatusRow:
    given: dict[str, object] = dict.fromkeys(StatusRow.__struct_fields__) | {
        "blocked": False,
        "late": False,
        "late_phases": [],
        "waits_on": [],
        "done": 0,
        "total": 0,
        "phases_complete": 0,
        "phases_total": 0,
        "risks_open": 0,
        "state": "in-progress",
        "path": "a.md",
        "percent": 40,
    }
    return StatusRow(**(given | {"title": title} | facts))  # type: ignore[arg-type]


ROWS = [
    row("خطة ترقية قاعدة البيانات قبل نهاية العام القادم", owner="فريق الميناء", due="2026-01-01", due_shown="2026-01-01", late=True),
    row("登船大門的離線報到系統，以及所有碼頭的新時刻表", owner="Team Quay"),
    row("Café, naïve and a title that is far longer than any terminal is wide, really", owner="Team " + "x" * 40),
    row("👩‍👩‍👧 family 🇩🇪 flags", owner=None),
]  # fmt: skip


class TestWidth:
    @pytest.mark.parametrize("width", [40, 50, 60, 80, 100, 132, 200])
    def test_no_line_is_wider_than_the_terminal(self, width: int) -> None:
        import click

        lines = [click.unstyle(line) for line in as_table(ROWS, Totals(plans=4), width)]
        assert max(columns_of(line) for line in lines) <= width
        assert any("░" in line for line in lines) == (width >= 80)

    def test_the_columns_of_all_rows_begin_at_one_place(self) -> None:
        import click

        lines = [click.unstyle(line) for line in as_table(ROWS, Totals(plans=4), 90)][:5]
        starts = {columns_of(line[: line.index("in progress")]) for line in lines[1:]}
        assert starts == {columns_of(lines[0][: lines[0].index("State")])}

    def test_what_is_written_from_right_to_left_is_isolated_on_a_terminal_alone(self) -> None:
        assert "\N{FIRST STRONG ISOLATE}خطة" in "\n".join(as_table(ROWS, Totals(), 90))
        assert "\N{FIRST STRONG ISOLATE}" not in "\n".join(as_table(ROWS, Totals(), 0))

    @pytest.mark.parametrize(
        ("text", "width", "shown"),
        [
            ("abcdef", 6, "abcdef"),
            ("abcdef", 4, "abc…"),
            ("登船大門", 5, "登船…"),
            ("登船大門", 8, "登船大門"),
            ("مُحَمَّد علي", 4, "مُحَم…"),
            ("", 3, ""),
        ],
    )
    def test_a_text_is_cut_by_columns(self, text: str, width: int, shown: str) -> None:
        assert cut(text, width).replace("\u064e", "").replace("\u0651", "") == shown.replace(
            "\u064e", ""
        ).replace("\u0651", "")

    def test_every_standing_has_a_word(self) -> None:
        for standing in get_args(Standing):
            assert standing.replace("-", " ") in "\n".join(as_table([row("a", state=standing)], Totals(), 80))


def test_a_terminal_gets_bars_and_its_width(run: Run, tmp_path: Path) -> None:
    run(SITE, "status")
    out = on_terminal(["status"], tmp_path, columns=84)
    assert "██████░░░░  66 %" in out
    assert "\x1b[31m" in out
    plain = out.replace("\x1b[0m", "")
    assert all(len(line) <= 84 + 5 for line in plain.split("\r\n"))


def on_terminal(words: list[str], folder: Path, columns: int, keys: bytes = b"") -> str:
    """What a command shows on a terminal."""
    master, slave = pty.openpty()
    environ = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm"}
    environ.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "mkdocs_plan_plugin", *words]
    process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=environ)
    os.close(slave)
    os.write(master, keys)
    out = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        out += part
    process.wait()
    os.close(master)
    return out.decode()


def test_watch_shows_a_change(run: Run, tmp_path: Path) -> None:
    run(SITE, "status")
    command = [sys.executable, "-u", "-m", "mkdocs_plan_plugin", "status", "--watch"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path)
    assert process.stdout
    limit = threading.Timer(120, process.kill)
    limit.start()
    first = [process.stdout.readline() for _ in range(8)]
    assert "5 plans" in first[-1]
    time.sleep(0.1)
    plan = tmp_path / "docs" / "plans" / "kiln.md"
    plan.write_text(plan.read_text("utf-8").replace("[ ]", "[x]"), "utf-8")
    again = [process.stdout.readline() for _ in range(8)]
    limit.cancel()
    process.terminate()
    process.communicate()
    assert any("kiln" in line and "100 %" in line for line in again)


class TestNext:
    def test_each_plan_in_work_says_what_is_in_hand_and_what_follows(self, run: Run) -> None:
        assert run(SITE, "next").out.split("\n") == [
            "Plan: moat, 50 %, due 2025-12-01, late",
            "  now    Phase 2: Fill, 0 of 1 tasks  docs/plans/late.md:11",
            "  task   Fill  docs/plans/late.md:13",
            "",
            "Plan: roof, 0 %",
            "  now    Phase 1: Tiles, 0 of 2 tasks  docs/plans/roof.md:10",
            "  task   Count  docs/plans/roof.md:12",
            "  waits  on Plan: kiln, 66 %  docs/plans/kiln.md",
            "",
            "Plan: kiln, 66 %",
            "  now    Phase 2: Fire, 1 of 3 tasks  docs/plans/kiln.md:13",
            "  next   Step 2.2: Light it, 0 of 2 tasks  docs/plans/kiln.md:19",
            "  task   Stack  docs/plans/kiln.md:21",
            "",
        ]

    def test_data_is_what_scripts_read(self, run: Run) -> None:
        data = run(SITE, "next", "--json").data
        jsonschema.validate(data, msgspec.json.schema(NextReport))
        moat, roof, kiln = data["plans"]
        assert (moat["late"], roof["waits_on"][0]["path"]) == (True, "docs/plans/kiln.md")
        assert (kiln["step"]["title"], kiln["task"]["title"]) == ("Step 2.2: Light it", "Stack")
        assert kiln["task"]["anchor"].startswith("plan-task-")

    def test_all_adds_what_nobody_has_begun(self, run: Run) -> None:
        titles = [plan["title"] for plan in run(SITE, "next", "--all", "--json").data["plans"]]
        assert titles == ["Plan: moat", "Plan: roof", "Plan: kiln", "Plan: tower"]

    def test_where_nothing_is_in_work_it_says_so(self, run: Run) -> None:
        assert (
            run(SITE, "next", "docs/plans/idea.md").out == "no plan is in work; --all shows 1 that may come\n"
        )
        assert json.loads(run(SITE, "next", "docs/plans/idea.md", "--json").out)["plans"] == []
