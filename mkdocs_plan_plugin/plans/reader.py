"""From a document to a plan: each part is read by its own module, here they meet."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from pathlib import PurePosixPath

from mkdocs_plan_plugin.plans import facts, find, narrative, outcome, verification
from mkdocs_plan_plugin.plans.blanks import is_blank
from mkdocs_plan_plugin.plans.checklists import find_checklists
from mkdocs_plan_plugin.plans.decisions import find_decisions
from mkdocs_plan_plugin.plans.entries import fields_in, items, labelled, part_text, part_texts
from mkdocs_plan_plugin.plans.grid import DEFAULT_GRID, Grid
from mkdocs_plan_plugin.plans.model import Contradiction, Deliverable, Link, Phase, Plan, Step, Task, Why
from mkdocs_plan_plugin.plans.phases import Numbered, Run, find_run, steps_of
from mkdocs_plan_plugin.plans.progress import effective_state, measure, measure_plan, measure_step
from mkdocs_plan_plugin.plans.ratings import on_axis
from mkdocs_plan_plugin.plans.risks import find_risks
from mkdocs_plan_plugin.plans.roles import find_sections, title_section
from mkdocs_plan_plugin.plans.status import phase_state, read_statement
from mkdocs_plan_plugin.plans.tasks import count, give_anchors, read_tasks
from mkdocs_plan_plugin.plans.titles import take_apart
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary, default_vocabulary, key
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.document import Document, Section, read_document
from mkdocs_plan_plugin.source.front_matter import read_front_matter
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.source.text import clean


class Reader:
    """Reads pages under one set of settings, so that vocabulary and grid are made once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.vocabulary = Vocabulary(settings.vocabulary) if settings.vocabulary else default_vocabulary()
        self.grid = grid_of(settings)

    def plan(self, document: Document, path: str, why: Why) -> Plan:
        """Read a document as a plan, whatever it is."""
        vocabulary = self.vocabulary
        plan = Plan(
            path=path, why=why, tags=find.page_tags(document.front), options=find.page_options(document.front)
        )
        title = title_section(document)
        run = find_run(document, vocabulary)
        spans = _spans(document, run)
        inside = _inside(document, spans)
        sections = find_sections(document, vocabulary, inside)
        _name(plan, document, title, path, vocabulary)
        if run:
            plan.phases_line = _phases_heading(document, run, title)
        places = facts.gather(document, sections, inside, vocabulary)
        facts.read_facts(plan, places, title, vocabulary)
        tasks = list(
            read_tasks(
                (block for section in document.sections for block in section.blocks),
                emoji=self.settings.emoji_tasks,
            )
        )
        give_anchors(tasks)
        plan.task_list, plan.tasks = tasks, count(tasks)
        plan.checklists = find_checklists(document, sections, tasks, vocabulary)
        if run:
            self._read_phases(plan, document, run, spans)
        phase_lines = {phase.line for phase in plan.phases}
        plan.checklists = [one for one in plan.checklists if not (one.heading and one.line in phase_lines)]
        plan.progress = measure_plan(plan.phases, tasks, plan.state, self.settings.progress)
        plan.risks, contradictions = find_risks(document, sections.get("risks"), inside, vocabulary)
        plan.contradictions += contradictions
        self._rate(plan)
        plan.decisions = find_decisions(document, inside, vocabulary)
        _number_anchors(plan)
        _read_sections(plan, document, sections, inside, tasks, vocabulary)
        plan.sections = {role: section.line for role, section in sections.items()}
        if run and plan.phases_line:
            plan.sections["phases"] = plan.phases_line
        elif run:
            plan.sections.pop("phases", None)
        _read_links(plan, document, places, sections, vocabulary)
        plan.template = _is_template(plan, document)
        return plan

    def _rate(self, plan: Plan) -> None:
        """Place each risk's ratings on the grid; its level follows, a typed level stays without them."""
        for risk in plan.risks:
            risk.probability = on_axis(risk.probability_text, risk.probability, self.grid.probabilities)
            risk.impact = on_axis(risk.impact_text, risk.impact, self.grid.impacts)
            risk.level = self.grid.level(risk.probability, risk.impact) or risk.level

    def _read_phases(self, plan: Plan, document: Document, run: Run, spans: list[tuple[int, int]]) -> None:
        lines = [task.line for task in plan.task_list]
        for index, (member, (begin, end)) in enumerate(zip(run.members, spans, strict=True)):
            phase = self._phase(plan, document, member, end)
            phase.steps = [self._step(document, step) for step in steps_of(document, member, self.vocabulary)]
            inside = plan.task_list[bisect_left(lines, begin) : bisect_right(lines, end)]
            starts = [step.line for step in phase.steps]
            by_step: dict[int, list[Task]] = {}
            for task in inside:
                task.phase = index
                at = bisect_right(starts, task.line) - 1
                if at >= 0 and task.line <= phase.steps[at].end_line:
                    task.step = at
                    by_step.setdefault(at, []).append(task)
            for at, step in enumerate(phase.steps):
                own = by_step.get(at, [])
                step.verification = [task for task in own if task.role in ("verification", "acceptance", "")]
                measure_step(step, own, self.settings.progress)
            phase.effective_state = effective_state(phase.state, inside)
            if phase.state is None and phase.effective_state:
                phase.state_from = "tasks"
            phase.progress = measure(phase.state, inside, self.settings.progress)
            plan.phases.append(phase)

    def _phase(self, plan: Plan, document: Document, member: Numbered, end: int) -> Phase:
        vocabulary = self.vocabulary
        apart = member.title(vocabulary)
        phase = Phase(
            line=member.section.line,
            end_line=end,
            number=member.number,
            title=apart.text or take_apart(member.section.title, vocabulary).text,
            word=member.word,
            duration=apart.duration,
        )
        for part in labelled(_before_rule(member.section.blocks), vocabulary):
            if not part.name:
                phase.description = phase.description or part.text
            elif vocabulary.means(part.name, "objective") and not phase.objective:
                phase.objective = _filled(part_text(part))
            elif vocabulary.means(part.name, "duration") and not phase.duration:
                phase.duration = _filled(part.text)
            elif vocabulary.means(part.name, "deliverables"):
                phase.deliverables = narrative.filled(items(part.blocks))
            elif vocabulary.means(part.name, "owner"):
                phase.owner = _filled(part.text) or None
        heading = phase_state(apart.state)
        field = next(
            (
                (field, read_statement(field.value, vocabulary))
                for field in fields_in(_before_rule(member.section.blocks), vocabulary)
                if vocabulary.means(field.name, "status")
            ),
            None,
        )
        said = None
        if field:
            statement = field[1]
            said = phase_state(statement.state or ("in-progress" if statement.active else None))
            if said in ("blocked", "on-hold", "deferred", "cancelled"):
                phase.reason = statement.reason
        if said and field:
            phase.state, phase.state_from, phase.state_line, phase.state_text = (
                said,
                "field",
                field[0].line,
                field[0].value,
            )  # type: ignore[assignment]
            if heading and heading != said:
                plan.contradictions.append(
                    Contradiction(
                        what=f"phase {phase.number} state",
                        value=field[0].value,
                        line=field[0].line,
                        other=apart.mark,
                        other_line=phase.line,
                    )
                )
        elif heading:
            phase.state, phase.state_from, phase.state_line, phase.state_text = (
                heading,
                "heading",
                phase.line,
                apart.mark,
            )  # type: ignore[assignment]
        return phase

    def _step(self, document: Document, found: Numbered) -> Step:
        vocabulary = self.vocabulary
        section = found.section
        apart = found.title(vocabulary)
        step = Step(
            line=section.line,
            end_line=section.end,
            number=found.number,
            title=apart.text or take_apart(section.title, vocabulary).text,
        )
        heading = phase_state(apart.state)
        for part in labelled(_before_rule(section.blocks), vocabulary):
            if not part.name:
                step.description = step.description or part.text
            elif vocabulary.means(part.name, "description"):
                step.description = _filled(part_text(part))
            elif vocabulary.means(part.name, "actions"):
                step.actions = part_texts(part)
            elif vocabulary.means(part.name, "deliverables"):
                step.deliverables = narrative.filled(items(part.blocks))
            elif vocabulary.means(part.name, "status") and step.state is None:
                step.state = phase_state(read_statement(part.text, vocabulary).state)  # type: ignore[assignment]
                step.state_from = "field" if step.state else None
        if step.state is None and heading:
            step.state, step.state_from = heading, "heading"  # type: ignore[assignment]
        return step


