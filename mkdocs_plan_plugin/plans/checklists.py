"""Checklists: headings and labels with tasks under them, and the role each plays."""

from __future__ import annotations

from mkdocs_plan_plugin.plans.entries import has_tasks, labelled
from mkdocs_plan_plugin.plans.model import Checklist, Task
from mkdocs_plan_plugin.plans.vocabulary import Vocabulary
from mkdocs_plan_plugin.source.document import Document, Section
from mkdocs_plan_plugin.source.markdown import Block

_ROLES = ("pre-implementation", "implementation", "post-implementation", "verification", "deliverables", "acceptance")
_BY_SECTION = {"success-criteria": "acceptance", "deliverables": "deliverables"}


def find_checklists(
    document: Document, sections: dict[str, Section], tasks: list[Task], vocabulary: Vocabulary
) -> list[Checklist]:
    """Return the checklists of a page, and give each task the role of the list it stands in.

    A label's role goes before its heading's, that before the section's above.
    """
    by_line = {task.line: task for task in tasks}
    section_roles = {section.index: role for name, role in _BY_SECTION.items() if (section := sections.get(name))}
    inherited: dict[int, str] = {}
    found: list[Checklist] = []
    for section in document.sections:
        role = section_roles.get(section.index) or _role(section.title, vocabulary) or inherited.get(section.parent, "")
        inherited[section.index] = role
        if not has_tasks(section.blocks):
            continue
        for part in labelled(section.blocks, vocabulary):
            inside = [by_line[line] for line in _lines(part.blocks) if line in by_line]
            if not inside:
                continue
            part_role = (_role(part.name, vocabulary) if part.name else "") or role
            for task in inside:
                task.role = part_role
            leaves = [task for task in inside if task.leaf and task.state not in ("cancelled", "deferred")]
            if section.index or part.name:
                found.append(
                    Checklist(
                        line=part.line if part.name else section.line,
                        title=part.name or section.title,
                        role=part_role,
                        done=sum(task.state == "done" for task in leaves),
                        total=len(leaves),
                        heading=not part.name,
                    )
                )
    return found


def _role(title: str, vocabulary: Vocabulary) -> str:
    return next((role for role in _ROLES if vocabulary.plays(title, role)), "")


def _lines(blocks: list[Block]) -> list[int]:
    """Return the lines of all items among blocks."""
    lines: list[int] = []
    stack = list(reversed(blocks))
    while stack:
        block = stack.pop()
        if block.kind == "item":
            lines.append(block.line)
        stack += reversed(block.children)
    return lines
