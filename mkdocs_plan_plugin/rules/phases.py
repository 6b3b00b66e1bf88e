"""Rules about phases and steps: their numbers, and whether there is anything in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from mkdocs_plan_plugin.model import Phase, Step
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.rules.changes import Edits
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.numbering import renumber_phases, renumber_steps
from mkdocs_plan_plugin.rules.page import CheckedPage, called
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.vocabulary.lookup import key

_DIGIT = regex(r"\d")


@rule(
    "PLAN301",
    "duplicate-number",
    "warning",
    fixable=True,
    bad="""
    # Plan

    ## Phase 1: Warm up

    - [ ] a

    ## Phase 1: Measure

    - [ ] b
    """,
    good=("## Phase 1: Measure", "## Phase 2: Measure"),
)
def duplicate_number(page: CheckedPage) -> Iterator[Fault]:
    """Two phases, or two steps of one phase, have the same number.

    "Phase 2 is late" then means either.
    """
    seen: dict[tuple[int, str], Phase] = {}
    numbered = False
    for phase in page.plan.phases:
        section = page.heading(phase.line)
        parent = section.parent if section else 0  # tracks number their phases anew
        first = seen.setdefault((parent, phase.number), phase)
        if phase.number and first is not phase:
            yield Fault(
                phase.line,
                f"{called(phase)} is here and at line {first.line}; give one another number",
                edits=() if numbered else renumber_phases(page),  # one numbers all
            )
            numbered = True
        steps: dict[str, Step] = {}
        for step in phase.steps:
            earlier = steps.setdefault(step.number, step)
            if step.number and earlier is not step and _word(page, step) == _word(page, earlier):
                yield Fault(
                    step.line,
                    f"step {step.number} is here and at line {earlier.line}; give one another number",
                    edits=renumber_steps(page, phase),
                )


def _word(page: CheckedPage, step: Step) -> str:
    """Return what is before a step's number: `Step`, `Task`, nothing."""
    section = page.heading(step.line)
    return key(_DIGIT.split(section.title, maxsplit=1)[0]) if section else ""


@rule(
    "PLAN302",
    "number-gap",
    "info",
    fixable=True,
    bad="""
    # Plan

    ## Phase 1: Warm up

    - [ ] a

    ## Phase 3: Measure

    - [ ] b
    """,
    good=("## Phase 3: Measure", "## Phase 2: Measure"),
)
def number_gap(page: CheckedPage) -> Iterator[Fault]:
    """A number is missing between two phases, or between two steps of one phase.

    Readers look for the phase that is not there.
    """
    numbers = [(phase.number, phase.line, called(phase)) for phase in page.plan.phases]
    yield from _gaps(numbers, lambda: renumber_phases(page))
    for phase in page.plan.phases:
        steps = [
            (step.number.rpartition(".")[2], step.line, f"step {step.number}")
            for step in phase.steps
            if step.number.count(".") <= 1
        ]
        yield from _gaps(steps, partial(renumber_steps, page, phase))


def _gaps(numbers: Sequence[tuple[str, int, str]], mended: Callable[[], Edits]) -> Iterator[Fault]:
    known = [number for number, _, _ in numbers]
    if not all(number.isdecimal() for number in known) or len(set(known)) < len(known):
        return  # a number given twice is what is missing elsewhere
    for (before, _, former), (number, line, name) in pairwise(numbers):
        if int(number) > int(before) + 1:
            yield Fault(line, f"{name} follows {former}; number {int(before) + 1} is missing", edits=mended())


@rule(
    "PLAN303",
    "step-in-wrong-phase",
    "warning",
    bad="""
    # Plan

    ## Phase 1: Warm up

    ### Step 1.1: Fill

    ### Step 2.1: Read

    ## Phase 2: Measure

    ### Step 2.2: Write
    """,
    good=("### Step 2.1: Read\n\n## Phase 2: Measure\n", "## Phase 2: Measure\n\n### Step 2.1: Read\n"),
)
def step_in_wrong_phase(page: CheckedPage) -> Iterator[Fault]:
    """A step numbered for one phase is in another.

    It counts where it is, not where its number says.
    """
    steps = [
        (phase, step, step.number.partition(".")[0])
        for phase in page.plan.phases
        for step in phase.steps
        if "." in step.number
    ]
    known = {phase.number for phase in page.plan.phases}
    right = sum(phase.number == number for phase, _, number in steps)
    if right * 2 <= len(steps):
        return  # numbered by sections of the page, not by phases
    for phase, step, number in steps:
        if number != phase.number and (number in known or number.isdecimal()):
            rest = step.number.partition(".")[2]
            yield Fault(
                step.line,
                f"step {step.number} is in {called(phase)}; move it to phase {number}, or number it"
                f" {phase.number}.{rest}",
                cause=f"steps of {number} in {phase.line}",
                many=f"{{count}} steps numbered for phase {number} are in {called(phase)}: {{lines}};"
                " move or"
                " renumber them",
            )


@rule(
    "PLAN305",
    "empty-phase",
    "info",
    bad="""
    # Plan

    ## Phase 1: Warm up

    - [ ] a

    ## Phase 2: Measure

    **Status:** Pending
    """,
    good=("**Status:** Pending", "- [ ] b"),
)
def empty_phase(page: CheckedPage) -> Iterator[Fault]:
    """A phase that is still to be done has neither steps nor tasks nor anything listed in it.

    Its progress can only jump from nothing to all. A plan whose phases are all prose is not asked.
    """
    if not any(phase.steps or phase.progress.total for phase in page.plan.phases):
        return
    for phase in page.plan.phases:
        section = page.heading(phase.line)
        if section is None or phase.over or phase.steps or phase.progress.total:
            continue
        inside = [*page.document.within(section)]
        if len(inside) > 1 or any(
            block.kind in ("list", "table", "code", "container") for block in page.blocks(section)
        ):
            continue
        yield Fault(
            phase.line,
            f"{called(phase)} has no steps and no tasks; write what is to be done, e.g. as '- [ ] ...'",
            cause="empty phase",
            many="{count} phases have no steps and no tasks: {lines}",
        )
