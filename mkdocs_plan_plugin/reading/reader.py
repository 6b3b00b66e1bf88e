"""From a document to a plan: each part is read by its own module, here they meet."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import PurePosixPath

import msgspec

from mkdocs_plan_plugin.model import LeftOut, Plan, Why
from mkdocs_plan_plugin.reading import facts, find, narrative, outcome, updates, verification
from mkdocs_plan_plugin.reading.anchors import name_anchors
from mkdocs_plan_plugin.reading.contradictions import contradictions_of
from mkdocs_plan_plugin.reading.decisions import find_decisions
from mkdocs_plan_plugin.reading.dialects import Dialects
from mkdocs_plan_plugin.reading.joined import add_others, add_records, renamed_ids, state_by_path, title_of
from mkdocs_plan_plugin.reading.links import read_links
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.people import join_people
from mkdocs_plan_plugin.reading.phases.choose import phases_of
from mkdocs_plan_plugin.reading.phases.phase import read_phases
from mkdocs_plan_plugin.reading.phases.sections import sections_inside
from mkdocs_plan_plugin.reading.places import gather, owners_of
from mkdocs_plan_plugin.reading.progress import APART, joint_state, measure_plan
from mkdocs_plan_plugin.reading.reasons import read_reason
from mkdocs_plan_plugin.reading.risks.read import find_risks
from mkdocs_plan_plugin.reading.roles import find_sections
from mkdocs_plan_plugin.reading.tasks.checklists import find_checklists
from mkdocs_plan_plugin.reading.tasks.lost import lost_tasks, remaining_work
from mkdocs_plan_plugin.reading.tasks.read import Details, count, give_anchors, read_tasks
from mkdocs_plan_plugin.reading.tasks.tables import front_matter_tasks
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary import words
from mkdocs_plan_plugin.vocabulary.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.vocabulary.grid import grid_of
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, has_word, key, vocabulary_of

_HYPHENS = regex(r"[_-]+")


class Reader:
    """Reads pages under one set of settings, so that vocabulary and grid are made once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.vocabulary = vocabulary_of(settings)
        self.dialects = Dialects(settings)
        self.grid = grid_of(settings)

    def plan(self, outline: Outline, path: str, why: Why, *, for_display: bool = True) -> Plan:
        """Read a document as a plan, whatever it is.

        What is only told, and by no rule held to anything, stays unread without `for_display`.
        """
        document, vocabulary, title = outline.document, outline.vocabulary, outline.title
        front = document.front
        plan = Plan(path=path, why=why, tags=find.page_tags(front), options=find.page_options(front))
        _name(plan, outline, vocabulary)

        found = phases_of(outline)
        inside = sections_inside(outline, found.inside)
        sections = find_sections(outline, inside)
        owners = owners_of(outline, sections, inside)
        places = outline.places = gather(outline, sections, owners)
        facts.read_facts(plan, places, title, vocabulary)
        read_links(plan, outline, places)
        read_reason(plan, outline, places)
        others = add_others(plan, outline)
        renamed_ids(plan, outline)

        self._read_tasks(plan, outline, sections)
        plan.left_out += found.left_out
        if found.members:
            plan.phases_line = found.line
            plan.phases, differing, unknown = read_phases(
                outline, found, plan.task_list, self.settings.progress
            )
            plan.contradictions += differing
            plan.left_out += unknown
            phase_lines = {phase.line for phase in plan.phases if phase.heading}
            plan.checklists = [
                one for one in plan.checklists if not (one.heading and one.line in phase_lines)
            ]
        _doubt_mark(plan)
        _effective(plan, outline)
        apart = () if outline.dialect.criteria else APART
        plan.progress = measure_plan(plan.phases, plan.task_list, plan.state, self.settings.progress, apart)

        if plan.effective_state == "complete" or plan.progress.percent == 100:
            plan.left_out += remaining_work(outline)
        self._read_risks(plan, outline)
        updates.read_updates(plan, outline)
        _read_judged(plan, outline, sections, inside, emoji=self.settings.emoji_tasks)
        plan.contradictions += contradictions_of(plan)
        plan.decisions, left = find_decisions(outline, inside)
        plan.left_out += left
        if self.settings.people:
            join_people(plan, self.settings.people)
        if for_display:
            add_records(plan, others, self.grid)
            name_anchors(plan)
            _read_for_display(plan, outline, sections)
        lines = {role: section.line for role, section in sections.items()}
        if found.members:
            lines["phases"] = plan.phases_line  # where they are, whatever that heading is called
        plan.sections = {role: lines[role] for role in words.SECTIONS if lines.get(role)}
        plan.left_out.sort(key=lambda one: one.line)
        plan.template = _is_template(plan, title)
        return plan

    def _read_tasks(self, plan: Plan, outline: Outline, sections: dict[str, Section]) -> None:
        document, left_out = outline.document, plan.left_out
        blocks = (block for section in outline.sections for block in section.blocks)
        details = Details(outline.vocabulary, left_out, tables=self.settings.table_tasks)
        tasks = read_tasks(blocks, emoji=self.settings.emoji_tasks, details=details)
        if lost := lost_tasks(document, tasks, outline.vocabulary):
            left_out += lost
            lines = {one.line for one in lost}
            tasks = [task for task in tasks if task.line not in lines]
        plan.task_list = [*front_matter_tasks(document, outline.vocabulary, left_out), *tasks]
        give_anchors(plan.task_list)
        plan.tasks = count(plan.task_list)
        plan.checklists = find_checklists(outline, sections, plan.task_list)

    def _read_risks(self, plan: Plan, outline: Outline) -> None:
        plan.risks, differing, left = find_risks(outline, self.grid)
        plan.left_out += left
        by_row = {risk.row_line: index for index, risk in enumerate(plan.risks)}
        plan.contradictions += [
            msgspec.structs.replace(one, risk=by_row.get(one.other_line)) for one in differing
        ]
        starts = [phase.line for phase in plan.phases]
        for risk in plan.risks:
            index = bisect_right(starts, risk.line) - 1
            if index >= 0 and risk.line <= plan.phases[index].end_line:
                risk.phase = index


