"""The verdict on a benchmark row, as a table: target, actual, verdict."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.vocabulary.verdicts import verdict

NO_VERDICT = None


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        # comparisons, as signs
        ("< 100ms", "85ms", "met"),
        ("< 100ms", "100ms", "close"),
        ("<= 100ms", "100ms", "met"),
        ("≤ 40 ms", "42 ms", "close"),
        ("≤ 40 ms", "42.1 ms", "missed"),
        (">= 3", "3", "met"),
        (">= 3", "2", "missed"),
        ("> 95%", "97.5 %", "met"),
        ("&lt; 100ms", "**85ms**", "met"),
        # comparisons, in words
        ("at least 3", "4", "met"),
        ("at least 3 servers", "2 servers", "missed"),
        ("at least 3 servers", "3", "met"),
        ("up to 5", "5", "met"),
        ("no more than 5 errors", "6 errors", "missed"),
        ("under 200 ms", "210 ms", "close"),
        ("more than 1,000 users", "1,200 users", "met"),
        ("maximum 10 min", "9 min", "met"),
        ("min. 10", "9", "missed"),
        # comparisons behind the figure
        ("100ms or less", "100ms", "met"),
        ("3+", "2", "missed"),
        ("80% or higher", "79 %", "close"),
        ("5 min max", "4 min", "met"),
        # ranges
        ("10-20", "15", "met"),
        ("10–20 ms", "21 ms", "close"),
        ("between 10 and 20", "30", "missed"),
        ("10 to 20 ms", "9 ms", "missed"),
        # an actual that is a range or a bound itself
        ("< 100 ms", "85-95 ms", "met"),
        ("< 100 ms", "95-120 ms", NO_VERDICT),
        ("< 100 ms", "< 100 ms", "met"),
        ("< 100 ms", "> 200 ms", "missed"),
        ("< 100 ms", "~85 ms", "met"),
        # units of one family are converted
        ("< 1 s", "850 ms", "met"),
        ("< 2 min", "90 s", "met"),
        ("< 1 h", "1 h 32 min", "missed"),
        ("< 2 hours", "1h32m", "met"),
        ("< 1.5 hours", "1 h 32 min", "close"),
        ("< 1 GB", "900 MB", "met"),
        ("<= 512 KiB", "0.5 MiB", "met"),
        (">= 6,000 /s", "6200 req/s", "met"),
        (">= 100 requests/s", "6,000 rpm", "met"),
        (">= 100 requests per second", "100 rps", "met"),
        (">= 100 MB/s", "0.2 GB/s", "met"),
        ("> 10k users", "12,500 users", "met"),
        ("> 2M rows", "1.95 million rows", "close"),
        ("< $500", "$480", "met"),
        # thousands and decimals of either style
        ("< 6,000", "5 900", "met"),
        ("< 1.234.567", "1.234.566", "met"),
        ("< 1,5 s", "1.4 s", "met"),
        ("< 0,125", "0.2", "missed"),
        # zero leaves no room to be close
        ("<= 0", "1", "missed"),
        # units that differ, or stand on one side only
        ("< 100 ms", "85", NO_VERDICT),
        ("< 100 ms", "85 MB", NO_VERDICT),
        ("95%", "96", NO_VERDICT),
        ("< 3 errors", "2 failures", NO_VERDICT),
        ("< 100 MB", "90 MB/s", NO_VERDICT),
        # labels: the same, or on one side only
        ("p95 < 200 ms", "180 ms", "met"),
        ("p95 < 200 ms", "p95 180 ms", "met"),
        ("p95 < 200 ms", "p50 180 ms", NO_VERDICT),
        ("< 200 ms (p95)", "180 ms (p50)", NO_VERDICT),
        ("< 200 ms (p95)", "180 ms", "met"),
        # not figures
        ("fast", "very fast", NO_VERDICT),
        ("Yes", "yes", "met"),
        ("2026-01-31", "2026-02-03", NO_VERDICT),
        ("v1.2", "v1.3", NO_VERDICT),
        ("< 100 ms", "[85 ms]", NO_VERDICT),
        ("< 100 ms", "85 ms locally, 140 ms in production", NO_VERDICT),
        ("100 ± 5 ms", "102 ms", NO_VERDICT),
        ("> 10 and < 20", "15", NO_VERDICT),
        ("better than 10", "5", NO_VERDICT),
        ("", "85 ms", NO_VERDICT),
    ],
)
def test_target_against_actual(target: str, actual: str, expected: str | None) -> None:
    assert verdict(target, actual) == expected


@pytest.mark.parametrize(
    "actual",
    [
        "",
        " ",
        "-",
        "–",
        "—",
        "TBD",
        "[TBD]",
        "*TBD*",
        "n/a",
        "N/A",
        "?",
        "...",
        "[...]",
        "⏳",
        "⏳ TBD",
        "[To be measured]",
        "{{ actual }}",
        "pending",
        "Not measured",
        "not yet measured",
        "to be determined",
    ],
)
def test_without_an_actual_the_benchmark_is_open(actual: str) -> None:
    assert verdict("< 100ms", actual) == "open"


@pytest.mark.parametrize(
    ("baseline", "target", "actual", "expected"),
    [
        ("80%", "95%", "96%", "met"),
        ("80%", "95%", "94%", "close"),
        ("80%", "95%", "85%", "missed"),
        ("450 ms", "200 ms", "0.18 s", "met"),
        ("450 ms", "200 ms", "300 ms", "missed"),
        ("2,100 /s", "6,000 /s", "6,400 /s", "met"),
        # the baseline does not tell the direction
        ("", "95%", "96%", NO_VERDICT),
        ("", "95%", "95 %", "met"),
        ("n/a", "95%", "94%", NO_VERDICT),
        ("95%", "95%", "96%", NO_VERDICT),
        ("80", "95%", "96%", NO_VERDICT),
        # a comparison goes before the baseline
        ("80%", "<= 95%", "96%", "close"),
    ],
)
def test_a_bare_target_takes_its_direction_from_the_baseline(
    baseline: str, target: str, actual: str, expected: str | None
) -> None:
    assert verdict(target, actual, baseline) == expected


def test_any_text_is_answered() -> None:
    texts = [
        "1" * 5000,
        "1e99",
        "<" * 3000,
        "1 h " * 2000,
        "10-" * 2000,
        "(" * 3000,
        "٣ ms",
        "1,,2",
        "½",
        "$",
        "/",
        "1/0",
    ]
    for target in texts:
        for actual in texts:
            verdict(target, actual, target)
