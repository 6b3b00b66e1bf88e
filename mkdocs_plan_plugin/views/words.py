"""The words that views say for the values of the model."""

from __future__ import annotations

STATES = {
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
LEVELS = {
    "critical": "Critical",
    "high": "High",
    "medium": "Medium",
    "low": "Low",
    "unrated": "Not rated",
}
VERDICTS = {
    "met": "Met",
    "near": "Close",
    "missed": "Missed",
    "unmeasured": "Not measured",
    "uncompared": "No verdict",
}
REASONS = {"clock": "Stale"}
RISK_STATUSES = {"open": "Open", "mitigating": "Mitigating", "accepted": "Accepted", "closed": "Closed"}
DECISION_STATUSES = {
    "open": "Open",
    "proposed": "Proposed",
    "accepted": "Accepted",
    "superseded": "Superseded",
    "rejected": "Rejected",
}
SEVERITIES = {"error": "Error", "warning": "Warning", "info": "Info"}
TASK_STATES = {
    "in-progress": "In progress",
    "blocked": "Blocked",
    "cancelled": "Cancelled",
    "deferred": "Deferred",
}
PRIORITIES = {"P0": "P0 Critical", "P1": "P1 High", "P2": "P2 Medium", "P3": "P3 Low"}
DOCUMENT_STATES = {
    "draft": "Draft",
    "review": "In review",
    "approved": "Approved",
    "active": "Active",
    "complete": "Complete",
    "superseded": "Superseded",
    "archived": "Archived",
}
ADVICE = {
    "critical": "settle before going on",
    "high": "mitigate in this phase",
    "medium": "watch at each review",
    "low": "accept",
    "unrated": "not in the grid",
}
MEANINGS = STATES | LEVELS | VERDICTS | SEVERITIES | REASONS
"""Everything that has a shape, with its word."""


def counted(number: int, noun: str) -> str:
    """`1 task`, `2 tasks`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
