"""Markdown to blocks with lines: the contract with the parser, event by event."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.source.markdown import Block, parse


def tree(block: Block) -> list[object]:
    """Draw a tree of blocks: kind and lines, then what is inside."""
    return [
        [f"{child.kind} {child.line}-{child.end}", *tree(child)] if child.children else f"{child.kind} {child.line}-{child.end}"
        for child in block.children
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n\nc\n", ["paragraph 1-2", "paragraph 4-4"]),
        ("# a\n\n## b\n", ["heading 1-1", "heading 3-3"]),
        ("a\n===\n", ["heading 1-2"]),
        ("a\n\n---\n\nb\n", ["paragraph 1-1", "rule 3-3", "paragraph 5-5"]),
        ("```py\na\n```\n", ["code 1-3"]),
        ("    a\n    b\n", ["code 1-2"]),
        ("<div>\na\n</div>\n", ["html 1-3"]),
        ("> a\n>\n> b\n", [["quote 1-3", "paragraph 1-1", "paragraph 3-3"]]),
        ("- a\n- b\n", [["list 1-2", ["item 1-1", "paragraph 1-1"], ["item 2-2", "paragraph 2-2"]]]),
        ("| a | b |\n|---|---|\n| c | d |\n", ["table 1-3"]),
        ("!!! note\n    a\n\n    b\n", [["container 1-4", "paragraph 2-2", "paragraph 4-4"]]),
    ],
)
def test_blocks_and_their_lines(text: str, expected: list[object]) -> None:
    assert tree(parse(text)) == expected


def test_lines_of_text_without_markup() -> None:
    (block,) = parse("Some **bold** and *italic*,\n`code` and [link](x.md)  \n~~struck~~\n").children
    first, second, third = block.lines
    assert (first.number, first.text) == (1, "Some bold and italic,")
    assert [first.text[a:b] for a, b in first.bold] == ["bold"]
    assert [first.text[a:b] for a, b in first.italic] == ["italic"]
    assert (second.number, second.text) == (2, "`code` and link")
    assert [(second.text[a:b], url) for a, b, url in second.links] == [("link", "x.md")]
    assert [third.text[a:b] for a, b in third.struck] == ["struck"]


def test_markup_that_reaches_over_lines_is_marked_on_both() -> None:
    (block,) = parse("**one\ntwo** three\n").children
    assert [[line.text[a:b] for a, b in line.bold] for line in block.lines] == [["one"], ["two"]]


def test_lists_know_their_first_number_and_items_their_box() -> None:
    numbered, bullets = parse("3. a\n4. b\n\n- [x] c\n- [ ] d\n- e\n").children
    assert (numbered.level, bullets.level) == (3, -1)
    assert [item.task for item in bullets.children] == [True, False, None]


def test_code_keeps_its_text_and_info() -> None:
    fenced, indented = parse("```sh title=x\na\n\nb\n```\n\ntext\n\n    c\n").children[::2]
    assert (fenced.code, fenced.fence) == ("a\n\nb\n", "sh title=x")
    assert (indented.code, indented.fence) == ("c\n", None)


def test_cells_of_a_table_are_lines() -> None:
    (table,) = parse("| **a** | b |\n|---|---|\n| c `d\\|e` |  |\n").children
    assert [[cell.text for cell in row] for row in table.rows] == [["a", "b"], ["c `d|e`", ""]]
    assert [row[0].number for row in table.rows] == [1, 3]
    assert table.rows[0][0].bold == ((0, 1),)


def test_lines_are_counted_in_bytes_of_any_width() -> None:
    root = parse("äöü 阶段 🚀\n\n- 🚀\n- 阶段\n")
    assert [item.line for item in root.children[1].children] == [3, 4]


@pytest.mark.parametrize("text", ["\tx\n", "-\ta\n\n\tb\n", "1.\ta\n\t- b\n", "- a\n\t- b\n\t- c\n"])
def test_tabs_do_not_move_lines(text: str) -> None:
    lines = text.split("\n")
    stack = [parse(text)]
    while stack:
        block = stack.pop()
        stack += block.children
        for line in block.lines:
            assert line.text in lines[line.number - 1]


def test_nesting_is_bounded() -> None:
    depth, block = 0, parse(">" * 1000 + " a\n")
    while block.children:
        depth, block = depth + 1, block.children[-1]
    assert 100 < depth < 200
