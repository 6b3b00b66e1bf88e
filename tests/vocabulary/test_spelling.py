"""A state in the manner of another: its language, emoji, capitals and hyphens."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.vocabulary.figures import with_figures
from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary
from mkdocs_plan_plugin.vocabulary.scales import PHASE, PLAN
from mkdocs_plan_plugin.vocabulary.spelling import spelled
from mkdocs_plan_plugin.vocabulary.state_words import SPELLINGS
from mkdocs_plan_plugin.vocabulary.states import read_state

WORDS = default_vocabulary()
_OTHERS = {("planning", "phase"): "pending", ("pending", "plan"): "planning", ("deferred", "plan"): "on-hold"}


@pytest.mark.parametrize(
    ("state", "like", "others", "expected"),
    [
        ("complete", "⏳ Pending", (), "✅ Complete"),
        ("complete", "Pending", (), "Complete"),
        ("in-progress", "pending", ("not started",), "in progress"),
        ("in-progress", "on_hold", (), "in_progress"),
        ("on-hold", "in-progress", (), "on-hold"),
        ("in-progress", "PENDING", (), "IN PROGRESS"),
        ("in-progress", "Pending", ("On hold",), "In progress"),
        ("blocked", "✅", (), "⛔"),
        ("complete", "Pending", ("Done",), "Done"),
        ("complete", "Pending", ("✅ Done", "Done (3 of 3)", "Ready to go"), "Complete"),
        ("complete", "🔄 In Progress", ("✔️ Done",), "✔️ Done"),
        ("in-progress", "erledigt", (), "in Arbeit"),
        ("complete", "En cours", (), "Terminé"),
        ("complete", "进行中", (), "已完成"),
        ("complete", "В работе", (), "Завершено"),
    ],
)
def test_as_its_neighbours_are_written(state: str, like: str, others: tuple[str, ...], expected: str) -> None:
    assert spelled(state, like, PHASE, WORDS, others) == expected


@pytest.mark.parametrize("language", SPELLINGS)
def test_every_spelling_is_read_as_its_state(language: str) -> None:
    for state, words in SPELLINGS[language].items():
        for name, scale in (("phase", PHASE), ("plan", PLAN)):
            for word in words:
                assert read_state(word, scale, WORDS).state == _OTHERS.get((state, name), state), word


@pytest.mark.parametrize(
    ("written", "ratio", "percent", "expected"),
    [
        ("2/5 phases complete (40%)", (3, 5), 60, "3/5 phases complete (60%)"),
        ("2 of 5 tasks (40.0 %), see below", (3, 5), 60, "3 of 5 tasks (60.0 %), see below"),
        ("40%", None, 33, "33%"),
        ("████░░░░░░ 40%", None, 60, "██████░░░░ 60%"),
        ("🟩🟩⬜⬜⬜ 2/5", (3, 5), 60, "🟩🟩🟩⬜⬜ 3/5"),
    ],
)
def test_figures_change_and_nothing_around_them(
    written: str, ratio: tuple[int, int] | None, percent: int, expected: str
) -> None:
    from fractions import Fraction

    assert with_figures(written, ratio, Fraction(percent)) == expected
