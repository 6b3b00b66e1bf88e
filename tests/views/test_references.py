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


PLAN = r"""
mkdocs.yml
  repo_url: https://github.com/acme/kiln
  plugins:
    - plan:
        link_references: {asked}
        references: {"ABC-(\\d+)": "https://tracker.example/browse/ABC-{1}", "\\d{4}": "https://never.example/"}
docs/plans/kiln.md
  # Plan: kiln (#1)

  **Status:** In progress

  ## Phase 1: Dig #2

  - [ ] Shovel, see #3, ABC-4 and **ABC-5** <i>#6</i>, `#7`
  - [x] [Spade #8](https://x.example/), GH-9

  | Who | What |
  |-----|------|
  | Kim | PR #10 |

      #11
docs/notes.md
  # Notes

  Of #12.
"""


@pytest.mark.parametrize("asked", ["true", "false"])
def test_in_the_authors_text_they_are_links_only_where_that_is_asked_for(build, asked: str) -> None:
    built = build(PLAN.replace("{asked}", asked))
    page = built.page("plans/kiln/")
    for view in page.select(".plan-view"):
        view.decompose()
    hosts = ("https://github.com/acme/kiln/", "https://tracker.example/")
    links = [a for a in page.select("a[href]") if str(a["href"]).startswith(hosts) and a.get_text().strip()]
    found = [a.get_text() for a in links if any(char.isdigit() for char in a.get_text())]
    assert found == (["#3", "ABC-4", "ABC-5", "#6", "GH-9", "PR #10"] if asked == "true" else [])
    text = page.get_text()
    for number in range(1, 12):
        assert str(number) in text
    assert "Shovel, see #3, ABC-4 and ABC-5 #6, #7" in " ".join(text.split())
    assert "never.example" not in str(page)
    assert "Of #12." in built.html("notes/")
