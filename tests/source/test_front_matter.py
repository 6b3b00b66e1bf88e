"""Front matter: scalars stay text, and nothing in it may break a build."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.front_matter import FrontMatter


def front(text: str) -> FrontMatter:
    return read_document(text).front


def test_names_values_and_their_lines() -> None:
    found = front("---\ntitle: Roof\ntags:\n  - a\n  - b\nplan:\n  list: false\n---\n# P\n")
    assert found.values == {"title": "Roof", "tags": ["a", "b"], "plan": {"list": "false"}}
    assert found.lines == {"title": 2, "tags": 3, "plan": 6}
    assert (found.last_line, found.error) == (8, "")


@pytest.mark.parametrize(
    "scalar", ["1.10", "no", "yes", "2025-02-30", "2025-03-04", "0x10", "1_000", "12:30", "1e3", "~x"]
)
def test_scalars_are_text_that_we_interpret(scalar: str) -> None:
    assert front(f"---\nversion: {scalar}\n---\n").values == {"version": scalar}


@pytest.mark.parametrize(
    "text",
    [
        "# P\n\nText.\n",
        "\n---\ntitle: A\n---\n",
        "---\ntitle: A\n",
        " ---\ntitle: A\n---\n",
        "----\ntitle: A\n----\n",
        "Text\n---\ntitle: A\n---\n",
    ],
)
def test_only_a_closed_block_at_the_top_is_front_matter(text: str) -> None:
    assert (front(text).values, front(text).last_line) == ({}, 0)


def test_an_empty_block_is_one() -> None:
    assert (front("---\n---\n# P\n").values, front("---\n---\n# P\n").last_line) == ({}, 2)


def test_front_matter_is_no_text_of_the_page() -> None:
    plan = read_plan("---\na: |\n  # Not the title\n\n  - [x] not a task\n---\n# P\n\n- [ ] a\n")
    assert (plan.title, plan.line, plan.tasks.total) == ("P", 7, 1)


@pytest.mark.parametrize(
    ("block", "line"),
    [
        ("title: a: b", 2),
        ("owner: Kim\ntitle: [a", 4),
        ("owner: Kim\n\ttitle: a", 3),
        ("owner: Kim\ntitle: 'a", 4),
        ("owner: *nobody", 2),
        ("owner: Kim\nsince: !!python/object:os.system x", 3),
        ("- a\n- b", 2),
        ("just words", 2),
    ],
)
def test_malformed_yaml_is_reported_with_its_line(block: str, line: int) -> None:
    found = front(f"---\n{block}\n---\n# P\n")
    assert found.error
    assert "\n" not in found.error
    assert found.error_line == line


def test_what_plain_lines_tell_is_kept_where_the_rest_is_malformed() -> None:
    found = front('---\nplan: true\nowner: "Kim"\ntitle: a: b\ntags: [x\n---\n# P\n')
    assert (found.values["plan"], found.values["owner"]) == ("true", "Kim")


@pytest.mark.parametrize("date", ["2025-02-30", "2025-13-01", "0000-00-00"])
def test_a_date_that_does_not_exist_is_text_and_no_error(date: str) -> None:
    found = front(f"---\ncreated: {date}\nplan: true\n---\n# P\n")
    assert (found.values, found.error) == ({"created": date, "plan": "true"}, "")
    assert read_plan(f"---\ncreated: {date}\n---\n# P\n").created is None


def test_blocks_over_64_kb_are_refused() -> None:
    just = front("---\na: " + "x" * (64 * 1024 - 4) + "\n---\n# P\n")
    over = front("---\nplan: true\na: " + "x" * 64 * 1024 + "\n---\n# P\n")
    assert (just.error, len(str(just.values["a"]))) == ("", 64 * 1024 - 4)
    assert "64 kB" in over.error
    assert (over.error_line, over.last_line) == (1, 4)


@pytest.mark.parametrize(
    "block",
    [
        "a: " + "[" * 60 + "]" * 60,
        "a: " + "{b: " * 60 + "1" + "}" * 60,
        "\n".join("  " * depth + "a:" for depth in range(60)),
        "\n".join(" " * depth + "a:" for depth in range(60)),
        "a: " + "- " * 60 + "b",
        "a:\n" + "  " + "- " * 60 + "b",
        "a: " + "[" * 20_000,
    ],
)
def test_blocks_nested_deeper_than_50_are_refused(block: str) -> None:
    found = front(f"---\n{block}\n---\n# P\n")
    assert found.error
    assert found.last_line > 0


@pytest.mark.parametrize(
    "block",
    ["a: " + "[" * 40 + "]" * 40, "\n".join("  " * depth + "a:" for depth in range(40)) + " b",
     "a: [" + "[], " * 200 + "]", "text: |\n" + " " * 200 + "deep\n", "a: '" + "[" * 80 + "'"],
)  # fmt: skip
def test_what_is_not_so_deep_is_read(block: str) -> None:
    assert front(f"---\n{block}\n---\n# P\n").error == ""


@pytest.mark.parametrize(
    "block",
    [
        # each alias stands for ten of the one before
        "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{new}: &{new} [{','.join(['*' + old] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)),
        "owner: &a [*a]",
        "tags: &a\n  - *a\n  - plan",
        "plan: &a {x: *a}",
        "<<: &a {<<: *a}",
        "? [a, b]\n: c",
        "? {a: b}\n: c",
        "a: &x 1\nb: *x",
    ],
)  # fmt: skip
def test_aliases_neither_explode_nor_loop(block: str) -> None:
    plan = read_plan(f"---\n{block}\n---\n# P\n\n- [x] a\n")
    assert (plan.title, plan.tasks.total) == ("P", 1)
    assert len(plan.owner or "") < 10_000
    assert sum(map(len, plan.tags)) < 10_000
