"""Dates as authors write them, and what a careful reader takes: first and last day, and how precise."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.vocabulary.dates import Date, NoDate, dates_in, read_date

DAYS = """
    2026-11-28                        2026-11-28
    2026-1-2                          2026-01-02
    2026/02/08                        2026-02-08
    2026.02.08                        2026-02-08
    2026. 2. 8.                       2026-02-08
    2026‑02‑08                        2026-02-08
    ２０２６／０２／０８              2026-02-08
    20260119                          2026-01-19
    2026-11-28T10:00                  2026-11-28
    2026-11-28T10:00:00.000Z          2026-11-28
    2026-11-28 14:14:37 CET           2026-11-28
    20261128T1000Z                    2026-11-28
    `2026-11-28`                      2026-11-28
    2026-11-28 (Sat)                  2026-11-28
    2026-11-28, first draft           2026-11-28
    2026-W48-6                        2026-11-28
    19/01/2026                        2026-01-19
    01/19/2026                        2026-01-19
    19-01-2026                        2026-01-19
    19.01.2026                        2026-01-19
    08.02.2026                        2026-02-08
    8. 2. 2026                        2026-02-08
    5/5/2026                          2026-05-05
    19-Jan-2026                       2026-01-19
    19/Jan/2026                       2026-01-19
    2026-Jan-19                       2026-01-19
    2026 January 19                   2026-01-19
    March 4, 2026                     2026-03-04
    Mar. 4th 2026                     2026-03-04
    4 March 2026                      2026-03-04
    Fri 3 March 2026                  2026-03-03
    Friday, November 21st 2025, 2:07:11 pm    2025-11-21
    the 3rd of March, 2026            2026-03-03
    3 SEPT 2026                       2026-09-03
    18. Juli 2026                     2026-07-18
    Fr., 3. Jänner 2026               2026-01-03
    1º de agosto de 2026              2026-08-01
    1er août 2026                     2026-08-01
    le 12 févr. 2026                  2026-02-12
    12 de enero de 2026               2026-01-12
    15 de março de 2026               2026-03-15
    15/dez/2026                       2026-12-15
    26 декабря 2025 г.                2025-12-26
    1-го мая 2026                     2026-05-01
    2026年12月15日                    2026-12-15
    2026 年 1 月 5 日（月）           2026-01-05
    2026年12月15号                    2026-12-15
    before launch, 2026-03-01         2026-03-01
    2999-01-01                        2999-01-01
    截止2026-03-01                    2026-03-01
    v2.9 by 2026-06-30                2026-06-30
    2026-06-30 (was 2026-05-01)       2026-06-30
