"""Every option of the plugin, once: name, type, default and meaning.

The MkDocs configuration, the command line and the reference page of the documentation are all made
from this type.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta


class Settings(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, frozen=True):
    """The options under `plugins: - plan:` in `mkdocs.yml`."""

    tags: Annotated[
        list[str],
        Meta(description="Tags in front matter that make a page a plan."),
    ] = msgspec.field(default_factory=lambda: ["implementation-plan", "plan"])

    include: Annotated[
        list[str],
        Meta(
            description="Globs, relative to docs_dir, case ignored. A page that matches one and has two of"
            " the six traits of a plan is a plan. Index and README pages are excepted."
        ),
    ] = msgspec.field(
        default_factory=lambda: ["**/plans/**", "**/*plan.md", "**/*-plan-*.md", "**/*roadmap*.md"]
    )

    exclude: Annotated[
        list[str],
        Meta(description="Globs, relative to docs_dir, of pages that never are plans."),
    ] = msgspec.field(default_factory=list)

    index: Annotated[
        bool | str | dict[str, str],
        Meta(
            description="Where the generated index page stands, e.g. `plans/index.md`; `false` for none."
            " A page of your own at the same address wins."
        ),
    ] = "plans/index.md"

    show: Annotated[
        list[str] | None,
        Meta(description="The pieces that a plan page shows. Unset means all of them."),
    ] = None

    progress: Annotated[
        Literal["auto", "tasks", "status"],
        Meta(
            description="What the progress of a phase is counted from: its tasks, its stated status, or"
            " (`auto`) whichever says more."
        ),
    ] = "auto"

    emoji_tasks: Annotated[
        bool,
        Meta(description="Count list items led by ✅, ❌ or ⏳ as tasks, as if they had a checkbox."),
    ] = False

    gfm_lists: Annotated[
        bool,
        Meta(
            description="Show the lists of plan pages as a code host shows them, whatever their indentation."
        ),
    ] = True

    vocabulary: Annotated[
        dict[str, dict[str, list[str]]],
        Meta(
            description="Your own words: for each table (`phases`, `states`, `levels`, `sections`, `fields`"
            " and others) a mapping from the canonical name to a list of further spellings."
        ),
    ] = msgspec.field(default_factory=dict)

    risk_levels: Annotated[
        dict[str, dict[str, Literal["low", "medium", "high", "critical"]]] | None,
        Meta(
            description="The grid that rates risks: probability → impact → level, each axis from low to high."
            " Unset means the grid of the shipped template, 3 × 4."
        ),
    ] = None

    today: Annotated[
        str | None,
        Meta(description="The date that counts as today, YYYY-MM-DD. `SOURCE_DATE_EPOCH` goes before it."),
    ] = None
