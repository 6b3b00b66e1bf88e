"""Who is who: the many spellings of an owner joined, as the option `people` says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.vocabulary.lookup import key
from mkdocs_plan_plugin.vocabulary.owners import names_of


def join_people(plan: Plan, people: Mapping[str, str]) -> None:
    """Call all owners in a plan by their names."""
    known = {key(handle.lstrip("@")): name for handle, name in people.items()}
    plan.owner = _named(plan.owner, known)
    for work in (*plan.phases, *(step for phase in plan.phases for step in phase.steps), *plan.task_list):
        work.owner = _named(work.owner, known)
    for risk in plan.risks:
        risk.owner = _named(risk.owner, known)
    for update in plan.updates:
        update.owner = _named(update.owner, known)


def _named(owner: str | None, known: Mapping[str, str]) -> str | None:
    names = names_of(owner)
    called = [known.get(key(name.lstrip("@")), name) for name in names]
    return owner if called == list(names) else ", ".join(_once(called))


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
