"""Fields and labels on one line, before anyone asks what their names mean."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.source.fields import fields_of, parts_of
from mkdocs_plan_plugin.source.markdown import parse


def fields(text: str) -> list[tuple[str, str]]:
    (paragraph,) = parse(text).children
    return [(field.name, field.value) for line in paragraph.lines for field in fields_of(line)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("**Name:** value", [("Name", "value")]),
        ("**Name**: value", [("Name", "value")]),
        ("**Name :** value", [("Name", "value")]),
        ("**Name：** value", [("Name", "value")]),
        ("**Name**：value", [("Name", "value")]),
        ("**Name: value**", [("Name", "value")]),
        ("**Name:**", [("Name", "")]),
        ("**Name**", [("Name", "")]),
        ("✅ **Name:** value", [("Name", "value")]),
        ("*Name: value*", [("Name", "value")]),
        ("*Name:* value", [("Name", "value")]),
        ("Name: value", [("Name", "value")]),
        ("Name:", [("Name", "")]),
        ("Two words: value", [("Two words", "value")]),
        ("**Name:** a: b: c", [("Name", "a: b: c")]),
        ("**Name:** `a`, **b** and [c](d.md)", [("Name", "`a`, b and c")]),
        ("**Name:** https://example.com/a:b", [("Name", "https://example.com/a:b")]),
        # several on one line
        ("**A:** 1 | **B:** 2", [("A", "1"), ("B", "2")]),
        ("**A**: 1 · **B**: 2 · **C**: 3", [("A", "1"), ("B", "2"), ("C", "3")]),
        ("**A:** 1  **B:** 2", [("A", "1"), ("B", "2")]),
        ("A: 1 | B: 2", [("A", "1"), ("B", "2")]),
        ("*A: 1 | B: 2*", [("A", "1"), ("B", "2")]),
        ("A: 1 · Begun 2027-01-02 · By @mill", [("A", "1"), ("Begun", "2027-01-02"), ("By", "@mill")]),
        ("Mill · Begun 2027-01-02", []),
        # alternatives are one value
        ("**A:** x | y | z", [("A", "x | y | z")]),
        ("**A:** [x | y]", [("A", "[x | y]")]),
        # neighbours without a blank line
        ("**A:** 1\n**B:** 2", [("A", "1"), ("B", "2")]),
        ("**A:** 1  \n**B:** 2", [("A", "1"), ("B", "2")]),
        # no fields
        ("text", []),
        ("**Bold** text goes on", []),
        ("A sentence that is far too long to be the name of any field: value", []),
        ("https://example.com", []),
        ("12:30", []),
        ("Why? Because: that", []),
    ],
)
def test_fields_on_a_line(text: str, found: list[tuple[str, str]]) -> None:
    assert fields(text) == found


def test_a_line_of_data_has_none() -> None:
    assert fields("**A:** " + "x" * 5000) == []


def test_what_stands_under_a_label_belongs_to_it() -> None:
    blocks = parse("intro\n\n**A:** one\ntwo\n\n- item\n\n**B:**\n\n```\ncode\n```\n").children
    first, a, b = parts_of(blocks)
    assert (first.name, first.text) == ("", "intro")
    assert (a.name, a.text, [block.kind for block in a.blocks], a.line) == ("A", "one two", ["list"], 3)
    assert (b.name, b.text, [block.kind for block in b.blocks], b.line) == ("B", "", ["code"], 8)


def test_a_plain_line_is_a_label_only_where_its_name_is_known() -> None:
    blocks = parse("Note: text\n\nOwner: Kim\n").children
    assert [part.name for part in parts_of(blocks, lambda name: name == "Owner")] == ["", "Owner"]
    assert [part.name for part in parts_of(blocks)] == [""]
