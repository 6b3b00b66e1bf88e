"""A fault of our own, wherever it is: the site comes out, the author's words stand in it, and the log tells."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module

import pytest

from mkdocs_plan_plugin import portfolio
from mkdocs_plan_plugin.plugin import PlanPlugin
from mkdocs_plan_plugin.rules import RULES
from mkdocs_plan_plugin.views.registry import VIEWS
from mkdocs_plan_plugin.views.render import Renderer
from tests.rules.checked import check, told
from tests.site import Built
from tests.test_layers import MODULES, NAME

SITE = """
docs/index.md
  # Start

  Welcome here.
docs/notes.md
  # Notes

  Some prose.

  <!-- plans:table {limit: 3} -->
docs/plans/a.md
  ---
  plan: true
  ---
  # Plan: new kiln

  **Status:** In Progress
  **Owner:** Team Quay

  Text before.
  - item right below

  ## Phase 1: Dig {#own}

  - [x] hole

  ## Risks

  ### Risk 1: Rain

  - [ ] buy a tarp

  Last words.
docs/plans/b.md
  ---
  plan: true
  depends_on: a.md
  ---
  # Plan: new shop

  **Status:** Complete

  - [ ] open
"""

ADAPTER = [
    module
    for module in MODULES
    if module.startswith((f"{NAME}.plugin", f"{NAME}.hosts.mkdocs", f"{NAME}.weave"))
]
GUARDS = {"told", "survived", "run", "extendMarkdown", "fill", "validate"}
"""What survives the faults of others: handlers, and what MkDocs and Python-Markdown call."""
SAID_OTHERWISE = {"_told_of"}
"""What fails in there is done without, or fails once more where it is said."""
LAST_RESORT = {"sweep", "_swept"}
"""What cleans up behind a fault: one regular expression."""


def calls() -> Iterator[tuple[object, str]]:
    """Yield all functions of the adapter, and of the engine as the adapter calls them.

    All but what writes a line into the log: with that, no fault could be told.
    """
    for module in map(import_module, ADAPTER):
        for name, value in vars(module).items():
            of = getattr(value, "__module__", "")
            if inspect.isfunction(value) and of.startswith(NAME) and not of.endswith((".log", ".one_line")):
                yield module, name
            elif inspect.isclass(value) and of == module.__name__ and value is not PlanPlugin:
                yield from ((value, one) for one, its in vars(value).items() if inspect.isfunction(its))
    yield portfolio.Portfolio, "entry"
    yield Renderer, "render"


CALLS = {
    f"{getattr(owner, '__name__', owner)}.{name}": (owner, name)
    for owner, name in calls()
    if not name.startswith("__") and name not in GUARDS | LAST_RESORT
}


class Fault:
    """Fails whenever it is called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, *_: object, **__: object) -> None:
        self.calls += 1
        raise LookupError("nobody thought of this")


def built_anyway(build: Callable[..., Built], **options: object) -> Built:
    """Build the site although `tests.site.build` fails where a fault of ours is told."""
    with suppress(AssertionError):
        return build(SITE, **options)
    return Built(build.args[0])  # type: ignore[attr-defined]


def words(built: Built, url: str) -> str:
    return " ".join(built.page(url).get_text(" ").split())


def assert_whole(built: Built) -> None:
    assert "Welcome here." in words(built, "")
    assert "Some prose." in words(built, "notes/")
    for said in (
        "Plan: new kiln",
        "Text before",
        "item right below",
        "Dig",
        "hole",
        "buy a tarp",
        "Last words.",
    ):
        assert said in words(built, "plans/a/")
    assert "open" in words(built, "plans/b/")
    for url in "", "notes/", "plans/a/", "plans/b/":
        assert not re.search("[\ufdd0-\ufdef]", built.html(url))


@pytest.mark.parametrize("name", CALLS)
def test_a_fault_of_the_adapter_or_where_it_calls_the_engine_ends_no_build(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    owner, attribute = CALLS[name]
    fault = Fault()
    monkeypatch.setattr(owner, attribute, fault)
    built = built_anyway(build)
    assert_whole(built)
    if fault.calls and attribute not in SAID_OTHERWISE:
        assert "nobody thought of this" in caplog.text


@pytest.mark.parametrize(
    "code", [rule.code for rule in RULES.values() if rule.scope not in ("site", "repository")]
)
def test_a_fault_of_a_rule_costs_its_findings_alone(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    text = "# Plan: new cache\n\n**Status:** Bogus\n\n**Target:** soon\n"
    before = told(check(text))
    fault = Fault()
    monkeypatch.setitem(RULES, code, RULES[code]._replace(function=fault))
    found = check(text)
    assert [one for one in told(found) if one[0] != "PLAN909"] == [one for one in before if one[0] != code]
    [said] = [one.message for one in found if one.code == "PLAN909"]
    assert said == (
        f"{code} is not held here because of a bug in mkdocs-plan-plugin (LookupError: nobody thought of this);"
        " please report it"
    )
    assert "PLAN909" not in [one.code for one in check(text, rules={"PLAN909": "off"})]


@pytest.mark.parametrize("code", [rule.code for rule in RULES.values() if rule.scope == "site"])
def test_a_fault_of_a_rule_about_the_site_ends_no_build(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, code: str
) -> None:
    monkeypatch.setitem(RULES, code, RULES[code]._replace(function=Fault()))
    built = built_anyway(build)
    assert built.page("plans/a/").select_one(".plan-card")
    assert f"{code} is not held here because of a bug" in caplog.text


@pytest.mark.parametrize("key", VIEWS)
def test_a_fault_of_a_view_costs_that_view_alone(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, key: str
) -> None:
    fault = Fault()
    monkeypatch.setitem(VIEWS, key, VIEWS[key]._replace(facts=fault))
    built = built_anyway(build)
    assert_whole(built)
    others = [name for name in ("card", "stepper") if f"plan:{name}" != key]
    assert all(built.page("plans/a/").select_one(f".plan-{name}") for name in others)
    if fault.calls:
        assert f"without '{key}' because of a bug" in caplog.text


def test_our_own_checks_may_let_them_through(
    build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MKDOCS_PLAN_RAISES", "1")
    monkeypatch.setattr("mkdocs_plan_plugin.hosts.mkdocs.build.join", Fault())
    with pytest.raises(LookupError):
        build(SITE)
