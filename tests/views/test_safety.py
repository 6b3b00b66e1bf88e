"""What an author types can't break a page, and views stay what the weaver relies on."""

from __future__ import annotations

import ast
import datetime as dt
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mkdocs_plan_plugin
from mkdocs_plan_plugin.history.changes import compare
from mkdocs_plan_plugin.history.past import Changed
from mkdocs_plan_plugin.history.repository import Commit
from mkdocs_plan_plugin.history.timeline import History, Point, Snapshot
from mkdocs_plan_plugin.model import (
    Benchmark,
    Checklist,
    Contradiction,
    Criterion,
    Decision,
    Deliverable,
    Finding,
    Link,
    Phase,
    Plan,
    PlanProgress,
    Progress,
    Risk,
    Step,
    Task,
    Update,
)
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.views.context import Context
from mkdocs_plan_plugin.views.html import inline, link, plain, url
from mkdocs_plan_plugin.views.registry import VIEWS
from mkdocs_plan_plugin.views.render import THEME_DIR, Renderer
from mkdocs_plan_plugin.views.tasks import checkbox

EVIL = '</bdi><script>alert("1")</script>\n\n`<b onx=1>` " \'>'


def evil_plan():
    return Plan(
        path="evil.md",
        title=EVIL,
        state="blocked",
        reason=EVIL,
        owner=EVIL,
        created=EVIL,
        updated=EVIL,
        target='2026-01-01"><script>',
        due='2026-01-01"><script>',
        due_text=EVIL,
        start_text=EVIL,
        late=True,
        progress=PlanProgress(percent=10, basis="phases", done=1, total=2, phases_total=1),
        phases=[
            Phase(number=EVIL, word=EVIL, title=EVIL, anchor='"><script>', reason=EVIL, effective_state="blocked",
                  progress=Progress(percent=50, basis="tasks", done=1, total=2),
                  owner=EVIL, start="2026-01-01", due="2026-02-01", due_text=EVIL, late=True,
                  steps=[Step(number=EVIL, title=EVIL, anchor='"><script>')])
        ],
        checklists=[Checklist(title=EVIL, done=1, total=2)],
        risks=[Risk(number=EVIL, title=EVIL, anchor='"><script>', probability=EVIL, impact="low", probability_text=EVIL)],
        benchmarks=[Benchmark(metric=EVIL, target=EVIL, actual=EVIL, verdict="met")],
        depends_on=[Link(target=EVIL), Link(target="other.md")],
        tags=[EVIL],
        task_list=[Task(text=EVIL, phase=0, anchor='"><script>')],
        decisions=[Decision(title=EVIL, date=EVIL, decision=EVIL, anchor='"><script>')],
        criteria=[Criterion(title=EVIL, text=EVIL)],
        deliverables=[Deliverable(title=EVIL, text=EVIL, state="open")],
        updates=[Update(date="2026-01-01", title=EVIL, text=EVIL, owner=EVIL, anchor='"><script>')],
        contradictions=[Contradiction(what=EVIL, value=EVIL, other=EVIL)],
        findings=[Finding(code="PLAN999", name=EVIL, message=EVIL, replacement=EVIL)],
    )  # fmt: skip


class Past:
    """A past in which everything was added just now, by somebody who is called badly."""

    known = True

    def histories(self, plans):
        return [self.history(plan) for plan in plans]

    def history(self, plan):
        days = dt.date(1, 1, 1), dt.date(1, 2, 1)
        return History(points=tuple(Point(day=day, commit="", plan=Snapshot.of(plan)) for day in days))

    def changes(self, plans, since):
        commit = Commit("0" * 40, dt.datetime.combine(since, dt.time(), dt.UTC), EVIL, EVIL)
        empty = Plan(path="evil.md", title="Harmless")
        return [Changed(plan, compare(empty, plan), [commit]) for plan in plans]


