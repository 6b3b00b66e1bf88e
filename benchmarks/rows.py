"""The rows of the table: what is measured, against what, and how far it may and should go."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from benchmarks import site, texts
from benchmarks.machine import find
from benchmarks.run import Command, Ratio, Run, compare, python, rounds, run

Measured = Iterator[tuple[str, Ratio]]
"""Ratios by the name of their row."""


Form = Literal["full", "short"]


class Row(NamedTuple):
    """A row of the table; `must` and `aim` are None where a figure only stands beside another.

    In `what` and `against`, `{pages}` is how many pages are measured, `{tenth}` a tenth of that.
    """

    what: str
    against: str
    must: float | None
    aim: float | None
    unit: str = ""
    """Empty for a ratio."""


class Size(NamedTuple):
    """How much a measurement measures: pages and rounds, in full and in short."""

    pages: int
    rounds: int


class Measure(NamedTuple):
    """A function that measures one or several rows."""

    measure: Callable[[Path, Size], Measured]
    full: Size
    short: Size
    rows: dict[str, Row]

    def size(self, form: Form) -> Size:
        """Return how much is measured in a form."""
        return self.short if form == "short" else self.full


class Missing(Exception):  # noqa: N818 - a tool, not a fault
    """A tool to compare with is not installed; the text says how to install it."""


def mixed(folder: Path, size: Size) -> Measured:
    """Strict builds of a site of which every tenth page is a plan, first and once more."""
    runs = _builds(site.write(folder, texts.mixed, size.pages), size)
    yield "mixed", compare(runs["with"], runs["without"], attrgetter("cpu"))
    yield "mixed-again", compare(runs["again"], runs["without"], attrgetter("cpu"))
    yield "memory", compare(runs["with"], runs["without"], attrgetter("peak"))


def build(folder: Path, size: Size) -> Measured:
    """Strict builds of plans with Material and search, with everything on, first and once more."""
    runs = _builds(site.write(folder, texts.plan, size.pages), size)
    yield "build", compare(runs["with"], runs["without"], attrgetter("cpu"))
    yield "build-again", compare(runs["again"], runs["without"], attrgetter("cpu"))


def _builds(place: Path, size: Size) -> dict[str, list[Run]]:
    return rounds({name: _mkdocs(place, name) for name in ("without", "with", "again")}, size.rounds)


def pages(folder: Path, size: Size) -> Measured:
    """Builds of ordinary pages: the handlers' own time, and whole processes beside it."""
    place = site.write(folder, texts.page, size.pages, prune=True)
    shares = [_share(place, "again")[0] for _ in range(size.rounds)]
    yield "pages", Ratio.of([1 + ours / (whole - ours) for ours, whole in shares])
    runs = rounds({name: _mkdocs(place, name) for name in ("without", "again")}, size.rounds)
    yield "pages-build", compare(runs["again"], runs["without"], attrgetter("cpu"))


def check(folder: Path, size: Size) -> Measured:
    """`mkdocs-plan check` and a fast linter, seconds on the clock: the linter may use all processors.

    Both keep what they found; once both do without, and once both find what a run before has kept.
    """
    rumdl = _tool("rumdl", "pip install rumdl")
    place = site.write(folder, texts.plan, size.pages)
    other = site.write(folder / "documents", texts.document, size.pages)
    for name, where, *kept in (
        ("check", place, "--no-cache"),
        ("check-documents", other, "--no-cache"),
        ("check-again", place),
    ):
        theirs = Command([rumdl, "check", *kept, "docs"], where, may_fail=True)
        runs = rounds({"ours": _check(where, *kept), "theirs": theirs}, size.rounds)
        yield name, compare(runs["ours"], runs["theirs"], attrgetter("wall"))


def markdownlint(folder: Path, size: Size) -> Measured:
    """`mkdocs-plan check` and a linter that runs on Node.js."""
    tool = _tool("markdownlint-cli2", "npm install --global markdownlint-cli2")
    yield "markdownlint", _slow(folder, size, [tool, "docs/**/*.md"], part=1)


def pymarkdown(folder: Path, size: Size) -> Measured:
    """`mkdocs-plan check` and a linter in Python, which gets a tenth of the files."""
    tool = _tool("pymarkdown", "pip install pymarkdownlnt")
    yield "pymarkdown", _slow(folder, size, [tool, "scan", "--recurse", "docs"], part=10)


