"""Nasty inputs: read in full, and with work that grows no faster than the text.

Python's work is counted. What C does in one line of it, such as a search, only a clock tells: in CI four
times the text may take at most eight times as long (work that grows with the square takes sixteen times),
for texts long enough to measure. Where that fails, more runs decide.
"""

from __future__ import annotations

import sys
import time

import pytest

from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.source.document import read_document
from tests.work import LINEAR, forget, growth

ROWS = "| Risk | Probability | Impact |\n|---|---|---|\n"

NASTY = {
    "one line": lambda n: "word " * (n * 40),
    "one line of marks": lambda n: "**a:** | " * (n * 10),
    "one line of stars": lambda n: "*a **b " * (n * 5),
    "one line of brackets": lambda n: "[" * (n * 10),
    "one line of backticks": lambda n: "`a" * (n * 10),
    "one line of colons": lambda n: "a: " * (n * 20),
    "one heading": lambda n: "# " + "Phase 1: " * (n * 20),
    "one title of marks": lambda n: "# P\n\n## Phase 1: " + "✅ (done) " * (n * 5),
    "one status": lambda n: "**Status:** " + "done, not " * (n * 10),
    "one item": lambda n: "- [x] " + "word " * (n * 20),
    "one cell": lambda n: ROWS + "| " + "risk " * (n * 20) + "| High | Low |\n",
    "headings": lambda n: "# P\n\n" + "".join(f"## Heading {i % 99}\n\n" for i in range(n)),
    "phases": lambda n: "# P\n\n" + "".join(f"## Phase {i}: A\n\n- [x] a\n\n" for i in range(n)),
    "same phases": lambda n: "# P\n\n" + "## Phase 1: A\n\n" * n,
    "runs": lambda n: "# P\n\n" + "".join(f"## Part {i}\n\n### Phase 1: A\n\n- [ ] a\n\n" for i in range(n // 2)),
    "steps": lambda n: "# P\n\n## Phase 1: A\n\n" + "".join(f"### Step 1.{i}: B\n\n- [ ] a\n\n" for i in range(n)),
    "about a phase": lambda n: "# P\n\n## Phase 1: A\n\n- [x] a\n\n" + "## Phase 1 Deliverables\n\n- a\n\n" * n,
    "one date": lambda n: "# P\n\n**Target:** " + "12.1. bis 20. Jan – Q4 to " * (n * 5),
    "dates": lambda n: "# P\n\n" + "**Target:** end of Q4\n" * n,
    "values under headings": lambda n: "# P\n\n" + "### Owner\n\nKim\n\n### Due: 2026-01-01\n\n" * n,
    "marks before a name": lambda n: "📅 → " * (n * 10) + "Owner: Kim",
    "staircase": lambda n: "# P\n\n" + "".join(f"{'#' * (2 + i % 5)} Phase {i}: A\n\n" for i in range(n)),
    "unclosed fences": lambda n: "```\n- [x] a\n~~~\n" * n,
    "fences": lambda n: "```\na\n```\n\n" * n,
    "comments": lambda n: "<!-- a\n" * n,
    "closed comments": lambda n: "<!-- a -->\n\n" * n,
    "tasks": lambda n: "".join(f"- [x] a {i}\n" for i in range(n)),
    "same tasks": lambda n: "- [x] a\n" * n,
    "checklists": lambda n: "**Deliverables:**\n\n- [x] a\n\n" * n,
    "quotes": lambda n: "> - [x] a\n\n" * n,
    "admonitions": lambda n: "!!! note\n    - [x] a\n\n" * n,
    "one admonition": lambda n: "!!! note\n" + "    - [x] a\n" * n,
    "markers": lambda n: "!!! note\n" * n,
    "generic blocks": lambda n: "/// note\na\n" * n,
    "blank lines": lambda n: "!!! note\n" + "\n" * (n * 5),
    "table": lambda n: ROWS + "".join(f"| Risk {i} | High | Low |\n" for i in range(n)),
    "same rows": lambda n: ROWS + "| Flood | High | Low |\n" * n,
    "tables": lambda n: (ROWS + "| Flood | High | Low |\n\n") * (n // 2),
    "wide table": lambda n: "|" + "a|" * n + "\n|" + "-|" * n + "\n|" + "b|" * n + "\n",
    "risks": lambda n: "## Risks\n\n" + "".join(f"### Risk {i}: A {i}\n\n**Impact:** High\n\n" for i in range(n // 2)),
    "risk items": lambda n: "## Risks\n\n" + "".join(f"- **A {i}**: b\n" for i in range(n)),
    "risks and rows": lambda n: "## Risks\n\n"
    + "".join(f"### A {i} b\n\n**Impact:** High\n\n" for i in range(n // 4))
    + ROWS
    + "".join(f"| A {i} | High | Low |\n" for i in range(n // 4)),
    "decisions": lambda n: "## Decisions\n\n" + "".join(f"### A {i}\n\n**Decision:** b\n\n" for i in range(n // 2)),
    "fields": lambda n: "# P\n\n" + "**Status:** Planning\n" * n,
    "sections": lambda n: "# P\n\n" + "## Risks\n\n- a\n\n## Goals\n\n- b\n\n" * (n // 2),
    "references": lambda n: "## References\n\n" + "- [a](b.md)\n" * n,
    "dependencies": lambda n: "## Dependencies\n\n" + "".join(f"- [a](b{i}.md)\n" for i in range(n)),
    "front matter list": lambda n: "---\ntags:\n" + "  - a\n" * min(n, 9000) + "---\n",
    "front matter keys": lambda n: "---\n" + "".join(f"k{i}: v\n" for i in range(min(n, 6000))) + "---\n",
    "links": lambda n: "[a](b) " * (n * 5),
    "footnotes": lambda n: "".join(f"[^{i}]: a\n\n" for i in range(n)),
    "entities": lambda n: "&amp;" * (n * 10),
    "surrogates": lambda n: "\ud800" * (n * 20),
    "nul": lambda n: "a\0b\n" * n,
    "mixed newlines": lambda n: "a\r\n\rb\n\n- [x] c\r" * n,
    "utf-16 by mistake": lambda n: "# P\n\n- [x] a\n".encode("utf-16-le").decode("utf-8", "replace") * (n // 4),
    "damaged emoji": lambda n: "‚úÖ üîÑ ‚è≥ " * (n * 5),
    "one damaged title": lambda n: "# " + "‚úÖ" * (n * 5),
    "spaces": lambda n: "- [x]" + " " * (n * 20) + "a\n",
    "tabs": lambda n: "\t" * (n * 5) + "a\n",
}  # fmt: skip


def seconds(text: str, runs: int = 1) -> float:
    """Return the best time of a first reading: what an earlier one remembered is forgotten."""
    times = []
    for _ in range(runs):
        forget()
        begin = time.process_time()
        read_plan(text, "a.md")
        times.append(time.process_time() - begin)
    return min(times)


@pytest.mark.parametrize("name", NASTY)
def test_work_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    assert growth(lambda times: read_plan(NASTY[name](times), "a.md"), 100) < LINEAR


@pytest.mark.clock
@pytest.mark.parametrize("name", NASTY)
def test_time_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    make = NASTY[name]
    size = 250
    once = seconds(make(size))
    while once < 0.005 and size < 2000:
        size *= 2
        once = seconds(make(size))
    if once < 0.003:
        return  # too quick to measure, at any size that matters
    for runs in (1, 3, 5):  # a busy machine may spoil a measurement
        if seconds(make(size * 4), runs) < seconds(make(size), runs) * 8:
            return
    pytest.fail(f"{size * 4} took more than eight times as long as {size}")


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        ("x" * 1_000_000 + "\n\n- [x] a\n", 1),
        ("- [x] " + "x" * 1_000_000, 1),
        ("# P\n\n" + "## Heading\n\n" * 20_000 + "- [x] a\n", 1),
        ("| a | b |\n|---|---|\n" + "| c | d |\n" * 5_000 + "\n- [x] a\n", 1),
        ("- [x] a\n" * 5_000, 5_000),
        ("```\n" + "- [x] a\n" * 5_000, 0),
        (">" * 5_000 + " - [x] a\n", None),
        ("- " * 5_000 + "[x] a\n", None),
        ("".join("  " * depth + "- [x] a\n" for depth in range(300)), 300),
        ("".join("    " * depth + "!!! note\n" for depth in range(300)) + "\n- [x] a\n", 1),
        ("*" * 100_000 + "\n\n- [x] a\n", 1),
        ("[" * 100_000 + "\n\n- [x] a\n", 1),
        ("- [x] a\n\0\n\n- [x] \ud800b\r\r\n- [x] c", 3),
    ],
    ids=["line", "item", "headings", "table", "tasks", "unclosed", "quotes", "nested markers", "nested lists",
         "nested admonitions", "stars", "brackets", "surrogates"],
)  # fmt: skip
def test_size_and_depth_lose_nothing(text: str, tasks: int | None) -> None:
    plan = read_plan(text, "a.md")
    if tasks is not None:
        assert plan.tasks.total == tasks


def test_depth_needs_no_deep_stack() -> None:
    text = "> " * 2_000 + "a\n\n" + "- " * 2_000 + "b\n"
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(700)
        read_plan(text, "a.md")
    finally:
        sys.setrecursionlimit(limit)


def test_each_text_is_parsed_once_by_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Containers are parsed once per level they stand in, everything else once."""
    from mkdocs_plan_plugin.source import markdown

    parsed = []

    class Counting:
        def events_with_range(self, text: str) -> object:
            parsed.append(len(text))
            return parser.events_with_range(text)

    parser = markdown._PARSER
    monkeypatch.setattr(markdown, "_PARSER", Counting())
    page = "# P\n\n## Phase 1: A\n\n- [x] a\n\n" * 100
    read_document(page)
    assert sum(parsed) <= len(page)
    parsed.clear()
    nested = "!!! note\n    !!! tip\n        - [x] a\n\n" * 100
    read_document(nested)
    assert sum(parsed) <= 3 * len(nested)
