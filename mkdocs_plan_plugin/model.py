"""The model of one plan: what was read, where it is, and the figures derived from it.

Lines count from 1 in the file as written (front matter included); 0 means that nothing states the
fact. Percentages are whole numbers from 0 to 100, rounded down. Text is plain text in which code
spans keep their backticks; it is never HTML. `None` means that the document does not say.

The field names are those of the data export, so renaming one is a change of its schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar, get_args

import msgspec

State = Literal[
    "planning",
    "pending",
    "in-progress",
    "complete",
    "on-hold",
    "blocked",
    "cancelled",
    "deferred",
]
"""A work state. A plan is never `pending` or `deferred`, a phase never `planning`."""

TaskState = Literal["open", "done", "in-progress", "blocked", "cancelled", "deferred"]
DocumentState = Literal["draft", "review", "approved", "active", "complete", "superseded", "archived"]
Priority = Literal["P0", "P1", "P2", "P3"]
Level = Literal["low", "medium", "high", "critical"]
RiskStatus = Literal["open", "mitigating", "accepted", "closed"]
DecisionStatus = Literal["open", "proposed", "accepted", "superseded", "rejected"]
Health = Literal["on-track", "at-risk", "off-track"]
"""How the work keeps to its schedule: delayed work is in progress and off track."""
Verdict = Literal["met", "close", "missed", "open"]
Basis = Literal["phases", "steps", "tasks", "status"]
Precision = Literal["day", "week", "month", "quarter", "half", "year"]
Ending = Literal["complete", "cancelled", "superseded", "archived"]
"""How a plan came to be over."""

LEVELS: tuple[Level, ...] = get_args(Level)
"""Levels of risks, the least grave first."""
OPEN: tuple[TaskState, ...] = ("open", "in-progress", "blocked")
"""States of a task, criterion or deliverable that somebody has still to do."""
LEFT_OUT = ("cancelled", "deferred")
"""States of a task, step or phase that is in no figure: nobody has to do it any more, or for now."""
IN_HAND = ("in-progress", "blocked")
"""States of work that was begun and goes on, or would if it could."""


_Shape = TypeVar("_Shape", bound=msgspec.Struct)


def severity_rank(level: Level | None) -> int:
    """Rank of a level, 1 for the least grave; 0 without one."""
    return LEVELS.index(level) + 1 if level else 0


def like(shape: type[_Shape], one: object, **own: object) -> _Shape:
    """Return a record with what another one holds under the same names, and with what is its own."""
    same = {name: getattr(one, name) for name in shape.__struct_fields__ if name not in own}
    return shape(**same, **own)


class Record(msgspec.Struct, kw_only=True, omit_defaults=False):
    """A thing read from a document, with the line it is on."""

    line: int = 0


class Item(Record):
    """One entry of a list: `title: text`, or text alone with an empty title."""

    title: str = ""
    text: str = ""


class Dated(Record):
    """Work that somebody does until some day.

    Dates are ISO: of a month, quarter or the like the first day where work starts, the last where it is due.
    """

    owner: str | None = None
    start: str | None = None
    start_precision: Precision | None = None
    """How precise a date is that is no day, as `start_text` has it; None for a day."""
    start_text: str = ""
    """The date as written, where it is no day; of what is no date nothing."""
    due: str | None = None
    due_precision: Precision | None = None
    due_text: str = ""
    late: bool = False
    """True if it was due before today and is not over; known once the plans of a site are joined."""

    def written(self, date: Literal["start", "due"]) -> str | None:
        """Return a date as it is shown: as its author wrote it where it is no day, else ISO."""
        written: str | None = getattr(self, f"{date}_text") or getattr(self, date)
        return written


class Task(Dated):
    """A task list item, or what is as plainly a task: a row of a table, an entry of `todos`.

    `leaf` is false for a parent with sub-tasks, which does not count. `text` is without the dates and
    owners behind it that were read.
    """

    text: str = ""
    state: TaskState = "open"
    leaf: bool = True
    origin: Literal["checkbox", "table", "front matter"] = "checkbox"
    completed: str | None = None
    """The day it was done, where its text says so."""
    anchor: str = ""
    """Empty where the page shows no place for it: in front matter."""
    phase: int | None = None
    """Index into `Plan.phases`, or None outside of every phase."""
    step: int | None = None
    """Index into the phase's `steps`."""
    role: str = ""
    """The checklist it is in (see `Checklist.role`), or empty."""

    @property
    def counts(self) -> bool:
        """True for a task that is in figures of progress."""
        return self.leaf and self.state not in LEFT_OUT

    @property
    def open(self) -> bool:
        """True for a task that counts and is still to be done."""
        return self.leaf and self.state in OPEN


