"""One phase and its steps: what their headings, fields and tasks say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import msgspec

from mkdocs_plan_plugin.model import Contradiction, LeftOut, Phase, State, Step, Task
from mkdocs_plan_plugin.reading.entries import filled, items, labelled, part_text, part_texts
from mkdocs_plan_plugin.reading.found import Member, Phases
from mkdocs_plan_plugin.reading.headings import Numbered
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.phases.elsewhere import PhaseMention, said_elsewhere
from mkdocs_plan_plugin.reading.phases.sections import is_firm_state
from mkdocs_plan_plugin.reading.phases.steps import steps_of
from mkdocs_plan_plugin.reading.progress import Wanted, effective_state, joint_state, measure, measure_step
from mkdocs_plan_plugin.reading.reasons import EXPLAINED, read_reason_of_phase
from mkdocs_plan_plugin.reading.tasks.read import counted, read_tasks
from mkdocs_plan_plugin.reading.when import read_fields, read_heading
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.source.fields import Field
from mkdocs_plan_plugin.vocabulary.blanks import unless_blank
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, key, title_key
from mkdocs_plan_plugin.vocabulary.scales import PHASE
from mkdocs_plan_plugin.vocabulary.states import StatedState, read_state
from mkdocs_plan_plugin.vocabulary.titles import Title
from mkdocs_plan_plugin.vocabulary.words import TIME_BOXES


def read_phases(
    outline: Outline, found: Phases, tasks: list[Task], wanted: Wanted
) -> tuple[list[Phase], list[Contradiction], list[LeftOut]]:
    """Read the phases of a page with their steps, where their statements differ, and what is none of them.

    `tasks` are all of the page in order of their lines; each is told its phase and step.
    """
    lines = [task.line for task in tasks]
    said, stated, left_out = said_elsewhere(outline, found)
    phases: list[Phase] = []
    contradictions: list[Contradiction] = []
    for index, member in enumerate(found.members):
        phase, differing = _phase(member, outline, left_out)
        if member.section:
            named = member.named or Numbered(member.section, "", "", member.number, "", strong=True)
            inner = [step for step in steps_of(outline, named) if step.section.line <= member.end]
            for at, step in enumerate(inner):
                read, one = _step(step, outline, left_out)
                phase.steps.append(read)
                differing += [msgspec.structs.replace(other, step=at) for other in one]
        inside = tasks[bisect_left(lines, member.line) : bisect_right(lines, member.end)]
        for task in inside:
            task.phase = index
        _deal_out(phase.steps, inside, wanted)
        other = said.get(index)
        if phase.state and other and other.state != phase.state:
            differing.append(_against_other(phase, other))
        _settle(phase, other, inside)
        left_out += _read_dates(phase, member, outline.vocabulary)
        left_out += read_fields(phase, stated.get(index, ()), outline.vocabulary)
        phase.progress = measure(phase, inside, wanted)
        phases.append(phase)
        contradictions += [msgspec.structs.replace(one, phase=index) for one in differing]
    return phases, contradictions, left_out


def _settle(phase: Phase, other: PhaseMention | None, inside: list[Task]) -> None:
    """Set what is shown as a phase's state, and where it comes from."""
    if phase.state:
        phase.effective_state = phase.state
    elif other:
        phase.state = phase.effective_state = other.state
        phase.state_from = "elsewhere"
        phase.state_line, phase.state_text = other.line, other.text
    elif state := effective_state(None, inside):
        phase.effective_state, phase.state_from = state, "tasks"
    elif not counted(inside) and (state := joint_state(phase.steps)):
        phase.effective_state, phase.state_from = state, "steps"


def _against_other(phase: Phase, other: PhaseMention) -> Contradiction:
    return Contradiction(
        kind="place",
        what="state",
        value=phase.state_text,
        line=phase.state_line,
        other=other.text,
        other_state=other.state,
        other_line=other.line,
    )


def _deal_out(steps: list[Step], inside: list[Task], wanted: Wanted) -> None:
    """Give each task of a phase to its step, and measure the steps."""
    starts = [step.line for step in steps]
    own: list[list[Task]] = [[] for _ in steps]
    for task in inside:
        at = bisect_right(starts, task.line) - 1
        if at >= 0 and task.line <= steps[at].end_line:
            task.step = at
            own[at].append(task)
    for step, tasks in zip(steps, own, strict=True):
        step.verification = [task for task in tasks if task.role != "deliverables"]
        step.effective_state = effective_state(step.state, tasks)
        step.progress = measure_step(step, tasks, wanted)


def _phase(member: Member, outline: Outline, left_out: list[LeftOut]) -> tuple[Phase, list[Contradiction]]:
    vocabulary = outline.vocabulary
    apart = member.title
    phase = Phase(
        line=member.line,
        end_line=member.end,
        number=member.number,
        title=apart.text or member.called,
        word=member.word,
        part=member.part,
        heading=member.section is not None,
        duration=apart.duration,
    )
    parts = outline.parts(member.section) if member.section else labelled(member.blocks[1:], vocabulary)
    fields = outline.fields(member.section) if member.section else member.fields
    for part in parts:
        means = vocabulary.meanings(part.name)
        if not part.name:
            phase.description = phase.description or part.text
        elif "objective" in means and not phase.objective:
            phase.objective = unless_blank(part_text(part))
        elif "duration" in means and not phase.duration:
            phase.duration = unless_blank(part.text)
        elif "deliverables" in means:
            phase.deliverables = filled(items(part.blocks))
    for field in () if member.section else fields:
        means = vocabulary.meanings(field.name)
        if "duration" in means and not phase.duration:
            phase.duration = unless_blank(field.value)
        elif "objective" in means and not phase.objective:
            phase.objective = unless_blank(field.value)
    left_out += read_fields(phase, fields, vocabulary)
    differing = _state(phase, fields, apart, vocabulary)
    if phase.state is None and member.section:
        _state_right_below(phase, member.section, outline)
    read_reason_of_phase(phase, fields, vocabulary)
    return phase, differing


