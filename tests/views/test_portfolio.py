from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import (
    Link,
    PageOptions,
    Plan,
    PlanProgress,
    Risk,
    TaskCounts,
)
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.vocabulary.grid import DEFAULT_GRID

VAULT = Plan(path="plans/2026/vault-upgrade.md", title="Upgrade of the `vault`", state="in-progress")
HOME = Plan(path="plans/cells/index.md", title="Cells")
PLANS = [VAULT, HOME, Plan(path="roadmap.md", title="Road map (C# part)")]
PAGE = Plan(path="plans/ledger.md")


@pytest.mark.parametrize(
    ("target", "path"),
    [
        # relative to the page that names it
        ("2026/vault-upgrade.md", VAULT.path),
        ("./2026/vault-upgrade.md#risks", VAULT.path),
        ("../roadmap.md", "roadmap.md"),
        ("cells/index.md", HOME.path),
        # from the root of the docs
        ("plans/2026/vault-upgrade.md", VAULT.path),
        ("/plans/2026/vault-upgrade", VAULT.path),
        ("Plans/2026/Vault-Upgrade.MD", VAULT.path),
        ("plans%2F2026/vault%2Dupgrade.md", VAULT.path),
        # as a browser sees it
        ("2026/vault-upgrade/", VAULT.path),
        ("../2026/vault-upgrade/?x=1#risks", VAULT.path),
        ("/plans/cells/", HOME.path),
        ("plans/cells", HOME.path),
        ("../roadmap.html", "roadmap.md"),
        # by title
        ("Upgrade of the vault", VAULT.path),
        ("  upgrade  OF the `vault`", VAULT.path),
        ("Road map (C# part)", "roadmap.md"),
        # nobody
        ("vault.md", None),
        ("../../../etc/passwd", None),
        ("https://example.org/plans/cells/", None),
        ("", None),
    ],
)
def test_a_plan_is_named_by_path_address_or_title(target, path):
    found = join([*PLANS, PAGE]).resolve(target, PAGE)
    assert (found and found.path) == path


def test_a_title_that_two_plans_bear_names_neither():
    twins = [Plan(path="a.md", title="Cells"), Plan(path="b.md", title="cells")]
    assert join(twins).resolve("Cells", PAGE) is None


def test_unfinished_dependencies_are_waited_for_and_unknown_ones_do_not():
    done = Plan(path="done.md", state="complete")
    held = Plan(path="held.md", state="on-hold")
    waiting = Plan(
        path="waiting.md",
        state="in-progress",
        depends_on=[Link(target="done.md"), Link(target="held.md"), Link(target="gone.md")],
    )
    hopeful = Plan(path="hopeful.md", state="in-progress", depends_on=[Link(target="gone.md")])
    portfolio = join([done, held, waiting, hopeful])

    entry = portfolio.entry(waiting)
    assert not entry.blocked
    assert [relation.text for relation in entry.waits] == ["held.md"]
    assert [plan.path for plan in entry.blocked_by] == ["held.md"]
    assert [relation.link.target for relation in entry.unknown] == ["gone.md"]
    assert [plan.path for plan in portfolio.entry(held).needed_by] == ["waiting.md"]
    assert not portfolio.entry(hopeful).waits
    assert (portfolio.totals.blocked, portfolio.totals.waiting) == (0, 1)


@pytest.mark.parametrize(
    ("dependency", "waits"),
    [
        (Plan(state="complete"), False),
        (Plan(progress=PlanProgress(percent=100)), False),
        (Plan(state="in-progress", progress=PlanProgress(percent=100)), True),
        (Plan(state="planning"), True),
        (Plan(state="cancelled"), True),
        (Plan(), True),
    ],
)
def test_what_is_finished(dependency, waits):
    dependency.path = "first.md"
    second = Plan(path="second.md", depends_on=[Link(target="first.md")])
    assert bool(join([dependency, second]).entry(second).waits) is waits


def test_a_finished_plan_never_waits_nor_one_that_waits_for_itself():
    first = Plan(path="first.md", state="planning", depends_on=[Link(target="first.md")])
    second = Plan(path="second.md", state="complete", depends_on=[Link(target="first.md")])
    portfolio = join([first, second])
    assert not portfolio.entry(first).waits
    assert not portfolio.entry(second).waits


def test_a_superseded_dependency_stands_for_its_successor():
    old = Plan(path="old.md", state="in-progress")
    new = Plan(path="new.md", state="complete", supersedes=[Link(target="old.md")])
    user = Plan(path="user.md", depends_on=[Link(target="old.md")])
    portfolio = join([old, new, user])
    assert portfolio.entry(old).standing == "superseded"
    assert portfolio.entry(old).superseded_by.plan is new
    assert not portfolio.entry(user).waits


def test_plans_that_supersede_each_other_end():
    one = Plan(path="one.md", superseded_by=Link(target="two.md"))
    two = Plan(path="two.md", superseded_by=Link(target="one.md"))
    user = Plan(path="user.md", depends_on=[Link(target="one.md")])
    assert join([one, two, user]).entry(user).waits


