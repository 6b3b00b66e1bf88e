from __future__ import annotations

import pytest

from mkdocs_plan_plugin.weave.splice import HtmlEdit, apply, scan, uncommented
from mkdocs_plan_plugin.weave.tokens import Tokens

TOKENS = Tokens("plan0")
T = TOKENS.token(0)


def marked(html: str, where: str) -> str:
    place = scan(html, TOKENS).places[0]
    at = getattr(place, where)
    return apply(html, [HtmlEdit(place.start, place.end, ""), HtmlEdit(at, at, "•")])


@pytest.mark.parametrize(
    ("html", "where", "expected"),
    [
        (f"<h2>A{T}</h2><p>b</p>", "after", "<h2>A</h2>•<p>b</p>"),
        (
            f'<h2 title="a > b">A{T}<a href="#">¶</a></h2>',
            "after",
            '<h2 title="a > b">A<a href="#">¶</a></h2>•',
        ),
        (f"<p>z</p><h2>A{T}</h2>", "before", "<p>z</p>•<h2>A</h2>"),
        (f"<p>a <em>b{T}</em> c</p>", "after", "<p>a <em>b</em> c</p>•"),
        (f"<ul><li>a{T}<ul><li>b</li></ul></li></ul>", "after", "<ul><li>a•<ul><li>b</li></ul></li></ul>"),
        (f"<ul><li><p>a{T}</p></li></ul>", "after", "<ul><li><p>a</p>•</li></ul>"),
        (f"<div>{T}</div>", "after", "<div>•</div>"),
        (f"<p>left open<h2>A{T}</h2><p>b</p>", "after", "<p>left open<h2>A</h2>•<p>b</p>"),
        (f"<script>'<h2>'</script><!-- <h2> -->{T}", "after", "<script>'<h2>'</script><!-- <h2> -->•"),
        (f"<p>never closed{T}", "after", "<p>never closed•"),
    ],
)
def test_views_stand_behind_the_element_that_holds_their_slot(html, where, expected):
    assert marked(html, where) == expected


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- {T} -->",
        f"<!-- never closed {T}",
        f"<pre>{T}</pre>",
        f"<p><code>a {T}</code></p>",
        f'<img alt="{T}">',
        f"<a href='>' title='{T}'>",
        f"<p {T}",
        f"<script>'{T}'</script>",
        f"<textarea>{T}",
        f"<?php {T} ?>",
        f"<![CDATA[{T}]]>",
    ],
)
def test_no_view_can_stand_in_comments_code_attributes_and_scripts(html):
    assert scan(html, TOKENS).places == {}


@pytest.mark.parametrize(
    "html",
    [
        f"<!-->{T}",
        f"<!--->{T}",
        f"<!-- a --!>{T}",
        f"<p><code>left open</p>{T}",
        f'<img alt="a" >{T}',
        f"a < b {T}",
    ],
)
def test_what_only_looks_like_them_may_have_views(html):
    assert scan(html, TOKENS).places[0].start == html.index(T)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<p>a</p><!--{T} plans:table --><p>b</p>", f"<p>a</p>{T}<p>b</p>"),
        (f"<!-- a <!--{T} plans:table -->", None),
        (f"<!--> <!--{T} plans:table -->", None),
        (f"<script>'<!--{T} plans:table -->'</script>", None),
        (f"<pre><!--{T} plans:table --></pre>", None),
    ],
)
def test_of_the_comment_of_a_directive_the_token_stays_where_all_see_a_comment(html, expected):
    assert uncommented(html, TOKENS) == (expected or html)


@pytest.mark.parametrize(
    ("html", "box"),
    [
        (f"<li>[{T}x]{TOKENS.guard} a</li>", f"[{T}x]{TOKENS.guard}"),
        (f"<li>[{T}&gt;]{TOKENS.guard} a</li>", f"[{T}&gt;]{TOKENS.guard}"),
        (f"<li>{T}x]{TOKENS.guard} a</li>", None),
        (f"<li>[{T}<a>x</a>]{TOKENS.guard} a</li>", None),
    ],
)
def test_a_box_goes_with_its_token_if_it_is_whole(html, box):
    place = scan(html, TOKENS).places[0]
    assert (place.boxed, html[place.start : place.end]) == (box is not None, box or T)


def test_the_heading_tells_its_id():
    assert scan(f'<h3 class="x" id="own">A{T}</h3>', TOKENS).places[0].heading_id == "own"


def test_a_token_that_came_out_twice_counts_once():
    html = f"<p>{T}</p><p>{T}</p>"
    assert scan(html, TOKENS).places[0].start == 3