FIGURES = {"plan:phase-bar", "plan:checklist-count", "plan:verdict", "plans:history"}
"""Views that show figures alone, and no text of authors."""


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_author_text_is_text(show, view):
    other = Plan(path="other.md", title=EVIL, depends_on=[Link(target="evil.md")])
    page = show(view, evil_plan(), other, past=Past())
    assert not page.select("script, b[onx], [onx]")
    if view not in FIGURES:
        assert "<b onx=1>" in page.get_text(), "a view that shows no text of authors is named in FIGURES"


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_a_view_is_one_line_and_balanced(html, view):
    markup = html(view, evil_plan(), Plan(path="other.md", title="Other"), past=Past())
    assert "\n" not in markup
    reader = Balance()
    reader.feed(markup)
    assert reader.open == []


class Balance(HTMLParser):
    """Open tags that were not closed in order."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        if tag not in ("col", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        assert tag in ("circle", "path", "use")


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\x01data:text/html,x",
        "vbscript:x",
    ],
)
def test_links_that_run_something_are_dropped(href):
    assert url(href) == ""
    assert link(href, "x") == "x"
    assert link(href, "x", "plan-title") == '<span class="plan-title">x</span>'


@pytest.mark.parametrize(
    "href", ["../a/#b", "#x:y", "a/b:c", "https://example.org", "mailto:a@example.org", "?x=javascript:"]
)
def test_other_links_stay(href):
    assert f'href="{href}"' in link(href, "x")


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("plain & <simple>", "plain &amp; &lt;simple&gt;"),
        ("a `b<c` d", "a <code>b&lt;c</code> d"),
        ("`` a ` b ``", "<code>a ` b</code>"),
        ("open ` only", "open ` only"),
        ("`a` ` `b`", "<code>a</code> <code> </code>b`"),
        ("``a` b", "``a` b"),
        ("two\n\n lines", "two lines"),
        ("*kept* [as](it) _is_", "*kept* [as](it) _is_"),
        ("", ""),
    ],
)
def test_code_spans_are_kept(text, markup):
    assert inline(text) == markup


@given(st.text(alphabet="`<>&\"' ab\n", max_size=60))
def test_any_text_is_one_line_of_text(text):
    reader = Balance()
    reader.feed(inline(text))
    assert reader.open == []
    assert "\n" not in inline(text)
    assert "`" not in plain(text)


def test_many_backticks_take_no_time():
    assert len(inline(" ".join("`" * (n % 300 + 1) for n in range(3000)))) > 0


def test_a_task_cannot_leave_its_attribute():
    assert "<script>" not in checkbox(Task(text='"><script>', anchor='"><script>'))


def test_a_site_may_replace_a_template(tmp_path):
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "card.html").write_text("<p>\n  Our card: {{ plan.title|text }}\n</p>")
    context = Context(portfolio=join([]), href=lambda *_: "", plan=Plan(title="A `b`"))
    assert (
        Renderer([tmp_path, THEME_DIR]).render("plan:card", context)
        == "<p>Our card: <bdi>A <code>b</code></bdi></p>"
    )


def test_rendering_is_deterministic_and_changes_no_plan(html):
    plan = evil_plan()
    before = msgspec.json.encode(plan)
    for view in VIEWS:
        assert html(view, plan) == html(view, plan)
    assert msgspec.json.encode(plan) == before


def test_every_view_has_its_template_and_nothing_else_is_copied_into_sites():
    files = {path.relative_to(THEME_DIR).as_posix() for path in THEME_DIR.rglob("*") if path.is_file()}
    assert {view.template for view in VIEWS.values()} <= files
    assert sorted(name for name in files if not name.endswith(".html")) == [
        "assets/plan/plan.css",
        "assets/plan/plan.js",
        "assets/plan/status.css",
    ]


def test_an_unknown_view_is_an_error(renderer):
    with pytest.raises(KeyError):
        renderer.render("plan:nonsense", Context(portfolio=join([]), href=lambda *_: ""))


def test_views_and_portfolio_do_not_know_mkdocs():
    package = Path(mkdocs_plan_plugin.__file__).parent
    for path in [
        package / "portfolio.py",
        package / "vocabulary" / "grid.py",
        *(package / "views").glob("*.py"),
    ]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] == "mkdocs"], path