def _over_all(outline: Outline) -> Section | None:
    """Return the first heading where all others are below it: the title of a page without an H1."""
    first = next(iter(outline.sections[1:]), None)
    return (
        first
        if first and first.title and all(one.level > first.level for one in outline.sections[2:])
        else None
    )


def _name(plan: Plan, outline: Outline, vocabulary: Vocabulary) -> None:
    """Set title and description: the first H1, else of front matter, a heading over all, the file name."""
    title, front = outline.title, outline.document.front
    named, stated, called = (front.values.get(name) for name in ("title", "description", "id"))
    plan.title, plan.line = title_of(outline)
    if not plan.title and isinstance(named, str) and named.strip():
        plan.title, plan.line = named.strip(), front.lines.get("title", 1)
    elif not plan.title and (alone := _over_all(outline)):
        plan.title, plan.line = alone.title, alone.line
    elif not plan.title:
        plan.title = _HYPHENS.sub(" ", PurePosixPath(plan.path).stem).strip().capitalize()
    plan.id = called.strip() if isinstance(called, str) else ""
    for section in (title, outline.sections[0]):
        if section and not plan.description:
            plan.description = unless_blank(facts.first_paragraph(section.blocks, vocabulary))
    if not plan.description and isinstance(stated, str):
        plan.description = unless_blank(" ".join(stated.split()))


def _doubt_mark(plan: Plan) -> None:
    """Leave out a mark in the title that calls a plan complete of whose tasks none is done: it decorates."""
    marked = plan.state == "complete" and plan.state_line == plan.line and not _WORD.search(plan.state_text)
    if marked and plan.tasks.total and not any(task.state == "done" for task in plan.task_list):
        reason = "a mark in the title, and none of the tasks is done"
        left = LeftOut(line=plan.line, kind="state", text=plan.state_text, reason=reason)
        plan.left_out.append(left)
        plan.state, plan.state_line, plan.state_text = None, 0, ""


_WORD = regex(r"[^\W_]")


def _effective(plan: Plan, outline: Outline) -> None:
    """Set the state that is shown: the stated one, else that of its path, else the one its phases make."""
    state_by_path(plan, outline)
    made = joint_state(plan.phases)
    if plan.state == "planning" and not plan.state_line and made not in (None, "pending"):
        plan.state = None  # the specification beside it is ready for planning; the work has begun
    if plan.state:
        plan.effective_state, plan.state_from = plan.state, "stated"
    if plan.state_from:
        return
    if made:
        plan.effective_state = "planning" if made == "pending" else made
        plan.state_from = "phases"


def _read_judged(
    plan: Plan, outline: Outline, sections: dict[str, Section], inside: set[int], *, emoji: bool
) -> None:
    """Read the sections that rules look into: aims, tests, the way back, what is measured and delivered."""
    at = sections.get
    plan.goals = narrative.read_goals(outline, at("goals"))
    plan.test_cases = verification.read_test_cases(outline, at("testing"))
    plan.rollback = verification.read_rollback(outline, at("rollback"))
    plan.criteria = outcome.read_criteria(outline, at("success-criteria"), inside, emoji=emoji)
    plan.deliverables = outcome.read_deliverables(outline, at("deliverables"), plan.phases, emoji=emoji)
    outcome.read_benchmarks(plan, outline)


def _read_for_display(plan: Plan, outline: Outline, sections: dict[str, Section]) -> None:
    """Read the sections that are there to be shown and published."""
    at = sections.get
    plan.summary = narrative.read_summary(outline, at("executive-summary"))
    plan.current_state = narrative.read_current_state(outline, at("current-state"))
    plan.strategy = narrative.read_strategy(outline, at("strategy"))
    plan.testing = verification.read_testing(outline, at("testing"), plan.task_list)
    plan.next_steps = narrative.read_next_steps(outline, at("next-steps"))
    plan.references = narrative.read_references(outline, at("references"))
    outcome.judge_benchmarks(plan.benchmarks)


def _is_template(plan: Plan, title: Section | None) -> bool:
    """True for a page that is all template: a blank title, or blanks for the names of its phases.

    A file that is called a template is one where a blank is but a part of its title: `Plan: [Feature]`.

    The latter only where it states nothing of itself yet, or calls itself a template.
    """
    whole, _, blank = (title.title if title else "").partition("[")
    called = _TEMPLATE.search(key(PurePosixPath(plan.path).stem))
    if blank and is_blank(f"[{blank}") and (not whole.strip() or called):
        return True
    if title and is_blank(title.title):
        return True
    begun = plan.state is not None and not (title and _TEMPLATE.search(key(title.title)))
    return not begun and bool(plan.phases) and all(is_blank(phase.title) for phase in plan.phases)


_TEMPLATE = has_word(words.TEMPLATE_TITLES)
