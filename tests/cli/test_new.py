"""A plan from a template: what is filled in, what is left, where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mkdocs_plan_plugin import read_plan
from mkdocs_plan_plugin.cli.scaffolds import scaffolds
from mkdocs_plan_plugin.dialects.dialect import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs_plan_plugin import Plan

Run = "Callable[..., Ran]"

SITE = """
mkdocs.yml
  site_name: Kiln
  plugins: [plan]
docs/index.md
  # Kiln
"""


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 2026-01-01


def plan_at(path: Path) -> Plan:
    return read_plan(path.read_text("utf-8"), path.name)


def test_what_is_known_on_the_first_day_is_filled_in(run: Run, tmp_path: Path) -> None:
    ran = run(SITE, "new", "Roof: repair & paint", "--owner", "Team Quay", "--priority", "p1")
    assert (ran.status, ran.out) == (0, "docs/plans/roof-repair-paint.md\n")
    plan = plan_at(tmp_path / "docs/plans/roof-repair-paint.md")
    assert (plan.title, plan.owner, plan.priority, plan.state) == (
        "Roof: repair & paint",
        "Team Quay",
        "P1",
        "planning",
    )
    assert (plan.created, plan.updated, plan.document_state) == ("2026-01-01", "2026-01-01", "draft")
    assert plan.phases[0].state == "pending"


def test_the_blanks_are_listed_with_their_lines(run: Run, tmp_path: Path) -> None:
    ran = run(SITE, "new", "Roof", "--minimal", "--owner", "Team Quay", "--priority", "P2")
    lines = (tmp_path / "docs/plans/roof.md").read_text("utf-8").split("\n")
    listed = re.findall(r"^ +(\d+)  (.+)$", ran.err, re.MULTILINE)
    assert len(listed) == 7
    assert all(lines[int(number) - 1].strip() == text for number, text in listed)
    assert "7 blanks to fill in" in ran.err


@pytest.mark.parametrize("minimal", [[], ["--minimal"]])
def test_the_result_passes_the_check_but_for_the_blanks(run: Run, minimal: list[str]) -> None:
    told = run(SITE, "new", "Roof", *minimal, "--owner", "Team Quay", "--priority", "P2").err
    assert "PLAN" not in told
    ran = run(SITE, "check", "--format", "json")
    assert ran.status == 0
    assert {one["severity"] for one in ran.data["findings"]} == {"info"}


def test_what_no_blank_explains_is_told(run: Run) -> None:
    template = (
        "# [Name]\n\n  **Status:** In Progress\n\n  **Due:** soon\n\n  ## Phase 1: Dig\n\n  - [ ] [Task]\n"
    )
    site = SITE.replace("[plan]", "[{plan: {template: own.md}}]") + f"own.md\n  {template}"
    assert "'soon'" in run(site, "new", "Roof").err


def test_that_it_counts_only_once_its_phases_have_names_is_told(run: Run, tmp_path: Path) -> None:
    template = (
        "# [Name]\n\n  ## Phase 1: [Name]\n\n  - [ ] [Task]\n\n  ## Phase 2: [Name]\n\n  - [ ] [Task]\n"
    )
    site = SITE.replace("[plan]", "[{plan: {template: own.md}}]") + f"own.md\n  {template}"
    assert "until its phases have names" in run(site, "new", "Roof").err
    assert plan_at(tmp_path / "docs/plans/roof.md").template


def test_filled_in_it_is_clean(run: Run, tmp_path: Path) -> None:
    run(SITE, "new", "Roof", "--minimal", "--owner", "Team Quay", "--priority", "P2")
    file = tmp_path / "docs/plans/roof.md"
    text = file.read_text("utf-8")
    for number in range(text.count("[The") + text.count("[What") + text.count("[One")):
        text = re.sub(r"\[(?:The|What|One)[^\]]*\]", f"Words {'abcdefgh'[number]} of the roof", text, count=1)
    file.write_text(text, "utf-8")
    assert run(SITE, "check").out == "1 plan checked: nothing found\n"


def test_without_owner_and_priority_they_are_blanks(run: Run, tmp_path: Path) -> None:
    ran = run(SITE, "new", "Roof", "--minimal")
    assert "**Priority:** [P0" in ran.err
    assert "**Owner:** [" in ran.err
    assert plan_at(tmp_path / "docs/plans/roof.md").owner is None


OWN = """
mkdocs.yml
  site_name: Kiln
  plugins:
    - plan:
        template: {default: own/plan.md, Migration plan: own/migration.md}
own/plan.md
  ---
  plan: false
  owner:
  created: YYYY-MM-DD
  ---
  # Vorhaben: [Name]

  **Zuständig:** [Team]

  ## Phasen
  <!-- plan: required, also "Phases" -->

  ### Phase 1: [Name der Phase]

  **Status:** Offen | In Arbeit | Fertig

  ## Notizen

  [Was sonst noch ist]
own/migration.md
  # Move [what] to [where]

  **Status:** [Draft | Active]
docs/index.md
  # Kiln