def _slow(folder: Path, size: Size, line: list[str], part: int) -> Ratio:
    """Compare with a linter on one of so many parts of the plans, without a round to warm up."""
    place = site.write(folder / "all", texts.plan, size.pages)
    less = site.write(folder / "part", texts.plan, size.pages // part)
    theirs = Command(line, less, may_fail=True)
    runs = rounds({"ours": _check(place, "--no-cache"), "theirs": theirs}, size.rounds, warm=False)
    return compare(runs["ours"], runs["theirs"], attrgetter("wall"), work=part)


def reading(_: Path, size: Size) -> Measured:
    """Text → Plan and Python-Markdown, in one process."""
    yield "reading", Ratio.of(msgspec.json.decode(_printed("reading", str(size.pages)), type=list[float]))


def scale(folder: Path, size: Size) -> Measured:
    """Ten times the plans: `check` as a process, and the generated index pages in one."""
    small = site.write(folder / "small", texts.plan, size.pages // 10)
    large = site.write(folder / "large", texts.plan, size.pages)
    checks = {name: _check(place, "--no-cache") for name, place in (("large", large), ("small", small))}
    run(checks["small"])
    runs = rounds(checks, size.rounds, warm=False)
    yield "scale-check", compare(runs["large"], runs["small"], attrgetter("cpu"), work=10)
    pairs = [(_index(large)["seconds"], _index(small)["seconds"]) for _ in range(size.rounds)]
    yield "scale-index", Ratio.of([of_large / of_small / 10 for of_large, of_small in pairs])


def start(folder: Path, size: Size) -> Measured:
    """`mkdocs-plan check` on one file, from start to finish, and the start of what it is made of."""
    place = site.write(folder, texts.plan, size.pages)
    file = str(next((place / "docs").rglob("area-*/*.md")).relative_to(place))
    commands = {
        "ours": _check(place, "--no-cache", file),
        "theirs": python("-c", "import yaml, jinja2", folder=place),
    }
    runs = rounds(commands, size.rounds)
    yield "start", compare(runs["ours"], runs["theirs"], attrgetter("cpu"))


def serve(folder: Path, size: Size) -> Measured:
    """The plugin's share of a rebuild behind one edit, and its share of the first build."""
    place = site.write(folder, texts.plan, size.pages)
    (first, whole), *again = _share(place, "with", size.rounds)
    yield "serve", Ratio.of([(ours / all_) / (first / whole) for ours, all_ in again])


def weight(folder: Path, size: Size) -> Measured:
    """The content of the index page, in bytes as a browser gets it."""
    place = site.write(folder, texts.plan, size.pages)
    found = _index(place)
    yield "weight", Ratio.of([found["bytes"] / 1e6])
    yield "weight-gzipped", Ratio.of([found["gzipped"] / 1e3])


def page(folder: Path, size: Size) -> Measured:
    """What a plan's page gets beside what its author wrote, in bytes as a browser gets them."""
    place = site.write(folder, texts.plan, size.pages)
    for name in ("without", "with"):
        run(_mkdocs(place, name))
    found = [
        (place / "site-with" / one.relative_to(place / "site-without")).stat().st_size - one.stat().st_size
        for one in (place / "site-without").rglob("area-*/*/index.html")
    ]
    yield "page", Ratio.of([added / 1e3 for added in found])


def history(folder: Path, size: Size) -> Measured:
    """The history of plans once more, and what git alone takes to list the commits of the same files."""
    place = site.write(folder, texts.plan, size.pages)
    site.commit(place, rounds=5)
    pairs = [
        msgspec.json.decode(_printed("past", str(place)), type=tuple[float, float])
        for _ in range(size.rounds)
    ]
    yield "history", Ratio.of([ours / theirs for ours, theirs in pairs])


MEASURES = (
    Measure(
        mixed,
        Size(500, 5),
        Size(100, 3),
        {
            "mixed": Row(
                "strict build of {pages} pages, {tenth} of them plans, everything on",
                "without the plugin",
                1.10,
                1.05,
            ),
            "mixed-again": Row(
                "the same, plans unchanged since the build before", "without the plugin", 1.07, 1.03
            ),
            "memory": Row("peak memory of the first of these builds", "without the plugin", 1.15, 1.08),
        },
    ),
    Measure(
        build,
        Size(500, 5),
        Size(30, 3),
        {
            "build": Row("strict build of {pages} plans and nothing else", "without the plugin", 1.30, 1.15),
            "build-again": Row(
                "the same, plans unchanged since the build before", "without the plugin", 1.15, 1.08
            ),
        },
    ),
    Measure(
        pages,
        Size(2000, 3),
        Size(60, 3),
        {
            "pages": Row(
                "{pages} ordinary pages, our handlers' own time", "the build without it", 1.008, 1.004
            ),
            "pages-build": Row("{pages} ordinary pages, whole build", "without the plugin", None, None),
        },
    ),
    Measure(
        check,
        Size(1000, 5),
        Size(100, 9),
        {
            "check": Row("`mkdocs-plan check` on {pages} plans", "`rumdl check`", 5, 3),
            "check-documents": Row("the same on {pages} documents of all kinds", "`rumdl check`", 4, 2.5),
            "check-again": Row("the same once more, nothing changed", "`rumdl check` once more", 2.5, 1.0),
        },
    ),
    Measure(
        markdownlint,
        Size(1000, 1),
        Size(50, 3),
        {"markdownlint": Row("`mkdocs-plan check` on {pages} plans", "markdownlint-cli2", 0.10, 0.05)},
    ),
    Measure(
        pymarkdown,
        Size(1000, 1),
        Size(50, 1),
        {"pymarkdown": Row("`mkdocs-plan check` on {pages} plans", "pymarkdown", 0.03, 0.01)},
    ),
    Measure(
        reading,
        Size(50, 3),
        Size(15, 3),
        {"reading": Row("reading a plan, text → `Plan`", "Python-Markdown rendering it", 0.25, 0.15)},
    ),
    Measure(
        scale,
        Size(10_000, 2),
        Size(200, 3),
        {
            "scale-check": Row(
                "`mkdocs-plan check` on {pages} plans, per plan", "on {tenth} plans", 1.2, 1.05
            ),
            "scale-index": Row("index pages of {pages} plans, per plan", "of {tenth} plans", 1.2, 1.05),
        },
    ),
    Measure(
        start,
        Size(1, 20),
        Size(1, 10),
        {"start": Row("`mkdocs-plan check` on one file", '`python -c "import yaml, jinja2"`', 2.5, 2)},
    ),
    Measure(
        serve,
        Size(500, 5),
        Size(25, 3),
        {"serve": Row("our share of a rebuild behind one edit", "of the first build", 0.25, 0.10)},
    ),
    Measure(
        history,
        Size(100, 5),
        Size(20, 3),
        {"history": Row("history of {pages} plans, once more", "`git log --oneline` of them", 3, 1.5)},
    ),
    Measure(
        page,
        Size(5, 1),
        Size(2, 1),
        {"page": Row("HTML that a plan of the template's size is given", "", 14, 8, "kB")},
    ),
    Measure(
        weight,
        Size(1000, 1),
        Size(200, 1),
        {
            "weight": Row("index page of {pages} plans", "", 0.8, 0.4, "MB"),
            "weight-gzipped": Row("the same, gzipped", "", 40, 25, "kB"),
        },
    ),
)
"""In the order of the table."""

ROWS = {name: measure for measure in MEASURES for name in measure.rows}
"""What measures each row, by the row's name."""


def described(name: str, form: Form) -> Row:
    """Return a row with the numbers of pages that a form measures."""
    row, pages = ROWS[name].rows[name], ROWS[name].size(form).pages
    what, against = (
        text.format(pages=f"{pages:,}", tenth=f"{pages // 10:,}") for text in (row.what, row.against)
    )
    return row._replace(what=what, against=against)


def _mkdocs(place: Path, config: str) -> Command:
    return python("-m", "mkdocs", "build", "--strict", "--quiet", "-f", f"{config}.yml", folder=place)


def _check(place: Path, *arguments: str) -> Command:
    """Return what the installed script `mkdocs-plan` runs."""
    script = "from mkdocs_plan_plugin.cli import command; command()"
    return python("-c", script, "check", *arguments, folder=place)._replace(may_fail=True)


def _tool(name: str, install: str) -> str:
    found = find(name)
    if found is None:
        raise Missing(f"{name} is not installed: {install}")
    return found


def _share(place: Path, config: str, rebuilds: int = 0) -> list[tuple[float, float]]:
    printed = _printed("share", str(place / f"{config}.yml"), str(rebuilds))
    return msgspec.json.decode(printed, type=list[tuple[float, float]])


def _index(place: Path) -> dict[str, float]:
    return msgspec.json.decode(_printed("index", str(place / "with.yml")), type=dict[str, float])


def _printed(module: str, *arguments: str) -> bytes:
    """Return what a module of ours prints. It runs in a process of its own, so that nothing is warm."""
    line = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    return subprocess.run(line, stdout=subprocess.PIPE, check=True).stdout