"""

PARTS = """
    2026-12                     2026-12-01  2026-12-31  month
    2026/02                     2026-02-01  2026-02-28  month
    12/2026                     2026-12-01  2026-12-31  month
    02.2028                     2028-02-01  2028-02-29  month
    December 2026               2026-12-01  2026-12-31  month
    Dec. 2026                   2026-12-01  2026-12-31  month
    Dec-2026                    2026-12-01  2026-12-31  month
    Dec '26                     2026-12-01  2026-12-31  month
    2026 December               2026-12-01  2026-12-31  month
    by May 2026                 2026-05-01  2026-05-31  month
    im Dezember 2026            2026-12-01  2026-12-31  month
    décembre 2026               2026-12-01  2026-12-31  month
    out/2026                    2026-10-01  2026-10-31  month
    dezembro de 2026            2026-12-01  2026-12-31  month
    декабрь 2026                2026-12-01  2026-12-31  month
    2026年12月                  2026-12-01  2026-12-31  month
    end of November 2026        2026-11-21  2026-11-30  month
    late Nov 2026               2026-11-21  2026-11-30  month
    mid-November 2026           2026-11-11  2026-11-20  month
    early November 2026         2026-11-01  2026-11-10  month
    Ende November 2026          2026-11-21  2026-11-30  month
    Mitte Februar 2026          2026-02-11  2026-02-20  month
    fin novembre 2026           2026-11-21  2026-11-30  month
    à la mi-novembre 2026       2026-11-11  2026-11-20  month
    finales de noviembre de 2026    2026-11-21  2026-11-30  month
    início de novembro de 2026  2026-11-01  2026-11-10  month
    конец ноября 2026           2026-11-21  2026-11-30  month
    2026年11月末                2026-11-21  2026-11-30  month
    2026年11月上旬              2026-11-01  2026-11-10  month
    Q4 2026                     2026-10-01  2026-12-31  quarter
    2026-Q4                     2026-10-01  2026-12-31  quarter
    2026 Q4                     2026-10-01  2026-12-31  quarter
    Q4/2026                     2026-10-01  2026-12-31  quarter
    Q1'26                       2026-01-01  2026-03-31  quarter
    4Q 2026                     2026-10-01  2026-12-31  quarter
    end of Q3 2026              2026-09-01  2026-09-30  quarter
    fourth quarter of 2026      2026-10-01  2026-12-31  quarter
    T4 2026                     2026-10-01  2026-12-31  quarter
    4. Quartal 2026             2026-10-01  2026-12-31  quarter
    4e trimestre 2026           2026-10-01  2026-12-31  quarter
    cuarto trimestre de 2026    2026-10-01  2026-12-31  quarter
    2º trimestre de 2026        2026-04-01  2026-06-30  quarter
    IV квартал 2026             2026-10-01  2026-12-31  quarter
    2026年第4季度               2026-10-01  2026-12-31  quarter
    2026年第四季度              2026-10-01  2026-12-31  quarter
    H2 2026                     2026-07-01  2026-12-31  half
    2026-H1                     2026-01-01  2026-06-30  half
    first half of 2026          2026-01-01  2026-06-30  half
    2. Halbjahr 2026            2026-07-01  2026-12-31  half
    2e semestre 2026            2026-07-01  2026-12-31  half
    второе полугодие 2026       2026-07-01  2026-12-31  half
    2026年下半年                2026-07-01  2026-12-31  half
    2026-W48                    2026-11-23  2026-11-29  week
    2026W48                     2026-11-23  2026-11-29  week
    KW 48 2026                  2026-11-23  2026-11-29  week
    KW48/2026                   2026-11-23  2026-11-29  week
    week 48 of 2026             2026-11-23  2026-11-29  week
    semaine 48 2026             2026-11-23  2026-11-29  week
    48-я неделя 2026            2026-11-23  2026-11-29  week
    2026年第48周                2026-11-23  2026-11-29  week
    2026                        2026-01-01  2026-12-31  year
    end of 2026                 2026-09-01  2026-12-31  year
    Ende 2026                   2026-09-01  2026-12-31  year
    by the end of the year 2026    2026-09-01  2026-12-31  year
    2026年                      2026-01-01  2026-12-31  year
    before March 2026           2026-02-28  2026-02-28  month
    vor Q3 2026                 2026-06-30  2026-06-30  quarter
"""

RANGES = """
    2026-01-12 to 2026-02-20          2026-01-12  2026-02-20  day
    2026-01-12 – 2026-02-20           2026-01-12  2026-02-20  day
    2026-01-12/2026-02-20             2026-01-12  2026-02-20  day
    2026-01-12 → 2026-02-20           2026-01-12  2026-02-20  day
    from 2026-01-12 until 2026-02-20  2026-01-12  2026-02-20  day
    2026-01-12 to 02-20               2026-01-12  2026-02-20  day
    12.–20. Januar 2026               2026-01-12  2026-01-20  day
    12. bis 20. Januar 2026           2026-01-12  2026-01-20  day
    12.01.–20.02.2026                 2026-01-12  2026-02-20  day
    12.01.2026 bis 20.02.2026         2026-01-12  2026-02-20  day
    12 Jan – 20 Feb 2026              2026-01-12  2026-02-20  day
    January 12–20, 2026               2026-01-12  2026-01-20  day
    Jan 12 - Feb 20, 2026             2026-01-12  2026-02-20  day
    du 12 au 20 janvier 2026          2026-01-12  2026-01-20  day
    26-27 декабря 2025                2025-12-26  2025-12-27  day
    с 12 января по 20 февраля 2026    2026-01-12  2026-02-20  day
    2026年1月12日〜20日               2026-01-12  2026-01-20  day
    2026年1月12日～2月20日            2026-01-12  2026-02-20  day
    Q1–Q2 2026                        2026-01-01  2026-06-30  quarter
    Q4 2026 to Q1 2027                2026-10-01  2027-03-31  quarter
    January–March 2026                2026-01-01  2026-03-31  month
    Dec 2026 - Jan 2027               2026-12-01  2027-01-31  month
    KW 3–7 2026                       2026-01-12  2026-02-15  week
    2026/01/12–2026/02/20             2026-01-12  2026-02-20  day
    11/2026–02/2027                   2026-11-01  2027-02-28  month
    2026 Q1 - 2026 Q3                 2026-01-01  2026-09-30  quarter
    Q1 2026-Q2 2026                   2026-01-01  2026-06-30  quarter
    2026-01-12..2026-02-20            2026-01-12  2026-02-20  day
    2026-01-12T08:00 to 2026-02-20T17:00Z    2026-01-12  2026-02-20  day
    Dec 20 – Jan 15, 2027             2026-12-20  2027-01-15  day
    2026-2027                         2026-01-01  2027-12-31  year