class TaskCounts(msgspec.Struct, kw_only=True):
    """Checkboxes by state; `total` is their sum."""

    total: int = 0
    open: int = 0
    done: int = 0
    in_progress: int = 0
    blocked: int = 0
    cancelled: int = 0
    deferred: int = 0

    @property
    def unfinished(self) -> int:
        """How many are still to be done."""
        return self.open + self.in_progress + self.blocked


class Checklist(Record):
    """A heading or label with tasks under it. `done` and `total` count leaf tasks.

    `role` is one of verification, acceptance, deliverables, pre-implementation, implementation,
    post-implementation, or empty for any other label with tasks right under it.
    """

    title: str = ""
    role: str = ""
    done: int = 0
    total: int = 0
    heading: bool = False
    """True if `line` is a heading, false if it is a label."""


class Progress(msgspec.Struct, kw_only=True):
    """Derived progress. `done` and `total` are the counted tasks, whatever the basis."""

    percent: int | None = None
    basis: Basis | None = None
    done: int = 0
    total: int = 0


class PlanProgress(Progress, kw_only=True):
    """Progress of a whole plan; cancelled and deferred phases are in neither phase figure."""

    phases_complete: int = 0
    phases_total: int = 0


class TypedFigure(Record):
    """A progress figure that an author typed, e.g. `3/7 phases complete (42%)`."""

    text: str = ""
    unit: Literal["phases", "steps", "tasks", "other", ""] = ""
    """Empty where no unit is beside the figure."""
    done: int | None = None
    total: int | None = None
    percent: float | None = None


class Stage(Dated):
    """A stretch of the work with a state of its own: a phase or a step."""

    if TYPE_CHECKING:
        effective_state: State | None = None

    @property
    def counts(self) -> bool:
        """True for one that is in figures of progress."""
        return self.effective_state not in LEFT_OUT

    @property
    def over(self) -> bool:
        """True where nothing is left to do, or nobody is to do it."""
        return self.effective_state == "complete" or not self.counts

    @property
    def in_hand(self) -> bool:
        """True for one that was begun and is not over."""
        return self.effective_state in IN_HAND


class Step(Stage):
    """A part of a phase: `Step 1.2: title` and its like."""

    number: str = ""
    title: str = ""
    end_line: int = 0
    anchor: str = ""
    state: State | None = None
    state_from: Literal["field", "heading"] | None = None
    effective_state: State | None = None
    progress: Progress = msgspec.field(default_factory=Progress)
    description: str = ""
    actions: list[str] = msgspec.field(default_factory=list)
    """Code blocks and list items under `Actions`."""
    verification: list[Task] = msgspec.field(default_factory=list)
    deliverables: list[Item] = msgspec.field(default_factory=list)


class Phase(Stage):
    """A phase. `state` is what the page states of it, `effective_state` what is shown.

    `state_from` tells where the effective state comes from: a field or mark of its own, another place
    `elsewhere` on the page, its tasks, or the states of its steps.
    """

    number: str = ""
    title: str = ""
    end_line: int = 0
    anchor: str = ""
    word: str = ""
    """The word the heading uses (`Phase`, `Week`, ...), as written."""
    part: str = ""
    """The part of the plan it belongs to, where several parts number phases of their own."""
    heading: bool = True
    """True if `line` is a heading; false for a list item, a bold line, a table row."""
    state: State | None = None
    effective_state: State | None = None
    state_from: Literal["field", "heading", "elsewhere", "tasks", "steps"] | None = None
    state_line: int = 0
    state_text: str = ""
    health: Health | None = None
    """As the phase says it, in a field or its heading, or else in the last update within it."""
    health_date: str | None = None
    """The day of the last update within it that says so; None where no update does."""
    progress: Progress = msgspec.field(default_factory=Progress)
    objective: str = ""
    description: str = ""
    duration: str = ""
    reason: str = ""
    """Why it is blocked, on hold or deferred, where its status or a field says so."""
    deliverables: list[Item] = msgspec.field(default_factory=list)
    steps: list[Step] = msgspec.field(default_factory=list)

    @property
    def steps_complete(self) -> tuple[int, int]:
        """How many of the steps that count are complete, and how many count."""
        counted = [step for step in self.steps if step.counts]
        return sum(step.effective_state == "complete" for step in counted), len(counted)


