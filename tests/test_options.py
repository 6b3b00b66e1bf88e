"""The options under `plugins: - plan:`, as written in YAML, and what is said of wrong ones."""

from __future__ import annotations

from textwrap import dedent

import pytest
import yaml

from mkdocs_plan_plugin.options import load
from mkdocs_plan_plugin.settings import Settings


def settings_of(text: str) -> Settings:
    settings, problems = load(yaml.safe_load(dedent(text)))
    assert [str(problem) for problem in problems] == []
    return settings


def problems_of(text: str) -> list[str]:
    _, problems = load(yaml.safe_load(dedent(text)))
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("nothing", ["", "{}", "off", "null"])
def test_nothing_written_means_the_defaults(nothing: str) -> None:
    assert settings_of(nothing) == Settings()


def test_options_are_read() -> None:
    settings = settings_of("""
        tags: [roadmap]
        include: ["work/**"]
        index: overview/plans.md
        progress: tasks
        emoji_tasks: true
        vocabulary: {states: {complete: [fertig, erledigt]}}
        risk_levels: {low: {low: low, high: medium}, high: {low: medium, high: critical}}
    """)
    assert settings.tags == ["roadmap"]
    assert settings.include == ["work/**"]
    assert settings.index == "overview/plans.md"
    assert settings.progress == "tasks"
    assert settings.emoji_tasks is True
    assert settings.vocabulary == {"states": {"complete": ["fertig", "erledigt"]}}
    assert settings.risk_levels == {
        "low": {"low": "low", "high": "medium"},
        "high": {"low": "medium", "high": "critical"},
    }


def test_an_option_without_a_value_is_unset() -> None:
    assert settings_of("include:\nprogress:\n") == Settings()


@pytest.mark.parametrize("off", ["off", "no", "false", "Off"])
def test_off_means_off_wherever_a_word_or_a_list_is_expected(off: str) -> None:
    settings = settings_of(f"""
        tags: {off}
        include: {off}
        show: {off}
        index: {off}
        today: {off}
        vocabulary: {off}
        risk_levels: {off}
        gfm_lists: {off}
    """)
    assert settings == Settings(tags=[], include=[], show=[], index=False, gfm_lists=False)


def test_one_index_page_of_several_can_be_off() -> None:
    assert settings_of("index: {home: plans/index.md, risks: off}").index == {"home": "plans/index.md"}


def test_index_true_is_the_default_page() -> None:
    assert settings_of("index: true").index == Settings().index


def test_a_date_that_yaml_understands_is_still_a_date() -> None:
    assert settings_of("today: 2026-02-03").today == "2026-02-03"
    assert settings_of("today: '2026-02-03'").today == "2026-02-03"


def test_words_are_read_whatever_their_case() -> None:
    assert settings_of("progress: Tasks").progress == "tasks"
    assert settings_of("risk_levels: {High: {Low: High}}").risk_levels == {"high": {"low": "high"}}


def test_a_number_in_a_list_of_words_is_a_word() -> None:
    assert settings_of("tags: [2026, plan]").tags == ["2026", "plan"]


def test_an_environment_variable_may_say_true_as_text() -> None:
    assert settings_of("emoji_tasks: 'yes'").emoji_tasks is True


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "progress: task",
            ("option 'progress': 'task' is not one of its words. Did you mean 'tasks'?"
            " Write one of auto, status, tasks."),
        ),
        (
            "progress: off",
            "option 'progress': off (or no, false) is not one of its words. Write one of auto, status, tasks.",
        ),
        ("include: plans/**", "option 'include': expected a list, found 'plans/**'. Write 'include: [\"plans/**\"]'."),
        ("gfm_lists: 3", "option 'gfm_lists': expected true or false, found 3. Write 'gfm_lists: true' or 'gfm_lists: false'."),
        ("vocabulary: {states: {complete: done}}", "option 'vocabulary.states.complete': expected a list, found 'done'. Write 'complete: [\"done\"]'."),
        ("vocabulary: {phase: {phase: [chapter]}}", "option 'vocabulary.phase': there is no such table of words. Did you mean 'phases'? Write one of phases, steps, states, health, document_states, levels, priorities, risk_statuses, decision_statuses, sections, subsections, fields."),
        ("include: ['']", "option 'include[1]': the glob is empty. Write e.g. 'plans/**'."),
        ("include: [/plans/**]", "option 'include[1]': '/plans/**' is absolute; globs start at docs_dir. Write 'plans/**'."),
        ("exclude: [a, 'b\\c']", "option 'exclude[2]': 'b\\c' has backslashes. Write 'b/c'."),
        ("include: ['{a,b.md']", "option 'include[1]': '{a,b.md' has a brace without its partner. Write '{plan,tasks}' for one of several words."),
        (
            "show: [card, crad]",
            ("option 'show[2]': there is no piece 'crad'. Did you mean 'card'? Write one of banner, card, findings,"
            " stepper, timeline, phase-bar, checklist-count, dependencies, risk-matrix, verdict."),
        ),
        (
            "index: {hoem: plans/index.md}",
            ("option 'index.hoem': there is no such page. Did you mean 'home'? Write one of home, table, risks,"
            " board, roadmap, actions, decisions, dependencies, results, health."),
        ),
        ("index: [plans/index.md]", "option 'index': expected text, found a list. Write the text, in quotes where YAML would read it as something else."),
        ("rules: [PLAN401]", "option 'rules': expected a mapping, found a list. Write 'rules: {name: value}'."),
        (
            "exclude: [../old/**]",
            ("option 'exclude[1]': '../old/**' steps through '.' or '..'; globs start at docs_dir and stay below it."
            " Write 'old/**'."),
        ),
        ("today: 2026-02-30", "option 'today': '2026-02-30' is not a date. Write a date as YYYY-MM-DD."),
        ("today: soon", "option 'today': 'soon' is not a date. Write a date as YYYY-MM-DD."),
        ("index: plans/", "option 'index': 'plans/' is not the path of a Markdown page below docs_dir. Write 'plans/index.md'."),
        ("index: ../plans.md", "option 'index': '../plans.md' is not the path of a Markdown page below docs_dir. Write 'plans.md'."),
        (
            "risk_levels: {low: {low: low, high: medum}}",
            ("option 'risk_levels.low.high': 'medum' is not one of its words. Did you mean 'medium'?"
            " Write one of critical, high, low, medium."),
        ),
        (
            "risk_levels: {low: {low: low, high: high}, high: {low: high}}",
            ("option 'risk_levels.high': the row rates the impacts low, the row 'low' rates low, high."
            " Write the impacts low, high in this order in every row."),
        ),
        ("risk_levels: {low: {}}", "option 'risk_levels.low': the row has no impacts. Write e.g. 'low: {low: low, high: medium}'."),
        ("[a, b]", "options: expected a mapping of options, found a list. Write e.g. 'plan: {progress: auto}', or 'plan' alone."),
    ],
)  # fmt: skip
def test_a_wrong_option_is_named_with_what_to_write(written: str, said: str) -> None:
    try:
        raw = yaml.safe_load(written)
    except ValueError:  # a date that the calendar does not have; MkDocs' loader stops there too
        raw = {"today": "2026-02-30"}
    assert [str(problem) for problem in load(raw)[1]] == [said]


