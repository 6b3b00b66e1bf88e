"""Lists of every shape: the page shows what a code host shows, and nothing else of it changes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_plan_plugin.source.list_outline import ListOutline
from mkdocs_plan_plugin.source.list_stretches import Stretch
from mkdocs_plan_plugin.source.list_writer import Writer
from mkdocs_plan_plugin.source.lists import repair
from mkdocs_plan_plugin.source.markdown import parse
from tests.source.list_trees import PLAIN, RICH, gfm, rendered, tree

BULLETS = ["-", "*", "+"]
WORDS = st.sampled_from(["alpha", "beta", "gamma", "delta", "**bold** text", "`code`"])


@st.composite
def paragraphs(draw):
    first = draw(WORDS)
    more = draw(st.lists(st.sampled_from(["more", "and more", "2019. a year", "  indented"]), max_size=2))
    return [first, *more]


@st.composite
def fences(draw):
    mark = draw(st.sampled_from(["```", "~~~", "````"]))
    info = draw(st.sampled_from(["", "python"]))
    code = draw(
        st.lists(st.sampled_from(["- no item", "  1. none", "", "# no heading", "x = 1"]), max_size=4)
    )
    return [mark + info, "y = 2", *code, mark]


TABLE = ["", "| a | b |", "|---|---|", "| - 1 | 2 |", ""]
CODE = ["", "    - no item", "", "    code", ""]


def blocks(inner):
    return st.one_of(
        paragraphs(),
        paragraphs(),
        lists(inner),
        lists(inner),
        lists(inner),
        fences(),
        inner.map(lambda lines: [f"> {line}".rstrip() for line in lines] + [""]),
        st.just(TABLE),
        st.just(CODE),
        st.just(["", "***"]),
        st.just(["### Heading"]),
    )


@st.composite
def lists(draw, inner):
    """A list: markers of one kind, items indented as an author would, tight or loose."""
    kind = draw(st.sampled_from(["bullet", "dot", "bracket"]))
    bullet = draw(st.sampled_from(BULLETS))
    number = draw(st.sampled_from([1, 1, 1, 2, 9, 98]))
    loose = draw(st.booleans())
    lines = [] if kind == "bullet" or number == 1 else [""]  # would go on with a paragraph
    for index in range(draw(st.integers(1, 3))):
        marker = bullet if kind == "bullet" else f"{number + index}{'.' if kind == 'dot' else ')'}"
        gap = draw(st.sampled_from([1, 1, 1, 2, 3]))
        box = draw(st.sampled_from(["", "", "[ ] ", "[x] "]))
        body = draw(inner) if draw(st.booleans()) else []
        width = len(marker) + gap
        tab = width <= 4 and draw(st.booleans())
        pad = "\t" if tab else " " * (width + draw(st.sampled_from([0, 0, 0, 1])))
        if CODE[1] in body or TABLE[1] in body:
            pad = " " * width
        lines.append(f"{marker}{' ' * gap}{box}{draw(WORDS)}")
        if body and body[0] and draw(st.booleans()):
            lines.append("")
        lines += [pad + line if line else "" for line in body]
        if loose:
            lines.append("")
    return lines


@st.composite
def bodies(draw, inner):
    lines = []
    for index, block in enumerate(draw(st.lists(blocks(inner), min_size=1, max_size=3))):
        if index and draw(st.booleans()):
            lines.append("")
        lines += block
    return lines


LEAF = paragraphs()
DOCUMENTS = bodies(bodies(bodies(bodies(LEAF)))).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_shows_the_lists_of_a_code_host(text):
    expected = tree(gfm(text))
    assert tree(rendered("\n".join(repair(text)), RICH)) == expected
    assert tree(rendered("\n".join(repair(text, fences=False)), PLAIN)) == expected


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS, st.booleans())
def test_means_the_same_to_a_code_host_and_stays(text, fences):
    lines = repair(text, fences=fences)
    assert len(lines) == text.count("\n") + 1
    page = "\n".join(lines)
    assert tree(gfm(page)) == tree(gfm(text))
    assert repair(page, fences=fences) == page.split("\n")


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("-*+1.)>#`~|=_ \t\n\n\n[x]ab:<!$/?\\é🎯"))))
def test_takes_any_text(text):
    for fences in (True, False):
        assert len(repair(text, fences=fences)) == text.count("\n") + 1


FIELDS = st.lists(
    st.sampled_from(["**A:** b", "*C:* d", "- **E:** f", "1) g", "2. h", "# H", "***", " text", "", ""]),
    max_size=9,
)


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS | FIELDS.map("\n".join), st.booleans(), st.sampled_from([2, 4]))
def test_what_is_left_unread_would_stay_as_it_is(text, fences, indent):
    lines = text.split("\n")
    page = Stretch(parse(text).children, 1, len(lines), malformed=True, under_text=False)
    written = {}
    Writer(lines, written).write(ListOutline(lines, indent=indent, fences=fences).read(page), len(lines))
    expected = [written.get(index, line) for index, line in enumerate(lines)]
    assert repair(text, fences=fences, indent=indent) == expected


PROSE = st.lists(
    st.sampled_from(
        ["text", "# Heading", "", "", "| a | b |\n|---|---|\n| 1 | 2 |", "```\n- a\n```", "***", "    - code"]
    ),
    max_size=8,
)


@settings(max_examples=100, deadline=None)
@given(PROSE.map("\n".join))
def test_leaves_pages_without_lists_alone(text):
    assert repair(text) == text.split("\n")
