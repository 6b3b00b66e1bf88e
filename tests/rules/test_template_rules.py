"""A site's own template: what it requires, its words, its samples; the classic one marked as a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_plan_plugin.template.files import SHIPPED
from tests.rules.checked import check, told

CLASSIC = (Path(__file__).parent.parent / "template" / "classic-template.md").read_text(encoding="utf-8")
TEMPLATE = """\
# [Title]

## Why
<!-- plan: required -->
<!-- plan: also "Background" -->

[The reason]

## How

**Tier:** [gold | silver | tin]
**Owner:** [Who] <!-- plan: recommended -->

### Step 1: [Name]
<!-- plan: repeat 2..3 -->

## Etapper
<!-- plan: also "Phases" -->

### Etapp 1: [Namn]
<!-- plan: also "Phase" -->

**Läge:** [Planerat | Pågår | Klart] <!-- plan: also "Status" -->
"""
PLAN = """\
# Nytt skepp

## Background

It leaks.

## How

**Tier:** gold
**Owner:** Team Tide

### Step 1: Plan

Draw.

### Step 2: Build

Saw.

## Etapper

### Etapp 1: Rita

**Läge:** Klart

- [x] Skiss

### Etapp 2: Bygga

**Läge:** Pågår

- [x] Köl
- [ ] Mast
"""
WORDS = {"vocabulary": {"states": {"complete": ["klart"], "in-progress": ["pågår"], "pending": ["planerat"]}}}


def test_a_plan_in_the_words_of_its_template_is_silent() -> None:
    assert check(PLAN, TEMPLATE, **WORDS) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("## Background", "## Once", [("PLAN101", 1)]),
        ("### Step 2: Build\n\nSaw.\n", "", [("PLAN101", 7)]),
        ("Saw.\n", "Saw.\n\n### Step 3: A\n\na\n\n### Step 4: B\n\nb\n", [("PLAN115", 12), ("PLAN101", 24)]),
        ("**Owner:** Team Tide\n", "", [("PLAN201", 7)]),
        ("gold", "silvr", [("PLAN202", 9)]),
        ("gold", "[gold | silver | tin]", [("PLAN110", 9)]),
        ("It leaks.", "[The reason]", [("PLAN109", 5)]),
        # the rules about meaning work through the template's own words
        ("- [x] Skiss", "- [ ] Skiss", [("PLAN306", 24)]),
        ("Pågår", "Planerat", [("PLAN307", 30)]),
        ("Etapp 2", "Etapp 3", [("PLAN302", 28)]),
    ],
)
def test_each_departure_is_found(old: str, new: str, expected: list[tuple[str, int]]) -> None:
    assert old in PLAN
    assert told(check(PLAN.replace(old, new), TEMPLATE, **WORDS)) == expected


def test_fields_under_the_title_are_asked_for_too() -> None:
    template = "# [Title]\n\n**Ship:** [Name] <!-- plan: required -->\n**Size:** [small | large]\n\n## Why\n\n[Why]\n"
    assert told(check("# Paint\n\n**Ship:** Eider\n**Size:** small\n\n## Why\n\nRust.\n", template)) == []
    assert told(check("# Paint\n\n**Size:** smal\n\n## Why\n\nRust.\n", template)) == [
        ("PLAN201", 1),
        ("PLAN202", 3),
    ]


def test_the_classic_template_gives_its_placeholders_choices_and_damage_and_nothing_else() -> None:
    found = check(f"---\nplan: true\n---\n{CLASSIC}")
    assert {one.code for one in found} == {"PLAN109", "PLAN110", "PLAN111", "PLAN801", "PLAN802"}
    by_code = {one.code: one for one in found}
    assert "in 4 lines: lines 159, 192, 324, 325" in by_code["PLAN802"].message
    assert sum(one.code == "PLAN110" for one in found) == 7
    own = check(f"---\nplan: true\n---\n{CLASSIC}", CLASSIC)
    assert {one.code for one in own} == {"PLAN109", "PLAN111", "PLAN801", "PLAN802"}
    assert next(one.message for one in own if one.code == "PLAN111").startswith(
        "13 sections are as the template has"
    )


def test_the_shipped_template_gives_its_own_text_alone() -> None:
    assert {one.code for one in check(SHIPPED.read_text(encoding="utf-8"))} == {"PLAN109", "PLAN111"}


def test_a_short_honest_plan_is_silent() -> None:
    text = "# Plan: cache\n\nPages are slow.\n\n## Phase 1: Measure\n\nA week.\n\n## Phase 2: Build\n\nTwo.\n\n## Risks\n\n- Memory\n"
    assert check(text) == []


def test_an_alternative_without_a_word_is_no_suggestion() -> None:
    (finding,) = check(
        "# Plan: a\n\n## How\n\n**Mark:** Zzzzqqq\n", "# [Title]\n\n## How\n\n**Mark:** [✅ | ❌ | Good]\n"
    )
    assert (finding.code, finding.replacement) == ("PLAN202", "")
