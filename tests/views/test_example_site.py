"""The example site as built: its links lead somewhere, its figures are those of the data."""

from __future__ import annotations

import copy
import json
import logging
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests import picture

ROOT = Path(__file__).parent.parent.parent / "example-site"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder))
        logger = logging.getLogger("mkdocs")
        level = logger.level
        logger.setLevel(logging.ERROR)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        logger.setLevel(level)
    return folder


@pytest.fixture(scope="module")
def pages(site) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def data(site):
    return json.loads((site / "plans.json").read_text("utf-8"))


def words(node) -> str:
    """What is read without asking a figure."""
    node = copy.copy(node)
    for tip in node.select(".plan-ask .plan-tip, .plan-row .plan-tip"):
        tip.decompose()
    return " ".join(node.get_text(" ", strip=True).split())


def test_every_link_and_fragment_leads_somewhere(site, pages):
    ids = {name: {tag["id"] for tag in page.find_all(id=True)} for name, page in pages.items()}
    dead = []
    for name, page in pages.items():
        for link in page.find_all("a", href=True):
            parts = urlsplit(urljoin(f"https://site/{name}", link["href"]))
            if name == "404.html" or parts.netloc != "site" or parts.scheme != "https":
                continue
            target = unquote(parts.path).lstrip("/")
            target = f"{target}index.html" if target.endswith("/") or not target else target
            fragment = unquote(parts.fragment)
            if not (site / target).is_file() or (
                fragment and not fragment.startswith("__") and fragment not in ids.get(target, set())
            ):
                dead.append(f"{name}: {link['href']}")
    assert dead == []


def test_no_id_stands_twice_on_a_page(pages):
    for name, page in pages.items():
        counted = Counter(
            tag["id"] for tag in page.select(".plan-view [id], span[id^=plan-], .plan-task[id]")
        )
        assert [one for one, count in counted.items() if count > 1 and not one.startswith("plan-i-")] == [], (
            name
        )


INLINE = {"a", "b", "bdi", "button", "code", "em", "input", "span", "strong", "time"}


def test_words_of_views_are_apart_where_nothing_but_text_is_left_of_them(pages):
    met = set()
    for view in (view for page in pages.values() for view in page.select(".plan-view")):
        before, apart, around = "", True, set()
        for node in view.descendants:
            if isinstance(node, Tag):
                apart = apart or node.name not in INLINE
            elif node.find_parent("svg") is None:
                outer = {id(one) for one in node.parents if one.name not in INLINE}
                if not apart and outer == around and re.search(r"\w$", before) and re.match(r"\w", node):
                    met.add(f"{before}|{node}")
                before, apart, around = node, False, outer
    assert met == set()


def test_the_gallery_shows_every_view_beside_its_directive(pages):
    from mkdocs_plan_plugin.views.registry import VIEWS

    page = pages["gallery/index.html"]
    for view in VIEWS.values():
        if view.repeats:
            continue
        [heading] = [
            one for one in page.select("h3") if one.find_next("code").text.startswith(f"<!-- {view.key}")
        ]
        code = heading.find_next("code")
        assert f"<!-- {view.key}" in code.text
        shown = code.find_next(class_="plan-view")
        assert shown.find_previous("h3") is heading, view.key


def test_the_page_of_the_data_has_every_name_of_the_schema_with_value_and_meaning(pages):
    from mkdocs_plan_plugin.export.schema import schema

    page = pages["reference/data/index.html"]
    for name, known in schema()["$defs"].items():
        rows = page.find(id=name.lower()).find_next("table").tbody.find_all("tr")
        cells = [[words(cell) for cell in row.find_all("td")] for row in rows]
        assert [cell[0] for cell in cells] == list(known["properties"]), name
        assert all(value and meaning for _, value, meaning in cells), name


def abandoned(plan) -> bool:
    archived = plan["document_state"] == "archived" and plan["state"] != "complete"
    return bool(
        archived
        or plan["state"] == "cancelled"
        or plan["document_state"] == "superseded"
        or plan["superseded_by"]
    )


def test_the_summary_says_what_the_data_says(pages, data):
    totals = data["totals"]
    tiles = [words(tile.dd) for tile in pages["plans/index.html"].select(".plan-tile")]
    assert tiles[0].startswith(f"{totals['percent']} % Mean of {totals['rated']} plans")
    assert tiles[1].startswith(f"{totals['phases_complete']} of {totals['phases_total']}")
    assert tiles[2].startswith(f"{totals['tasks_open']} ")
    assert tiles[3].startswith(f"{totals['risks_open']} ")
    live = [plan for plan in data["plans"] if not abandoned(plan)]
    assert totals["risks_open"] == sum(risk["status"] != "closed" for plan in live for risk in plan["risks"])
    assert totals["phases_total"] == sum(plan["progress"]["phases_total"] for plan in live)