def grid_of(settings: Settings) -> Grid:
    """Return the grid of the option `risk_levels`, or the shipped template's."""
    levels = settings.risk_levels
    if not levels:
        return DEFAULT_GRID
    probabilities = tuple(levels)
    impacts = tuple(dict.fromkeys(impact for row in levels.values() for impact in row))
    return Grid(
        probabilities=tuple(map(str.casefold, probabilities)),
        impacts=tuple(map(str.casefold, impacts)),
        levels={(p.casefold(), i.casefold()): level for p, row in levels.items() for i, level in row.items()},
    )


def _filled(text: str) -> str:
    return "" if is_blank(text) else text


def _before_rule(blocks: list[Block]) -> list[Block]:
    """Return blocks up to a rule that closes them: what stands behind it is a footer."""
    for index, block in enumerate(blocks):
        if block.kind == "rule" and index:
            return blocks[:index]
    return blocks


def _spans(document: Document, run: Run | None) -> list[tuple[int, int]]:
    """Return first and last line of each phase; headings about a phase right behind it are its own."""
    if run is None:
        return []
    spans = []
    by_line = {section.line: section for section in document.sections}
    about = {one.section.index: one for one in run.about}
    for member in run.members:
        end = member.section.end
        following = by_line.get(end + 1)
        while (
            following is not None
            and following.index in about
            and about[following.index].number == member.number
        ):
            end = following.end
            following = by_line.get(end + 1)
        spans.append((member.section.line, end))
    return spans


