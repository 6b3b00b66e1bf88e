"""The footer of a page: what is behind a closing rule belongs to the page, not to its last section."""

from __future__ import annotations

from mkdocs_plan_plugin.reading.statements import statements_in
from mkdocs_plan_plugin.reading.tasks.read import read_tasks
from mkdocs_plan_plugin.source.fields import fields_of
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary

BEHIND_RULE = "comes after the rule that closes the page"
"""Why an item of the footer is no risk or decision of the section before."""

_KINDS = frozenset({"paragraph", "list", "quote", "table"})
_MOST_BLOCKS = 6
_MOST_LINES = 24
"""A longer end of a page goes on with its last section."""


def footer_of(blocks: list[Block], vocabulary: Vocabulary, *, last: bool) -> tuple[list[Block], list[Block]]:
    """Part the footer from a section's blocks: what is behind a rule that closes it.

    In the last section of a page that is anything short without tasks; elsewhere it is a footer only if
    it states facts and nothing else.
    """
    if "rule" not in [block.kind for block in blocks]:
        return blocks, []  # most sections
    end = len(blocks)
    while end and blocks[end - 1].kind == "rule":
        end -= 1  # what parts it from the next section
    rule = _rule_above(blocks, end)
    above = _rule_above(blocks, rule)
    while above >= 0 and rule - above > 1 and _only_states(blocks[above + 1 : rule], vocabulary):
        rule, above = above, _rule_above(blocks, above)  # facts of the page, a rule, and more of them
    behind = [block for block in blocks[rule + 1 : end] if block.kind != "rule"]
    if rule < 0 or not behind:
        return blocks, []
    if any(block.kind not in _KINDS for block in behind):
        return blocks, []
    short = len(behind) <= _MOST_BLOCKS and behind[-1].end - behind[0].line < _MOST_LINES
    if last and short and rule and not read_tasks(behind):
        return blocks[:rule], behind
    if _only_states(behind, vocabulary):
        return blocks[:rule], behind
    return blocks, []


def _rule_above(blocks: list[Block], end: int) -> int:
    """Return the index of the last rule before one, -1 without any."""
    return next((at for at in range(end - 1, -1, -1) if blocks[at].kind == "rule"), -1)


def _only_states(blocks: list[Block], vocabulary: Vocabulary) -> bool:
    """True for statements and hardly a line beside them, though some have names that we do not know."""
    stated = sum(1 for _ in statements_in(blocks, vocabulary, own=True))
    named = sum(bool(fields_of(line)) for block in blocks for line in block.lines)
    lines = sum(len(block.lines) or len(block.children) or len(block.rows) for block in blocks)
    return stated > 0 and max(stated, named) >= lines - 1