"""


def test_the_site_s_own_template_is_filled_in_its_own_words(run: Run, tmp_path: Path) -> None:
    run(OWN, "new", "Öfen", "--owner", "Team Kai")
    text = (tmp_path / "docs/plans/öfen.md").read_text("utf-8")
    assert text.startswith("---\nplan: true\nowner: Team Kai\ncreated: 2026-01-01\n---\n# Vorhaben: Öfen\n")
    assert "**Zuständig:** Team Kai" in text
    assert "**Status:** Offen\n" in text
    assert "<!--" not in text


def test_a_minimal_plan_has_the_sections_that_the_template_requires(run: Run, tmp_path: Path) -> None:
    run(OWN, "new", "Öfen", "--minimal")
    text = (tmp_path / "docs/plans/öfen.md").read_text("utf-8")
    assert "## Phasen\n\n### Phase 1: [What it brings]" in text
    assert "Notizen" not in text


def test_a_kind_has_its_template_and_says_so(run: Run, tmp_path: Path) -> None:
    run(OWN, "new", "Cellar", "--kind", "migration plan")
    text = (tmp_path / "docs/plans/cellar.md").read_text("utf-8")
    assert text.startswith("---\ncategory: migration plan\n---\n\n# Move Cellar to [where]")
    assert "**Status:** Draft" in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["Cellar", "--kind", "migraton plan"], "there is no template for the kind 'migraton plan'. Did you mean 'Migration plan'?"),
        (["Cellar", "--dialect", "spec-kitt"], "there is no first plan in a dialect 'spec-kitt'. Did you mean 'spec-kit'?"),
        (["Cellar", "--dialect", "spec-kit", "--kind", "x"], "give one of the two"),
        (["  "], "a plan needs a title"),
        (["Cellar", "--output", "docs/index.md"], "docs/index.md is there already"),
    ],
)  # fmt: skip
def test_what_can_not_be_is_told(run: Run, words: list[str], says: str) -> None:
    ran = run(OWN, "new", *words)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err


@pytest.mark.parametrize(
    ("there", "name"),
    [
        (["0007-a.md", "0012-b.md", "index.md"], "0013-roof.md"),
        (["7-a.md", "8-b.md"], "9-roof.md"),
        (["PLAN-07_a.md", "PLAN-08_b.md"], "PLAN-09_roof.md"),
        (["2025-11-02-a.md", "2025-12-01-b.md"], "2026-01-01-roof.md"),
        (["a.md", "b.md", "3-c.md"], "roof.md"),
        (["2-factor-login.md"], "roof.md"),
        ([], "roof.md"),
    ],
)
def test_a_folder_that_numbers_its_plans_goes_on(run: Run, there: list[str], name: str) -> None:
    drawn = SITE + "".join(f"docs/plans/{file}\n  # A\n" for file in there)
    assert run(drawn, "new", "Roof").out == f"docs/plans/{name}\n"


def test_it_stands_where_the_site_s_plans_are(run: Run) -> None:
    plan = "\n  # Plan: dig\n\n  **Status:** Planning\n\n  ## Phase 1: A\n\n  ## Phase 2: B\n"
    drawn = f"{SITE}docs/work/roadmaps/dig-plan.md{plan}docs/work/roadmaps/fill-plan.md{plan}"
    assert run(drawn, "new", "Roof").out == "docs/work/roadmaps/roof.md\n"


@pytest.mark.parametrize("output", ["elsewhere/x.md", "-"])
def test_output_says_where(run: Run, tmp_path: Path, output: str) -> None:
    ran = run(SITE, "new", "Roof", "--output", output)
    if output == "-":
        assert "\n# Roof\n" in ran.out
        assert not (tmp_path / "docs/plans").exists()
    else:
        assert ran.out == "elsewhere/x.md\n"
        assert "# Roof" in (tmp_path / output).read_text("utf-8")


def test_every_dialect_has_a_first_plan() -> None:
    without = {dialect.name for dialect in shipped()} ^ set(scaffolds())
    assert not without, "write the first plan of each dialect in templates/dialects.yml"


@pytest.mark.parametrize("name", list(scaffolds()))
def test_a_first_plan_is_read_in_its_dialect(run: Run, name: str) -> None:
    plan = run(SITE, "new", "Roof repair", "--dialect", name, "--owner", "Team Quay").out.split("\n")[0]
    told = run(SITE, "explain", plan).out
    assert "Roof repair" in told
    assert "is not a plan" not in told
    if name not in ("kep", "rfc"):
        assert name in told
    findings = run(SITE, "check", plan, "--format", "json").data["findings"]
    assert {one["code"] for one in findings} <= {"PLAN109", "PLAN110", "PLAN111"}


def test_numbers_of_a_dialect_go_on(run: Run) -> None:
    drawn = f"{SITE}specs/004-kites/spec.md\n  # Feature Specification: Kites\n"
    assert (
        run(drawn, "new", "Roof", "--dialect", "spec-kit").out
        == "specs/005-roof/tasks.md\nspecs/005-roof/spec.md\n"
    )


class TestTemplate:
    def test_it_is_printed(self, run: Run) -> None:
        out = run(SITE, "template").out
        assert out.startswith("---\ntemplate: implementation-plan@1\n---\n")
        assert run(OWN, "template").out.startswith("---\nplan: false\n")
        assert run(OWN, "template", "--shipped").out == out

    def test_it_is_written_once(self, run: Run, tmp_path: Path) -> None:
        ran = run(SITE, "template", "--output", "docs/templates/plan.md")
        assert ran.out == "docs/templates/plan.md\n"
        assert "template: docs/templates/plan.md" in ran.err
        before = (tmp_path / "docs/templates/plan.md").read_bytes()
        assert run(SITE, "template", "--output", "docs/templates/plan.md").status == 2
        assert (tmp_path / "docs/templates/plan.md").read_bytes() == before

    def test_it_holds_no_figure_that_would_be_typed(self, run: Run) -> None:
        assert "phases complete" not in run(SITE, "template").out
