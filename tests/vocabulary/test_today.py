"""Today is an input."""

from __future__ import annotations

import datetime as dt

import pytest

from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.today import today

NEW_YEAR = "1767225600"  # 2026-01-01T00:00:00Z


@pytest.mark.parametrize(
    ("environ", "option", "expected"),
    [
        ({"SOURCE_DATE_EPOCH": NEW_YEAR}, "2026-05-05", "2026-01-01"),
        ({"SOURCE_DATE_EPOCH": "soon"}, "2026-05-05", "2026-05-05"),
        ({"SOURCE_DATE_EPOCH": "9" * 30}, "2026-05-05", "2026-05-05"),
        ({}, "2026-05-05", "2026-05-05"),
    ],
)
def test_the_environment_goes_before_the_option(environ: dict[str, str], option: str, expected: str) -> None:
    assert today(Settings(today=option), environ).isoformat() == expected


@pytest.mark.parametrize("option", [None, "soon"])
def test_without_either_it_is_the_date(option: str | None) -> None:
    before = dt.datetime.now().astimezone().date()
    assert before <= today(Settings(today=option), {}) <= dt.datetime.now().astimezone().date()
