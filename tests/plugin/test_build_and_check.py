"""A check sees what a build sees: each mistake fails both `mkdocs build --strict` and `mkdocs-plan check`."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

from mkdocs_plan_plugin.cli import main

PLAN = """
docs/plans/move.md
  ---
  plan: true
  owner: Team Tide
  ---
  # Plan: move

  **Status:** In Progress

  ## Phase 1: Pack

  - [x] one
  - [ ] two

  ## Document Information

  **Budget:** 10
"""


@pytest.fixture
def both(build, tmp_path, monkeypatch, capsys):
    """Return a function: what a build warns of, then what a check says and its exit status."""
    monkeypatch.chdir(tmp_path)

    def run(drawn: str, *words: str, **options: Any) -> tuple[list[str], str, int]:
        built = build(drawn, **options)
        with pytest.raises(SystemExit) as status:
            main(["check", "--config", "built.yml", *words], prog_name="mkdocs-plan")
        said = capsys.readouterr()
        return built.warnings, said.out + said.err, int(status.value.code or 0)

    return run


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"show": ["crad"]}, "option 'show[1]': there is no piece 'crad'. Did you mean 'card'?"),
        ({"index": {"hoem": "a.md"}}, "option 'index.hoem': there is no such page. Did you mean 'home'?"),
        ({"index": ["a.md"]}, "option 'index': expected text, found a list."),
        ({"language": "xx"}, "option 'language': there is no language 'xx'."),
        ({"rules": {"stale-pln": "off"}}, "there is no rule or family 'stale-pln'"),
        ({"rules": ["PLAN401"]}, "option 'rules': expected a mapping, found a list."),
        ({"includ": ["a.md"]}, "option 'includ': there is no such option. Did you mean 'include'?"),
    ],
)
def test_wrong_options(both, options, said) -> None:
    warnings, checked, status = both(PLAN, plugins=[{"plan": options}])
    assert [line for line in warnings if said in line]
    assert (said in checked, status) == (True, 2)


PAGE = """
docs/all.md
  # All plans

  {}
"""


@pytest.mark.parametrize(
    ("directive", "said"),
    [
        ("<!-- plans:table {sort: tilte} -->", "'plans:table': 'sort': there is no field 'tilte'."),
        ("<!-- plans:table {colums: [title]} -->", "'plans:table': there is no option 'colums'."),
        ("<!-- plans:table {limit: many} -->", "'limit' is a whole number above 0 or 'all', not 'many'"),
        ("<!-- plans:table sort -->", "'plans:table': 'sort' is no mapping"),
        ("<!-- plans:table [sort] -->", "'plans:table': '[sort]' is no mapping"),
        ("<!-- plans:table {where: [state]} -->", "'where' is a mapping"),
        ("<!-- plans:board {where: {state: doen}} -->", "'plans:board'"),
        ("<!-- plan:card {of: plans/mov.md} -->", "there is no plan 'plans/mov.md'."),
        ("<!-- plan:card -->", "shows the page's own plan, but this page is no plan"),
        ("<!-- plans:tabel -->", "there is no view 'plans:tabel'"),
    ],
)
def test_wrong_directives(both, directive, said) -> None:
    warnings, checked, status = both(PLAN + PAGE.format(directive))
    assert [line for line in warnings if said in line and "all.md:3" in line] == warnings
    assert (said in checked, "all.md:3:1: error" in checked, status) == (True, True, 1)
    warnings, checked, status = both(f"{PLAN}\n  {directive.replace('plan:', 'plan: ')}\n{PAGE.format('')}")
    told = [line for line in warnings if said in line]
    assert len(told) == (0 if "own plan" in said else 1)
    assert checked.count(said) == len(told)


@pytest.mark.parametrize("where", ["budget: 10", "Budget: 10", "state: in-progress", "tags: x"])
def test_a_field_that_another_plan_states_is_known_to_a_check_of_one_page(both, where) -> None:
    drawn = PLAN + PAGE.format(f"<!-- plans:table {{where: {{{where}}}}} -->")
    assert both(drawn, "docs/all.md")[::2] == ([], 0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("<!-- Plans:Table -->", "plans:table"),
        ("<!-- plan table -->", "plans:table"),
        ("<!-- PLANS: table -->", "plans:table"),
        ("<!-- plans table {limit: 3} -->", "plans:table"),
        ("<!-- plan-card -->", "plan:card"),
        ("<!-- Plan：Card -->", "plan:card"),
        ("<!-- plans_risk_matrix -->", "plans:risk-matrix"),
        ("<!-- plan ignore -->", "plan: ignore"),
    ],
)
def test_comments_that_are_nearly_directives(both, written, meant) -> None:
    _, checked, status = both(PLAN + PAGE.format(written), plugins=[{"plan": {"strict_on": "warning"}}])
    assert (
        f"all.md:3:1: warning PLAN902 '{written}' is nearly a comment of this plugin, but none. Write: {meant}"
        in checked
    )
    assert status == 1
    warnings, *_ = both("", plugins=[{"plan": {"strict_on": "warning"}}])
    assert [line for line in warnings if "all.md:3: warning PLAN902" in line] == warnings


@pytest.mark.parametrize(
    "written",
    [
        "<!-- Plan B is to walk -->",
        "<!-- planned table -->",
        "<!-- the plan: table -->",
        "<!-- plan b -->",
        "<!-- Plan: rewrite this -->",
        "<!-- plan table of all teams -->",
        "`<!-- Plans:Table -->`",
        "    <!-- Plans:Table -->",
    ],
)
def test_other_comments_are_the_authors(both, written) -> None:
    warnings, checked, status = both(
        PLAN + PAGE.format(written), plugins=[{"plan": {"strict_on": "warning"}}]
    )
    assert (warnings, "PLAN902" in checked, status) == ([], False, 0)


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("plan: true\n  state: finshed", "PLAN202"),
        ("plan: [card]\n  type: plan", "PLAN903 'plan' in front matter is a list"),
        ("plan:\n    - hide: [card]", "PLAN903 'plan' in front matter is a list"),
        ("plan: {ignore: [PLAN401]}", "PLAN903 'ignore' of 'plan' in front matter is a mapping"),
        ("plan: {hide: {card: true}}", "PLAN903 'hide' of 'plan' in front matter is a list"),
        ("plan: {hidde: [card]}", "PLAN903 'plan' in front matter has no 'hidde'"),
    ],
)
def test_front_matter_that_can_not_be_read(both, front, said) -> None:
    drawn = PLAN.replace("plan: true", front)
    warnings, checked, status = both(drawn, plugins=[{"plan": {"strict_on": "warning"}}])
    assert [line for line in warnings if said in line]
    assert (said in checked, status) == (True, 1)


def test_options_beside_the_plugin_are_told_by_a_check_as_mkdocs_does(build, tmp_path, monkeypatch, capsys):
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - plan:\n    include: [a.md]\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as status:
        main(["check"], prog_name="mkdocs-plan")
    assert status.value.code == 2
    assert (
        "plugins: 'include' is beside 'plan'. Write its options indented below it." in capsys.readouterr().err
    )


NEAR = """
docs/plans/notes.md
  # Notes
