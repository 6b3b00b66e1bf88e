"""References in tasks and steps become links in views."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.model import Plan, Task
from mkdocs_plan_plugin.options import load
from mkdocs_plan_plugin.views.references import References

OWN = {r"ABC-(\d+)": "https://tracker.example/browse/ABC-{1}"}
HOST = "https://github.com/acme/kiln/"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dig (#12)", [("#12", "https://github.com/acme/kiln/issues/12")]),
        ("Dig, PR #12", [("PR #12", "https://github.com/acme/kiln/pull/12")]),
        ("Dig GH-12", [("GH-12", "https://github.com/acme/kiln/issues/12")]),
        (
            "ABC-7 and #8",
            [
                ("ABC-7", "https://tracker.example/browse/ABC-7"),
                ("#8", "https://github.com/acme/kiln/issues/8"),
            ],
        ),
        ("XABC-7, a#1, /#2, &#39;, C#3d", []),
    ],
)
def test_references_of_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [tuple(one) for one in References(OWN, HOST).of(text)] == found


def test_without_a_known_host_only_the_option_says_what_a_reference_is() -> None:
    assert References({}, "").of("#12 ABC-1") == []
    assert References({"#(\\d+)": "javascript:alert({1})"}, "").of("#12") == []


def test_they_stand_behind_the_task_in_a_view(show) -> None:
    plan = Plan(path="a.md", title="A", task_list=[Task(text="Dig #12", anchor="t")])
    found = show("plans:actions", plan, references=References({}, HOST))
    assert [(a.get_text(), a["href"]) for a in found.select("a.plan-ref")] == [
        ("#12", "https://github.com/acme/kiln/issues/12")
    ]


def test_a_wrong_pattern_is_a_wrong_option() -> None:
    settings, problems = load({"references": {"(": "https://x.example/", "a": "x"}})
    assert settings.references == {}
    assert len(problems) == 2
