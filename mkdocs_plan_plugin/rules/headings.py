"""Rules about headings and front matter that hold for any plan."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_plan_plugin.dialects.dialect import PLAIN
from mkdocs_plan_plugin.reading.headed import is_field_line
from mkdocs_plan_plugin.rules.changes import below, swap
from mkdocs_plan_plugin.rules.fault import Fault
from mkdocs_plan_plugin.rules.page import CheckedPage
from mkdocs_plan_plugin.rules.registry import rule
from mkdocs_plan_plugin.rules.site import Pages
from mkdocs_plan_plugin.source.document import Section
from mkdocs_plan_plugin.vocabulary.lookup import title_key


@rule(
    "PLAN104",
    "duplicate-section",
    "info",
    bad="""
    # Plan: new cache

    ## Risk Assessment

    Few.

    ## Risk Assessment

    None.
    """,
    good=("Few.\n\n## Risk Assessment\n\nNone.", "Few, or none."),
)
def duplicate_section(page: CheckedPage) -> Iterator[Fault]:
    """Two main sections have the same heading.

    Only the first is read for its role, and links lead to it alone; what is in the other is lost.
    """
    seen: dict[tuple[int, str], Section] = {}
    lowest = min((one.level for one in page.document.sections if one.level > 1), default=2)
    for section in page.document.sections[1:]:
        if section.level != lowest or not title_key(section.title) or page.phase_at(section.line):
            continue
        first = seen.setdefault((section.parent, section.title.casefold()), section)
        if first is not section:
            yield Fault(
                section.line,
                f"'{section.title}' is here and at line {first.line}; join them, or name one differently",
            )


@rule(
    "PLAN105",
    "empty-section",
    "info",
    bad="""
    # Plan: new cache

    ## Current State

    ## Risk Assessment

    Few.
    """,
    good=("## Risk Assessment", "No cache.\n\n## Risk Assessment"),
)
def empty_section(page: CheckedPage) -> Iterator[Fault]:
    """Nothing is under a heading.

    An empty section reads like a promise. Leave the heading out until there is something to say.
    """
    known = {phase.line for phase in page.plan.phases}
    known |= {step.line for phase in page.plan.phases for step in phase.steps}
    parents = {section.parent for section in page.document.sections}
    for section in page.document.sections[1:]:
        if section.index in parents or section.level < 2 or section.line in known:
            continue
        if any(block.kind not in ("html", "rule") for block in section.blocks) or page.phase_at(section.line):
            continue
        if any("plan" in block.code for block in section.blocks if block.kind == "html"):
            continue  # a directive stands for its view
        if is_field_line(section, page.vocabulary):
            continue
        yield Fault(
            section.line,
            f"there is nothing under '{section.title}'; write what belongs there, or take the heading out",
            cause="empty",
            many="there is nothing under {count} headings: {lines}",
        )


@rule(
    "PLAN107",
    "no-title",
    "info",
    bad="""
    ## Executive Summary

    A cache.
    """,
    good=("## Executive", "# Plan: new cache\n\n## Executive"),
)
def no_title(page: CheckedPage) -> Iterator[Fault]:
    """The page has no title, neither a heading of level 1 nor one in front matter.

    Every view of all plans calls a plan by its title; without one it goes by its file name.
    """
    own_title = page.outline.dialect.title != PLAIN.title  # its dialect may take it from elsewhere
    if page.outline.title is None and not page.document.front.values.get("title") and not own_title:
        front, title = page.document.front.last_line, f"# {page.plan.title}"
        edits = below(page.lines, front, f"\n{title}") if front else swap(1, 1, "", f"{title}\n\n")
        yield Fault(1, "the page has no title", title, edits=edits, applies="manual")


@rule(
    "PLAN113",
    "near-miss",
    "info",
    scope="site",
    bad="""
    # Cache roadmap

    ## Phase 1: Warm up

    - [ ] Fill it
    """,
    good="""
    ---
    plan: true
    ---
    # Cache roadmap
    """,
)
def near_miss(pages: Pages) -> Iterator[Fault]:
    """A page looks like a plan or is where plans do, but is none.

    It has the looks of one, but neither a marker nor its path makes it one; or the option `include`
    names it, but it has too few traits of a plan. It shows no card and is in no joined view. Mark it with
    `plan: true`, or say `plan: false` to end the question.
    """
    for miss in pages.near:
        yield Fault(0, str(miss), "plan: true", path=miss.path)


@rule(
    "PLAN114",
    "malformed-front-matter",
    "warning",
    scope="template",
    bad="""
    ---
    plan: true
    title: Cache: warm up: now
    ---
    # Cache
    """,
    good='---\nplan: true\ntitle: "Cache: warm up: now"\n---\n# Cache',
)
def malformed_front_matter(page: CheckedPage) -> Iterator[Fault]:
    """The front matter is no YAML that can be read.

    MkDocs drops all of it without a word, so that title, tags and template are lost.
    """
    front = page.document.front
    if front.error:
        yield Fault(
            front.error_line,
            f"the front matter can't be read ({front.error}), and MkDocs ignores all of it; put values with a"
            " colon, '#' or quotes into quotes",
        )
