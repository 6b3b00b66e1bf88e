"""Lists as authors write them, and as Python-Markdown needs them."""

from __future__ import annotations

import re
from textwrap import dedent

import markdown
import pytest

from mkdocs_plan_plugin.source.list_gaps import SEPARATOR
from mkdocs_plan_plugin.source.lists import nests, nests_fences, repair, repairs
from mkdocs_plan_plugin.source.markdown import parse
from tests.patience import patience
from tests.source.list_trees import PLAIN, RICH, boxes, gfm, rendered, tree
from tests.work import LINEAR, growth


def repaired(text, **options):
    return "\n".join(repair(text, **options))


REPAIRS = {
    "a list right under a paragraph": (
        """
        Before we start:
        - [ ] backups
        """,
        """
        Before we start:

        - [ ] backups
        """,
    ),
    "two, three and four spaces, and a tab": (
        """
        - a
          - b
             - c
        \\t  - d
        """,
        """
        - a
            - b
                - c
                - d
        """,
    ),
    "bullets under a number": (
        """
        1. Build
           - [ ] the index
        2. Ship
        """,
        """
        1. Build
            - [ ] the index
        2. Ship
        """,
    ),
    "a number with a bracket": (
        """
        1) Build
        2) Ship
        """,
        """
        1. Build
        2. Ship
        """,
    ),
    "neighbouring lists of two kinds stay two": (
        """
        - a
        - b
        1. c
        """,
        """
        - a
        - b

        (apart)

        1. c
        """,
    ),
    "a paragraph of an item moves with it": (
        """
        - a

          more of a
        - b
        """,
        """
        - a

            more of a

        - b
        """,
    ),
    "a line that only looks like an item": (
        """
        - in the release of
          2019. It was
        """,
        """
        - in the release of
          2019\\. It was
        """,
    ),
    "an issue number at the start of an item is no heading": (
        "- #12 is fixed",
        "- \\#12 is fixed",
    ),
    "an item without text": (
        """
        -
        - b
        """,
        """
        - (apart)
        - b
        """,
    ),
    "a list in a quote": (
        """
        > Steps:
        > - a
        >   - b
        """,
        """
        > Steps:
        >
        > - a
        >     - b
        """,
    ),
    "a quote in an item": (
        """
        1. a
           > b
           > - c
        """,
        """
        1. a

            > b
            >
            > - c
        """,
    ),
    "code in an item, in spaces": (
        """
        - a

              code
                deeper
        """,
        """
        -   a

                code
                  deeper
        """,
    ),
    "a rule that would underline the item": (
        """
        - a
        ---
        """,
        """
        - a

        ---
        """,
    ),
    "a fence that is indented, and one that is never closed": (
        """
          ```
          - x
          ```

        ~~~
        - y
        """,
        """
        ```
        - x
        ```

        ~~~
        - y
        ~~~
        """,
    ),
    "a list in an admonition": (
        """
        !!! note "Before"
            Do:
            - [ ] a
              - [ ] b
        """,
        """
        !!! note "Before"
            Do:

            - [ ] a
                - [ ] b
        """,
    ),
    "an admonition in an item": (
        """
        - a

          !!! note

              - [x] b
        """,
        """
        - a

            !!! note

                - [x] b
        """,
    ),
    "a list that HTML would swallow": (
        """
        <details>
        <summary>Done</summary>

        - [x] a

        </details>
        """,
        """
        </p><details>
        <summary>Done</summary>

        - [x] a

        </details>
        """,
    ),
    "fields on lines of their own": (
        """
        **Owner:** Ada
        **Status**: open
        """,
        """
        **Owner:** Ada\\s\\s
        **Status**: open
        """,
    ),
    "fields in an item and a quote": (
        """
        - 🎯 **Owner:** Ada
          *Due:* May,
          or June
          **Risk:** low

        > **A:** b\\
        > **C:** d
        """,
        """
        - 🎯 **Owner:** Ada\\s\\s
          *Due:* May,
          or June\\s\\s
          **Risk:** low

        > **A:** b\\s\\s
        > **C:** d
        """,
    ),
}


def drawn(text):
    text = dedent(text).strip("\n").replace("\\s", " ").replace("\\t", "\t")
    return text.replace("(apart)", SEPARATOR)


@pytest.mark.parametrize("name", REPAIRS)
def test_repairs(name):
    before, after = map(drawn, REPAIRS[name])
    assert repaired(before) == after
    assert repaired(after) == after


@pytest.mark.parametrize("name", [name for name in REPAIRS if "admonition" not in name])
def test_shows_what_a_code_host_shows(name):
    before, _ = map(drawn, REPAIRS[name])
    assert tree(rendered(repaired(before), RICH)) == tree(gfm(before))
    assert tree(rendered(repaired(before, fences=False), PLAIN)) == tree(gfm(before))


