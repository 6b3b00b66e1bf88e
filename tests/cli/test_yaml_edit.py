"""One more item in a configuration, and every other byte as it was."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
import yaml

from mkdocs_plan_plugin.cli.yaml_edit import Item, with_item, with_options

PLAN: Item = "plan"


def added(before: str, after: str | None) -> list[str]:
    """The lines that were added; fails where one was taken away."""
    assert after is not None
    changes = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert all(line[0] == "+" for line in changes), changes
    return [line[2:] for line in changes]


BLOCKS = {
    "a list": ("plugins:\n  - search\n  - tags\ntheme: x\n", ["  - plan"]),
    "a list that is not set in": ("plugins:\n- search\n- tags\ntheme: x\n", ["- plan"]),
    "comments and blank lines": (
        "# top\nplugins:  # mine\n    - search  # first\n\n    # - minify\n\n# theme\ntheme: x\n",
        ["    - plan"],
    ),
    "an item with options": (
        "plugins:\n  - search:\n      lang: en\n      separator: '[\\s]'\n  # end\nnav: [a.md]\n",
        ["  - plan"],
    ),
    "an item with a block of text": (
        "plugins:\n  - macros:\n      text: |\n        a\n\n        # b\n\n  # c\nnav: [a.md]\n",
        ["  - plan"],
    ),
    "an item without options": ("plugins:\n  - search:\n  - tags:\n", ["  - plan"]),
    "an item in brackets over lines": (
        "plugins:\n  - x: {a: 1,\n      b: 2}\nnav: []\n",
        ["  - plan"],
    ),
    "a mapping": ("plugins:\n  search: {}\n  tags:\n    a: b\ntheme: x\n", ["  plan: {}"]),
    "the end of a file without newline": ("site_name: x\nplugins:\n  - search", ["  - plan"]),
    "tags of Python": (
        "markdown_extensions:\n  - x:\n      f: !!python/name:a.b\nplugins:\n  - !ENV [A, search]\nextra: !relative x\n",
        ["  - plan"],
    ),
    "nothing behind the key": ("plugins:\ntheme: x\n", ["  - search", "  - plan"]),
    "no such key": ("site_name: x\n", ["", "plugins:", "  - search", "  - plan"]),
    "an empty file": ("", ["plugins:", "  - search", "  - plan"]),
    "words of other alphabets": ("site_name: Öfen 登\nplugins:\n  - search # 🔥\n", ["  - plan"]),
}


@pytest.mark.parametrize("before", [before for before, _ in BLOCKS.values()], ids=list(BLOCKS))
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
def test_lines_are_added_and_nothing_else(before: str, newline: str, mark: str) -> None:
    (lines,) = (lines for known, lines in BLOCKS.values() if known == before)
    text = mark + before.replace("\n", newline)
    after = with_item(text, "plugins", PLAN, ["search"])
    assert after is not None
    if before:
        assert added(text, after) == lines
        assert after.startswith(mark)
    assert after.count("\r\n") == (after.count("\n") if newline == "\r\n" and before.strip("x") else 0)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plugins: [search, tags]  # mine\n", "plugins: [search, tags, plan]  # mine\n"),
        ("plugins: []\n", "plugins: [plan]\n"),
        ("plugins: [search,\n  tags,\n]\n", "plugins: [search,\n  tags, plan,\n]\n"),
        ("plugins: {search: {}}\n", "plugins: {search: {}, plan: {}}\n"),
        ("{site_name: x, plugins: [search]}\n", "{site_name: x, plugins: [search, plan]}\n"),
    ],
)
def test_lists_in_brackets(before: str, after: str) -> None:
    assert with_item(before, "plugins", PLAN) == after


@pytest.mark.parametrize(
    "text",
    [
        "all: &all [search]\nplugins: *all\n",
        "- a\n- b\n",
        "plugins: search\n",
        "a: [\n",
        "a: 1\n---\nb: 2\n",
        "{site_name: x}\n",
        "site_name: x\n...\n",
    ],
)
def test_what_can_not_be_done_exactly_is_not_done(text: str) -> None:
    assert with_item(text, "plugins", PLAN, ["search"]) is None


def test_an_item_may_have_options() -> None:
    before = "plugins:\n  - search\nnav: [a.md]\n"
    item: Item = {"plan": {"baseline": "plan-baseline.json", "index": {"home": "plans/index.md"}}}
    after = with_item(before, "plugins", item)
    assert added(before, after) == [
        "  - plan:",
        "      baseline: plan-baseline.json",
        "      index:",
        "        home: plans/index.md",
    ]
    assert yaml.safe_load(after or "")["plugins"] == ["search", item]


CONFIGS = sorted(Path(__file__).parent.parent.parent.glob("example-site/mkdocs.yml"))


@pytest.mark.parametrize("file", CONFIGS)
def test_real_configurations(file: Path) -> None:
    before = file.read_text("utf-8")
    assert added(before, with_item(before, "nav", {"More": "more.md"})) == ["  - More: more.md"]
    assert added(before, with_item(before, "plugins", "tags")) == ["  - tags"]


OPTIONS = {"baseline": "plan-baseline.json"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plugins:\n  - plan  # ours\n  - search\n", "plugins:\n  - plan:  # ours\n      baseline: plan-baseline.json\n  - search\n"),
        ("plugins:\n- search\n- plan\n", "plugins:\n- search\n- plan:\n    baseline: plan-baseline.json\n"),
        ("plugins:\n  - plan:\n  - a\n", "plugins:\n  - plan:\n      baseline: plan-baseline.json\n  - a\n"),
        ("plugins:\n  - plan:\n        x: 1  # one\n\n  # a\n  - a\n", "plugins:\n  - plan:\n        x: 1  # one\n        baseline: plan-baseline.json\n\n  # a\n  - a\n"),
        ("plugins:\n  plan: {}\n", "plugins:\n  plan: {baseline: plan-baseline.json}\n"),
        ("plugins:\n  plan:\n    x: 1\nnav: []\n", "plugins:\n  plan:\n    x: 1\n    baseline: plan-baseline.json\nnav: []\n"),
    ],
)  # fmt: skip
def test_a_plugin_that_is_there_gets_options(before: str, after: str) -> None:
    assert with_options(before, "plan", OPTIONS) == after


@pytest.mark.parametrize(
    "text", ["plugins: [plan]\n", "plugins: [search]\n", "plugins:\n  - 'plan'\n", "a: [\n", ""]
)
def test_where_that_is_not_exact_it_is_left(text: str) -> None:
    assert with_options(text, "plan", OPTIONS) is None
