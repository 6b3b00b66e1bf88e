"""Texts to measure with: plans and ordinary pages, the same for the same number on every machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = 50
"""Pages in one folder of a site."""

TODAY = "2025-10-01"
"""The day on which the plans are looked at."""

_HERE = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE),
    trim_blocks=True,
    keep_trailing_newline=True,
    undefined=StrictUndefined,
    autoescape=False,  # noqa: S701 - what comes out is Markdown
)

_VERBS = ("Replacing", "Splitting", "Moving", "Hardening", "Speeding up", "Simplifying")
_NOUNS = (
    *("the billing queue", "search", "the session store", "mail", "the image cache", "the export job"),
    *("login", "the ledger", "the event log", "reports", "the price list", "the device gateway"),
)
_TEAMS = ("Team Quay", "Team Harbour", "Team Pier", "Team Beacon", "Team Keel")
_PRIORITIES = ("P0 (Critical)", "P1 (High)", "P2 (Medium)", "P3 (Low)")
_PHASES = (
    ("Preparation", ("Measure today's load", "Mirror the traffic")),
    ("Migration", ("Move the clients",)),
    ("Clean-up", ("Retire the old path",)),
)


def plan(number: int) -> str:
    """Return the text of a plan of the thirteen sections, about as long as the template with its blanks."""
    random = Random(number)  # noqa: S311 - the same text each time is the point
    complete = random.randrange(len(_PHASES) + 1)
    return _filled(
        "plan.md.j2",
        number,
        random,
        other={"title": _title(number // 2), "href": _href(number, number // 2)} if number > 1 else None,
        state=("Planning", *["In Progress"] * (len(_PHASES) - 1), "Complete")[complete],
        priority=random.choice(_PRIORITIES),
        complete=complete,
        phases=[_phase(index - complete, *phase, random) for index, phase in enumerate(_PHASES)],
        mark=lambda phase: "x" if phase < complete else " ",
        risks=[
            {
                "probability": random.choice(("High", "Medium", "Low")),
                "impact": random.choice(("High", "Low")),
            }
            for _ in range(2)
        ],
    )


def page(number: int) -> str:
    """Return the text of an ordinary page, which is no plan."""
    return _filled("page.md.j2", number, Random(number))  # noqa: S311


def mixed(number: int) -> str:
    """Return the text of a plan for every tenth number, else that of an ordinary page."""
    return page(number) if number % 10 else plan(number)


def document(number: int) -> str:
    """Return a document that the tests read: plans as different people write them, each a bit changed."""
    documents = _documents()
    return f"{documents[number % len(documents)]}\n\nNote {number}: {_title(number)}.\n"


@cache
def _documents() -> list[str]:
    folders = (
        _HERE.parent / "tests" / "fixtures" / "reading",
        _HERE.parent / "example-site" / "docs" / "plans",
    )
    return [file.read_text("utf-8") for folder in folders for file in sorted(folder.rglob("*.md"))]


def path(text: Callable[[int], str], number: int) -> str:
    """Return a page's path below docs_dir: plans and others have a place each, fifty share a folder."""
    planned = text is not page and (text is not mixed or number % 10 == 0)
    return f"{'plans' if planned else 'handbook'}/area-{number // FOLDER:03}/{_name(number)}"


def _phase(behind: int, title: str, steps: tuple[str, ...], random: Random) -> dict[str, Any]:
    """Return a phase; those before the first incomplete one (`behind` 0) are complete."""
    marks = {True: "xx", False: "  "}.get(behind < 0) if behind else random.choice(("x ", "  "))
    status = "✅ Complete" if behind < 0 else "🔄 In Progress" if marks == "x " else "⏳ Pending"
    return {"title": title, "status": status, "steps": [{"title": step, "marks": marks} for step in steps]}


def _filled(template: str, number: int, random: Random, **values: object) -> str:
    return _TEMPLATES.get_template(template).render(
        title=_title(number),
        slug=f"service-{number}",
        team=_TEAMS[number % len(_TEAMS)],
        home="../../index.md",
        noun=lambda: random.choice(_NOUNS),
        number=random.randint,
        **values,
    )


def _title(number: int) -> str:
    verb, noun = _VERBS[number % len(_VERBS)], _NOUNS[number // len(_VERBS) % len(_NOUNS)]
    return f"{verb} {noun} {number}"


def _name(number: int) -> str:
    return "-".join(_title(number).lower().split()) + ".md"


def _href(here: int, there: int) -> str:
    """Return the link from a plan to another."""
    return (
        f"../area-{there // FOLDER:03}/{_name(there)}" if here // FOLDER != there // FOLDER else _name(there)
    )
