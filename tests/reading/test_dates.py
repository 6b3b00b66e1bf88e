"""The dates of a plan: by whichever name, in whichever spelling, and what of them nobody can read."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_plan
from tests.reading.drawn import line_of, read
from tests.rules.checked import check


@pytest.mark.parametrize(
    ("field", "target", "precision", "text"),
    [
        ("**Target:** 2026-12-15", "2026-12-15", None, ""),
        ("**Target:** Q4 2026", "2026-12-31", "quarter", "Q4 2026"),
        ("**Target:** 2026-12", "2026-12-31", "month", "2026-12"),
        ("**Target:** December 2026", "2026-12-31", "month", "December 2026"),
        ("**Target:** 2026-W48", "2026-11-29", "week", "2026-W48"),
        ("**Target date:** KW 48 2026", "2026-11-29", "week", "KW 48 2026"),
        ("**Due:** end of November 2026", "2026-11-30", "month", "end of November 2026"),
        ("**Deadline:** by mid-2027 at the latest, says Kim", "2027-08-31", "year", "mid-2027"),
        ("**Deadline:** 2027 at the latest", "2027-12-31", "year", "2027"),
        ("**Launch:** H2 2026 (if it rains)", "2026-12-31", "half", "H2 2026"),
        ("**Target:** 2026-01-12 to 2026-02-20", "2026-02-20", None, ""),
        ("**Target:** ~~2026-05-01~~ 2026-06-30", "2026-06-30", None, ""),
        ("**Target:** TBD (was Q3 2026)", None, None, ""),
        ("**Target:** v2.9 by 30 June 2026", "2026-06-30", None, ""),
    ],
)
def test_a_target_is_the_last_day_of_what_is_told(
    field: str, target: str | None, precision: str | None, text: str
) -> None:
    plan = read(f"# Kiln\n\n{field}\n**Owner:** Team Quay\n")
    assert (plan.target, plan.target_precision, plan.target_text) == (target, precision, text)
    assert (plan.due, plan.due_precision, plan.due_text) == (target, precision, text)


def test_a_target_and_a_deadline_are_two_dates() -> None:
    plan = read("# Kiln\n\n**Target:** Q3 2026\n**Deadline:** 2026-12-15\n**Start:** March 2026\n")
    assert (plan.target, plan.target_precision) == ("2026-09-30", "quarter")
    assert (plan.due, plan.due_precision) == ("2026-12-15", None)
    assert (plan.start, plan.start_precision, plan.start_text) == ("2026-03-01", "month", "March 2026")


def test_a_month_tells_no_day_of_creation_or_update_and_is_kept_as_written() -> None:
    plan = read("# Kiln\n\n**Created:** March 2026\n**Last updated:** 2026-Q3\n")
    assert (plan.created, plan.created_precision, plan.created_text) == (None, "month", "March 2026")
    assert (plan.updated, plan.updated_precision, plan.updated_text) == (None, "quarter", "2026-Q3")
    assert (plan.written("created"), plan.left_out) == ("March 2026", [])


def test_a_day_goes_before_a_month() -> None:
    plan = read(
        "# Kiln\n\n**Updated:** 2026-03-14\n\n## Document Information\n\n**Last Updated:** March 2026\n"
    )
    assert (plan.updated, plan.updated_precision, plan.contradictions) == ("2026-03-14", None, [])


NAMES = {
    "updated": """Letzte Änderung|Zuletzt geändert|Stand|Mise à jour|Dernière modification|Última modificación|As of
    |Última alteração|Обновлено|Дата изменения|最後更新|更新時間|最終更新日|Last change""",
    "created": """Erstellt am|Date de création|Préparé le|Fecha de creación|Criado em|Создан|创建于|建立日期|作成日時""",
    "start": """Start date|Kick-off|Beginn|Projektstart|Date de début|Fecha de inicio|Data de início|Дата начала
    |开始日期|開始予定日""",
    "target": """Termin|Launch|Go-live|Go live date|ETA|End date|Zieldatum|Date cible|Mise en service|Fecha objetivo
    |Data alvo|Целевая дата|预计完成|目標日|リリース予定日""",
    "due": """Due|Due by|Fällig|Fällig am|Frist|Échéance|Date limite|Fecha límite|Plazo|Prazo|Срок|Дедлайн|截止日期
    |締切|納期""",
    "owner": """Préparé par|Prepared by|Project manager|Ansprechpartnerin|Erstellt von|Chef de projet|Elaborado por
    |Responsáveis|Подготовил|Исполнитель|项目负责人|負責人|作成者|Contact""",
}


@pytest.mark.parametrize(
    ("name", "attribute"),
    [(name.strip(), attribute) for attribute, names in NAMES.items() for name in names.split("|")],
)
def test_names_in_eight_languages(name: str, attribute: str) -> None:
    value, found = ("Team Quay", "Team Quay") if attribute == "owner" else ("18. Juli 2026", "2026-07-18")
    assert getattr(read_plan(f"# Kiln\n\n**{name}:** {value}\n"), attribute) == found


def test_a_stand_with_a_word_is_the_state() -> None:
    plan = read("# Ofen\n\n**Stand:** in Arbeit\n")
    assert (plan.state, plan.updated, plan.left_out) == ("in-progress", None, [])


@pytest.mark.parametrize(
    ("head", "updated"),
    [
        ("## Version: 1.0 | Date: 2026-05-22 | Updated: 2026-05-23\n\nText.", "2026-05-23"),
        ("## **Version:** 1.0 · **Updated:** 2026-05-23", "2026-05-23"),
        ("### Updated: 2026-05-23\n\nText.", "2026-05-23"),
        ("> ⚡ Обновлено: 2026-05-23", "2026-05-23"),
        ("> - 📅 Updated: 23.05.2026", "2026-05-23"),
        (":calendar: Updated: 23 May 2026", "2026-05-23"),
        (":material-update: **Updated:** 2026-05-23", "2026-05-23"),
        ("Owner: Team Quay｜Updated: 2026-05-23", "2026-05-23"),
        ("In :kiln: Updated: 2026-05-23", None),
    ],
)
def test_spellings_of_fields(head: str, updated: str | None) -> None:
    assert read(f"# Kiln\n\n{head}\n\n## Work\n\nText.\n").updated == updated


FOOTERS = [
    "---\n\n*Reviewed with care by: Kim | Printed on: paper | Updated: 2026-05-23*",
    "---\n\n*Reviewed with care by: Kim*\n*Printed on: paper*\n*Updated: 2026-05-23*",
    "---\n\n_Printed on: paper · Updated: 2026-05-23_",
    "*Printed on: paper | Updated: 2026-05-23*",
    "*Updated: 2026-05-23*\n---",
]


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_may_name_what_we_do_not_know(footer: str) -> None:
    page = f"# Kiln\n\nText.\n\n## Work\n\nText.\n\n## More\n\nText.\n\n{footer}\n"
    assert read(page).updated == "2026-05-23"
    assert "PLAN105" not in {one.code for one in check(page)}


def test_a_line_of_fields_in_a_heading_is_no_empty_section() -> None:
    page = (
        "# Kiln\n\n## Version: 1.0 | Date: 2026-05-23\n\n## Work\n\nText.\n\n*Printed with love: Kim*\n---\n"
    )
    assert "PLAN105" not in {one.code for one in check(page)}
    assert read(page).created == "2026-05-23"


FORM = """
    ### Priority

    P1

    ### Owner

    - Team Quay

    ### Target date

    Q4 2026

    ### Start

    2026-03-01

    ### Due date

    _No response_

    ### Progress

    1/3 phases complete (33%)

    ### Status

    In progress
    """


@pytest.mark.parametrize("title", ["", "    # Kiln\n\n"])
def test_values_under_their_headings(title: str) -> None:
    plan = read(title + FORM)
    assert (plan.priority, plan.owner, plan.state) == ("P1", "Team Quay", "in-progress")
    assert (plan.start, plan.target, plan.target_text) == ("2026-03-01", "2026-12-31", "Q4 2026")
    assert [one.text for one in plan.typed_progress] == ["1/3 phases complete (33%)"]


@pytest.mark.parametrize(
    "page",
    [
        "# Kiln\n\n## Phase 1: Dig\n\n### Owner\n\nTeam Quay\n\n- [ ] a\n",
        "# Kiln\n\n## Risks\n\n### Owner\n\nTeam Quay\n",
        "# Kiln\n\n## Owner\n\nEach part of the work has an owner, who is named in the part.\n",
        "# Kiln\n\n## Owner\n\n- Kim\n- Ana\n",
    ],
)
def test_a_heading_inside_another_section_or_over_prose_states_nothing_of_the_plan(page: str) -> None:
    assert read(page).owner is None


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("**Target:** soon", "no date that can be read"),
        ("**Target:** 2 weeks", "no date that can be read"),
        ("**Target:** Q4", "no date that can be read"),
        ("**Target:** Ende des Jahres", "no date that can be read"),
        ("**Launch:** 下个月", "no date that can be read"),
        ("**Target date:** when the bricks are dry", "no date that can be read"),
        ("**Deadline:** after the fair", "no date that can be read"),
        ("**Created:** early spring", "no date that can be read"),
        ("**Due:** 2026-02-30", "a day that the calendar lacks"),
        ("**Updated:** 31 June 2026", "a day that the calendar lacks"),
        ("**Due:** 03/04/2026", "two dates, unless the option day_first says which number is the day"),
    ],
)
def test_a_date_that_nobody_can_read_is_left_out_and_reported(field: str, reason: str) -> None:
    page = f"# Kiln\n\n**Status:** In Progress\n\n{field}\n"
    plan = read(page)
    (left,) = plan.left_out
    assert (left.kind, left.line, left.reason) == ("date", 5, reason)
    assert left.text == field.partition("** ")[2]
    assert (plan.created, plan.updated, plan.target, plan.due) == (None, None, None, None)
    (found,) = [one for one in check(page) if one.code == "PLAN203"]
    assert (found.line, found.column) == (5, page.split("\n")[4].index(left.text) + 1)
    assert found.message == f"'{left.text}' is {reason}; write it as YYYY-MM-DD"


@pytest.mark.parametrize(
    "field",
    [
        "**Target:** v2.9 → v3.0",
        "**Target:** 2 of 3 ovens",
        "**Target:** 95 %",
        "**Target:** all bakers",
        "**Target:** Python 3.12",
        "**Target:** specs.v0.3.md",
        "**Target:** below 4 hours",
        "**Start:** run the script",
        "**Launch:** one region after the other",
        "**Updated:** by hand",
        "**Due:** TBD",
        "**Due:** [date]",
        "**Due:** Q1 | Q2 | Q3",
        "**Created:** YYYY-MM-DD",
    ],
)
def test_what_is_not_meant_as_a_date_is_no_bad_date(field: str) -> None:
    page = f"# Kiln\n\n{field}\n"
    assert read(page).left_out == []
    assert "PLAN203" not in {one.code for one in check(page)}


def test_front_matter_is_read_and_checked_as_the_body_is() -> None:
    page = "---\nplan: true\nstate: finshed\ntarget: Q4\ndueDate: 2026-02-30\nstart_date: 2026-W05\n---\n# Kiln\n\nText.\n"
    plan = read(page)
    assert (plan.state, plan.target, plan.start) == (None, None, "2026-01-26")
    found = {(one.code, one.line) for one in check(page)}
    assert {("PLAN202", 3), ("PLAN203", 4), ("PLAN203", 5)} <= found


@pytest.mark.parametrize(
    ("page", "left_out"),
    [
        ("# Kiln\n\n**Status:** Sizzling\n", ["Sizzling"]),
        ("---\nstate: finshed\n---\n# Kiln\n", ["finshed"]),
        ("# Kiln\n\n**Status:** In Progress\n", []),
        ("# Kiln\n\n**Status:** TBD\n", []),
        ("# Kiln\n\n**Stand:** 18. Juli 2026\n", []),
        ("# Kiln\n\n**Status:** see the [board](board.md) for what is being fired\n", []),
        ("# Kiln\n\n## Risks\n\n### Risk 1: Rain\n\n**Status:** Sizzling\n", []),
    ],
)
def test_a_state_that_nobody_can_read_is_left_out(page: str, left_out: list[str]) -> None:
    assert [one.text for one in read(page).left_out if one.kind == "state"] == left_out


@pytest.mark.parametrize(("day_first", "day"), [(True, "2026-04-03"), (False, "2026-03-04"), (None, None)])
def test_the_option_decides_the_order(*, day_first: bool | None, day: str | None) -> None:
    page = """
        # Kiln

        **Created:** 03/04/2026

        ## Decisions

        ### Decision 1: Brick

        **Decision:** red

        **Date:** 03/04/2026

        ## Next Steps

        Text.
        """
    plan = read(page, day_first=day_first)
    assert (plan.created, plan.decisions[0].date) == (day, day)
    assert [one.line for one in plan.left_out] == ([] if day else [line_of(page, "Created")])


def test_the_dates_of_a_table_of_tasks() -> None:
    plan = read("""
        # Kiln

        | Task | Due | Status |
        |---|---|---|
        | Dig | 1.3.2026 | open |
        | Pour | end of March 2026 | open |
        | Fire | soon | open |
        | Sell | - | open |
        """)
    assert [(one.due, one.due_precision, one.due_text) for one in plan.task_list] == [
        ("2026-03-01", None, ""),
        ("2026-03-31", "month", "end of March 2026"),
        (None, None, ""),
        (None, None, ""),
    ]
    assert [(one.kind, one.line, one.text) for one in plan.left_out] == [("date", 7, "soon")]


def test_dates_that_are_due_before_they_were_made() -> None:
    page = "# Kiln\n\n**Created:** 2026-05-01\n**Target:** April 2026\n**Deadline:** 2026-02-01\n"
    assert [(one.code, one.line) for one in check(page) if one.code == "PLAN204"] == [
        ("PLAN204", 4),
        ("PLAN204", 5),
    ]
