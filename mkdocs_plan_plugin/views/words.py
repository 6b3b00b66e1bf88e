"""The words that views say for the values of the model, in English: translated where they are said."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]
"""English texts by value. Whatever is declared as this is translated by a language's file."""
Counts = Mapping[str, tuple[str, str]]
"""English texts with a number, for one and for many, by value."""

STATES: Words = {
    "planning": "Planning",
    "pending": "Pending",
    "in-progress": "In progress",
    "complete": "Complete",
    "on-hold": "On hold",
    "blocked": "Blocked",
    "deferred": "Deferred",
    "cancelled": "Cancelled",
    "superseded": "Superseded",
    "archived": "Archived",
    "unknown": "No state",
}
STAGES = ("pending", "in-progress", "complete", "on-hold", "blocked", "deferred", "cancelled")
"""The states that a phase may be given, in the order of a menu."""
WITHIN: Words = {
    "planning": "planning",
    "pending": "pending",
    "in-progress": "in progress",
    "complete": "complete",
    "on-hold": "on hold",
    "blocked": "blocked",
    "deferred": "deferred",
    "cancelled": "cancelled",
    "superseded": "superseded",
    "archived": "archived",
    "unknown": "no state",
}
"""States within a sentence."""
LEVELS: Words = {
    "critical": "Critical",
    "high": "High",
    "medium": "Medium",
    "low": "Low",
    "unrated": "Not rated",
}
RATINGS: Words = {
    "low": "low",
    "medium": "medium",
    "high": "high",
    "critical": "critical",
}
"""Ratings of probability and impact; a grid may have others, in its author's words."""
VERDICTS: Words = {
    "met": "Met",
    "near": "Close",
    "missed": "Missed",
    "unmeasured": "Not measured",
    "uncompared": "No verdict",
}
DATES: Words = {"clock": "Stale", "late": "Late", "due-soon": "Due soon", "undated": "No date"}
HEALTH: Words = {"on-track": "On track", "at-risk": "At risk", "off-track": "Off track"}
RISK_STATUSES: Words = {
    "open": "Open",
    "mitigating": "Mitigating",
    "accepted": "Accepted",
    "closed": "Closed",
}
DECISION_STATUSES: Words = {
    "open": "Open",
    "proposed": "Proposed",
    "accepted": "Accepted",
    "superseded": "Superseded",
    "rejected": "Rejected",
}
SEVERITIES: Words = {"error": "Error", "warning": "Warning", "info": "Info"}
TASK_STATES: Words = {
    "in-progress": "In progress",
    "blocked": "Blocked",
    "cancelled": "Cancelled",
    "deferred": "Deferred",
}
ITEM_STATES: Words = {"open": "Open", "done": "Done", **TASK_STATES}
PRIORITIES: Words = {"P0": "P0 Critical", "P1": "P1 High", "P2": "P2 Medium", "P3": "P3 Low"}
DOCUMENT_STATES: Words = {
    "draft": "Draft",
    "review": "In review",
    "approved": "Approved",
    "active": "Active",
    "complete": "Complete",
    "superseded": "Superseded",
    "archived": "Archived",
}
ADVICE: Words = {
    "critical": "settle before going on",
    "high": "mitigate in this phase",
    "medium": "watch at each review",
    "low": "accept",
    "unrated": "not in the grid",
}
MEANINGS: Words = {**STATES, **LEVELS, **VERDICTS, **SEVERITIES, **DATES, **HEALTH}
"""Everything that has a shape, with its word."""
COUNTED: Counts = {
    "critical": ("%(num)s critical", "%(num)s critical"),
    "high": ("%(num)s high", "%(num)s high"),
    "medium": ("%(num)s medium", "%(num)s medium"),
    "low": ("%(num)s low", "%(num)s low"),
    "unrated": ("%(num)s not rated", "%(num)s not rated"),
    "error": ("%(num)s error", "%(num)s errors"),
    "warning": ("%(num)s warning", "%(num)s warnings"),
    "info": ("%(num)s info", "%(num)s info"),
}
"""Levels of risks and severities of findings with how many there are."""
TALLY: Counts = {
    "met": ("<b>%(num)s</b> met", "<b>%(num)s</b> met"),
    "near": ("<b>%(num)s</b> close", "<b>%(num)s</b> close"),
    "missed": ("<b>%(num)s</b> missed", "<b>%(num)s</b> missed"),
    "unmeasured": ("<b>%(num)s</b> not measured", "<b>%(num)s</b> not measured"),
    "uncompared": ("<b>%(num)s</b> without verdict", "<b>%(num)s</b> without verdict"),
}
"""Verdicts with how many there are."""
MORE: Counts = {
    "plans": ("<b>%(num)s</b> more plan", "<b>%(num)s</b> more plans"),
    "risks": ("<b>%(num)s</b> more risk", "<b>%(num)s</b> more risks"),
    "decisions": ("<b>%(num)s</b> more decision", "<b>%(num)s</b> more decisions"),
    "benchmarks": ("<b>%(num)s</b> more benchmark", "<b>%(num)s</b> more benchmarks"),
    "criteria": ("<b>%(num)s</b> more criterion", "<b>%(num)s</b> more criteria"),
    "deliverables": ("<b>%(num)s</b> more deliverable", "<b>%(num)s</b> more deliverables"),
    "updates": ("<b>%(num)s</b> more update", "<b>%(num)s</b> more updates"),
    "rows": ("<b>%(num)s</b> more", "<b>%(num)s</b> more"),
}
"""What is listed, with how many more of it there are."""
DATED: Words = {"from": "from %(date)s", "due": "due %(date)s", "done": "done %(date)s"}
"""What a date of a plan stands for."""
HAVING: Words = {
    "late": "Late",
    "blocked": "Blocked",
    "in-progress": "In progress",
    "next": "Next",
    "risk": "Risks",
}
"""What somebody has."""
HAVING_SHAPE = {
    "late": "late",
    "blocked": "blocked",
    "in-progress": "in-progress",
    "next": "pending",
    "risk": "high",
}
DUE: Words = {
    "late": "Late",
    "this-month": "This month",
    "next-month": "Next month",
    "later": "Later",
    "over": "Over",
}
"""When things are due, where they are grouped by it."""
PREVIEW: Words = {
    "saved": "Written: {place}",
    "refused": "Nothing was changed: {why}",
    "silent": "Nothing was changed: the preview does not answer",
    "close": "Close message",
}
"""What the script of the preview says."""
FACETS: Words = {
    "state": "State",
    "priority": "Priority",
    "owner": "Owner",
    "risk": "Risk",
    "due": "Due",
    "health": "Health",
    "level": "Level",
    "status": "Status",
    "rating": "Rating",
    "verdict": "Verdict",
    "reason": "Needs attention",
}
"""What lists can be filtered by in a browser."""
YES_NO: Words = {"yes": "yes", "no": "no"}
KINDS: Words = {"quantitative": "quantitative", "qualitative": "qualitative", "acceptance": "acceptance"}
"""Kinds of criteria."""
WITHOUT: Words = {
    "document_state": "No document state",
    "priority": "No priority",
    "risk": "No risk",
    "owner": "No owner",
    "title": "No title",
    "plan": "No plan",
    "folder": "No folder",
    "phase": "No phase",
    "category": "No category",
    "tag": "No tag",
    "created": "No date of creation",
    "updated": "No date of update",
    "target": "No target",
    "due": "Not due on a day",
    "health": "No health",
    "start": "No start",
    "late": "Not late",
    "progress": "No progress",
    "level": "No level",
    "status": "No status",
    "probability": "No probability",
    "impact": "No impact",
    "date": "No date",
    "kind": "No kind",
    "verdict": "No verdict",
}
"""What is said over a group of those without a value, by field."""