class Risk(Record):
    """A risk: the description is the truth, the matrix row (`row_line`) its summary."""

    number: str = ""
    title: str = ""
    anchor: str = ""
    probability: str | None = None
    """The rating in lower case on its own scale, e.g. `high`."""
    impact: str | None = None
    probability_text: str = ""
    """The author's own words for the rating."""
    impact_text: str = ""
    level: Level | None = None
    residual_probability: str | None = None
    """What remains once it is mitigated, on the scales above."""
    residual_impact: str | None = None
    residual_level: Level | None = None
    status: RiskStatus = "open"
    status_text: str = ""
    group: Level | None = None
    """The High/Medium/Low group it is in."""
    phase: int | None = None
    """Index into `Plan.phases`, or None outside of every phase."""
    description: str = ""
    mitigation: list[str] = msgspec.field(default_factory=list)
    contingency: list[str] = msgspec.field(default_factory=list)
    owner: str | None = None
    described: bool = True
    """False for a table row without a description of its own."""
    row_line: int = 0
    row_probability: str | None = None
    row_impact: str | None = None
    heading: bool = False
    """True if `line` is a heading."""
    file: str = ""
    """The file of the plan's folder that it is in, where that is not the page itself."""

    @property
    def open(self) -> bool:
        """True for a risk that still exposes its plan."""
        return self.status != "closed"

    @property
    def grave(self) -> bool:
        """True for a high or critical risk."""
        return severity_rank(self.level) >= severity_rank("high")


class Option(Record):
    """An option that a decision weighed."""

    title: str = ""
    text: str = ""


class Decision(Record):
    """A decision with its context, options, outcome and reason."""

    number: str = ""
    title: str = ""
    anchor: str = ""
    context: str = ""
    options: list[Option] = msgspec.field(default_factory=list)
    decision: str = ""
    rationale: str = ""
    status: DecisionStatus = "open"
    date: str | None = None
    heading: bool = False
    file: str = ""
    """The file of the plan's folder that it is in, where that is not the page itself."""


class Issue(Record):
    """A present issue or limitation."""

    title: str = ""
    description: str = ""
    impact: str | None = None
    affected: list[str] = msgspec.field(default_factory=list)


class Goal(Record):
    """A goal; `kind` says which list it is in."""

    kind: Literal["primary", "secondary", "non-goal"] = "primary"
    title: str = ""
    description: str = ""
    metric: str = ""
    target: str = ""


class TestCase(Record):
    """A test case with what should happen and what did."""

    __test__ = False  # pytest must not collect it

    number: str = ""
    title: str = ""
    steps: list[str] = msgspec.field(default_factory=list)
    expected: str = ""
    actual: str = ""


class Criterion(Record):
    """A measure of success; `state` is None where it has no checkbox."""

    kind: Literal["quantitative", "qualitative", "acceptance", ""] = ""
    title: str = ""
    text: str = ""
    state: TaskState | None = None


class Benchmark(Record):
    """A measured figure. `verdict` is `open` without an actual, None when in doubt."""

    metric: str = ""
    baseline: str = ""
    target: str = ""
    actual: str = ""
    verdict: Verdict | None = None


class Deliverable(Record):
    """Something the plan delivers; `state` is None where it has no checkbox."""

    kind: Literal["code", "documentation", "infrastructure", ""] = ""
    title: str = ""
    text: str = ""
    state: TaskState | None = None
    phase: int | None = None


class Reference(Record):
    """A link or issue named under References."""

    kind: Literal["internal", "external", "issue"] = "external"
    title: str = ""
    url: str = ""
    text: str = ""


class Update(Record):
    """What a dated update says: `### Update 2026-11-20`, or an entry under *Status updates*."""

    date: str = ""
    title: str = ""
    """The words of its heading beside the date."""
    text: str = ""
    health: Health | None = None
    owner: str | None = None
    """Who says so."""
    anchor: str = ""
    heading: bool = False
    """True if `line` is a heading."""
    phase: int | None = None
    """Index into `Plan.phases` of the phase that it is about; None for an update of the whole plan."""