def _inside(document: Document, spans: list[tuple[int, int]]) -> set[int]:
    """Return the indices of the sections that stand inside the phases, their headings included."""
    starts = [begin for begin, _ in spans]
    return {
        section.index
        for section in document.sections[1:]
        if (at := bisect_right(starts, section.line)) and section.line <= spans[at - 1][1]
    }


def _phases_heading(document: Document, run: Run, title: Section | None) -> int:
    """Return the line of the heading above the phases; the title and head are none."""
    parents = Counter(member.section.parent for member in run.members)
    parent = document.sections[parents.most_common(1)[0][0]]
    return 0 if parent.level <= 1 or parent is title else parent.line


def _name(plan: Plan, document: Document, title: Section | None, path: str, vocabulary: Vocabulary) -> None:
    """Set title and description."""
    named = document.front.values.get("title")
    if title and title.title:
        plan.line = title.line
        plan.title = take_apart(title.title, vocabulary, durations=False).text or title.title
    elif isinstance(named, str) and named.strip():
        plan.title, plan.line = named.strip(), document.front.lines.get("title", 1)
    else:
        plan.title = re.sub(r"[_-]+", " ", PurePosixPath(path).stem).strip().capitalize()
    head = title or document.sections[0]
    text = facts.first_paragraph(head.blocks, vocabulary) or facts.first_paragraph(
        document.sections[0].blocks, vocabulary
    )
    plan.description = _filled(text)


def _read_sections(
    plan: Plan,
    document: Document,
    sections: dict[str, Section],
    inside: set[int],
    tasks: list[Task],
    vocabulary: Vocabulary,
) -> None:
    """Read the sections that are told, tested, measured and delivered."""
    plan.summary = narrative.read_summary(document, sections.get("executive-summary"), vocabulary)
    plan.current_state = narrative.read_current_state(document, sections.get("current-state"), vocabulary)
    plan.goals = narrative.read_goals(document, sections.get("goals"), vocabulary)
    plan.strategy = narrative.read_strategy(document, sections.get("strategy"), vocabulary)
    plan.testing = verification.read_testing(document, sections.get("testing"), tasks, vocabulary)
    plan.test_cases = verification.read_test_cases(document, sections.get("testing"), vocabulary)
    plan.rollback = verification.read_rollback(document, sections.get("rollback"), vocabulary)
    plan.criteria = outcome.read_criteria(document, sections.get("success-criteria"), inside, vocabulary)
    plan.deliverables = outcome.read_deliverables(document, sections.get("deliverables"), vocabulary)
    for index, phase in enumerate(plan.phases):
        plan.deliverables += [
            Deliverable(line=item.line, title=item.title, text=item.text, phase=index)
            for item in [*phase.deliverables, *(item for step in phase.steps for item in step.deliverables)]
        ]
    benchmarks = outcome.read_benchmarks(document, vocabulary)
    plan.benchmarks, plan.benchmarks_line, plan.benchmarks_end = (
        benchmarks.found,
        benchmarks.line,
        benchmarks.end,
    )
    plan.next_steps = narrative.read_next_steps(document, sections.get("next-steps"), vocabulary)
    plan.references = narrative.read_references(document, sections.get("references"), vocabulary)