"""

NONE = """
    soon
    next week
    2 weeks
    Q4
    December
    15 March
    v2.9 → v3.0
    2 of 3
    3/7
    1.2.3
    v2026.1.2
    2026.1.0
    Python 3.12
    docs/2026-03-29-kiln-plan.md
    specs.v0.3.md
    12025-03-04
    2026-01-020
    1234567890
    SKU 20260119-77
    roll out 2026
    we may
    spring 2026
    Kiln 2026 model
    2025-26
    FY2026
    YYYY-MM-DD
    99 %
"""

AMBIGUOUS = """
    03/04/2026
    03-04-2026
    3/4/26
    19/01/26
    08.02.26
    03/04/2026 to 05/06/2026
"""

IMPOSSIBLE = """
    2026-02-30
    2026-13-01
    31/04/2026
    32.01.2026
    31 June 2026
    February 30, 2026
    2026年2月30日
    2026-W60
"""


def lines(table: str) -> list[str]:
    """Each line of a table that has nothing but the text."""
    return [text for (text,) in rows(table)]


def rows(table: str) -> list[tuple[str, ...]]:
    """Each line of a table: the text, and behind two spaces or more what is taken."""
    return [
        tuple(part.strip() for part in line.strip().split("  ") if part.strip())
        for line in table.splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize(("text", "day"), rows(DAYS))
def test_a_day(text: str, day: str) -> None:
    found = read_date(text)
    assert isinstance(found, Date)
    assert (found.start, found.value, found.precision) == (day, day, "day")


@pytest.mark.parametrize(("text", "start", "value", "precision"), [*rows(PARTS), *rows(RANGES)])
def test_a_partial_date_and_a_range_are_a_stretch_of_days(
    text: str, start: str, value: str, precision: str
) -> None:
    found = read_date(text)
    assert isinstance(found, Date)
    assert (found.start, found.value, found.precision) == (start, value, precision)


@pytest.mark.parametrize("text", lines(NONE))
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", lines(AMBIGUOUS))
def test_a_date_whose_order_nobody_decided(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, NoDate)
    assert found.why == "ambiguous"


@pytest.mark.parametrize("text", lines(IMPOSSIBLE))
def test_a_date_that_the_calendar_lacks(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, NoDate)
    assert found.why == "impossible"


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("03/04/2026", "2026-04-03", "2026-03-04"),
        ("3-4-2026", "2026-04-03", "2026-03-04"),
        ("03.04.2026", "2026-04-03", "2026-04-03"),
        ("3/4/26", "2026-04-03", "2026-03-04"),
        ("08.02.26", "2026-02-08", "2026-02-08"),
        ("19/01/2026", "2026-01-19", "2026-01-19"),
        ("01/19/2026", "2026-01-19", "2026-01-19"),
    ],
)
def test_the_order_is_what_the_option_says_where_the_date_does_not(
    text: str, day_first: str, month_first: str
) -> None:
    for order, day in ((True, day_first), (False, month_first)):
        found = read_date(text, day_first=order)
        assert isinstance(found, Date)
        assert found.value == day


def test_the_text_is_as_written() -> None:
    found = read_date("**Target:** by the end of Ｑ４ 2026, if it rains")
    assert isinstance(found, Date)
    assert found.text == "end of Ｑ４ 2026"


def test_all_dates_of_a_text_in_their_order() -> None:
    found = dates_in("planned for Q1 2026, moved from 2026-02-30 to 3 March 2026; see 2026.1.0")
    assert [(one.text, isinstance(one, Date)) for one in found] == [
        ("Q1 2026", True),
        ("2026-02-30", False),
        ("3 March 2026", True),
    ]


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d %B %Y"]),
)
def test_any_day_in_any_of_the_plain_spellings(day: dt.date, pattern: str) -> None:
    found = read_date(day.strftime(pattern))
    assert isinstance(found, Date)
    assert (found.start, found.value) == (day.isoformat(), day.isoformat())


@given(st.text(alphabet="0123456789-/. 年月日QWKHap–'JanMaruary", max_size=60))
def test_no_text_raises(text: str) -> None:
    for found in dates_in(text):
        if isinstance(found, Date):
            assert dt.date.fromisoformat(found.start) <= dt.date.fromisoformat(found.value)
