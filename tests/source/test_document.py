"""A document: its sections with level, lines and parent."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.source.document import read_document, walk


def outline(text: str) -> list[tuple[int, str, int, int, int]]:
    return [(one.level, one.title, one.line, one.end, one.parent) for one in read_document(text).sections]


def test_sections_know_level_lines_and_parent() -> None:
    assert outline("intro\n\n# A\n\n## B\n\n### C\n\n## D\n\n# E\n") == [
        (0, "", 0, 12, -1),
        (1, "A", 3, 10, 0),
        (2, "B", 5, 8, 1),
        (3, "C", 7, 8, 2),
        (2, "D", 9, 10, 1),
        (1, "E", 11, 12, 0),
    ]


def test_a_level_may_be_skipped() -> None:
    assert [(title, parent) for _, title, _, _, parent in outline("# A\n\n#### B\n\n## C\n")] == [
        ("", -1),
        ("A", 0),
        ("B", 1),
        ("C", 1),
    ]


def test_the_sections_around_and_inside_one() -> None:
    document = read_document("# A\n\n## B\n\n### C\n\n## D\n")
    _, a, b, c, _ = document.sections
    assert [one.title for one in document.within(a)] == ["A", "B", "C", "D"]
    assert [one.title for one in document.inside(b)] == ["C"]
    assert [one.title for one in document.children(a)] == ["B", "D"]
    assert [one.title for one in document.ancestors(c)] == ["B", "A", ""]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("# Roof", "Roof"),
        ("#\tRoof", "Roof"),
        ("# Roof #", "Roof"),
        ("# Roof ###", "Roof"),
        ("#   Roof   and   wall", "Roof and wall"),
        ("# **Roof** and *wall*", "Roof and wall"),
        ("# `roof` and [wall](x.md)", "`roof` and wall"),
        ("# Roof ~~old~~", "Roof old"),
        ("# Roof {#top}", "Roof"),
        ("# Roof {: #top .wide }", "Roof"),
        ("# Roof {{ version }}", "Roof {{ version }}"),
        ("# Roof &amp; wall", "Roof & wall"),
        ("# Roof<br>and wall", "Roof and wall"),
        ("Roof\n====", "Roof"),
        ("Roof\nand wall\n====", "Roof and wall"),
        ("> # Quoted\n\n# Roof", "Roof"),
    ],
)
def test_titles_are_plain_text(source: str, title: str) -> None:
    assert outline(f"{source}\n")[-1][1] == title


@pytest.mark.parametrize("source", ["#Roof", "####### Roof", "\\# Roof", "    # Roof", "`# Roof`", "<!-- # Roof -->", "- # Roof", "> # Roof", "!!! note\n    # Roof"])  # fmt: skip
def test_what_is_no_section(source: str) -> None:
    assert len(outline(f"{source}\n")) == 1


def test_an_empty_page_has_its_head_alone() -> None:
    assert outline("") == [(0, "", 0, 1, -1)]


def test_blocks_stand_in_their_section() -> None:
    document = read_document("intro\n\n# A\n\ntext\n\n- item\n\n## B\n\n| a |\n|---|\n| b |\n")
    assert [[block.kind for block in one.blocks] for one in document.sections] == [
        ["paragraph"],
        ["paragraph", "list"],
        ["table"],
    ]


def test_blocks_are_walked_in_reading_order() -> None:
    document = read_document("- a\n  - b\n- c\n\n> d\n")
    texts = [block.text for block in walk(document.sections[0].blocks) if block.kind == "paragraph"]
    assert texts == ["a", "b", "c", "d"]