class Link(Record):
    """A plan named by another: `target` as written (path, URL path or title)."""

    target: str = ""
    title: str = ""


class Summary(msgspec.Struct, kw_only=True):
    """What the executive summary says."""

    objective: str = ""
    scope_in: list[Item] = msgspec.field(default_factory=list)
    scope_out: list[Item] = msgspec.field(default_factory=list)
    benefits: list[Item] = msgspec.field(default_factory=list)
    stakeholders: list[Item] = msgspec.field(default_factory=list)


class CurrentState(msgspec.Struct, kw_only=True):
    """The situation before the plan."""

    overview: str = ""
    issues: list[Issue] = msgspec.field(default_factory=list)
    dependencies: list[Item] = msgspec.field(default_factory=list)


class Strategy(msgspec.Struct, kw_only=True):
    """The approach; decisions are in `Plan.decisions`."""

    approach: str = ""
    constraints: list[Item] = msgspec.field(default_factory=list)


class Testing(msgspec.Struct, kw_only=True):
    """Test levels and verification checklists; test cases are in `Plan.test_cases`."""

    levels: list[Item] = msgspec.field(default_factory=list)
    before: list[Task] = msgspec.field(default_factory=list)
    during: list[Task] = msgspec.field(default_factory=list)
    after: list[Task] = msgspec.field(default_factory=list)


class Procedure(Record):
    """One way of rolling back: text, list items and code in reading order."""

    title: str = ""
    steps: list[str] = msgspec.field(default_factory=list)
    expected_time: str = ""


class Rollback(msgspec.Struct, kw_only=True):
    """When and how to go back."""

    triggers: list[Item] = msgspec.field(default_factory=list)
    quick: Procedure | None = None
    complete: Procedure | None = None
    after: list[Item] = msgspec.field(default_factory=list)


class NextSteps(msgspec.Struct, kw_only=True):
    """What comes after."""

    immediate: list[Item] = msgspec.field(default_factory=list)
    follow_up: list[Item] = msgspec.field(default_factory=list)
    future: list[Item] = msgspec.field(default_factory=list)


Against = Literal[
    "place",
    "heading",
    "matrix",
    "open-phases",
    "begun-phases",
    "complete-phases",
    "open-tasks",
    "done-tasks",
    "open-criteria",
    "open-deliverables",
]
"""What speaks against a statement: the same fact in another place, in a heading or in the risk matrix,
or things that can't be as they are while it is true."""


class Contradiction(Record):
    """A statement, `value` at `line`, and what speaks against it, at `other_line`.

    Either `other` is what is written there, or `count` things `of` all of their kind say otherwise, the
    first of them there.
    """

    kind: Against = "place"
    what: str = ""
    """The fact: state, health, priority, created, updated, probability, impact."""
    value: str = ""
    other: str = ""
    other_state: State | None = None
    """The state that `other` gives, where it is a line of the page that says more."""
    other_line: int = 0
    count: int = 0
    of: int = 0
    phase: int | None = None
    """Index into `Plan.phases`, where it is one's fact and not the plan's."""
    step: int | None = None
    """Index into the phase's `steps`."""
    risk: int | None = None
    """Index into `Plan.risks`."""


class LeftOut(Record):
    """What looked like a part of the plan and was not taken as one: its text, and the reason."""

    kind: Literal["phase", "step", "task", "risk", "decision", "state", "date", "rating"] = "phase"
    text: str = ""
    reason: str = ""
    file: str = ""
    """The file of the plan's folder that it is in, where that is not the page itself."""


class Edit(msgspec.Struct, kw_only=True, frozen=True):
    """A change of a file: `new` in the place of `old`, or inserted where `old` is empty.

    `line` and `column`, in characters, count from 1 in the file as it is read: without a byte order mark,
    and a newline of any kind is one character. `old` and `new` may hold several lines.
    """

    line: int
    column: int
    old: str
    new: str

    @property
    def end(self) -> tuple[int, int]:
        """Line and column behind the last character of `old`."""
        lines = self.old.count("\n")
        last = len(self.old) - self.old.rfind("\n") if lines else self.column + len(self.old)
        return self.line + lines, last


