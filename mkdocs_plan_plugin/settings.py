"""Every option of the plugin, once: name, type, default and meaning.

The MkDocs configuration, the command line and the reference page of the documentation are all made
from this type, and from the texts below its attributes.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

PIECES = (
    "banner",
    "card",
    "findings",
    "stepper",
    "timeline",
    "phase-bar",
    "checklist-count",
    "dependencies",
    "risk-matrix",
    "verdict",
)
"""The pieces of a plan page, in the order in which they are where a line has several."""

INDEX_PAGES = (
    "home",
    "table",
    "risks",
    "board",
    "roadmap",
    "actions",
    "decisions",
    "dependencies",
    "results",
    "health",
)
"""The index pages, by their names in the option `index`."""


class Settings(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, frozen=True):
    """The options under `plugins: - plan:` in `mkdocs.yml`."""

    tags: list[str] = msgspec.field(default_factory=lambda: ["implementation-plan", "plan"])
    """Tags in front matter that make a page a plan."""
    include: list[str] = msgspec.field(
        default_factory=lambda: [
            "**/*plans*/**",
            "**/planning*/**",
            "**/.planning/**",
            "**/*roadmap*/**",
            "**/*plan.md",
            "**/*plans*.md",
            "**/*-plan*.md",
            "**/plan-*.md",
            "**/planning*.md",
            "**/*roadmap*.md",
            "**/specs/*/{plan,tasks}.md",
            "**/*{feuille-de-route,hoja-de-ruta,plano-,план,дорожная-карта,计划,計畫,計画,路线图}*.md",
        ]
    )
    """Globs, relative to docs_dir. A page that matches one and has two of the six traits of a plan is a plan.
    Neither case nor what parts words makes a difference, and `{a,b}` is either word. Index and README pages
    are excepted."""
    exclude: list[str] = msgspec.field(default_factory=list)
    """Globs, relative to docs_dir, of pages that never are plans."""
    extra_plans: list[str | dict[str, Any]] = msgspec.field(default_factory=list)
    """Folders outside of docs_dir, or Markdown files there, whose plans join the site's: paths from the
    folder of `mkdocs.yml`. They are listed and linked to the repository; with `{path: ..., pages: true}` they
    are pages, too."""
    index: bool | str | dict[str, str] = "plans/index.md"
    """Where the generated index page is, e.g. `plans/index.md`; `false` for none. A mapping names several
    pages: `home`, `table`, `risks`, `board`, `roadmap`, `actions`, `decisions`, `dependencies`, `results`,
    `health`. A page of your own at the same address wins."""
    data_file: bool | str = "plans.json"
    """Where the site carries the data of all plans, below its root; `false` for nowhere. A file of your own
    at the same address wins."""
    nav_status: Literal["auto"] | bool = "auto"
    """Show the state of each plan as an icon in the navigation, where the theme is Material. A `status` in a
    page's front matter wins. `auto`: for up to a hundred plans, or any number with `navigation.prune`, as
    each page draws the whole navigation."""
    language: str | None = None
    """The language of what the plugin says in pages, e.g. `de`. Unset means that of the theme. English and
    `ar`, `de`, `es`, `fr`, `ja`, `pt` and `zh` come along; a site adds its own as `plan/languages/xx.yml` in
    the theme's `custom_dir`."""
    show: list[str] | None = None
    """The pieces that a plan page shows. Unset means all of them."""
    progress: Literal["auto", "tasks", "status"] = "auto"
    """What the progress of a phase is counted from: its tasks, its stated status, or (`auto`) whichever says
    more."""
    emoji_tasks: bool = False
    """Count list items led by ✅, ❌ or ⏳ as tasks, as if they had a checkbox."""
    table_tasks: bool = True
    """Count the rows of tables as tasks where the header is plainly one of tasks: a column *Task* or *Action*
    beside one of states, *Status* or *Done*."""
    gfm_lists: bool = True
    """Show the lists of plan pages as a code host shows them, whatever their indentation."""
    day_first: bool | None = None
    """What `03/04/2026` means: `true` for the 3rd of April, `false` for the 4th of March. Unset, such a date
    is not read, and a finding says so."""
    vocabulary: dict[str, dict[str, list[str]]] = msgspec.field(default_factory=dict)
    """Your own words: for each table (`phases`, `states`, `levels`, `sections`, `fields` and others) a
    mapping from the canonical name to a list of further spellings."""
    dialects: list[str | dict[str, Any]] = msgspec.field(default_factory=list)
    """Your own dialects of plans, beside those that come along: YAML files, as paths from the folder of
    `mkdocs.yml`. One of the same name as one that comes along takes its place."""
    risk_levels: dict[str, dict[str, Literal["low", "medium", "high", "critical"]]] | None = None
    """The grid that rates risks: probability → impact → level, each axis from low to high. Unset means the
    grid of the shipped template, 3 × 4."""
    template: str | dict[str, str] | None = None
    """The Markdown template that plans are held to: a path from the folder of `mkdocs.yml`, or a mapping from
    kind of plan (its Category, or `default`) to path. Unset means the shipped one."""
    rules: dict[str, Literal["error", "warning", "info", "off"]] = msgspec.field(default_factory=dict)
    """How grave findings are: a mapping from a rule's code (`PLAN401`), name (`stale-plan`) or family
    (`PLAN4`, `4xx`, `progress`) to `error`, `warning`, `info` or `off`."""
    strict_on: Literal["error", "warning"] = "error"
    """The least severity of a finding that is a warning in the log of a build, so that `mkdocs build
    --strict` fails on it."""
    baseline: str | None = None
    """A file of findings that are known and not reported again, written by `mkdocs-plan check
    --write-baseline`; a path from the folder of `mkdocs.yml`."""
    preview_edits: bool = False
    """Under `mkdocs serve`, on this machine alone: let boxes be ticked and phases be given a state from the
    page, and write that into the plan's file. No built site has any of it."""
    findings_note: Literal["serve", "always", "off"] = "serve"
    """When a plan page shows its findings in a collapsed note at the top: under `mkdocs serve`, `always`, or
    never (`off`)."""
    hints: Literal["serve", "always", "off"] = "serve"
    """When views speak to authors too: what to write where a view is empty, what in a plan could not be read
    or contradicts itself. Under `mkdocs serve`, `always`, or never (`off`). On the page of health, and in
    `mkdocs-plan check`, they stand whatever this says."""
    stale_after: Annotated[int, Meta(ge=0)] = 90
    """Days without an update after which a plan in progress is stale; 0 for never."""
    due_soon: Annotated[int, Meta(ge=0)] = 14
    """Days before its date in which an open plan, phase, step or task is due soon; 0 for never."""
    people: dict[str, str] = msgspec.field(default_factory=dict)
    """Who is who: from a handle, first name or team as plans write it to the name that is shown, e.g. `{quay:
    Team Quay}`. `@` and case make no difference."""
    history: bool | dict[str, str] = True
    """Read from git what plans said earlier, where a view shows it; `false` for never. A mapping limits how
    far back: `{since: 2026-01-01}`, or `{days: 365}`."""
    feed: bool | str = False
    """Where the site carries an Atom feed of what commits changed in plans in the last 30 days, below its
    root; `true` for `plans.xml`. It needs `site_url`, and `history`."""
    table_file: bool | str = "plans.csv"
    """Where the site carries a table of all plans for spreadsheets, below its root; `false` for nowhere."""
    calendar: bool | str = "plans.ics"
    """Where the site carries a calendar of what is due, plans and phases, below its root; `false` for
    nowhere. There is none where nothing is due on a day."""
    badges: Literal["off", "state", "percent"] = "off"
    """Write a badge for each plan, `badges/<path>.svg`, with its `state` or its `percent`."""
    references: dict[str, str] = msgspec.field(default_factory=dict)
    """What references in tasks and steps lead to, where views show them: from a regular expression to an
    address with `{1}` for its first group, e.g. `{'ABC-(\\d+)': 'https://tracker.example/browse/ABC-{1}'}`.
    `#123`, `PR #4` and `GH-5` lead to `repo_url`."""
    link_references: bool = False
    """Make links of `references` in the author's own text on pages of plans, too."""
    visits: bool = True
    """Mark in the view of what changed lately what is new since a reader was there last. The reader's browser
    remembers that, and nothing leaves it."""
    today: str | None = None
    """The date that counts as today, YYYY-MM-DD. `SOURCE_DATE_EPOCH` goes before it."""
    cache: bool = True
    """Keep what was read and found in each plan in the user's cache folder, so that the next build, or the
    next check, reads only what changed. `mkdocs-plan check --no-cache` does without, once."""
    profile: bool = False
    """Say at the end of a build where the plugin's time went, by layer and by event, beside the whole
    build's. `mkdocs-plan check --profile` says it of a check."""
