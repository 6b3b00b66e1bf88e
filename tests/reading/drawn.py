"""Plans drawn in a test: the page stands in the test, indented like the code around it."""

from __future__ import annotations

from textwrap import dedent

from mkdocs_plan_plugin.model import Phase, Plan
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.settings import Settings


def drawn(text: str) -> str:
    """Take the common indentation off a text; what stands below the opening quotes is line 1."""
    return dedent(text).removeprefix("\n")


def read(text: str, **options: object) -> Plan:
    """Read a drawn page under the given options."""
    return read_plan(drawn(text), "plan.md", Settings(**options) if options else None)


def phase_of(heading: str, body: str = "- [ ] one\n", **options: object) -> Phase:
    """Read a page with one heading, and a body that makes it count as a phase."""
    phases = read_plan(
        f"# A plan\n\n{heading}\n\n{body}\n", "plan.md", Settings(**options) if options else None
    ).phases
    assert len(phases) == 1, f"{heading!r} is {len(phases)} phases"
    return phases[0]


def line_of(text: str, words: str) -> int:
    """Return the number of the only line of a drawn page that holds the words."""
    found = [number for number, line in enumerate(drawn(text).split("\n"), 1) if words in line]
    assert len(found) == 1, f"{words!r} stands in lines {found}"
    return found[0]
