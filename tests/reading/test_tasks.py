"""Tasks: every task list item a reader would see, and nothing else."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.tasks.lost import mended
from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary
from tests.reading.drawn import line_of, read


def tasks(text: str, **options: object) -> list[tuple[str, str]]:
    return [(task.text, task.state) for task in read(text, **options).task_list]


@pytest.mark.parametrize(
    ("box", "state"),
    [
        ("[ ]", "open"),
        ("[x]", "done"),
        ("[X]", "done"),
        ("[✓]", "done"),
        ("[✔]", "done"),
        ("[✔️]", "done"),
        ("[✅]", "done"),
        ("[~]", "in-progress"),
        ("[/]", "in-progress"),
        ("[-]", "cancelled"),
        ("[⊘]", "cancelled"),
        ("[!]", "blocked"),
        ("[>]", "deferred"),
        ("[⏭]", "deferred"),
        ("[⏭️]", "deferred"),
    ],
)
def test_what_stands_between_the_brackets_is_the_state(box: str, state: str) -> None:
    assert tasks(f"- {box} Order the cables") == [("Order the cables", state)]


@pytest.mark.parametrize("marker", ["-", "*", "+", "1.", "7.", "1)", "  -", "   *", "- -", "1. *"])
def test_any_list_marker_may_lead_a_task(marker: str) -> None:
    assert tasks(f"{marker} [x] Order the cables\n") == [("Order the cables", "done")]


@pytest.mark.parametrize("box", ["[ ]", "[x]", "[~]", "[!]"])
@pytest.mark.parametrize("marker", ["-", "1."])
def test_all_states_stand_behind_all_markers(marker: str, box: str) -> None:
    assert len(tasks(f"{marker} {box} one\n{marker} {box} two\n")) == 2


@pytest.mark.parametrize(
    "item",
    [
        "- [x](https://example.com) a link",
        "- [1] a note",
        "- [a] a letter",
        "- [todo] a word",
        "- [] nothing between the brackets",
        "- [ ]no space behind",
        "- [~]no space behind",
        "- a [x] in the middle",
        "- `[x]` in code",
        "- `[~]` in code",
        "[x] no list",
        "[~] no list",
        "| [x] | in a table |\n|---|---|\n| [ ] | cell |",
        "- ✅ a mark in place of a box",
    ],
)
def test_what_is_no_checkbox_is_no_task(item: str) -> None:
    assert tasks(item) == []


def test_text_is_plain_with_code_spans_kept() -> None:
    assert tasks("- [ ] **Rename** `old_name` to [new](x.md), *slowly*") == [
        ("Rename `old_name` to new, slowly", "open")
    ]


def test_a_task_may_run_over_lines_and_paragraphs() -> None:
    assert tasks("""
        - [ ] Order the cables
          before Monday

          from the second supplier
        - [x] Pay
        """) == [("Order the cables before Monday from the second supplier", "open"), ("Pay", "done")]


def test_nested_tasks_are_found_in_reading_order() -> None:
    assert tasks("""
        - [ ] one
          - [x] one.one
            1. [~] one.one.one
          - not a task
            - [!] below it
        - [ ] two
        """) == [
        ("one", "open"),
        ("one.one", "done"),
        ("one.one.one", "in-progress"),
        ("below it", "blocked"),
        ("two", "open"),
    ]


def test_a_parent_with_tasks_below_it_is_a_container() -> None:
    leaves = {
        task.text: task.leaf
        for task in read("""
            - [x] parent
              - [ ] child
            - [ ] with ordinary children
              - not a task
            - [ ] grandparent
              - not a task
                - [x] grandchild
            """).task_list
    }
    assert leaves == {
        "parent": False,
        "child": True,
        "with ordinary children": True,
        "grandparent": False,
        "grandchild": True,
    }


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_any_indentation_that_commonmark_nests_is_nested(indent: str) -> None:
    found = read(f"- [ ] parent\n{indent}- [ ] child\n").task_list
    assert [(task.text, task.leaf) for task in found] == [("parent", False), ("child", True)]


@pytest.mark.parametrize(
    "text",
    [
        "> - [x] inside\n",
        "> > - [x] inside\n",
        "> [!NOTE]\n> - [x] inside\n",
        "- item\n\n  > - [x] inside\n",
        "!!! note\n    - [x] inside\n",
        '!!! warning "Mind the gap"\n\n    - [x] inside\n',
        "!!! tip inline end\n    - [x] inside\n",
        "??? info\n    - [x] inside\n",
        '???+ question "More"\n\n    - [x] inside\n',
        '=== "Linux"\n\n    - [x] inside\n',
        '=== "Linux"\n\n    Text.\n\n=== "Windows"\n\n    - [x] inside\n',
        "!!! note\n    !!! tip\n        - [x] inside\n",
        '!!! note\n    === "Tab"\n        > - [x] inside\n',
        "1. item\n\n    !!! note\n        - [x] inside\n",
        "/// details | More\n- [x] inside\n///\n",
        "/// note | Title\n    type: warning\n\n- [x] inside\n///\n",
        "/// tab | One\n/// note\n- [x] inside\n///\n///\n",
        "<details>\n<summary>More</summary>\n\n- [x] inside\n\n</details>\n",
        "Term\n:   - [x] inside\n",
        '<div markdown="1">\n- [x] inside\n</div>\n',
        '<div markdown="1">\n\n- [x] inside\n\n</div>\n',
        "Text right above\n- [x] inside\n",
        "# Heading\n- [x] inside\n",
    ],
)
def test_a_task_counts_wherever_a_reader_would_see_its_box(text: str) -> None:
    assert tasks(text) == [("inside", "done")]


@pytest.mark.parametrize(
    "text",
    [
        "```\n- [x] code\n```\n",
        "~~~\n- [x] code\n~~~\n",
        "````md\n```\n- [x] code\n```\n````\n",
        "```md\n- [x] code\n~~~\n- [x] code\n```\n",
        "   ```\n   - [x] code\n   ```\n",
        "- item\n  ```\n  - [x] code\n  ```\n",
        "- item\n\n    ```\n    - [x] code\n    ```\n",
        "> ```\n> - [x] code\n> ```\n",
        "```\n- [x] code\n",
        "```\n- [x] code\n\n## Heading\n\n- [x] code\n",
        "Text.\n\n    - [x] code\n",
        "Text.\n\n\t- [x] code\n",
        "<!-- - [x] comment -->\n",
        "<!--\n- [x] comment\n-->\n",
        "<!--\n\n- [x] comment\n\n-->\n",
        "!!! note\n    ```\n    - [x] code\n    ```\n",
        "!!! note\n\n        - [x] code\n",
        "!!! note\n    <!--\n    - [x] comment\n    -->\n",
        "<pre>\n- [x] code\n</pre>\n",
        "```\n!!! note\n    - [x] code\n```\n",
        '```\n=== "Tab"\n    - [x] code\n```\n',
        "<!--\n!!! note\n    - [x] comment\n-->\n",
    ],
)
def test_nothing_counts_in_code_and_comments(text: str) -> None:
    assert tasks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "```\ncode\n```\n- [x] behind\n",
        "~~~\n```\n~~~\n- [x] behind\n",
        "```sh\n~~~\n```\n\n- [x] behind\n",
        "<!-- comment -->\n- [x] behind\n",
        "<!-- comment\n-->\n\n- [x] behind\n",
        "!!! note\n    ```\n    unclosed\n\n- [x] behind\n",
        "> ```\n> unclosed\n\n- [x] behind\n",
        "- item\n  ```\n  unclosed\n\n- [x] behind\n",
        "!!! note\n\n- [x] behind\n",
    ],
)
def test_code_and_comments_end_where_they_end(text: str) -> None:
    assert tasks(text) == [("behind", "done")]


def lost(text: str) -> list[tuple[int, str]]:
    """Return the lines of what looks like a task and is none, with what to write instead."""
    left_out = read(text).left_out
    return [(one.line, mended(one.text, default_vocabulary())) for one in left_out if one.kind == "task"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (r"- \[x\] cut", "- [x] cut"),
        (r"- \[ \] cut", "- [ ] cut"),
        (r"- \[ ] cut", "- [ ] cut"),
        (r"1. \[X\] cut", "1. [X] cut"),
        (r"* \[~\] cut", "* [~] cut"),
        ("- [ ]* cut", "- [ ] cut"),
        ("- [x]: cut", ""),  # a link's name: nothing is shown
        ("- [ ]cut", "- [ ] cut"),
        ("* [x]cut", "* [x] cut"),
        ("-[ ] cut", "- [ ] cut"),
        ("-[x] cut", "- [x] cut"),
        ("1.[ ] cut", "1. [ ] cut"),
        ("- [] cut", "- [ ] cut"),
        ("- [  ] cut", "- [ ] cut"),
        ("- [x ] cut", "- [x] cut"),
        ("- [ X] cut", "- [X] cut"),
        ("- [ ]\u00a0cut", "- [ ] cut"),
        ("- **[x]** cut", "- [x] cut"),
        ("- **[ ] cut** it", "- [ ] **cut** it"),
        ("[ ] cut", "- [ ] cut"),
        ("[x] cut", "- [x] cut"),
        ("> [ ] cut", "- [ ] cut"),
        ("• [ ] cut", "- [ ] cut"),
        ("– [x] cut", "- [x] cut"),
        ("- [done] cut", "- [x] cut"),
        ("- [In progress] cut", "- [~] cut"),
        ("- [erledigt] cut", "- [x] cut"),
        ("- [отменено] cut", "- [-] cut"),
        ("- [?] cut", ""),
        ("<details>\n- [ ] cut\n</details>", ""),
        ("Text\n\n    - [ ] cut\n    - [x] sew", ""),
        ("Text\n    - [ ] cut", ""),
    ],
)
def test_what_looks_like_a_task_and_is_none_is_told(line: str, wanted: str) -> None:
    page = f"# P\n\n- [x] measure\n\n<!-- -->\n\n{line}\n"
    plan = read(page)
    assert [task.text for task in plan.task_list] == ["measure"]
    told = lost(page)
    assert [text for _, text in told][:1] == ([wanted] if ": cut" not in line else [])
    if told:
        first = next(number for number, text in enumerate(page.split("\n"), 1) if number > 5 and "[" in text)
        assert told[0][0] == first


@pytest.mark.parametrize(
    "text",
    [
        "- [x](https://example.com) a link",
        "- [x][one] a link\n\n[one]: https://example.com",
        "- [1] a note",
        "- [a] a letter",
        "- [Optional] a word",
        "- [Design] a word that is a state and a kind of work",
        "- []string is a slice",
        "- a [] in the middle",
        "- `[ ]` in code",
        "```\n-[ ] in code\n```",
        "Text\n\n    -[ ] in code",
        "<!-- -[ ] in a comment -->",
        "<pre>\n- [ ] preformatted\n</pre>",
        "[x]: https://example.com",
        "---\nnote: |\n  -[ ] in front matter\n---\n",
        "| Box |\n|---|\n| [ ] |",
        "- [ ] a task\n- [✓] another",
        "- [ ]",
    ],
)
def test_what_does_not_look_like_a_task_is_not_told(text: str) -> None:
    assert lost(text) == []


@pytest.mark.parametrize("mark", ["d", "?", "y", "*", "+", "ok"])
def test_an_unknown_mark_beside_checkboxes_is_an_open_task(mark: str) -> None:
    plan = read(f"- [x] cut\n- [{mark}] sew\n")
    assert [(task.text, task.state) for task in plan.task_list] == [("cut", "done"), ("sew", "open")]
    assert (plan.tasks.total, plan.progress.percent) == (2, 50)


def test_a_known_mark_makes_a_list_one_of_tasks_too() -> None:
    assert tasks("- [~] cut\n- [?] sew\n- [2] note\n- plain\n") == [("cut", "in-progress"), ("sew", "open")]


def test_lists_led_by_emoji_count_only_where_the_option_says_so() -> None:
    page = """
        - ✅ Bought
        - ❌ Painted
        - ⏳ Dried
        - 🎯 A goal
        - Plain
        """
    assert tasks(page) == []
    assert tasks(page, emoji_tasks=True) == [("Bought", "done"), ("Painted", "open"), ("Dried", "open")]


def test_checkboxes_are_counted_by_state_parents_included() -> None:
    counts = read("""
        - [ ] parent
          - [x] a
          - [X] b
          - [~] c
          - [-] d
          - [!] e
          - [>] f
          - [ ] g
        """).tasks
    assert (counts.total, counts.open, counts.done) == (8, 2, 2)
    assert (counts.in_progress, counts.cancelled, counts.blocked, counts.deferred) == (1, 1, 1, 1)


def test_each_task_knows_its_line() -> None:
    page = """
        ---
        title: Cables
        ---
        # Cables

        - [ ] first
          over two lines
        - [ ] second

          > - [x] third

        !!! note

            Text.

            - [~] fourth

        === "Tab"
            1. [x] fifth
        """
    found = read(page).task_list
    assert [(task.line, task.text.split()[0]) for task in found] == [
        (line_of(page, name), name) for name in ("first", "second", "third", "fourth", "fifth")
    ]


def test_a_task_knows_phase_and_step() -> None:
    page = """
        # Plan

        - [ ] above

        ## Phase 1: A

        - [ ] in phase

        ### Step 1.1: B

        - [ ] in step

        ### Notes

        - [ ] behind the step

        ## Phase 2: C

        - [ ] in second

        ## Checks

        - [ ] below
        """
    assert [(task.text, task.phase, task.step) for task in read(page).task_list] == [
        ("above", None, None),
        ("in phase", 0, None),
        ("in step", 0, 0),
        ("behind the step", 0, None),
        ("in second", 1, None),
        ("below", None, None),
    ]


@pytest.mark.parametrize(
    ("above", "role"),
    [
        ("## Deliverables", "deliverables"),
        ("## Success Criteria", "acceptance"),
        ("## Testing\n\n### Verification Checklist\n\n**Pre-Implementation:**", "pre-implementation"),
        ("## Testing\n\n### Verification Checklist\n\n**During Implementation:**", "implementation"),
        ("## Testing\n\n### Verification Checklist\n\n**Post-Implementation:**", "post-implementation"),
        ("## Phase 1: A\n\n### Step 1.1: B\n\n**Verification:**", "verification"),
        ("## Phase 1: A\n\n**Deliverables:**", "deliverables"),
        ("## Phase 1: A\n\n**Acceptance criteria:**", "acceptance"),
        ("## Elsewhere", ""),
    ],
)
def test_a_task_knows_the_checklist_it_stands_in(above: str, role: str) -> None:
    (task,) = read(f"# Plan\n\n{above}\n\n- [ ] one\n").task_list
    assert task.role == role


def test_a_checklist_counts_its_own_leaves() -> None:
    page = """
        # Plan

        ## Deliverables

        ### Code

        - [x] parser
        - [ ] writer
          - [x] header
          - [ ] body
        - [-] viewer

        ### Papers

        **Manuals:**

        - [x] printed

        **Posters:**

        - [ ] large
        """
    found = [(one.title, one.done, one.total, one.line, one.heading) for one in read(page).checklists]
    assert found == [
        ("Code", 2, 3, line_of(page, "### Code"), True),
        ("Manuals", 1, 1, line_of(page, "**Manuals"), False),
        ("Posters", 0, 1, line_of(page, "**Posters"), False),
    ]


REMAINS = """
    # P

    ## Phase 1: Dig ✅

    ## Phase 2: Pour {}

    ## Remaining work

    - {}
    - ~~paint~~ ✅
    """


@pytest.mark.parametrize(
    ("mark", "item", "left"),
    [
        ("✅", "the roof", ["Remaining work"]),
        ("✅", "none", []),
        ("✅", "✅ the roof", []),
        ("✅", "[ ] the roof", []),
        ("🚧 in progress", "the roof", []),
    ],
)
def test_what_remains_of_a_plan_that_is_complete_is_left_out(mark: str, item: str, left: list[str]) -> None:
    plan = read(REMAINS.format(mark, item))
    assert [one.text for one in plan.left_out if "remains" in one.reason] == left