def test_the_table_says_what_the_data_says(pages, data):
    plans = {plan["title"].replace("`", ""): plan for plan in data["plans"]}
    rows = pages["plans/index.html"].select(".plan-plans tbody tr")
    assert len(rows) == len(plans)
    for row in rows:
        plan = plans[words(row.select_one(".plan-title"))]
        if plan["rendered_differs"]:
            continue
        percent = plan["progress"]["percent"]
        progress = words(row.select_one("td:has(> .plan-prog, > .plan-note:only-child)"))
        assert progress.startswith(
            ("Not started", "No progress recorded") if percent is None else f"{percent} %"
        )
        assert words(row.select_one("td.plan-c-updated")) == (plan["updated"] or "No date")


def test_register_and_matrix_hold_the_same_risks(pages, data):
    page = pages["plans/risks/index.html"]
    register = page.select(".plan-register tbody tr")
    cells = [int(cell.find(string=True)) for cell in page.select(".plan-heat .plan-cell-n")]
    rated = [
        row
        for row in register
        if "plan-off" not in row.get("class", []) and row.select_one(".plan-c-level .plan-note")
    ]
    assert sum(cells) == len(rated)
    live = [plan for plan in data["plans"] if not abandoned(plan)]
    assert len(register) == sum(len(plan["risks"]) for plan in live)
    for link in page.select(".plan-heat a.plan-cell-n"):
        first = page.find(id=link["href"].partition("#")[2])
        assert first.name == "tr"


@pytest.mark.parametrize(
    ("view", "name"),
    [("plan-actions", "task_list"), ("plan-roadmap", "phases"), ("plan-decisions", "decisions")],
)
def test_lists_hold_what_the_data_holds(pages, data, view, name):
    live = [plan for plan in data["plans"] if not abandoned(plan)]
    if view == "plan-actions":
        shown = pages["plans/actions/index.html"].select(".plan-actions .plan-todo > li")
        held = [
            task
            for plan in live
            for task in plan[name]
            if task["state"] in ("open", "in-progress", "blocked")
        ]
    elif view == "plan-roadmap":
        shown = pages["plans/roadmap/index.html"].select(".plan-roadmap .plan-seg:not(.plan-whole)")
        held = [phase for plan in data["plans"] for phase in plan[name]]
    else:
        shown = pages["gallery/index.html"].select(".plan-decisions .plan-dec")
        held = [item for plan in data["plans"] for item in plan[name]]
    assert len(shown) == len(held)


def test_the_board_says_what_the_data_says(pages, data):
    plans = {plan["title"].replace("`", ""): plan for plan in data["plans"]}
    board = pages["plans/board/index.html"].select_one(".plan-board")
    cards = board.select(".plan-bcard")
    assert len(cards) == len(plans)
    assert sum(int(words(column.b)) for column in board.select(".plan-col-head")) == len(plans)
    for card in cards:
        percent = plans[words(card.select_one(".plan-title"))]["progress"]["percent"]
        figure = card.select_one(".plan-frac")
        assert figure is None or words(figure) == f"{percent} %"


def test_the_benchmarks_say_what_the_data_says(pages, data):
    table = pages["plans/results/index.html"].select_one("[data-plan-table=benchmarks]")
    held = [benchmark for plan in data["plans"] if not abandoned(plan) for benchmark in plan["benchmarks"]]
    assert len(table.select("tbody tr")) == len(held)
    said = Counter(words(cell) for cell in table.select("tbody .plan-chip"))
    word = {"met": "Met", "close": "Close", "missed": "Missed", "open": "Not measured", None: "No verdict"}
    assert said == Counter(word[benchmark["verdict"]] for benchmark in held)


@pytest.mark.parametrize(
    ("label", "name"), [("Success criteria", "criteria"), ("Deliverables", "deliverables")]
)
def test_results_say_what_the_data_says(pages, data, label, name):
    view = pages["plans/results/index.html"].select_one(f".plan-outcomes[aria-label='{label}']")
    held = [one for plan in data["plans"] if not abandoned(plan) for one in plan[name]]
    boxed = [one for one in held if one["state"] is not None]
    done = sum(one["state"] == "done" for one in boxed)
    assert words(view.p) == f"{len(held)} {name}, {done} of {len(boxed)} with a box done"
    assert len(view.select(".plan-list > li")) == len(held)