class Fix(msgspec.Struct, kw_only=True, frozen=True):
    """The edits that end a finding, all of them or none.

    It is `safe` where there is one right answer, `unsafe` where it changes what the plan says, and
    `manual` where it shows the place, and an author has to choose or to fill in a blank.
    """

    applies: Literal["safe", "unsafe", "manual"] = "safe"
    edits: list[Edit] = msgspec.field(default_factory=list)


class Finding(Record):
    """One message at a place. `replacement` is what to write instead, where there is one text."""

    code: str = ""
    name: str = ""
    severity: Literal["error", "warning", "info"] = "info"
    column: int = 0
    message: str = ""
    replacement: str = ""
    fix: Fix | None = None
    """How to end it: where `replacement` goes, or all that is to be written."""


class Why(msgspec.Struct, kw_only=True):
    """Why a page is a plan: which answer came first, and the words or traits behind it."""

    by: Literal["front matter", "tag", "category", "dialect", "include", "traits", "path", ""] = ""
    detail: str = ""
    traits: list[str] = msgspec.field(default_factory=list)
    dialect: str = ""
    """The dialect that it is read in, and how that was known; empty for none."""


class PageOptions(msgspec.Struct, kw_only=True):
    """The mapping `plan:` in front matter: pieces to show or hide, and whether the plan is listed."""

    show: list[str] | None = None
    hide: list[str] = msgspec.field(default_factory=list)
    listed: bool = True
    ignore: dict[str, str] = msgspec.field(default_factory=dict)


class Kept(Record):
    """What is kept of a plan where its page is not: what others may ask of it.

    A check of many pages keeps no more of each, a tenth of the plan. Rules that are asked when all pages
    are known get it from any caller, so that none reads a field which a check does not have.
    """

    path: str = ""
    id: str = ""
    """What front matter calls it, and other plans may."""
    title: str = ""
    state: State | None = None
    """What the page states of the plan."""
    effective_state: State | None = None
    """What is shown: the state that is stated, else the one of its folder or the one that its phases make."""
    state_from: Literal["stated", "path", "phases"] | None = None
    document_state: DocumentState | None = None
    document_state_line: int = 0
    template: bool = False
    """True for a page that is all template text: a scaffold, not a plan in use."""
    progress: PlanProgress = msgspec.field(default_factory=PlanProgress)
    depends_on: list[Link] = msgspec.field(default_factory=list)
    superseded_by: Link | None = None
    supersedes: list[Link] = msgspec.field(default_factory=list)
    options: PageOptions = msgspec.field(default_factory=PageOptions)

    def __post_init__(self) -> None:
        """Show what is stated."""
        if self.state and not self.effective_state:
            self.effective_state, self.state_from = self.state, "stated"

    @classmethod
    def of(cls, plan: Kept) -> Kept:
        """Return of a plan what is kept."""
        return like(Kept, plan)

    @property
    def ending(self) -> Ending | None:
        """How it came to be over by its own word, else None; see `Entry.ending`."""
        if self.document_state == "superseded":
            return "superseded"
        if self.effective_state in ("complete", "cancelled"):
            return self.effective_state
        return "archived" if self.document_state == "archived" else None

    @property
    def over(self) -> bool:
        """True for a plan that by its own word nobody works on any more: what is missing stays so."""
        return self.ending is not None

    @property
    def working(self) -> bool:
        """True for a plan that is being worked on."""
        return self.effective_state in IN_HAND and not self.over

    @property
    def begun(self) -> bool:
        """True for a plan whose state is past planning."""
        return self.effective_state not in (None, "planning")

    @property
    def not_started(self) -> bool:
        """True where work is written down, none of it is recorded as begun, and no state says otherwise."""
        written = self.progress.total or self.progress.phases_total
        begun = self.effective_state in ("in-progress", "complete")
        return bool(written) and self.progress.percent is None and not begun

    @property
    def finished(self) -> bool:
        """True for a plan that others need not wait for: complete, or without a state at 100 %."""
        return self.effective_state == "complete" or (self.state is None and self.progress.percent == 100)


