"""Findings in a build: what is logged, what --strict counts, and the note on the page."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mkdocs_plan_plugin.hosts.mkdocs.build import Build
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.weave.readings import Readings
from tests.rules.checked import check

PLAN = """
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan A

  **Status:** Complete

  ## Phase 1: Build

  **Status:** Pending

  - [x] one
"""
SUMMARY = "INFO 2 warnings on 1 page; shown by: mkdocs-plan check"
RAISED = "WARNING plans/a.md:6: warning PLAN402 the plan is stated complete, but 1 of its 1 phases is not, first 'Build' (line 8)"


def test_warnings_are_one_line(build):
    built = build(PLAN)
    assert built.ours == ["INFO 1 plan found", SUMMARY]
    assert built.warnings == []


def test_each_build_says_so_and_not_only_the_first_of_a_process(build):
    assert build(PLAN).ours == build(PLAN).ours == ["INFO 1 plan found", SUMMARY]


def test_strict_on_warning_raises_them(build):
    built = build(PLAN, plugins=[{"plan": {"strict_on": "warning"}}])
    assert [line for line in built.ours if "PLAN402" in line] == [RAISED]
    assert len(built.warnings) == 2
    assert SUMMARY not in built.ours


def test_a_rule_made_an_error_is_a_warning_of_the_build(build):
    built = build(PLAN, plugins=[{"plan": {"rules": {"state-against-phases": "error", "PLAN3": "off"}}}])
    assert built.ours == ["INFO 1 plan found", RAISED.replace("6: warning", "6: error")]


def test_an_unknown_directive_is_told_once_and_counts(build):
    built = build(
        f"{PLAN}\n  <!-- plan:crad -->\n", plugins=[{"plan": {"rules": {"PLAN3": "off", "PLAN4": "off"}}}]
    )
    assert built.ours == [
        "INFO 1 plan found",
        "WARNING plans/a.md:14: error PLAN902 there is no view 'plan:crad'. Write: <!-- plan:card -->",
    ]


ODD = """
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan A

  `code over
  two lines <!-- plan:crad -->` and <!-- plan:stepr -->

  <!-- soon: <!-- plan:bar --> -->

  !!! note

      Text <!-- plans:tabel -->, and `<!-- plan:crad -->`.
"""


def test_a_strict_build_says_of_directives_what_a_check_says(build):
    page = dedent(ODD.partition(".md\n")[2])
    checked = [one.line for one in check(page) if one.code == "PLAN902"]
    raised = [line for line in build(ODD).ours if line.startswith("WARNING")]
    assert checked == [7, 13]
    assert [int(line.split(":")[1]) for line in raised if "PLAN902" in line] == checked
    assert len(raised) == 2


def test_an_unknown_rule_and_a_missing_template_count(build):
    built = build(PLAN, plugins=[{"plan": {"rules": {"stale-pln": "off"}, "template": "none.md"}}])
    assert [line for line in built.ours if line.startswith("WARNING")] == [
        "WARNING none.md: error PLAN905 the template can't be read: No such file or directory",
        "WARNING error PLAN906 option 'rules': there is no rule or family 'stale-pln'. Write: stale-plan",
    ]


def test_what_the_baseline_holds_is_not_told(build):
    build(PLAN)
    import subprocess
    import sys

    root = build().root
    command = [
        sys.executable,
        "-c",
        "from mkdocs_plan_plugin.cli import main; main()",
        "check",
        "--write-baseline",
    ]
    (root / "mkdocs.yml").write_text("site_name: x\nplugins: [plan: {baseline: known.json}]\n")
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (ran.returncode, "2 findings written to" in ran.stderr) == (0, True), ran.stderr
    assert build("", plugins=[{"plan": {"baseline": "known.json"}}]).ours == ["INFO 1 plan found"]


def test_the_note_stands_on_the_page_where_it_is_asked_for(build):
    assert not build(PLAN).page("plans/a/").select(".plan-health")
    page = build("", plugins=[{"plan": {"findings_note": "always"}}]).page("plans/a/")
    [note] = page.select(".plan-health details")
    assert not note.has_attr("open")
    assert "PLAN402" in note.get_text()
    page = build(f"{PLAN}\n  <!-- plan:findings -->\n").page("plans/a/")
    assert len(page.select(".plan-health")) == 1


@pytest.mark.parametrize(
    ("wanted", "serving", "shown"),
    [("serve", False, False), ("serve", True, True), ("off", True, False), ("always", False, True)],
)
def test_the_note_is_for_who_writes(wanted, serving, shown):
    assert Build(Settings(findings_note=wanted), Readings(), [], serving=serving).site.notes == shown


def test_a_template_of_the_site_teaches_its_words(build):
    drawn = """
mall.md
  # [Namn]

  ## Risker <!-- plan: also "Risks" -->
  <!-- plan: required -->

  [Vad kan gå fel]

  ## Etapper
  <!-- plan: also "Phases" -->

  ### Etapp 1: [Namn] <!-- plan: also "Phase" -->

  **Läge:** [Planerat | Pågår | Klart] <!-- plan: also "Status" -->
docs/plans/a.md
  ---
  plan: true
  ---
  # Ny färja

  ## Etapper

  ### Etapp 1: Köpa

  - [x] Offert

  ### Etapp 2: Bygga

  - [ ] Skrov
"""
    built = build(drawn, plugins=[{"plan": {"template": "mall.md", "strict_on": "warning"}}])
    [line] = [line for line in built.ours if "PLAN" in line]
    assert line == (
        "WARNING plans/a.md:4: warning PLAN101 the template's required section 'Risker' is missing."
        " Write: ## Risker"
    )
    assert built.page("plans/a/").select_one(".plan-stepper")


BARE = """
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan A

  **Status:** Complete

  ## Phase 1: Build

  **Status:** Pending
"""


def test_a_built_site_speaks_to_readers_and_serve_to_authors_too(build):
    def index(**how):
        page = build(BARE, **how).page("plans/")
        return (
            len(page.select(".plan-hint")),
            "Contradicts itself" in page.get_text(),
            page.select(".plan-empty"),
        )

    hints, contradicts, empty = index()
    assert (hints, contradicts) == (0, False)
    assert any(box.get_text(strip=True) == "No risks described." for box in empty)
    hints, contradicts, _ = index(command="serve")
    assert hints > 2
    assert contradicts
    assert index(plugins=[{"plan": {"hints": "always"}}])[:2] == (hints, True)
    assert index(plugins=[{"plan": {"hints": "off"}}], command="serve")[:2] == (0, False)
