from __future__ import annotations

import pytest
from markdown import Markdown

from mkdocs_plan_plugin.model import Task
from mkdocs_plan_plugin.views.mounts import Mount
from mkdocs_plan_plugin.weave.seal import Seal
from mkdocs_plan_plugin.weave.slots import Slot, at_line_end, thread

SEAL = Seal("plan0")


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("## Risks", "## Risks•"),
        ("## Risks ##", "## Risks• ##"),
        ("## Risks {#mine .big}", "## Risks• {#mine .big}"),
        ("## Risks ## {#mine}", "## Risks• ## {#mine}"),
        ("## C#", "## C#•"),
        ("##", "## •"),
        ("**Checks:**  ", "**Checks:**•  "),
        ("**Checks:**{.big}", "**Checks:**{.big}•"),
        ("| a | b |", "| a | b• |"),
        (r"| a | b \|", r"| a | b \|•"),
        ("> ### Quoted", "> ### Quoted•"),
        ("ends in a backslash\\", "ends in a backslash\\ •"),
    ],
)
def test_a_token_stands_behind_the_text_of_its_line(line, marked):
    assert at_line_end(line, "•") == marked


@pytest.mark.parametrize(
    "heading",
    ["# Plan", "## Phase `1`: *go* ##", "## A {#own}", "Setext\n---", "## A & B <b>c</b>", "## Plan"],
)
def test_headings_keep_their_ids_and_contents(heading):
    def ids(text):
        md = Markdown(extensions=["toc", "attr_list"])
        md.convert(text)
        return [(token["id"], token["name"]) for token in md.toc_tokens]

    first, *rest = heading.split("\n")
    assert ids("\n".join([at_line_end(first, SEAL.token(0)), *rest])) == ids(heading)


@pytest.mark.parametrize(
    ("line", "marked", "original"),
    [
        ("- [ ] open", "- T open", "[ ]"),
        ("    * [x] nested", "    * T nested", "[x]"),
        ("1. [~] numbered", "1. T numbered", "[~]"),
        ("> - [✅] quoted", "> - T quoted", "[✅]"),
        ("- ✅ done", "- T✅ done", ""),
        ("| 1 | Dig | ✅ |", "| 1 | Dig | ✅T |", ""),
        ("Dig | ✅ |", "Dig | ✅T |", ""),
        ("Dig | ✅", "Dig | ✅T", ""),
    ],
)
def test_the_box_of_a_task_becomes_a_token(line, marked, original):
    lines = [line]
    [slot] = thread(lines, [Slot(1, task=Task())], SEAL)
    assert lines == [marked.replace("T", SEAL.token(0))]
    assert slot.original == original


def test_a_line_that_grew_a_blank_line_keeps_it():
    lines = ["text", "\n- [ ] a"]
    thread(lines, [Slot(2, task=Task())], SEAL)
    assert lines[1] == f"\n- {SEAL.token(0)} a"


def test_slots_of_lines_that_the_page_lacks_are_left_out():
    lines = ["# A"]
    slots = [Slot(-3, mounts=(Mount(1, "card"),)), Slot(7, mounts=(Mount(1, "card"),))]
    assert thread(lines, slots, SEAL) == []
    assert lines == ["# A"]