docs/work.md
  # Moorings

  **Status:** Open

  ## Phase 1: A

  ## Phase 2: B

  - [ ] a
  - [ ] b
  - [ ] c
  - [ ] d
  - [ ] e
"""


def test_each_page_that_is_nearly_a_plan_is_told_once(build, both) -> None:
    _, checked, status = both(PLAN + NEAR)
    ours = build().ours
    for said in (
        "plans/notes.md{} info PLAN113 is named by 'include' (**/*plans*/**), but has 0 of the 2 traits",
        "work.md{} info PLAN113 looks like a plan, but is not marked as one;",
    ):
        assert sum(said.format(":") in line for line in ours) == 1
        assert checked.count(said.format(":1:1:")) == 1
    assert status == 0


EXAMPLE = re.findall(
    r"^```markdown\n(---\ntemplate: .*?)^```$",
    (Path(__file__).parents[2] / "example-site" / "docs" / "templates.md").read_text("utf-8"),
    re.MULTILINE | re.DOTALL,
)[0]
"""The template that the docs show, pinned to a name that no site has by itself."""


def filled(template: str, first: int) -> str:
    """A template with its first blanks filled in."""
    for blank in re.findall(r"\[[^\]\n]{3,}\](?!\()", template)[:first]:
        template = template.replace(blank, "In Progress" if "|" in blank else "Moorings", 1)
    return template


@pytest.mark.parametrize("which", ["the docs' example", "the shipped one"])
def test_a_template_copied_and_filled_from_above_is_a_plan(which: str, build, both) -> None:
    from mkdocs_plan_plugin.template.files import SHIPPED

    template = EXAMPLE if which == "the docs' example" else SHIPPED.read_text("utf-8")
    page = textwrap.indent(filled(template, 4), "  ")
    _, checked, _ = both(f"docs/plans/moorings.md\n{page}\n")
    assert "INFO 1 plan found" in build().ours
    assert build().page("plans/moorings/").select_one(".plan-card") is not None
    assert "PLAN111" in checked or "PLAN109" in checked  # what is still as the template has it


def test_the_template_copied_and_filled_in_four_places_is_a_plan(both) -> None:
    from mkdocs_plan_plugin.template.files import SHIPPED

    lines = SHIPPED.read_text("utf-8").split("\n")
    front, body = lines[:3], "\n".join(lines[3:])
    for blank, text in zip(
        ("[Name of the plan]", "[One or two"), ("Move", "We move. [One or two"), strict=True
    ):
        body = body.replace(blank, text, 1)
    for drawn in ("\n".join([*front, body]), body):
        page = "\n".join(f"  {line}" for line in drawn.split("\n"))
        _, checked, _ = both(f"docs/plans/mine.md\n{page}")
        assert checked.rstrip().splitlines()[-1].startswith("1 plan checked")
