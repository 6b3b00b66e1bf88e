from __future__ import annotations

import pytest

from mkdocs_plan_plugin.weave.seal import Seal
from mkdocs_plan_plugin.weave.splice import Edit, add_class, apply, scan

SEAL = Seal("plan0")
T = SEAL.token(0)


def marked(html: str, where: str) -> str:
    place = scan(html, SEAL)[0]
    at = getattr(place, where)
    return apply(html, [Edit(place.start, place.end, ""), Edit(at, at, "•")])


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


def test_the_heading_tells_its_id():
    assert scan(f'<h3 class="x" id="own">A{T}</h3>', SEAL)[0].heading_id == "own"


def test_a_token_that_came_out_twice_counts_once():
    html = f"<p>{T}</p><p>{T}</p>"
    assert scan(html, SEAL)[0].start == 3


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<li>", '<li class="plan-task-item">'),
        ('<li id="a" class="b">', '<li id="a" class="plan-task-item b">'),
        ("<li class=b>", "<li class=b>"),
    ],
)
def test_an_element_gets_one_more_class(tag, expected):
    assert apply(tag, [add_class(tag, 0, "plan-task-item")]) == expected
