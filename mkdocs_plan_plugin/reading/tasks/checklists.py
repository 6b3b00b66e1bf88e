"""Checklists: headings and labels with tasks under them, and the role each plays."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mkdocs_plan_plugin.model import Checklist, Task
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary

_ROLES = (
    "pre-implementation",
    "implementation",
    "post-implementation",
    "acceptance",
    "deliverables",
    "verification",
)
_BY_SECTION = {"success-criteria": "acceptance", "deliverables": "deliverables"}


def find_checklists(outline: Outline, sections: dict[str, Section], tasks: list[Task]) -> list[Checklist]:
    """Return the checklists of a page, and give each task the role of the list it is in.

    A label's role goes before its heading's, that before the section's above.
    """
    vocabulary = outline.vocabulary
    lines = [task.line for task in tasks]
    starts = [section.line for section in outline.sections]
    roles = {section.index: role for name, role in _BY_SECTION.items() if (section := sections.get(name))}
    found: list[Checklist] = []
    for index in sorted({bisect_right(starts, task.line) - 1 for task in tasks}):
        section = outline.sections[index]
        role = _role_in(section, outline, roles)
        for part in outline.parts(section):
            if not part.blocks:
                continue
            inside = tasks[bisect_left(lines, part.blocks[0].line) : bisect_right(lines, part.blocks[-1].end)]
            if not inside:
                continue
            # a field such as `Status: Pending` is no list's label
            label = bool(part.name) and part.field.is_label
            part_role = (_role(part.name, vocabulary) if label else "") or role
            for task in inside:
                task.role = part_role
            leaves = [task for task in inside if task.counts]
            if not label and found and found[-1].heading and found[-1].line == section.line:
                found[-1].done += sum(task.state == "done" for task in leaves)
                found[-1].total += len(leaves)
            elif section.index or label:
                found.append(
                    Checklist(
                        line=part.line if label else section.line,
                        title=part.name if label else section.title,
                        role=part_role,
                        done=sum(task.state == "done" for task in leaves),
                        total=len(leaves),
                        heading=not label,
                    )
                )
    return found


def _role_in(section: Section, outline: Outline, roles: dict[int, str]) -> str:
    """Return the role of a section, its own or that of one above; `roles` are those known so far."""
    unknown: list[Section] = []
    while section.index and section.index not in roles:
        unknown.append(section)
        section = outline.sections[section.parent]
    role = roles.get(section.index, "")
    for one in reversed(unknown):
        role = roles[one.index] = _role(one.title, outline.vocabulary) or role
    return role


def _role(title: str, vocabulary: Vocabulary) -> str:
    roles = vocabulary.roles(title)
    return next((role for role in _ROLES if role in roles), "") if roles else ""
