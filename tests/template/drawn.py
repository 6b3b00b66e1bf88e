"""A compiled template drawn as a tree, two spaces for each level."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_plan_plugin.template.parts import TemplateNode
from mkdocs_plan_plugin.template.schema import Template


def draw(template: Template) -> str:
    """Draw a template."""
    return "\n".join(_lines(template.sections))


def _lines(nodes: Iterable[TemplateNode], indent: str = "") -> Iterable[str]:
    for node in nodes:
        yield indent + _shown(node)
        yield from _lines(node.children, f"{indent}  ")


def _shown(node: TemplateNode) -> str:
    """Return a node as a line of the tree."""
    said = (
        node.demand if node.demand != "optional" else "",
        f"{node.least}..{node.most or ''}" if node.least or node.most else "",
        "also " + ", ".join(node.also) if node.also else "",
    )
    marks = "".join(f" ({word})" for word in said if word)
    if node.kind == "section":
        return node.name + marks
    if node.kind == "field":
        value = f"one of {', '.join(node.values)}" if node.value == "choice" else node.value
        return f"field {node.name}: {value}{marks}"
    if node.kind in ("list", "checklist"):
        return f"{node.kind} of {node.name}" if node.name else node.kind
    if node.kind == "table":
        return f"table {', '.join(node.values)}{marks}"
    return f"{node.kind} {node.name}".rstrip() + marks
