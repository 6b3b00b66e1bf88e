"""Icon shortcodes and inline markup of extensions: the text that a reader sees."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.source.document import read_document
from tests.reading.drawn import phase_of, read


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (":white_check_mark: Dig", "✅ Dig"),
        ("Dig :material-check:", "Dig ✅"),
        ("Dig :octicons-check-circle-fill-16:{ .green }", "Dig ✅"),
        ("Dig :fontawesome-solid-circle-check:", "Dig ✅"),
        ("Dig :material-progress-clock:", "Dig 🔄"),
        (":red_circle: High", "🔴 High"),
        (":material-barn: Dig", "Dig"),
        (":party_parrot: Dig", "Dig"),
        ("Dig at 10:30:45", "Dig at 10:30:45"),
        ("Dig `:x:` deep", "Dig `:x:` deep"),
        ("std::map::find", "std::map::find"),
        ("==soon== and ^^now^^", "soon and now"),
        ("H~2~O and x^2^", "H2O and x2"),
        ("a == b and c == d", "a == b and c == d"),
        ("2^10", "2^10"),
    ],
)
def test_what_a_reader_sees(written: str, shown: str) -> None:
    assert read_document(f"## {written}").sections[1].title == shown
    cell = read_document(f"| A |\n|---|\n| {written} |").sections[0].tables[0].rows[1][0]
    assert cell.text == shown


def test_ranges_of_a_line_move_along() -> None:
    line = (
        read_document(":white_check_mark: **State:** :material-pause: on hold").sections[0].blocks[0].lines[0]
    )
    assert [line.text[begin:end] for begin, end in line.bold] == ["State:"]
    assert line.text == "✅ State: ⏸ on hold"


def test_shortcodes_state_what_their_emoji_state() -> None:
    plan = read("""
        # Plan: kiln

        **Status:** :construction: Under way

        ## Phase 1: Dig :white_check_mark:

        ## Phase 2: Fire

        **Status:** :material-pause:

        ## Risks

        | Risk | Probability | Impact | Status |
        |---|---|---|---|
        | :material-smoke: Smoke | :green_circle: Low | :red_circle: High | :white_check_mark: Closed |
        """)
    assert [(phase.title, phase.state) for phase in plan.phases] == [("Dig", "complete"), ("Fire", "on-hold")]
    (risk,) = plan.risks
    assert (risk.title, risk.probability, risk.impact, risk.status) == ("Smoke", "low", "high", "closed")


def test_a_clock_in_front_of_a_duration_is_no_state() -> None:
    phase = phase_of("## Phase 1: Dig :octicons-clock-24: 2 weeks")
    assert (phase.title, phase.state, phase.duration) == ("Dig", None, "2 weeks")
