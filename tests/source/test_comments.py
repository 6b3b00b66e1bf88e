"""Comments of ours, found by one scanner for templates, checks and built pages."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.source.comments import comments, comments_in
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.views.directives import find
from tests.work import LINEAR, growth

PAGES = {
    "<!-- plan:card -->": ["1:1 card alone"],
    "text <!-- plan: sample --> and <!--plans:table {sort: state}-->": ["1:6 sample", "1:32 table"],
    "<!-- plan:card --> <!-- plan:stepper -->": ["1:1 card alone", "1:20 stepper alone"],
    "<!-- plans:table\n  {sort: state} -->": ["1:1 table alone"],
    "text\n<!-- plans:table\n  {sort: state} --> text": ["2:1 table"],
    "## Goals <!-- plan: required -->": ["1:10 required"],
    "| a | <!-- plan: sample --> |\n|---|---|": ["1:7 sample"],
    "- item\n\n    <!-- plan:card -->": ["3:5 card alone"],
    "!!! note\n\n    one\n\n    ??? tip\n\n        two <!-- plan:card -->": ["7:13 card"],
    "Äußerst 🎯 <!-- plan:card --> 🎯 <!-- plan:stepper -->": ["1:11 card", "1:32 stepper"],
    "---\ntitle: x\n---\n<!-- plan:card -->": ["4:1 card alone"],
    # code is text, however many lines it has
    "`<!-- plan:card -->`": [],
    "`one\ntwo <!-- plan:card --> three`": [],
    "```\n<!-- plan:card -->\n```": [],
    "~~~~\n<!-- plan:card -->": [],
    "    <!-- plan:card -->": [],
    "> ```\n> <!-- plan:card -->\n> ```": [],
    "one ` two <!-- plan:card --> three": ["1:11 card"],
    "``a ` <!-- plan:card --> `` <!-- plan:stepper -->": ["1:29 stepper"],
    # nor are these comments
    "\\<!-- plan:card -->": [],
    "<!-- plan:card": [],
    "<!-- planning: soon -->": [],
    "<!-- soon: <!-- plan:card --> -->": [],
    "<div>\n<!-- plan:card -->\n</div>": ["2:1 card alone"],
}


@pytest.mark.parametrize("page", PAGES)
def test_comments_stand_outside_code_and_know_their_place(page: str) -> None:
    found = comments(read_document(page))
    drawn = [f"{one.line}:{one.column} {one.word}{' alone' if one.alone else ''}" for one in found]
    assert drawn == PAGES[page]


@pytest.mark.parametrize("page", PAGES)
def test_a_built_page_asks_for_what_the_check_sees(page: str) -> None:
    document = read_document(page)
    asked = [(one.line, one.ordinal, one.word) for one in comments(document) if one.asks]
    assert [(one.line, one.ordinal, one.name) for one in find("\n".join(document.body_lines))] == asked


@pytest.mark.parametrize(
    "text",
    [
        "<!-- plan:card --> ",
        "<!-- plan:card ",
        "<!-- plan:card\n",
        "`<!-- plan:card -->",
        "<!-- plan:card -->\n",
        "<!-- ",
    ],
)
def test_work_grows_with_their_number_and_not_with_its_square(text: str) -> None:
    assert growth(lambda times: comments_in(text * times + "-->"), 100) < LINEAR