class Plan(Kept):
    """One implementation plan, with everything read from its page."""

    description: str = ""
    state_text: str = ""
    state_line: int = 0
    health: Health | None = None
    """As the author says it, in a field or else in the last update that tells it."""
    health_date: str | None = None
    """The day of the last update that says so; None where no update does."""
    reason: str = ""
    """Why it is on hold, blocked or cancelled, as its status or a field such as *Blocked by* says.

    Of a plan that goes on, what such a field says besides the plans that it links to.
    """
    priority: Priority | None = None
    owner: str | None = None
    created: str | None = None
    """ISO, as all dates are; None where only a month or the like is given: see `created_text`."""
    created_precision: Precision | None = None
    created_text: str = ""
    updated: str | None = None
    updated_precision: Precision | None = None
    updated_text: str = ""
    start: str | None = None
    """When the work begins: the first day of a month, quarter or the like."""
    start_precision: Precision | None = None
    """How precise a date is that is no day, as `start_text` has it; None for a day."""
    start_text: str = ""
    """The date as written, where it is no day."""
    target: str | None = None
    """When it should be complete: the last day of a month, quarter or the like; else `due`."""
    target_precision: Precision | None = None
    target_text: str = ""
    due: str | None = None
    """When it must be complete; else `target`."""
    due_precision: Precision | None = None
    due_text: str = ""
    late: bool = False
    """True if it was due before today and is not over; known once the plans of a site are joined."""
    updates: list[Update] = msgspec.field(default_factory=list)
    """Status updates, the newest first."""
    tags: list[str] = msgspec.field(default_factory=list)
    category: str | None = None
    sections: dict[str, int] = msgspec.field(default_factory=dict)
    typed_progress: list[TypedFigure] = msgspec.field(default_factory=list)
    tasks: TaskCounts = msgspec.field(default_factory=TaskCounts)
    task_list: list[Task] = msgspec.field(default_factory=list)
    checklists: list[Checklist] = msgspec.field(default_factory=list)
    summary: Summary = msgspec.field(default_factory=Summary)
    current_state: CurrentState = msgspec.field(default_factory=CurrentState)
    goals: list[Goal] = msgspec.field(default_factory=list)
    strategy: Strategy = msgspec.field(default_factory=Strategy)
    decisions: list[Decision] = msgspec.field(default_factory=list)
    phases: list[Phase] = msgspec.field(default_factory=list)
    testing: Testing = msgspec.field(default_factory=Testing)
    test_cases: list[TestCase] = msgspec.field(default_factory=list)
    rollback: Rollback = msgspec.field(default_factory=Rollback)
    risks: list[Risk] = msgspec.field(default_factory=list)
    criteria: list[Criterion] = msgspec.field(default_factory=list)
    benchmarks: list[Benchmark] = msgspec.field(default_factory=list)
    deliverables: list[Deliverable] = msgspec.field(default_factory=list)
    next_steps: NextSteps = msgspec.field(default_factory=NextSteps)
    references: list[Reference] = msgspec.field(default_factory=list)
    document_information: dict[str, str] = msgspec.field(default_factory=dict)
    contradictions: list[Contradiction] = msgspec.field(default_factory=list)
    left_out: list[LeftOut] = msgspec.field(default_factory=list)
    """What no reader took, by line: nothing is lost silently."""
    rendered_differs: bool = False
    commits_since_edit: int = 0
    """Commits that touched files which the plan names since it was edited, where that is worth a word."""
    findings: list[Finding] = msgspec.field(default_factory=list)
    why: Why = msgspec.field(default_factory=Why)
    phases_line: int = 0
    """The line of the heading above the phases, under which the stepper is shown; 0 where there is none."""
    benchmarks_line: int = 0
    """The header row of the benchmark table."""
    dependencies_line: int = 0
    """The heading above the first link to a plan that this one depends on; 0 where there is none."""

    def written(self, date: Literal["created", "updated", "start", "target", "due"]) -> str | None:
        """Return a date as it is shown: as its author wrote it where it is no day, else ISO."""
        written: str | None = getattr(self, f"{date}_text") or getattr(self, date)
        return written

    @property
    def current_phase(self) -> Phase | None:
        """The phase being worked on: the first in progress or blocked, else the first not over."""
        return next(
            (phase for phase in self.phases if phase.in_hand),
            next((phase for phase in self.phases if not phase.over), None),
        )

    @property
    def open_risks(self) -> list[Risk]:
        """Risks that still expose the plan, gravest first, unrated last."""
        return sorted((risk for risk in self.risks if risk.open), key=lambda risk: -severity_rank(risk.level))