def _read_links(
    plan: Plan, document: Document, places: facts.Places, sections: dict[str, Section], vocabulary: Vocabulary
) -> None:
    """Read which plans this one depends on, and which it follows or gives way to."""
    front = document.front
    for name, value in front.values.items():
        which = key(name)
        line = front.lines.get(name, 1)
        targets = [
            one.strip().removeprefix("./")
            for one in ([value] if isinstance(value, str) else value if isinstance(value, list) else [])
            if isinstance(one, str) and one.strip()
        ]
        if which in ("depends on", "dependson"):
            plan.depends_on += [
                Link(line=_line_of(document, target, line), target=target) for target in targets
            ]
        elif which in ("superseded by", "supersededby") and targets:
            plan.superseded_by = Link(line=line, target=targets[0])
        elif which == "supersedes":
            plan.supersedes += [Link(line=line, target=target) for target in targets]
    for section in document.sections[1:]:
        if vocabulary.plays(section.title, "dependencies"):
            for line in _linked_lines(section.blocks):
                for begin, end, url in line.links:
                    target = url.split("#")[0]
                    target = target.removeprefix("./")
                    if (
                        target.endswith(".md")
                        and "://" not in target
                        and all(link.target != target for link in plan.depends_on)
                    ):
                        plan.depends_on.append(
                            Link(line=line.number, target=target, title=line.text[begin:end])
                        )
    if plan.superseded_by is None:
        for field in facts.find_fields(
            places, ("head", "information", "summary"), vocabulary, "superseded-by"
        ):
            if not is_blank(field.value):
                linked = next(
                    (
                        line
                        for section in document.sections
                        for line in _linked_lines(section.blocks)
                        if line.number == field.line
                    ),
                    None,
                )
                plan.superseded_by = Link(
                    line=field.line, target=linked.links[0][2] if linked else field.value, title=field.value
                )
                break


def _line_of(document: Document, target: str, after: int) -> int:
    """Return the line of front matter that names a target, at or below the line of its key."""
    lines = document.text.split("\n", document.front.last_line)[:-1]
    return next((number for number, line in enumerate(lines[after - 1 :], after) if target in line), after)


def _linked_lines(blocks: list[Block]) -> list:  # type: ignore[type-arg]
    found = []
    stack = list(reversed(blocks))
    while stack:
        block = stack.pop()
        found += [line for line in block.lines if line.links]
        found += [line for row in block.rows for line in row if line.links]
        stack += reversed(block.children)
    return found


def _number_anchors(plan: Plan) -> None:
    """Give phases, steps, risks and decisions their anchors, unique on the page."""
    taken: Counter[str] = Counter()

    def anchor(kind: str, number: str, position: int) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", number.casefold()).strip("-") or str(position)
        name = f"plan-{kind}-{slug}"
        taken[name] += 1
        while taken[name] > 1:  # a number that comes twice: `plan-risk-1`, `plan-risk-1-2`
            name = f"plan-{kind}-{slug}-{taken[name]}"
            taken[name] += 1
        return name

    for index, phase in enumerate(plan.phases, 1):
        phase.anchor = anchor("phase", phase.number, index)
        for position, step in enumerate(phase.steps, 1):
            number = step.number if "." in step.number else f"{phase.number}-{step.number}"
            step.anchor = anchor("step", number, position)
    for index, risk in enumerate(plan.risks, 1):
        risk.anchor = anchor("risk", re.sub(r"^r(?:isk)?[\s-]*0*", "", risk.number.casefold()), index)
    for index, decision in enumerate(plan.decisions, 1):
        decision.anchor = anchor("decision", decision.number, index)


def _is_template(plan: Plan, document: Document) -> bool:
    """True for a page that is all template: a blank title, or mostly blanks where phases are named."""
    title = title_section(document)
    if title and is_blank(title.title):
        return True
    named = [phase.title for phase in plan.phases]
    blanks = sum(is_blank(name) for name in named)
    return bool(named) and blanks == len(named)


def read_page(
    text: str, path: str, settings: Settings, reader: Reader | None = None
) -> Plan | find.NearMiss | None:
    """Read a page if it is a plan.

    `text` is the whole file, `path` relative to docs_dir with `/`. Returns a `NearMiss` for a page
    with four traits and neither marker nor glob, None for any other page. Never raises.
    """
    cleaned = clean(text)
    why, undecided = find.choose(read_front_matter(cleaned), cleaned, path, settings)
    if why is None and not undecided:
        return None
    glob = None if why else find.by_glob(path, settings)
    if why is None and glob is None and not find.may_have_traits(cleaned):
        return None
    reader = reader or reader_for(settings)
    document = read_document(text)
    if why is None:
        found = find.traits(document, reader.vocabulary)
        if glob is None:
            return find.NearMiss(path, found) if len(found) >= 4 else None
        if len(found) < 2:
            return None
        why = Why(by="include", detail=glob, traits=found)
    return reader.plan(document, path, why)


def read_plan(text: str, path: str = "", settings: Settings | None = None) -> Plan:
    """Read any text as a plan, whatever it is. Never raises."""
    settings = settings or Settings()
    return reader_for(settings).plan(read_document(text), path, Why(by="path"))


_readers: dict[int, tuple[Settings, Reader]] = {}


def reader_for(settings: Settings) -> Reader:
    """Return the reader of one set of settings; the last few are kept."""
    kept = _readers.get(id(settings))
    if kept is None or kept[0] is not settings:
        if len(_readers) > 8:
            _readers.clear()
        kept = _readers[id(settings)] = (settings, Reader(settings))
    return kept[1]