def _read_dates(phase: Phase, member: Member, vocabulary: Vocabulary) -> list[LeftOut]:
    """Set the dates that a phase's heading tells, or the quarter or week that it is called by."""
    when, milestone = member.title.when, member.canonical == "milestone"
    if not when and member.canonical in TIME_BOXES:
        when = member.name
    return read_heading(phase, when, vocabulary, milestone=milestone) if when else []


def _state(
    phase: Phase, fields: list[Field], apart: Title[State], vocabulary: Vocabulary
) -> list[Contradiction]:
    """Set the stated state: a field before the first sub-heading, else the heading's mark."""
    heading = apart.state
    field, statement = _status_field(fields, vocabulary)
    health = _status_field(fields, vocabulary, "health")[1].health
    phase.health = health or statement.health or apart.health
    said = statement.state
    if field and statement.part and _names_phase(field.value, apart.text):
        said = "complete"  # `Backup done` of *Phase 1: Backups*
    elif said and field and statement.part and heading == "complete" and not _ALSO.search(field.value):
        phase.state, phase.state_from = heading, "heading"  # `Design done` beside ✅: a part of it
        phase.state_line, phase.state_text = phase.line, apart.mark
        return [_against_heading(field, apart, phase.line)]
    if said and field:
        phase.state, phase.state_from = said, "field"
        phase.state_line, phase.state_text = field.line, field.value
        if said in EXPLAINED:
            phase.reason = statement.reason
        if heading and heading != said:
            return [_against_heading(field, apart, phase.line)]
    elif heading:
        phase.state, phase.state_from = heading, "heading"
        phase.state_line, phase.state_text = phase.line, apart.mark
    return []


def _names_phase(value: str, title: str) -> bool:
    """True if a statement that something is complete calls that as the phase is called, and says no more."""
    own = {word.removesuffix("s") for word in title_key(title).split() if len(word) > _SHORT}
    return not _ALSO.search(value) and any(word.removesuffix("s") in own for word in key(value).split()[:-1])


_SHORT = 3
"""Letters of a word that may be an article."""

_ALSO = regex(r"[,;:(（—–，；：%]|\s-\s|\.\s")
"""What parts a statement that says more than that a part is complete."""


def _state_right_below(phase: Phase, section: Section, outline: Outline) -> None:
    """Set the state that a line or heading right below the phase's says, and nothing else: `### ✅ Done`.

    Where there are tasks these tell it, and *Completed* beside *Remaining* sorts what is below it.
    """
    first, below = next(iter(section.blocks), None), [*outline.document.inside(section)]
    if first and first.kind == "paragraph" and len(first.lines) == 1:
        line, text = first.line, first.text
    elif not first and len(below) == 1:
        line, text = below[0].line, below[0].title
    else:
        return
    if len(text) > _BADGE or text.endswith((":", "：")) or not is_firm_state(text, outline.vocabulary):
        return
    others = (block.text for block in section.blocks[1:] if block.kind == "paragraph")
    sorts = any(is_firm_state(other, outline.vocabulary) for other in others)
    if not sorts and not any(read_tasks(one.blocks) for one in (section, *below)):
        phase.state = read_state(text, PHASE, outline.vocabulary).state
        if phase.state:
            phase.state_from, phase.state_line, phase.state_text = "heading", line, text


_BADGE = 40
"""Characters of a line that may be a state and nothing else."""


def _against_heading(field: Field, apart: Title[State], line: int) -> Contradiction:
    return Contradiction(
        kind="heading",
        what="state",
        value=field.value,
        line=field.line,
        other=apart.mark,
        other_line=line,
    )


def _status_field(
    fields: list[Field], vocabulary: Vocabulary, name: str = "status"
) -> tuple[Field | None, StatedState[State]]:
    """Return the first status field and what it says."""
    for field in fields:
        if vocabulary.means(field.name, name) and field.value:
            return field, read_state(field.value, PHASE, vocabulary)
    return None, StatedState()


def _step(found: Numbered, outline: Outline, left_out: list[LeftOut]) -> tuple[Step, list[Contradiction]]:
    vocabulary = outline.vocabulary
    section = found.section
    apart = found.title(vocabulary)
    step = Step(
        line=section.line,
        end_line=section.end,
        number=found.number,
        title=apart.text or found.name or f"{found.word} {found.number}".strip(),
    )
    parts, fields = outline.parts(section), outline.fields(section)
    for part in parts:
        means = vocabulary.meanings(part.name)
        if not part.name:
            step.description = step.description or part.text
        elif "description" in means:
            step.description = unless_blank(part_text(part))
        elif "actions" in means:
            step.actions = part_texts(part)
        elif "deliverables" in means:
            step.deliverables = filled(items(part.blocks))
    field, statement = _status_field(fields, vocabulary)
    said, heading = statement.state, apart.state
    if said or heading:
        step.state, step.state_from = said or heading, "field" if said else "heading"
        step.effective_state = step.state
    left_out += read_fields(step, fields, vocabulary)
    left_out += read_heading(step, apart.when, vocabulary) if apart.when else []
    if field and said and heading and said != heading:
        return step, [_against_heading(field, apart, step.line)]
    return step, []
