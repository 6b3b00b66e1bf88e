"""`mkdocs-plan check` and `mkdocs-plan rules`, each form of output read by what reads it in earnest."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from sarif_pydantic import Sarif

from mkdocs_plan_plugin.export.findings import FindingsReport
from mkdocs_plan_plugin.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

PLAN = """
mkdocs.yml
  plugins: [plan]
docs/plans/cache.md
  ---
  plan: true
  ---
  # Cache: "fast", 100%

  **Status:** In Progress

  **Progress:** 2/2 phases complete (100%)

  **Owner:** Team Tide

  ## Phase 1: Warm up ✅ COMPLETE

  ## Phase 2: Measure

  - [ ] one
"""
LINE = (
    "docs/plans/cache.md:8:15: warning PLAN401 typed progress '2/2 phases complete (100%)' differs from the plan's own."
    " Write: 1/2 phases complete (50%)"
)
OFF = PLAN.replace("[plan]", "[plan: {rules: {stale-progress: off}}]")


def test_text_is_a_line_for_each_finding_and_a_summary(run: Callable[..., Ran]) -> None:
    ran = run(PLAN, "check")
    assert (ran.status, ran.err) == (1, "")
    fix = "1 of these has one right answer, which 'mkdocs-plan fix' writes"
    assert ran.out.splitlines() == [LINE, "", "1 plan checked: 1 warning", fix]


def test_a_clean_site_is_said_to_be_so(run: Callable[..., Ran]) -> None:
    ran = run(OFF, "check")
    assert (ran.status, ran.out) == (0, "1 plan checked: nothing found\n")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((), 1),
        (("--fail-on", "error"), 0),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "never"), 0),
        (("--fail-on", "nothing"), 2),
        (("no-such-file.md",), 2),
        (("docs/plans/cache.md",), 1),
        (("docs/plans",), 1),
    ],
)
def test_exit_status(run: Callable[..., Ran], words: tuple[str, ...], status: int) -> None:
    assert run(PLAN, "check", *words).status == status


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (
            "{rules: {PLAN401: eror}}",
            "option 'rules.PLAN401': 'eror' is not one of its words. Did you mean 'error'?",
        ),
        (
            "{rules: {stale-progess: off}}",
            "there is no rule or family 'stale-progess'. Did you mean 'stale-progress'?",
        ),
        ("{baseline: none.json}", "option 'baseline': there is no file"),
    ],
)
def test_a_wrong_configuration_is_status_2(run: Callable[..., Ran], block: str, message: str) -> None:
    ran = run(PLAN.replace("[plan]", f"[plan: {block}]"), "check")
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize("word", ["PLAN401", "stale-progress", "PLAN4", "4xx", "PLAN4xx", "progress"])
def test_a_rule_is_meant_by_code_name_and_family(run: Callable[..., Ran], word: str) -> None:
    ran = run(PLAN.replace("[plan]", f"[plan: {{rules: {{{word}: error}}}}]"), "check")
    assert ": error PLAN401" in ran.out


def test_the_rule_itself_goes_before_its_family(run: Callable[..., Ran]) -> None:
    ran = run(PLAN.replace("[plan]", "[plan: {rules: {PLAN401: info, progress: off}}]"), "check")
    assert ": info PLAN401" in ran.out


def test_links_to_plans_outside_of_the_paths_resolve(run: Callable[..., Ran]) -> None:
    drawn = OFF.replace("  plan: true", "  plan: true\n  depends_on: other.md") + (
        "docs/plans/other.md\n  ---\n  plan: true\n  ---\n  # Other\n"
    )
    assert run(drawn, "check", "docs/plans/cache.md").status == 0
    assert run(drawn.replace("on: other", "on: othr"), "check", "docs/plans/cache.md").status == 1


def test_without_a_site_a_folder_is_checked_with_the_defaults(run: Callable[..., Ran]) -> None:
    ran = run("notes/plans/a.md\n  ---\n  plan: true\n  ---\n  **Priority:** P9\n", "check", "notes")
    assert "notes/plans/a.md:4:15: warning PLAN202 'P9' is no priority" in ran.out


def test_files_that_are_no_plans_are_no_fault_but_a_site_without_plans_is(run: Callable[..., Ran]) -> None:
    drawn = "mkdocs.yml\n  plugins: [plan]\ndocs/a.md\n  # A\n"
    assert run(drawn, "check", "docs/a.md").status == 0
    ran = run(drawn, "check")
    assert (ran.status, "PLAN901 no plan found" in ran.out) == (1, True)


def test_findings_of_one_rule_are_capped_with_the_rest_counted(run: Callable[..., Ran]) -> None:
    boxes = "\n".join(f"  ## Phase {n}: P\n\n  **Status:** Pending\n\n  - [x] a\n" for n in range(1, 15))
    drawn = f"mkdocs.yml\n  plugins: [plan]\ndocs/plans/a.md\n  ---\n  plan: true\n  ---\n  # A\n\n{boxes}"
    lines = run(drawn, "check").out.splitlines()
    assert sum("PLAN307" in line and line.startswith("docs") for line in lines) == 10
    assert "4 more of PLAN307; --most 0 shows all" in lines
    assert sum("PLAN307" in line for line in run(drawn, "check", "--most", "0").out.splitlines()) == 14


def test_a_file_that_can_not_be_read_is_an_error(run: Callable[..., Ran], tmp_path: Path) -> None:
    run(OFF, "check")
    (tmp_path / "docs" / "gone.md").symlink_to("nowhere.md")
    ran = run("", "check")
    assert (ran.status, ran.out.splitlines()[0]) == (
        1,
        "docs/gone.md:1:1: error PLAN900 the file can't be read: No such file or directory",
    )


def test_a_page_like_a_plan_is_told_how_to_become_one(run: Callable[..., Ran]) -> None:
    tasks = "".join(f"  - [ ] {n}\n" for n in range(5))
    body = f"  **Status:** Open\n\n  ## Phase 1: A\n\n  ## Phase 2: B\n\n{tasks}"
    risks = "\n  ## Risks\n\n  | Risk | Probability | Impact |\n  |---|---|---|\n  | Late | High | Low |\n"
    ran = run(f"{OFF}docs/cache.md\n  # The cache\n\n{body}{risks}", "check")
    assert ran.out.splitlines()[0] == (
        "docs/cache.md:1:1: info PLAN113 looks like a plan, but is not marked as one; write 'plan: true' (or"
        " 'plan: false') into its front matter. Write: plan: true"
    )
    assert ran.status == 0


def test_a_page_that_include_names_and_the_traits_reject_is_told_once(run: Callable[..., Ran]) -> None:
    drawn = f"{OFF}docs/plans/store.md\n  # Store\n\n  **Status:** Planning\n"
    told = (
        "docs/plans/store.md:1:1: info PLAN113 is named by 'include' (**/*plans*/**), but has 1 of the 2 traits"
        " of a plan that it needs: a status, priority, owner or due date; missing are:"
    )
    for words in ((), ("docs/plans",), ("docs/plans", "docs/plans/store.md"), ("docs/plans/store.md",)):
        ran = run(drawn, "check", *words)
        assert (ran.status, ran.err) == (0, "")
        assert [line.startswith(told) for line in ran.out.splitlines() if "store" in line] == [True]


# the other forms


def test_json_reads_as_its_type(run: Callable[..., Ran]) -> None:
    report = msgspec.json.decode(run(PLAN, "check", "--format", "json").out, type=FindingsReport, strict=True)
    assert (report.plans, report.errors, report.warnings, report.infos) == (1, 0, 1, 0)
    [told] = report.findings
    assert (told.path, told.line, told.column, told.code) == ("docs/plans/cache.md", 8, 15, "PLAN401")
    assert told.replacement == "1/2 phases complete (50%)"


def test_sarif_is_read_by_a_parser_of_it(run: Callable[..., Ran]) -> None:
    log = run(PLAN, "check", "--format", "sarif").data
    assert Sarif.model_validate(log).version == "2.1.0"
    [result] = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "PLAN401"
    assert len(rules) == len(RULES)
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "docs/plans/cache.md", "uriBaseId": "ROOT"}
    assert place["region"] == {"startLine": 8, "startColumn": 15}


def workflow_command(line: str) -> tuple[str, dict[str, str], str]:
    """Read a workflow command as the runner does (actions/runner, ActionCommand.TryParseV2)."""
    assert line.startswith("::")
    end = line.index("::", 2)
    name, _, written = line[2:end].partition(" ")
    properties = {}
    for pair in filter(None, written.strip().split(",")):
        key, value = pair.strip().split("=", 1)
        for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, char)
        properties[key] = value
    data = line[end + 2 :]
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        data = data.replace(code, char)
    return name, properties, data


def test_github_commands_read_as_the_runner_reads_them(run: Callable[..., Ran]) -> None:
    ran = run(PLAN, "check", "--format", "github")
    [command] = ran.out.splitlines()
    assert workflow_command(command) == (
        "warning",
        {"file": "docs/plans/cache.md", "line": "8", "col": "15", "title": "PLAN401 stale-progress"},
        LINE.partition("PLAN401 ")[2],
    )
    assert ran.err == "1 plan checked: 1 warning\n"


# the baseline


def test_a_baseline_leaves_only_what_is_new(run: Callable[..., Ran], tmp_path: Path) -> None:
    drawn = PLAN.replace("[plan]", "[plan: {baseline: known.json}]")
    ran = run(drawn, "check", "--write-baseline")
    assert (ran.status, ran.out, ran.err) == (0, "", "1 finding written to ROOT/known.json\n")
    ran = run("", "check")
    assert (ran.status, ran.out) == (0, "1 plan checked: nothing found; 1 known from the baseline\n")
    moved = drawn.replace("  **Status:**", "  One line more.\n\n  **Status:**")
    assert run(moved, "check").status == 0
    new = moved.replace("**Owner:** Team Tide", "**Priority:** P9")
    assert [line.split()[2] for line in run(new, "check").out.splitlines()[:2]] == ["PLAN207", "PLAN202"]
    repaired = drawn.replace("2/2 phases complete (100%)", "1/2 phases complete (50%)")
    notes = run(repaired, "check").err.splitlines()
    assert notes == [
        (
            "note: the baseline holds PLAN401 at docs/plans/cache.md:8, which is repaired: typed progress"
            " '2/2 phases complete (100%)' differs from the plan's own"
        ),
        "note: write the baseline anew with --write-baseline",
    ]
    (tmp_path / "known.json").write_text("{")
    ran = run("", "check")
    assert (ran.status, ran.err.startswith("Error: the baseline can't be read")) == (2, True)


SITE = """
mkdocs.yml
  site_name: x
  plugins: [plan: {baseline: known.json, template: template.md}]