def test_dependencies_are_those_of_the_data(pages, data):
    tree = pages["plans/dependencies/index.html"].select_one(".plan-dependencies")
    waiting = [plan for plan in data["plans"] if plan["depends_on"] and not abandoned(plan)]
    for plan in waiting:
        node = next(one for one in tree.select("li") if words(one.select_one(".plan-title")) == plan["title"])
        assert len(node.select(":scope > ul > li")) == len(plan["depends_on"])


def test_what_comes_next_and_what_wants_attention_are_of_plans_not_over(pages, data):
    over = {plan["title"] for plan in data["plans"] if abandoned(plan) or plan["state"] == "complete"}
    page = pages["gallery/index.html"]
    following = [words(title) for title in page.select(".plan-next .plan-att-head .plan-title")]
    running = {plan["title"] for plan in data["plans"]} - over
    assert following
    assert set(following) <= running
    attention = [words(title) for title in page.select(".plan-attention .plan-att-head .plan-title")]
    critical = {
        plan["title"]
        for plan in data["plans"]
        if plan["title"] in running
        and any(risk["level"] == "critical" and risk["status"] != "closed" for risk in plan["risks"])
    }
    assert critical <= set(attention)


def test_health_lists_the_findings_of_the_data(pages, data):
    shown = pages["plans/health/index.html"].select_one(".plan-health")
    assert len(shown.select(".plan-find > li")) == len(data["findings"])
    assert sum(len(plan["findings"]) for plan in data["plans"]) == len(data["findings"])


def test_the_figures_of_a_plan_page_are_those_of_the_data(pages, data):
    for plan in data["plans"]:
        if plan["rendered_differs"] or plan["template"]:
            continue
        card = pages[plan["path"].removesuffix(".md") + "/index.html"].select_one(".plan-card")
        figure = card.select_one(".plan-figure")
        assert (words(figure) if figure else None) == (
            None if plan["progress"]["percent"] is None else f"{plan['progress']['percent']} %"
        )


def test_the_script_is_linked_only_where_it_works_on_something(pages):
    def linked(name: str) -> bool:
        return any("plan/plan.js" in tag["src"] for tag in pages[name].find_all("script", src=True))

    assert linked("plans/index.html")
    assert linked("plans/postgres-upgrade/index.html")
    assert not linked("handbook/index.html")


def test_every_class_is_ours_and_documented(pages):
    documented = {words(code) for code in pages["looks/index.html"].select("article code")}
    found = {
        name
        for page in pages.values()
        for view in page.select(".plan-view, .plan-sprite, .plan-task, span[id^=plan-]")
        for tag in [view, *view.find_all(class_=True)]
        for name in tag.get("class", [])
    }
    assert {name for name in found if not name.startswith("plan-")} == set()
    patterned = re.compile(r"plan-(w\d+|c-\w+|level-\w+)")
    assert {name for name in found if not patterned.fullmatch(name)} - documented == set()


def test_every_variable_in_the_docs_is_one_of_the_stylesheet(site, pages):
    style = (site / "assets/plan/plan.css").read_text("utf-8")
    named = {words(code) for code in pages["looks/index.html"].select("article table code")}
    variables = {name for name in named if name.startswith("--plan-")}
    assert len(variables) > 10
    assert {name for name in variables if f"  {name}:" not in style} == set()


def test_the_picture_in_the_readme_shows_what_is_built(site):
    text = (ROOT.parent / "README.md").read_text("utf-8")
    assert picture.PICTURE.relative_to(ROOT.parent).as_posix() in text
    assert picture.RECORD.read_text("utf-8") == picture.record(site), (
        f"the README's picture is stale: draw it anew with `{picture.REDRAW}` and commit {picture.PICTURE.name}"
        f" and {picture.RECORD.name}"
    )


def test_the_published_schema_fits_the_published_data(site, data):
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((site / "reference/plans.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)


def test_every_option_filter_and_column_of_every_view_is_documented(pages):
    from mkdocs_plan_plugin.views.fields import PLAN_FIELDS
    from mkdocs_plan_plugin.views.registry import VIEWS

    page = pages["reference/views/index.html"]
    everywhere = {words(code) for code in page.select_one("article table").select("td:first-child code")}
    assert set(PLAN_FIELDS) == everywhere
    for view in VIEWS.values():
        if view.scope == "plans":
            names = {*view.takes, *view.columns, *view.items}
            told = set()
            for tag in page.find("h2", id=f"plans-{view.name}").find_next_siblings():
                if tag.name == "h2":
                    break
                told |= {words(code) for code in tag.select("code")}
            assert names - told == set(), view.key
