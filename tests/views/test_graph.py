"""Dependencies as a picture: places and lines, what stands in boxes, how much of a title has room."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings

from mkdocs_plan_plugin.model import Link, Plan
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.views import dependencies
from mkdocs_plan_plugin.views.choice import Choice
from mkdocs_plan_plugin.views.context import Context, Whole
from mkdocs_plan_plugin.views.graph import Picture, pictures
from tests.views.conftest import href
from tests.views.test_layers import GRAPHS, chain


def plan(name: str, *needs: str, state: str = "planning", **fields: object) -> Plan:
    links = [Link(target=f"{need}.md") for need in needs]
    return Plan(path=f"{name}.md", title=name.upper(), state=state, depends_on=links, **fields)


def drawn(*plans: Plan, here: str = "", mirrored: bool = False) -> list[Picture]:
    return pictures(join(plans).entries, here, mirrored=mirrored)


def of_graph(needs: dict[str, list[str]], *, mirrored: bool = False) -> list[Picture]:
    return drawn(*(plan(name, *needed) for name, needed in needs.items()), mirrored=mirrored)


def corners(picture: Picture) -> dict[str, tuple[int, int]]:
    return {box.title: (box.x, box.y) for box in picture.boxes}


def points(path: str) -> list[list[tuple[int, int]]]:
    """Return the points of each line of a path; of a bend its middle, too, as it is steepest there."""
    lines: list[list[tuple[int, int]]] = []
    for sign, numbers in re.findall(r"([MHC])([\d -]+)", path):
        values = [int(number) for number in numbers.split()]
        if sign == "M":
            lines.append([(values[0], values[1])])
        elif sign == "H":
            lines[-1].append((values[0], lines[-1][-1][1]))
        else:
            x, y = lines[-1][-1]
            end = (values[4], values[5])
            lines[-1] += [((x + 3 * values[0] + 3 * values[2] + end[0]) // 8, (y + end[1]) // 2), end]
    return lines


@settings(deadline=None)
@given(GRAPHS)
def test_no_line_runs_through_a_box_and_nothing_reaches_out(needs):
    for picture in of_graph(needs):
        for box in picture.boxes:
            assert 0 < box.x < box.x + box.width < picture.width
            assert 0 < box.y < box.y + box.height < picture.height
        for line in picture.lines:
            for way in points(line.path):
                for (x, y), (end, last) in pairwise(way):
                    left, right = sorted((x, end))
                    assert 0 <= left <= right <= picture.width
                    assert 0 <= min(y, last) <= max(y, last) <= picture.height
                    for box in picture.boxes:
                        beside = right <= box.x or left >= box.x + box.width
                        above = max(y, last) <= box.y or min(y, last) >= box.y + box.height
                        assert beside or above, (line, box)


@settings(deadline=None)
@given(GRAPHS)
def test_read_from_the_right_all_is_mirrored(needs):
    for one, other in zip(of_graph(needs), of_graph(needs, mirrored=True), strict=True):
        assert (one.width, one.height) == (other.width, other.height)
        for name, (x, y) in corners(one).items():
            assert corners(other)[name] == (one.width - x - one.boxes[0].width, y)
        for line, turned in zip(one.lines, other.lines, strict=True):
            mirrored = [[(one.width - x, y) for x, y in way] for way in points(turned.ends)]
            assert points(line.ends) == mirrored


def test_plans_that_do_not_hang_together_are_pictures_of_their_own():
    found = drawn(plan("b", "a"), plan("a"), plan("c", "b"), plan("z", "y"), plan("y"))
    assert [[box.title for box in picture.boxes] for picture in found] == [["A", "B", "C"], ["Y", "Z"]]


def test_lines_tell_what_is_still_to_be_done():
    [picture] = drawn(plan("a", state="complete"), plan("b"), plan("c", "a", "b"), plan("d", "d", "c"))
    assert [line.kind for line in picture.lines] == ["built", "waits", "circle"]
    assert len(picture.words) == 1


def test_an_unknown_plan_is_drawn_once():
    [picture] = drawn(plan("a", "gone"), plan("b", "gone"))
    assert [(box.title, box.entry is None) for box in picture.boxes] == [
        ("gone.md", True),
        ("A", False),
        ("B", False),
    ]


def test_lines_of_different_plans_do_not_run_on_one_way():
    # a and b both pass the layer of c and d.
    [picture] = drawn(
        plan("a"), plan("b"), plan("c", "a"), plan("d", "b"), plan("e", "c", "b"), plan("f", "d", "a")
    )
    [waits] = picture.lines
    long = [way for way in points(waits.path) if len(way) > 4]
    assert len({way[len(way) // 2][1] for way in long}) == len(long)


def test_a_title_that_may_be_cut_is_there_whole(show):
    title = "A plan whose title is much too long for the box that it is to stand in"
    first = Plan(path="a.md", title=title)
    found = show("plans:dependencies", plan("b", "a"), first).select_one(f'[title="{title}"]')
    assert found.select_one(".plan-title").get_text() == title


def titles(found, css: str = ".plan-bcard") -> list[str]:
    return [box.select_one("bdi").get_text() for box in found.select(css)]


def test_the_list_says_the_same_as_the_picture(show):
    found = show("plans:dependencies", plan("a"), plan("b", "a", "gone"), plan("c", "b"), plan("alone"))
    assert sorted(titles(found)) == ["A", "B", "C", "gone.md"]
    listed = {one.get_text() for one in found.select("details .plan-title, details .plan-node > span > bdi")}
    assert listed == {"A", "B", "C", "gone.md"}
    frame = found.select_one(".plan-graph")
    assert (frame["tabindex"], frame["role"], bool(frame["aria-label"])) == ("0", "group", True)


def test_states_are_said_as_everywhere(show):
    found = show("plans:dependencies", plan("a", state="cancelled"), plan("b", "a", "gone", state="blocked"))
    marks = [box.select_one(".plan-mark").get_text() for box in found.select(".plan-bcard")]
    assert dict(zip(titles(found), marks, strict=True)) == {
        "A": "Cancelled",
        "B": "Blocked",
        "gone.md": "Unknown plan",
    }
    assert titles(found, ".plan-bcard.plan-off") == ["A"]
    assert [one.get_text() for one in found.select(".plan-graph a")] == ["A", "B"]


def test_a_circle_is_named_on_its_line(show):
    found = show("plans:dependencies", plan("a", "b"), plan("b", "a"))
    [path] = found.select("path[stroke-dasharray]")
    assert path["class"] == ["plan-line-circle"]
    assert [one.get_text() for one in found.select(".plan-graph .plan-is-error")] == ["Circle"]


def test_very_many_plans_are_a_list_alone(show):
    plans = [plan(name, *(need.removesuffix(".md") for need in needs)) for name, needs in chain(151).items()]
    found = show("plans:dependencies", *plans)
    assert found.select(".plan-graph") == []
    assert "More than 150 plans" in found.select_one(".plan-aside").get_text()
    assert found.select(".plan-tree")
    assert len(titles(show("plans:dependencies", *plans[:150]))) == 150


def test_a_view_that_is_narrowed_draws_what_its_plans_wait_for(show):
    plans = [plan("a"), plan("b", "a"), plan("c", "b"), plan("z", "y"), plan("y")]
    assert titles(show("plans:dependencies", *plans, choice=Choice(limit=1))) == ["A", "B", "C"]


def around(show, *plans: Plan, **options: object):
    return show("plan:dependencies", *plans, **options)


def test_a_plan_shows_what_it_waits_for_and_what_waits_for_it(show):
    b = plan("b", "a")
    found = around(show, b, plan("a"), plan("c", "b"), plan("other", "a"), plan("z", "y"), plan("y"))
    assert titles(found) == ["A", "B", "C"]
    assert titles(found, "[aria-current]") == ["B"]
    assert [one.get_text() for one in found.select(".plan-graph a")] == ["A", "C"]
    assert [one.get_text() for one in found.select("details .plan-title")] == ["C", "B", "A"]


def test_what_is_further_away_is_drawn_while_it_is_little(show, monkeypatch):
    plans = [plan(name, *needs) for name, needs in chain(7).items()]
    middle = [plans.pop(3), *plans]
    assert titles(around(show, *middle)) == [f"{at:05}" for at in range(7)]
    monkeypatch.setattr(dependencies, "FEW", 5)
    found = around(show, *middle, pages={"dependencies": Whole("all/", None)})
    assert titles(found) == [f"{at:05}" for at in range(1, 6)]
    assert found.select_one(".plan-more > a")["href"] == "all/"


def test_behind_a_plan_that_is_over_nobody_waits(show):
    plans = [plan("d", "c"), plan("a"), plan("b", "a"), plan("c", "b", state="complete"), plan("e", "d")]
    plans += [plan("f", "e", state="complete"), plan("g", "f")]
    found = around(show, *plans, pages={"dependencies": Whole("all/", None)})
    assert titles(found) == ["C", "D", "E", "F"]
    assert found.select_one(".plan-more > a")["href"] == "all/"


def test_a_plan_that_stands_alone_shows_nothing(html):
    assert html("plan:dependencies", plan("a"), plan("c", "b"), plan("b")) == ""


def test_one_that_waits_for_an_unknown_plan_alone_shows_that(show):
    assert titles(around(show, plan("a", "gone"))) == ["gone.md", "A"]


def test_the_same_plans_are_the_same_picture(renderer):
    plans = [plan("c", "b", "a"), plan("b", "a"), plan("a", "c"), plan("d", "a", "gone")]
    first, second = (
        renderer.render("plans:dependencies", Context(portfolio=join(ordered), href=href))
        for ordered in (plans, plans[::-1])
    )
    assert first == second