template.md
  # [Title]
"""
TWO = """
docs/plans/a.md
  # Plan a

  **Status:** In Progres

  **Priority:** P8
docs/plans/b.md
  # Plan b

  **Status:** In Progres
"""


def test_a_baseline_of_a_path_leaves_the_entries_of_others(run: Callable[..., Ran], tmp_path: Path) -> None:
    ran = run(SITE + TWO, "check", "--write-baseline", "--plans", "**")
    assert ran.status == 0
    run(
        TWO.replace("P8", "P9").replace("Plan b\n", "Plan b\n\n  **Priority:** P7\n"),
        "check",
        "--plans",
        "**",
    )
    assert run("", "check", "docs/plans/a.md", "--write-baseline", "--plans", "**").status == 0
    known = json.loads((tmp_path / "known.json").read_text())["findings"]
    named = {(one["path"], one["code"], one["message"].partition(" ")[0]) for one in known}
    assert ("docs/plans/a.md", "PLAN202", "'P9'") in named
    assert ("docs/plans/a.md", "PLAN202", "'P8'") not in named
    assert ("docs/plans/b.md", "PLAN202", "'In") in named
    assert ("docs/plans/b.md", "PLAN202", "'P7'") not in named


def test_two_findings_of_a_line_are_two_in_a_baseline(run: Callable[..., Ran], tmp_path: Path) -> None:
    fields = ("**Created:** YYYY-MM-DD", "**Owner:** [Who]", "**Version:** [x]")
    required = "\n".join(f"{field} <!-- plan: required -->" for field in fields)
    text = "---\nplan: true\n---\n# Plan a\n\n## Document Information\n\n{}\n"
    plan = tmp_path / "docs/plans/a.md"
    plan.parent.mkdir(parents=True)
    plan.write_text(text.format("**Owner:** x"))
    run(SITE)
    (tmp_path / "template.md").write_text(f"# [Title]\n\n## Document Information\n\n{required}\n")
    assert run("", "check", "--write-baseline").err == "2 findings written to ROOT/known.json\n"
    assert run("", "check").out == "1 plan checked: nothing found; 2 known from the baseline\n"
    plan.write_text(text.format("**Created:** 2026-01-01"))
    ran = run("", "check")  # one is repaired, another one is new
    assert "the field 'Owner' is missing" in ran.out
    assert "the field 'Created' is missing" in ran.err


def test_errors_of_the_set_up_are_in_no_baseline(run: Callable[..., Ran], tmp_path: Path) -> None:
    site = SITE.replace("template: template.md", "template: none.md")
    ran = run(PLAN + site, "check", "--write-baseline")
    assert "about the set-up of the site" in ran.err
    assert "PLAN905" not in (tmp_path / "known.json").read_text()
    assert "PLAN905" in run("", "check").out


def test_a_baseline_can_be_left_out_of_a_check(run: Callable[..., Ran]) -> None:
    drawn = PLAN.replace("[plan]", "[plan: {baseline: known.json}]")
    run(drawn, "check", "--write-baseline")
    assert "PLAN401" in run("", "check", "--no-baseline").out


# the terminal


def on_terminal(folder: Path, *words: str, **environment: str) -> str:
    """Run the command on a pseudo terminal and return what it shows."""
    above, below = pty.openpty()
    command = [sys.executable, "-c", "from mkdocs_plan_plugin.cli import main; main()", *words]
    env = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | {
        "TERM": "xterm",
        **environment,
    }
    process = subprocess.Popen(command, cwd=folder, stdout=below, stderr=below, env=env)
    os.close(below)
    shown = b""
    while True:
        try:
            part = os.read(above, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    process.wait()
    os.close(above)
    return shown.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_source_with_a_caret_in_colour(run: Callable[..., Ran], tmp_path: Path) -> None:
    run(PLAN, "check")
    shown = on_terminal(tmp_path, "check")
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[\d+m", "", shown).splitlines()
    assert plain[0] == LINE
    assert plain[1] == "    8 | **Progress:** 2/2 phases complete (100%)"
    assert plain[2].index("^") == plain[1].index("2/2")
    assert plain[-1] == "'mkdocs-plan rules PLAN401' explains a rule"
    assert "\x1b[" not in on_terminal(tmp_path, "check", NO_COLOR="1")


# the rules


def test_rules_are_listed_with_the_severities_of_the_site(run: Callable[..., Ran]) -> None:
    ran = run(OFF, "rules")
    assert ran.status == 0
    assert all(code in ran.out for code in RULES)
    assert re.search(r"PLAN401 +off +stale-progress", ran.out)


def test_a_rule_is_explained(run: Callable[..., Ran]) -> None:
    ran = run("", "rules", "stale-progress")
    assert ran.out.startswith("PLAN401 stale-progress: warning")
    assert all(part in ran.out for part in ("Instead of:", "Write:", RULES["PLAN401"].summary))
    assert run("", "rules", "PLAN4").out.count("Instead of:") == 3


def test_an_unknown_rule_is_told_the_nearest(run: Callable[..., Ran]) -> None:
    ran = run("", "rules", "stale-progess")
    assert (ran.status, ran.err) == (
        2,
        "Error: there is no rule 'stale-progess'. Did you mean 'stale-progress'?\n",
    )


def test_check_loads_no_mkdocs() -> None:
    script = "import sys; sys.modules['mkdocs'] = None; import mkdocs_plan_plugin.cli.check"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_files_of_one_name_are_told_apart(run: Callable[..., Ran]) -> None:
    drawn = """
    a/b/plan.md
      ---
      plan: true
      ---
      # Plan: one

      **Status:** Bogus
    b/plan.md
      ---
      plan: true
      ---
      # Plan: two

      **Created:** 2025-02-30
    a/plan.md
      ---
      plan: true
      ---
      # Plan: three
    """
    found = run(drawn, "check", "--format", "json", "a", "b").data["findings"]
    told = {(one["path"], one["code"]) for one in found if one["code"] in ("PLAN202", "PLAN203")}
    assert told == {("a/b/plan.md", "PLAN202"), ("b/plan.md", "PLAN203")}


def test_the_order_of_options_is_not_lost_on_the_second_check(run: Callable[..., Ran]) -> None:
    drawn = """
    mkdocs.yml
      plugins: [{{plan: {{rules: {{{rules}}}}}}}]
    docs/a.md
      ---
      plan: true
      ---
      # Plan: two

      **Created:** 2025-02-30
    """
    for rules, severity in (
        ("PLAN203: error, bad-date: info", "info"),
        ("bad-date: info, PLAN203: error", "error"),
    ):
        found = run(drawn.format(rules=rules), "check", "--format", "json").data["findings"]
        assert [one["severity"] for one in found if one["code"] == "PLAN203"] == [severity]


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file name that is no Unicode")
def test_a_file_name_that_is_no_unicode_is_told(run: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for ending in ("\udcfd", "\udcfe", "\udcff"):
        page = tmp_path / "docs" / f"a{ending}-plan.md"
        page.write_text("---\nplan: true\n---\n# Plan: cache\n\n**Status:** Bogus\n", encoding="utf-8")
    for form in ("json", "text", "sarif", "github"):
        assert "a\ufffd-plan.md" in run("", "check", "--format", form, "docs").out
    assert run("", "check", "--plans", "\udcff*.md", "docs").status == 1


@pytest.mark.parametrize(
    "data", ["[" * 200_000, '{"x": ' + "[" * 200_000, '{"version": 1, "x": ' + '{"a":' * 200_000]
)
def test_a_baseline_that_nests_without_end_is_none(
    run: Callable[..., Ran], tmp_path: Path, data: str
) -> None:
    (tmp_path / "known.json").write_text(data, "utf-8")
    ran = run(PLAN.replace("[plan]", "[plan: {baseline: known.json}]"), "check")
    assert (ran.status, ran.err.startswith("Error: the baseline can't be read: ")) == (2, True)
    assert len(ran.err.splitlines()) == 1


def test_any_number_of_days_may_make_a_plan_stale(run: Callable[..., Ran]) -> None:
    ran = run(PLAN.replace("[plan]", "[plan: {stale_after: 999999999}]"), "check")
    assert ran.out.splitlines()[0] == LINE