def test_unlisted_plans_and_templates_are_in_no_figure_but_can_be_linked():
    hidden = Plan(path="hidden.md", options=PageOptions(listed=False), tasks=TaskCounts(total=5, open=5))
    template = Plan(path="template.md", template=True, tasks=TaskCounts(total=9, open=9))
    shown = Plan(path="shown.md", depends_on=[Link(target="hidden.md")], tasks=TaskCounts(total=1, open=1))
    portfolio = join([hidden, template, shown])
    assert [plan.path for plan in portfolio.plans] == ["shown.md"]
    assert portfolio.totals.tasks_open == 1
    assert portfolio.entry(shown).depends_on[0].plan is hidden


def test_totals():
    portfolio = join([
        Plan(
            path="a.md",
            state="in-progress",
            progress=PlanProgress(percent=50, phases_complete=1, phases_total=2),
            tasks=TaskCounts(total=9, open=3, in_progress=1, blocked=2, done=2, deferred=1),
            risks=[Risk(level="high"), Risk(level="high", status="closed"), Risk()],
        ),
        Plan(path="b.md", state="complete", progress=PlanProgress(percent=33, phases_complete=3, phases_total=9)),
        Plan(path="c.md"),
    ])  # fmt: skip
    totals = portfolio.totals
    assert totals.plans == 3
    assert totals.by_state == {"in-progress": 1, "unknown": 1, "complete": 1}
    assert (totals.percent, totals.rated) == (41, 2)  # (50 + 33) / 2, rounded down
    assert (totals.phases_complete, totals.phases_total) == (4, 11)
    assert (totals.tasks_open, totals.tasks_blocked) == (6, 2)
    assert (totals.risks_open, totals.risks_by_level, totals.risks_unrated) == (2, {"high": 1}, 1)


def test_without_any_progress_there_is_no_mean():
    assert join([Plan(path="a.md")]).totals.percent is None


def test_the_order_of_attention():
    plans = [
        Plan(path="superseded.md", state="blocked", document_state="superseded"),
        Plan(path="cancelled.md", state="cancelled"),
        Plan(path="complete.md", state="complete"),
        Plan(path="none.md"),
        Plan(path="held.md", state="on-hold"),
        Plan(path="planned.md", state="planning"),
        Plan(path="moving-z.md", state="in-progress", title="Z", updated="2026-02-01"),
        Plan(path="moving-b.md", state="in-progress", title="B", updated="2026-01-01"),
        Plan(path="moving-a.md", state="in-progress", title="a", updated="2026-01-01"),
        Plan(path="moving-p1.md", state="in-progress", priority="P1"),
        Plan(path="moving-low.md", state="in-progress", risks=[Risk(level="low")]),
        Plan(path="moving-high.md", state="in-progress", risks=[Risk(level="low"), Risk(level="high")]),
        Plan(path="waiting.md", state="planning", depends_on=[Link(target="held.md")]),
    ]
    expected = [
        "moving-high.md",
        "moving-low.md",
        "moving-p1.md",
        "moving-z.md",
        "moving-a.md",
        "moving-b.md",
        "waiting.md",
        "planned.md",
        "held.md",
        "none.md",
        "complete.md",
        "cancelled.md",
        "superseded.md",
    ]
    assert [plan.path for plan in join(plans).plans] == expected
    assert [plan.path for plan in join(plans[::-1]).plans] == expected


def test_open_risks_by_cell_gravest_first():
    plan = Plan(
        path="a.md",
        risks=[
            Risk(title="low", probability="low", impact="low", level="low"),
            Risk(title="grave", probability="high", impact="critical", level="critical"),
            Risk(title="over", probability="high", impact="critical", level="critical", status="closed"),
            Risk(title="unrated"),
        ],
    )
    found = [(DEFAULT_GRID.cell(one.risk), one.risk.title) for one in join([plan]).open_risks()]
    assert found == [(("high", "critical"), "grave"), (("low", "low"), "low"), (None, "unrated")]


@pytest.mark.parametrize(
    ("probability", "impact", "level", "cell"),
    [
        ("medium", "high", "high", ("medium", "high")),
        ("very high", "2", "medium", ("high", "low")),
        ("possible", "severe", "critical", ("medium", "critical")),
        ("possible", "severe", "low", None),  # rated on another grid
        ("sometimes", "high", None, None),
        (None, "high", None, None),
    ],
)
def test_a_rating_on_another_scale_stands_by_rank(probability, impact, level, cell):
    assert DEFAULT_GRID.cell(Risk(probability=probability, impact=impact, level=level)) == cell


def test_a_plan_that_the_portfolio_never_saw_has_its_own_links():
    known = Plan(path="known.md", state="planning")
    stranger = Plan(path="blog/post.md", state="in-progress", depends_on=[Link(target="/known.md")])
    assert join([known]).entry(stranger).waits