def test_an_unknown_option_names_the_nearest_one() -> None:
    (problem,) = load({"shwo": ["card"]})[1]
    assert (problem.option, problem.message, problem.suggestion) == (
        "shwo",
        "there is no such option",
        "show",
    )
    assert load({"emoji-tasks": True})[1][0].suggestion == "emoji_tasks"
    assert load({"zzz": 1})[1][0].suggestion == ""


def test_all_errors_come_at_once_and_each_wrong_option_falls_back() -> None:
    settings, problems = load(
        {"progress": "task", "includes": [], "exclude": [7, ["x"], "/y"], "emoji_tasks": True}
    )
    assert [problem.option for problem in problems] == ["progress", "includes", "exclude[2]"]
    assert settings == Settings(emoji_tasks=True)


@pytest.mark.parametrize(
    "raw", [7, "text", [], [1], True, {1: 2}, {"tags": {"a": {"b": [None]}}}, {None: None}]
)
def test_nothing_raises(raw: object) -> None:
    settings, _ = load(raw)
    assert settings == Settings()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"stale_after": "9" * 5_000}, "option 'stale_after': the number is too large. Write one below 1000000000."),
        ({"stale_after": 10**5_000}, "option 'stale_after': the number is too large. Write one below 1000000000."),
        ({"tags": [10**5_000]}, "option 'tags[1]': the number is too large. Write one below 1000000000."),
        ({"index": "a\0.md"}, "option 'index': 'a�.md' has a control character. Write the text without it."),
        ({"index": {"home": "a\0.md"}}, "option 'index.home': 'a�.md' has a control character. Write the text without it."),
        ({"data_file": "a\0.json"}, "option 'data_file': 'a�.json' has a control character. Write the text without it."),
        ({"baseline": "a\0.json"}, "option 'baseline': 'a�.json' has a control character. Write the text without it."),
        ({"language": "\ud800"}, "option 'language': '\ud800' has a control character. Write the text without it."),
    ],
)  # fmt: skip
def test_what_no_file_and_no_date_can_be_is_one_message_and_the_default_holds(raw: object, said: str) -> None:
    settings, problems = load(raw)
    assert [str(problem) for problem in problems] == [said]
    assert settings == Settings()


def test_extra_plans_are_paths_or_mappings() -> None:
    given = settings_of("extra_plans: [specs, {path: ../openspec, pages: true}]").extra_plans
    assert given == ["specs", {"path": "../openspec", "pages": True}]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "extra_plans: specs",
            "option 'extra_plans': expected a list, found 'specs'. Write 'extra_plans: [\"specs\"]'.",
        ),
        (
            "extra_plans: [{pages: true}]",
            "option 'extra_plans[1]': the path is missing. Write 'specs', or '{path: specs, pages: true}'.",
        ),
        (
            "extra_plans: [specs, '']",
            "option 'extra_plans[2]': the path is missing. Write 'specs', or '{path: specs, pages: true}'.",
        ),
        (
            "extra_plans: [{path: specs, page: true}]",
            (
                "option 'extra_plans[1].page': there is no such key. Did you mean 'pages'?"
                " Write 'specs', or '{path: specs, pages: true}'."
            ),
        ),
        (
            "extra_plans: [{path: specs, pages: all}]",
            (
                "option 'extra_plans[1].pages': expected true or false, found 'all'."
                " Write 'pages: true' or 'pages: false'."
            ),
        ),
        (
            r"extra_plans: ['..\specs']",
            r"option 'extra_plans[1]': '..\specs' has backslashes. Write '../specs'.",
        ),
    ],
)
def test_what_is_wrong_with_extra_plans(written: str, said: str) -> None:
    assert problems_of(written) == [said]
