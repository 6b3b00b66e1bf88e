"""What a name means in a plan: an anchor of pages and data, or the text of a task."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.model import Phase, Plan, Risk, Step, Task
from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.one_line import one_line

_SHOWN = 5


def anchored(plan: Plan) -> dict[str, Phase | Step | Task | Risk]:
    """Return what has an anchor on the page, by it."""
    found: dict[str, Phase | Step | Task | Risk] = {}
    for phase in plan.phases:
        found.setdefault(phase.anchor, phase)
        for step in phase.steps:
            found.setdefault(step.anchor, step)
    for task_ in plan.task_list:
        found.setdefault(task_.anchor, task_)
    for risk in plan.risks:
        found.setdefault(risk.anchor, risk)
    found.pop("", None)
    return found


def target(plan: Plan, name: str) -> Plan | Phase | Step | Task | Risk:
    """Return what an anchor names, with or without `plan-` in front; the plan for an empty one.

    Raises:
        Refused: nothing is called so.
    """
    if not name:
        return plan
    known = anchored(plan)
    found = known.get(name) or known.get(f"plan-{name}")
    if found is None:
        names = [anchor for anchor, one in known.items() if not isinstance(one, Task)]
        near = nearest(name, [*names, *(one.removeprefix("plan-") for one in names)])
        hint = f"did you mean '#{near}'?" if near else f"there are {', '.join(names) or 'none'}"
        raise Refused(f"nothing on the page has the anchor '{one_line(name)}'; {hint}")
    return found


def task(plan: Plan, name: str) -> Task:
    """Return the task that an anchor or a text names; a part of its text will do if it is unique.

    Raises:
        Refused: no task is called so, or several are.
    """
    found = anchored(plan).get(name) or anchored(plan).get(f"plan-{name}")
    if isinstance(found, Task):
        return found
    wanted = " ".join(name.split()).casefold()
    tasks = [(one, " ".join(one.text.split()).casefold()) for one in plan.task_list]
    same = [one for one, text in tasks if text == wanted] or [
        one for one, text in tasks if wanted and wanted in text
    ]
    if len(same) == 1:
        return same[0]
    if same:
        listed = "; ".join(f"#{_name(one)} (line {one.line}) '{one_line(one.text)}'" for one in same[:_SHOWN])
        more = f" and {len(same) - _SHOWN} more" if len(same) > _SHOWN else ""
        count = f"{len(same)} tasks are called '{one_line(name)}'"
        raise Refused(f"{count}: {listed}{more}; name one by its anchor")
    near = nearest(name, [one.text for one, _ in tasks])
    hint = f"the nearest is '{one_line(near)}'" if near else f"the plan has {len(tasks)} tasks"
    raise Refused(f"no task is called '{one_line(name)}'; {hint}")


def _name(one: Task) -> str:
    return one.anchor or f"line {one.line}"


def no_such(value: str, what: str, names: Sequence[str]) -> Refused:
    """Return what to raise of a value that is none of the names for what it is meant as."""
    near = nearest(value, names, 0.5)
    hint = f"did you mean '{near}'?" if near else f"write one of {', '.join(names)}"
    return Refused(f"'{value}' is no {what}; {hint}")
