"""The benchmarks' tables and texts. Nothing is timed here."""

from __future__ import annotations

from benchmarks import index, results, site, texts
from benchmarks.rows import MEASURES, ROWS, described
from benchmarks.run import Ratio
from mkdocs_plan_plugin.api import read_plan


def test_the_readme_shows_what_is_recorded() -> None:
    recorded = results.read()["full"]
    assert results.block(recorded) in results.README.read_text("utf-8")


def test_the_readme_says_of_each_row_how_it_is_measured() -> None:
    how = results.README.read_text("utf-8").partition("| Row | What is run |")[2]
    assert [name for name in ROWS if f"`{name}`" not in how] == []


def test_each_row_is_recorded_in_the_form_that_later_runs_are_compared_with() -> None:
    assert list(results.read()["short"].rows) == list(ROWS)


def test_a_row_says_how_far_it_holds() -> None:
    measured = {
        "build": Ratio(1.04, 1.0, 1.2),
        "mixed": Ratio(1.06, 1.05, 1.07),
        "pages-build": Ratio(1.0, 1.0, 1.0),
        "check": Ratio(12.3, 11.9, 14.0),
        "weight": Ratio(0.4, 0.4, 0.4),
    }
    assert [line.split(" | ")[3:] for line in results.table(measured, "full")][2:] == [
        ["1.04", "1 to 1.2", "1.3", "1.15", "aim |"],
        ["1.06", "1.05 to 1.07", "1.1", "1.05", "must |"],
        ["1", "1 to 1", "", "", " |"],
        ["12", "12 to 14", "5", "3", "no |"],
        ["0.4 MB", "0.4 MB to 0.4 MB", "0.8 MB", "0.4 MB", "aim |"],
    ]


def test_a_row_says_how_much_was_measured() -> None:
    row = described("scale-check", "full")
    assert (row.what, row.against) == ("`mkdocs-plan check` on 10,000 plans, per plan", "on 1,000 plans")
    assert "{" not in "".join("".join(described(name, "short")[:2]) for name in ROWS)


def test_a_measurement_names_its_rows_once() -> None:
    assert sum(len(measure.rows) for measure in MEASURES) == len(ROWS)


def test_the_plans_are_plans_of_the_classic_sections_and_always_the_same() -> None:
    assert texts.plan(7) == texts.plan(7) != texts.plan(8)
    for number in range(12):
        plan = read_plan(texts.plan(number))
        assert len(plan.sections) == 13
        assert (len(plan.phases), len(plan.risks), plan.tasks.total) == (3, 2, 30)


def test_the_index_page_is_weighed_with_its_views(tmp_path) -> None:
    place = site.write(tmp_path, texts.plan, 3)
    assert index.measured(place / "with.yml")["bytes"] > 10_000
