"""Python-Markdown's own blocks: admonitions, details, content tabs, generic blocks."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.source.containers import cut
from mkdocs_plan_plugin.source.markdown import Block, parse


def containers(text: str) -> list[Block]:
    found, stack = [], [parse(text)]
    while stack:
        block = stack.pop()
        found += [block] if block.kind == "container" else []
        stack += block.children
    return found


@pytest.mark.parametrize(
    "marker",
    [
        "!!! note",
        "!!!note",
        '!!! note "Title"',
        "!!! note 'Title'",
        '!!! note ""',
        "!!! note inline end",
        "!!! my-note",
        "??? note",
        "???+ note",
        '??? "Title alone"',
        '=== "Tab"',
        '===! "Tab"',
        '===+ "Tab"',
        "=== 'Tab'",
    ],
)
def test_a_marker_with_an_indented_body_is_a_container(marker: str) -> None:
    (one,) = containers(f"text\n\n{marker}\n\n    body\n\ntext\n")
    assert (one.line, one.end) == (3, 5)
    assert [block.text for block in one.children] == ["body"]


@pytest.mark.parametrize(
    "text",
    [
        "!!! note\n\ntext\n",
        "!!!\n    body\n",
        "=== no quotes\n    body\n",
        "a === b\n    body\n",
        "```\n!!! note\n    body\n```\n",
        "~~~\n!!! note\n    body\n",
        "Title\n===\n",
        "Really!!! note\n    body\n",
    ],
)
def test_what_is_no_container(text: str) -> None:
    assert containers(text) == []


def test_bodies_are_documents_of_their_own() -> None:
    (one,) = containers("!!! note\n    # a\n\n    ```\n    b\n    ```\n\n        c\n")
    assert [block.kind for block in one.children] == ["heading", "code", "code"]
    assert one.children[1].code == "b\n"


def test_containers_nest() -> None:
    found = containers('!!! note\n    === "A"\n\n        a\n\n    === "B"\n\n        b\n')
    assert sorted((one.line, one.end) for one in found) == [(1, 8), (2, 4), (6, 8)]


def test_a_body_ends_where_the_indentation_does() -> None:
    (one,) = containers("!!! note\n    a\n\n    b\nc\n")
    assert [block.text for block in one.children] == ["a", "b"]


def test_an_unclosed_fence_in_a_body_ends_with_it() -> None:
    document = parse("!!! note\n    ```\n    a\n\n# b\n")
    assert [block.kind for block in document.children] == ["container", "heading"]


@pytest.mark.parametrize(
    "text",
    ["/// note\na\n///\n", "/// note | Title\na\n///\n", "//// tab | A\n/// note\na\n///\n////\n", "/// details | A\n    type: b\n\na\n///\n"],
)  # fmt: skip
def test_markers_of_generic_blocks_are_no_text(text: str) -> None:
    assert [(block.kind, block.text) for block in parse(text).children] == [("paragraph", "a")]


@pytest.mark.parametrize(
    "text", ["", "text", "!!! note\n    a\n\nb\n", "- a\n\n    !!! tip\n        b\n", "/// x\n    y: z\n///"]
)
def test_cutting_keeps_the_number_of_lines(text: str) -> None:
    assert cut(text)[0].count("\n") == text.count("\n")


def test_a_token_in_the_page_is_no_container() -> None:
    document = parse("<!--plan-container:0-->\n\n!!! note\n    body\n")
    (one,) = [block for block in document.children if block.kind == "container"]
    assert (one.line, [block.text for block in one.children]) == (3, ["body"])
