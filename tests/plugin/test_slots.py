from __future__ import annotations

import pytest
from markdown import Markdown

from mkdocs_plan_plugin.model import Task
from mkdocs_plan_plugin.views.directives import find
from mkdocs_plan_plugin.views.placements import Placement
from mkdocs_plan_plugin.weave.extension import PlanExtension
from mkdocs_plan_plugin.weave.slots import Slot, at_line_end, put_in
from mkdocs_plan_plugin.weave.splice import scan
from mkdocs_plan_plugin.weave.tokens import Tokens

TOKENS = Tokens("plan0")


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
        ("ends in a backslash\\", "ends in a backslash•\\"),
        ("> ##", "> ## •"),
        ("- ## Item ##", "- ## Item• ##"),
        ("a | b |", "a | b• |"),
    ],
)
def test_a_token_stands_behind_the_text_of_its_line(line, marked):
    assert at_line_end(line, "•") == marked


class Marked:
    """A page that has its tokens already."""

    tokens = TOKENS
    redirected = None
    author_references = None

    def concerns(self, text):
        return False

    def insert(self, lines):
        raise AssertionError


def rendered(text, **toc):
    extension = PlanExtension()
    extension.current = Marked()
    md = Markdown(extensions=["toc", "attr_list", "smarty", extension], extension_configs={"toc": toc})
    return md.convert(text), [(token["id"], token["name"]) for token in md.toc_tokens]


@pytest.mark.parametrize(
    "heading",
    [
        "# Plan",
        "## Phase `1`: *go* ##",
        "## A {#own}",
        "Setext\n---",
        "## A & B <b>c</b>",
        '## "Plan"',
        "## A <!-- plan:card -->",
    ],
)
@pytest.mark.parametrize("toc", [{}, {"permalink": True}, {"anchorlink": True}])
def test_headings_keep_their_ids_and_contents(heading, toc):
    first, *rest = heading.replace("<!--", f"<!--{TOKENS.token(1)}").split("\n")
    html, contents = rendered("\n".join([at_line_end(first, TOKENS.token(0)), *rest]), **toc)
    plain, ids = rendered(heading, **toc)
    assert contents == ids
    assert TOKENS.sweep(html) == plain.replace("<!-- plan:card -->", "")
    assert 0 in scan(html, TOKENS).places


@pytest.mark.parametrize(
    ("heading", "html"),
    [
        ("## A *b*", "A <em>b</em>T{link}"),
        ("## *b*", "<em>b</em>T{link}"),
        ("## b", "bT{link}"),
        ("## b <!-- {token} plan:card --> c", "b T cT{link}"),
    ],
)
def test_a_token_stands_before_the_link_of_its_heading(heading, html):
    token, other = TOKENS.token(0), TOKENS.token(1)
    shown, _ = rendered(f"{heading.replace('<!-- {token}', f'<!--{other}')}{token}", permalink=True)
    link = shown[shown.index("<a class") : shown.index("</h2>")]
    assert html.format(link=link) in shown.replace(token, "T").replace(other, "T")


@pytest.mark.parametrize(
    ("line", "marked", "boxed"),
    [
        ("- [ ] open", "- [T ]G open", True),
        ("    * [x] nested", "    * [Tx]G nested", True),
        ("1. [~] numbered", "1. [T~]G numbered", True),
        ("> - [✅] quoted", "> - [T✅]G quoted", True),
        ("- ✅ done", "- T✅ done", False),
        ("| 1 | Dig | ✅ |", "| 1 | Dig | ✅T |", False),
        ("Dig | ✅ |", "Dig | ✅T |", False),
        ("Dig | ✅", "Dig | ✅T", False),
    ],
)
def test_the_box_of_a_task_takes_its_token_in(line, marked, boxed):
    lines = [line]
    [slot] = put_in(lines, [Slot(1, task=Task())], TOKENS)
    assert lines == [marked.replace("T", TOKENS.token(0)).replace("G", TOKENS.guard)]
    assert slot.boxed is boxed


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("| Lag | 9 s | < 2 s |", "| Lag• | 9 s | < 2 s |"),
        ("Lag | 9 s", "Lag• | 9 s"),
        (r"| Lag \| p99 | 9 s |", r"| Lag \| p99• | 9 s |"),
        ("| `a|b` | 9 s |", "| `a|b` | 9 s• |"),
        ("- Lag: 9 s", "- Lag: 9 s•"),
    ],
)
def test_a_verdict_stands_in_the_first_cell_of_its_row(line, marked):
    lines = [line]
    put_in(lines, [Slot(1, placements=(Placement(1, "verdict", 0, "inline"),))], TOKENS)
    assert lines == [marked.replace("•", TOKENS.token(0))]


@pytest.mark.parametrize("text", ["- [x] [docs]\n\n[docs]: /a", "- [x] a\n\n[x]: /a", "- [x] [a](/b) _c_"])
def test_a_box_is_not_read_as_a_link(text):
    lines = text.split("\n")
    put_in(lines, [Slot(1, task=Task())], TOKENS)
    box = f"[{TOKENS.token(0)}x]{TOKENS.guard}"
    assert f"<li>{box} " in Markdown().convert("\n".join(lines))


def test_what_goes_in_comes_out_again():
    text = "# A\n\n**Checks:**\n\n- [x] a\n- ✅ b\n\n<!-- plans:table {\n  limit: 3\n} -->"
    lines = text.split("\n")
    [directive] = find(text)
    slots = [
        Slot(1, placements=(Placement(1, "card"),)),
        Slot(3, placements=(Placement(3, "card"),)),
        Slot(5, task=Task()),
        Slot(6, task=Task()),
        Slot(8, directive=directive),
    ]
    assert len(put_in(lines, slots, TOKENS)) == 5
    assert "\n".join(lines) != text
    assert TOKENS.sweep("\n".join(lines)) == text


def test_tokens_are_made_of_what_a_text_does_not_have():
    first = Tokens.of("a.md", "# A").signs
    other = Tokens.of("a.md", f"# A {first[4]}").signs
    assert not set(first) & set(other)
    every = "".join(map(chr, [*range(0xFDD0, 0xFDF0), *range(0xF0000, 0xFFFFE), *range(0x100000, 0x10FFFE)]))
    assert Tokens.of("a.md", every).signs == ""


@pytest.mark.parametrize("number", [0, 15, 16, 4_711])
def test_a_token_tells_its_number(number):
    [digits] = TOKENS.pattern.findall(f"a{TOKENS.token(number)}b")
    assert TOKENS.number(digits) == number


def test_a_line_that_grew_a_blank_line_keeps_it():
    lines = ["text", "\n- [ ] a"]
    put_in(lines, [Slot(2, task=Task())], TOKENS)
    assert lines[1] == f"\n- [{TOKENS.token(0)} ]{TOKENS.guard} a"


@pytest.mark.parametrize(
    "line", ["!!! note", '=== "Tab"', "??? tip", "/// note", "{: .big }", "> ```", "- ::: a"]
)
def test_a_line_that_means_something_else_with_anything_behind_it_gets_no_token(line):
    lines = [line]
    assert put_in(lines, [Slot(1, placements=(Placement(1, "card"),))], TOKENS) == []
    assert lines == [line]


def test_slots_of_lines_that_the_page_lacks_are_left_out():
    lines = ["# A"]
    slots = [Slot(-3, placements=(Placement(1, "card"),)), Slot(7, placements=(Placement(1, "card"),))]
    assert put_in(lines, slots, TOKENS) == []
    assert lines == ["# A"]
