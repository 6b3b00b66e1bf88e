"""Files of a dialect drawn in a test, and what is read of them in one line each."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.reading.page import Reading, names_beside, read
from mkdocs_plan_plugin.settings import Settings
from tests.reading.drawn import drawn


def page(text: str, path: str, beside: dict[str, str] | None = None, **options: object) -> Reading:
    """Read a drawn file at its path, among the other files of its folder."""
    settings = Settings(**options)
    around = {name: drawn(other) for name, other in (beside or {}).items()}
    asked = names_beside(path, settings)
    assert set(around) <= set(asked), f"nobody asks for {set(around) - set(asked)}"
    return read(drawn(text), path, settings, beside=around)


def plan(text: str, path: str, beside: dict[str, str] | None = None, **options: object) -> Plan:
    """Read a drawn file that must be a plan for its dialect alone."""
    found = page(text, path, beside, **options).found
    assert isinstance(found, Plan), f"{path} is {found}"
    assert found.why.by == "dialect"
    return found


def is_plan(reading: Reading) -> bool:
    """Return whether a page is a plan, and not only named as one or nearly one."""
    return isinstance(reading.found, Plan)


def phases(plan: Plan) -> list[str]:
    """Return a line for each phase: what it is called, how it stands, its tasks."""
    return [
        f"{phase.word} {phase.number}: {phase.title} | {phase.effective_state or 'unknown'}"
        f" | {phase.progress.done}/{phase.progress.total}".lstrip(" ")
        for phase in plan.phases
    ]


def figures(plan: Plan) -> str:
    """Return the figures of a plan: its state, its percent, its tasks that are done."""
    percent = "–" if plan.progress.percent is None else f"{plan.progress.percent} %"
    return f"{plan.effective_state or 'unknown'}, {percent}, {plan.progress.done}/{plan.progress.total}"
