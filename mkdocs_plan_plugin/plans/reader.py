"""From a document to a plan: each part is read by its own module, here they meet."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from mkdocs_plan_plugin.plans import facts, find, narrative, outcome, verification, words
from mkdocs_plan_plugin.plans.anchors import name_anchors
from mkdocs_plan_plugin.plans.blanks import is_blank, unless_blank
from mkdocs_plan_plugin.plans.checklists import find_checklists
from mkdocs_plan_plugin.plans.decisions import find_decisions
from mkdocs_plan_plugin.plans.extent import heading_above, phase_spans, sections_inside
from mkdocs_plan_plugin.plans.grid import grid_of
from mkdocs_plan_plugin.plans.links import read_links
from mkdocs_plan_plugin.plans.model import Contradiction, Plan, Why
from mkdocs_plan_plugin.plans.phase import read_phases
from mkdocs_plan_plugin.plans.phases import find_run
from mkdocs_plan_plugin.plans.places import gather
from mkdocs_plan_plugin.plans.progress import LEFT_OUT, measure_plan
from mkdocs_plan_plugin.plans.ratings import on_axis
from mkdocs_plan_plugin.plans.risks import find_risks
from mkdocs_plan_plugin.plans.roles import find_sections, title_section
from mkdocs_plan_plugin.plans.tasks import count, give_anchors, read_tasks
from mkdocs_plan_plugin.plans.titles import take_apart
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary, default_vocabulary
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.document import Document, Section


class Reader:
    """Reads pages under one set of settings, so that vocabulary and grid are made once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.vocabulary = Vocabulary(settings.vocabulary) if settings.vocabulary else default_vocabulary()
        self.grid = grid_of(settings)

    def plan(self, document: Document, path: str, why: Why) -> Plan:
        """Read a document as a plan, whatever it is."""
        vocabulary = self.vocabulary
        front = document.front
        plan = Plan(path=path, why=why, tags=find.page_tags(front), options=find.page_options(front))
        title = title_section(document)
        _name(plan, document, title, vocabulary)

        run = find_run(document, vocabulary)
        spans = phase_spans(document, run)
        inside = sections_inside(document, spans)
        sections = find_sections(document, vocabulary, inside)
        places = gather(document, sections, inside, vocabulary)
        facts.read_facts(plan, places, title, vocabulary)
        read_links(plan, document, places, vocabulary)

        self._read_tasks(plan, document, sections)
        if run:
            plan.phases_line = heading_above(document, run, title)
            plan.phases, differing = read_phases(
                document, run, spans, plan.task_list, self.settings.progress, vocabulary
            )
            plan.contradictions += differing
            phase_lines = {phase.line for phase in plan.phases}
            plan.checklists = [
                one for one in plan.checklists if not (one.heading and one.line in phase_lines)
            ]
        plan.progress = measure_plan(plan.phases, plan.task_list, plan.state, self.settings.progress)
        plan.contradictions += _against_phases(plan)

        self._read_risks(plan, document, sections.get("risks"), inside)
        plan.decisions = find_decisions(document, inside, vocabulary)
        name_anchors(plan)
        _read_sections(plan, document, sections, inside, vocabulary, emoji=self.settings.emoji_tasks)
        lines = {role: section.line for role, section in sections.items()}
        if run:
            lines["phases"] = plan.phases_line  # where they stand, whatever that heading is called
        plan.sections = {role: lines[role] for role in words.SECTIONS if lines.get(role)}
        plan.template = _is_template(plan, title)
        return plan

    def _read_tasks(self, plan: Plan, document: Document, sections: dict[str, Section]) -> None:
        blocks = (block for section in document.sections for block in section.blocks)
        plan.task_list = list(read_tasks(blocks, emoji=self.settings.emoji_tasks))
        give_anchors(plan.task_list)
        plan.tasks = count(plan.task_list)
        plan.checklists = find_checklists(document, sections, plan.task_list, self.vocabulary)

    def _read_risks(self, plan: Plan, document: Document, section: Section | None, inside: set[int]) -> None:
        """Read the risks and place their ratings on the grid; a typed level stays without ratings."""
        plan.risks, differing = find_risks(document, section, inside, self.vocabulary)
        plan.contradictions += differing
        for risk in plan.risks:
            risk.probability = on_axis(risk.probability_text, risk.probability, self.grid.probabilities)
            risk.impact = on_axis(risk.impact_text, risk.impact, self.grid.impacts)
            risk.level = self.grid.level(risk.probability, risk.impact) or risk.level


def _name(plan: Plan, document: Document, title: Section | None, vocabulary: Vocabulary) -> None:
    """Set title and description: the first H1, else the front matter's title, else the file name."""
    named = document.front.values.get("title")
    if title and title.title:
        plan.line = title.line
        plan.title = take_apart(title.title, vocabulary, durations=False).text or title.title
    elif isinstance(named, str) and named.strip():
        plan.title, plan.line = named.strip(), document.front.lines.get("title", 1)
    else:
        plan.title = re.sub(r"[_-]+", " ", PurePosixPath(plan.path).stem).strip().capitalize()
    for section in (title, document.sections[0]):
        if section and not plan.description:
            plan.description = unless_blank(facts.first_paragraph(section.blocks, vocabulary))


def _against_phases(plan: Plan) -> list[Contradiction]:
    """Return where the plan says complete and a phase says otherwise."""
    if plan.state != "complete":
        return []
    kept = [phase for phase in plan.phases if phase.state not in LEFT_OUT]
    open_ = [phase for phase in kept if phase.state not in (None, "complete")]
    if not open_:
        return []
    return [
        Contradiction(
            what="state and phases",
            value=plan.state_text,
            line=plan.state_line,
            other=f"{len(open_)} of {len(kept)} phases not complete",
            other_line=open_[0].state_line,
        )
    ]


def _read_sections(
    plan: Plan,
    document: Document,
    sections: dict[str, Section],
    inside: set[int],
    vocabulary: Vocabulary,
    *,
    emoji: bool,
) -> None:
    """Read the sections that are told, tested, measured and delivered."""
    at = sections.get
    plan.summary = narrative.read_summary(document, at("executive-summary"), vocabulary)
    plan.current_state = narrative.read_current_state(document, at("current-state"), vocabulary)
    plan.goals = narrative.read_goals(document, at("goals"), vocabulary)
    plan.strategy = narrative.read_strategy(document, at("strategy"), vocabulary)
    plan.testing = verification.read_testing(document, at("testing"), plan.task_list, vocabulary)
    plan.test_cases = verification.read_test_cases(document, at("testing"), vocabulary)
    plan.rollback = verification.read_rollback(document, at("rollback"), vocabulary)
    plan.criteria = outcome.read_criteria(document, at("success-criteria"), inside, vocabulary, emoji=emoji)
    plan.deliverables = outcome.read_deliverables(
        document, at("deliverables"), plan.phases, vocabulary, emoji=emoji
    )
    outcome.read_benchmarks(plan, document, vocabulary)
    plan.next_steps = narrative.read_next_steps(document, at("next-steps"), vocabulary)
    plan.references = narrative.read_references(document, at("references"), vocabulary)


def _is_template(plan: Plan, title: Section | None) -> bool:
    """True for a page that is all template: a blank title, or blanks for the names of its phases."""
    if title and is_blank(title.title):
        return True
    return bool(plan.phases) and all(is_blank(phase.title) for phase in plan.phases)