UNTOUCHED = {
    "lists as Python-Markdown wants them": "- a\n    - b\n        1. c\n\n    more of a\n\n- d\n\n* * *\n\ntext\n",
    "a grid of cards": '<div class="grid cards" markdown>\n\n-   **a**\n\n    ---\n\n    b\n\n</div>\n',
    "admonition": '!!! note "x"\n\n    - a\n        - b\n\n??? tip\n    c\n',
    "content tabs": '=== "A"\n\n    - [ ] a\n\n=== "B"\n\n    ```\n    - b\n    ```\n',
    "generic blocks": "/// note | x\n- a\n///\n- b\n",
    "definition list": "Term\n:   Text\n\n    - a\n    - b\n",
    "attribute list": "- a\n{: .b }\n\nText\n\n1. c { #d }\n",
    "footnote": "Text[^1].\n\n[^1]: Note\n\n    - a\n        - b\n",
    "snippet": '- a\n\n--8<-- "x.md"\n\n;--8<--\n',
    "HTML with Markdown": '<div markdown="1">\n\n- a\n\n</div>\n',
    "fence in a list": "- a\n\n    ```yaml\n    - b\n      - c\n    ```\n\n- d\n",
    "abbreviation": "- HTML\n\n*[HTML]: Hyper Text\n",
    "mathematics": "$$\n\\begin{aligned}\na &= b\n- c\n\\end{aligned}\n$$\n",
    "headings and rules": "# A\n- a\n## B\n- b\n\nC\n---\n- c\n***\n- d\n",
    "code that looks like lists": "```\ntext\n- a\n  - b\n```\n\n    - c\n      - d\n",
    "one field": "**Owner:** Ada\nand Grace\n",
    "fields with breaks": "**A:** b  \n**C:** d<br>\n**E:** f\n",
    "bold text without a colon": "**Ada**\n**Grace**\n",
}


@pytest.mark.parametrize("name", UNTOUCHED)
def test_leaves_alone(name):
    text = UNTOUCHED[name]
    assert repair(text) == text.split("\n")


def test_admonitions_in_items_keep_their_boxes():
    text = "1. a\n\n   !!! note\n       - [x] b\n         - [ ] c\n"
    assert boxes(tree(rendered(repaired(text), RICH))) == ["x", " "]


def test_code_of_a_fence_keeps_its_bytes():
    code = "x = [\n  - 1,\n\n    2\n]"
    text = "- a\n  - b\n\n" + "\n".join(
        "    " + line if line else "" for line in f"```\n{code}\n```".split("\n")
    )
    html = rendered(repaired(text), RICH)
    assert re.sub(r"<[^>]+>", "", html.partition("<code>")[2].partition("</code>")[0]).strip("\n") == code


def test_a_site_that_cannot_nest_fences_gets_indented_code():
    text = "1. Run:\n   ```sh\n   - x\n\n   # y\n   ```\n2. Done\n"
    assert "<code># y" not in rendered(repaired(text), PLAIN)
    assert "<code>- x\n\n# y\n" in rendered(repaired(text, fences=False), PLAIN)
    assert tree(rendered(repaired(text, fences=False), PLAIN)) == tree(gfm(text))


def test_one_element_for_each_line():
    text = "text\n- a\n1) b\n   - c"
    lines = repair(text)
    assert [line.rpartition("\n")[2] for line in lines] == ["text", "- a", "1. b", "    - c"]


def test_tells_only_the_lines_that_change():
    lines = ["Before:", "- a", "  - b", "", "Done"]
    assert repairs(lines, parse("\n".join(lines))) == {1: "\n- a", 2: "    - b"}


def test_finds_what_nests():
    assert nests(rendered) == 4
    assert nests(lambda text: markdown.markdown(text, tab_length=2)) == 2
    assert nests(lambda text: f"<pre>{text}</pre>") is None
    assert nests(gfm) == 4


def test_finds_whether_fences_nest():
    assert not nests_fences(lambda text: rendered(text, PLAIN))
    assert nests_fences(lambda text: rendered(text, RICH))


def test_nests_by_two_where_the_site_does():
    text = "text\n- a\n    - b\n        - c\n- d"
    shown = markdown.markdown(repaired(text, indent=2), tab_length=2)
    assert tree(shown) == tree(gfm(text))


def test_twelve_levels():
    text = "\n".join(f"{'  ' * level}- {'abcdefghijkl'[level]}" for level in range(12))
    assert tree(rendered(repaired(text))) == tree(gfm(text))


@pytest.mark.parametrize(
    "unit",
    [
        "- a\n  - [ ] b\n",
        "text\n- a\n\n",
        "- ```\n",
        "<details>\n\n- a\n\n",
        "**a:** b\n",
        "# a\nb\n",
        " a\nb\n\n",
        "1)\t",
        "_a",
        "- ",
        "> ",
    ],
)
def test_work_grows_with_the_text_and_not_with_its_square(unit):
    assert growth(lambda times: repair(unit * times), 100) < LINEAR
    assert len(repair(unit * 400)) == (unit * 400).count("\n") + 1


@pytest.mark.parametrize(
    "text", ["\n".join("  " * level + "- x" for level in range(3_000)), "a" * 3_000_000, "- a\n" * 30_000]
)
def test_survives_size_and_depth(text):
    assert len(repair(text)) == text.count("\n") + 1


@pytest.mark.parametrize("mark", "-_*")
@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        ("{0}" * 4_000 + "\t", "***"),
        ("{0}" * 4_000 + "   {0}", "***"),
        ("{0}  " * 4_000 + "   {0}", "***"),
        ("{0}" * 4_000, "{0}" * 4_000),
        ("{0} " * 4_000 + "  ", "{0} " * 4_000 + "  "),
    ],
)
def test_a_long_rule_is_read_at_once(mark, rule, shown):
    with patience(5):
        lines = repair(f"-   a\n  - b\n\n{rule.format(mark)}\n\nend")
    assert lines[3] == shown.format(mark)
