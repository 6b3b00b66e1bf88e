"""Dialects of a site's own, in files or in its options; and the ones that come along."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_plan_plugin.dialects.dialect import DialectError, dialect_of, shipped
from mkdocs_plan_plugin.dialects.files import with_dialects
from mkdocs_plan_plugin.reading.dialects import Dialects, Seen
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.front_matter import FrontMatter
from tests.dialects.drawn import figures, is_plan, page, phases, plan
from tests.reading.drawn import drawn

DOCS = Path(__file__).parent.parent.parent / "example-site" / "docs"

OWN = """
    about: Chores of the mill
    found_by:
      - path: ["chores/*.md"]
    title: [folder]
    front_matter: {miller: owner}
    phases: {words: [Chore]}
    vocabulary:
      states: {complete: [ground]}
"""

CHORES = """
    ---
    miller: Sack
    status: ground
    ---

    ## Chore 1: Grind

    - [x] Wheat

    ## Chore 2: Sweep

    - [x] The floor
"""


def settings(tmp_path: Path, text: str = OWN) -> tuple[Settings, list[str]]:
    (tmp_path / "mill.yml").write_text(drawn(text), "utf-8")
    return with_dialects(Settings(dialects=["mill.yml"]), tmp_path)


def test_a_file_is_all_that_it_takes(tmp_path: Path):
    read_settings, problems = settings(tmp_path)
    assert problems == []
    read = plan(CHORES, "chores/week.md", dialects=read_settings.dialects)
    assert (read.title, read.owner, read.state) == ("Chores", "Sack", "complete")
    assert phases(read) == ["Chore 1: Grind | complete | 1/1", "Chore 2: Sweep | complete | 1/1"]
    assert read.why.dialect == "mill: its path matches chores/*.md"


def test_words_of_a_dialect_mean_nothing_elsewhere(tmp_path: Path):
    read_settings, _ = settings(tmp_path)
    assert not is_plan(page(CHORES, "errands/week.md", dialects=read_settings.dialects))


def test_one_of_the_same_name_takes_the_place_of_one_that_comes_along():
    text = "# Lamps\n\n### Task 1: Hall\n\n- [ ] hang\n"
    path = "superpowers/plans/lamps.md"
    assert figures(plan(text, path)) == "unknown, –, 0/1"
    assert not is_plan(page(text, path, dialects=[{"name": "superpowers"}]))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("found_by: [{path: 'a.md'}]", "Expected `array`, got `str`"),
        ("phases: {word: [Chore]}", "unknown field `word`"),
        ("- a list", "expected a mapping"),
        ("found_by: [", "line "),
        ("files: [../secret.md]", "'files' are files of one folder"),
    ],
)
def test_what_is_wrong_with_one_is_told_and_the_others_hold(tmp_path: Path, text: str, message: str):
    found, problems = settings(tmp_path, text)
    assert found.dialects == []
    assert len(problems) == 1
    assert problems[0].startswith("option 'dialects': mill.yml: ")
    assert message in problems[0]


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    _, problems = with_dialects(Settings(dialects=["none.yml"]), tmp_path)
    assert problems == ["option 'dialects': none.yml: No such file or directory"]


def test_one_in_the_options_needs_a_name():
    with pytest.raises(DialectError, match="no 'name'"):
        dialect_of({"found_by": []})


def test_all_that_come_along_say_what_they_are_for():
    assert all(dialect.about and dialect.found_by for dialect in shipped())


def test_each_that_comes_along_has_a_row_on_the_page_of_dialects_and_no_other_has():
    rows = re.findall(r"^\| (\[`.+?) \|", (DOCS / "dialects.md").read_text("utf-8"), re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"\[`([\w-]+)`\]", row)]
    assert sorted(named) == sorted(dialect.name for dialect in shipped())


def test_an_ordinary_page_is_in_none():
    text = "# Roadmap\n\n## Phase 1: Dig\n\n- [ ] dig\n" * 500
    dialects = Dialects(Settings())
    for path in ("docs/plans/dig.md", "specs/dig.md", "docs/backlog/dig.md", "plan.md"):
        assert dialects.of(Seen(path, text, FrontMatter())).said == ""
        assert dialects.beside(path) == []
