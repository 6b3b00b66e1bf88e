"""What the documentation shows as read from a page is what is read from it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import click
import msgspec
import pytest

import mkdocs_plan_plugin
from mkdocs_plan_plugin import check
from mkdocs_plan_plugin.cli.explained import as_text
from mkdocs_plan_plugin.cli.explanation import explanation
from mkdocs_plan_plugin.history.condition import FIGURES
from mkdocs_plan_plugin.model import Against, LeftOut, Plan
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.page import outline_of
from mkdocs_plan_plugin.reading.phases.choose import phases_of
from mkdocs_plan_plugin.reading.phases.sections import sections_inside
from mkdocs_plan_plugin.reading.places import owners_of
from mkdocs_plan_plugin.reading.roles import find_sections
from mkdocs_plan_plugin.reading.statements import statements_in
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.markdown import Block
from mkdocs_plan_plugin.views.registry import VIEWS
from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary
from mkdocs_plan_plugin.vocabulary.scales import DECISION, PHASE, PLAN, RISK, TASK, Scale
from mkdocs_plan_plugin.vocabulary.states import read_state
from tests.test_layers import RANK

ROOT = Path(__file__).parent.parent
PACKAGE = Path(mkdocs_plan_plugin.__file__).parent
DOCS = ROOT / "example-site" / "docs"
PATH = "plans/kiln.md"


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def blocks(text: str) -> list[tuple[str, str]]:
    """The fenced blocks of a page, each with its language."""
    return re.findall(r"^```([\w-]*)[^\n]*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


class TestExamples:
    """An example and, in the block right behind it, what `mkdocs-plan explain` says of it."""

    PAIRS = re.findall(
        r"^```markdown\n((?:(?!```).*\n)+)```\n\n```text\n((?:(?!```).*\n)+)```$",
        page("phases.md") + page("writing-plans.md") + page("limits.md"),
        re.MULTILINE,
    )

    @pytest.mark.parametrize(("written", "shown"), PAIRS)
    def test_an_example_is_read_as_shown(self, written: str, shown: str) -> None:
        assert shown == explained(written)

    def test_there_are_such_examples(self) -> None:
        assert len(self.PAIRS) > 5


def test_what_comes_from_elsewhere_is_read_as_shown() -> None:
    (written,) = (text for kind, text in blocks(page("coming-from.md")) if kind == "markdown")
    (shown,) = (text for kind, text in blocks(page("coming-from.md")) if kind == "text")
    data = msgspec.to_builtins(read_plan(written, "plan.md"))
    names = [line.partition(":")[0] for line in shown.splitlines()]
    assert shown == "".join(f"{name}: {json.dumps(data[name])}\n" for name in names)


@pytest.mark.parametrize("name", ["coming-from.md", "index.md"])
def test_directives_that_a_page_names_are_views(name: str) -> None:
    named = set(re.findall(r"<!-- (plans?:[\w-]+)", page(name)))
    assert named
    assert named <= set(VIEWS)


def explained(text: str) -> str:
    """What explain says of phases and where their states come from, else of tasks; and what was left out."""
    plan = read_plan(text, "plan.md")
    found: dict[str, list[str]] = {}
    for line in map(click.unstyle, as_text(explanation(plan, text, Settings()))):
        if line and not line.startswith(" "):
            lines = found[line] = []
        elif line:
            lines.append(line)
    phases = [
        line
        for line in found["Phases"]
        if line[2] != " " or (line.startswith("      state from") and "nothing stated" not in line)
    ]
    told = phases if plan.phases else [line for line in found["Figures"] if "Tasks on the page" in line]
    if plan.left_out:
        told = [*told, "", "Left out", *found["Left out"]]
    return "".join(f"{line.removeprefix('  ')}\n" for line in told)


COUNTED = re.findall(
    r"^### ([^\n]+)\n\n```markdown\n(.*?)^```\n\n(.*?)(?=^#)",
    page("counting.md"),
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize(("name", "written", "said"), COUNTED, ids=[name for name, *_ in COUNTED])
def test_a_worked_example_has_the_percentage_that_it_says_last(name: str, written: str, said: str) -> None:
    percent = read_plan(written, "plan.md").progress.percent
    figures = re.findall(r"\*\*(\d+ %|no progress recorded)\*\*", said)
    assert figures[-1] == ("no progress recorded" if percent is None else f"{percent} %"), name


SCALES: tuple[Scale, ...] = (PLAN, PHASE, TASK, RISK, DECISION)
STATES = re.findall(
    r"^\| (.*) \|$", page("writing-plans.md").partition("## States\n")[2].split("\n## ")[0], re.MULTILINE
)


@pytest.mark.parametrize("row", STATES[2:])
def test_words_mean_on_each_scale_what_the_table_says(row: str) -> None:
    written, *meant = row.split(" | ")
    for word in written.split(", "):
        states = [read_state(word, scale, default_vocabulary()).state for scale in SCALES]
        assert [(state or "").replace("-", " ") for state in states] == meant, word


class TestOnItsWay:
    """The page that follows one plan through the stages shows each as it is."""

    PAGE = page("how-plans-are-read.md")

    def test_every_stage_is_shown_as_it_is(self) -> None:
        (_, text), *stages = blocks(self.PAGE)
        outline = outline_of(text, Settings())
        plan = read_plan(text, PATH)
        assert [shown for _, shown in stages[:5]] == [
            "".join(f"{line}\n" for line in lines)
            for lines in (document(outline), statements(outline), names(plan), left_out(plan), findings(text))
        ]


def document(outline: Outline) -> Iterator[str]:
    """Sections with their lines; in each its blocks, with line, kind and text."""
    for section in outline.sections[1:]:
        yield f"{'#' * section.level} {section.title}, lines {section.line} to {section.end}"
        yield from drawn(section.blocks, 1)


def drawn(tree: list[Block], depth: int) -> Iterator[str]:
    for block in tree:
        box = "" if block.task is None else f" [{'x' if block.task else ' '}]"
        text = f": {block.text}" if block.lines else ""
        yield f"{'  ' * depth}{block.line} {block.kind}{box}{text}"
        yield from drawn(block.children, depth + 1)


def statements(outline: Outline) -> Iterator[str]:
    """Each statement with its owner: the list item that it stands in, else the record of its section."""
    inside = sections_inside(outline, phases_of(outline).inside)
    owners = owners_of(outline, find_sections(outline, inside), inside)
    for section in outline.sections:
        for one in statements_in(outline.body(section), outline.vocabulary):
            owner = f"the item in line {one.owner}" if one.owner else f"the {owners[section.index]}"
            yield f"{one.line:>2}  {one.name + ' = ' + one.value if one.value else one.name:42} {owner}"


NAMES = {
    "phases": ("number", "title", "state", "effective_state", "state_from"),
    "task_list": ("text", "state", "phase", "line"),
    "risks": ("title", "impact", "status", "line"),
}


def names(plan: Plan) -> Iterator[str]:
    """Some names of a plan, as in the data."""
    data = msgspec.to_builtins(plan)
    for name in ("title", "state", "owner", "progress"):
        yield f"{name}: {json.dumps(data[name])}"
    for name, wanted in NAMES.items():
        for one in data[name]:
            yield f"{name}: {json.dumps({key: one[key] for key in wanted})}"


def left_out(plan: Plan) -> Iterator[str]:
    for one in plan.left_out:
        yield json.dumps(msgspec.to_builtins(one))


def findings(text: str) -> Iterator[str]:
    """The findings as `mkdocs-plan check` tells them."""
    for one in check(text, PATH):
        write = f". Write: {one.replacement}" if one.replacement else ""
        column = f"{one.column}:" if one.column else ""
        yield f"{PATH}:{one.line}:{column} {one.severity} {one.code} {one.message}{write}"


def test_names_of_the_data_are_names_of_the_data() -> None:
    rows = re.findall(r"^\| (`.+?) \| ", page("data.md").partition("## What a plan holds")[2], re.MULTILINE)
    named = {name.partition("[")[0] for row in rows for name in re.findall(r"`([^`]+)`", row)}
    assert named - {*Plan.__struct_fields__} == set()
    kinds = page("data.md").partition("The `kind` of a contradiction")[2].partition("## ")[0]
    for kind in (*get_args(Against), *get_args(get_type_hints(LeftOut)["kind"])):
        assert f"`{kind}`" in kinds


ROWS = [
    row.split(" | ", 1)
    for row in re.findall(
        r"^\| (.+) \|$", page("how-plans-are-read.md").partition("## Where")[2], re.MULTILINE
    )
    if not row.startswith(("-", "I want"))
]


class TestPointers:
    """The table that says where to add something names files and names that there are."""

    @pytest.mark.parametrize(("wanted", "where"), ROWS, ids=[wanted for wanted, _ in ROWS])
    def test_a_pointer_leads_somewhere(self, wanted: str, where: str) -> None:
        named = re.findall(r"`([^`]+)`", where)
        paths = [one for one in named if "/" in one or re.search(r"\.\w+$", one)]
        files = [file for one in paths if (file := found(one))]
        assert len(files) == len(paths) > 0, wanted
        text = "".join(file.read_text("utf-8") for file in files if file.is_file())
        for name in set(named) - set(paths):
            assert re.search(rf"\b{re.escape(name.lstrip('@'))}\b", text), f"{wanted}: {name}"

    def test_there_are_rows(self) -> None:
        assert len(ROWS) > 10


def found(path: str) -> Path | None:
    """A file of the package or the repository; a name in capitals stands for any."""
    for folder in (PACKAGE, ROOT):
        if files := list(folder.glob(re.sub(r"\b[A-Z]{2,}\b", "*", path))):
            return files[0]
    return None


def test_the_figures_that_conditions_may_name_are_documented() -> None:
    rows = re.findall(r"^\| (`.*?) \|", page("pull-requests.md").split("Others compare")[1], re.MULTILINE)
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row)] != []
    assert sorted(name for row in rows for name in re.findall(r"`(\w+)`", row)) == sorted(FIGURES)


def test_the_architecture_names_the_rooms_inside_of_rooms() -> None:
    inside = {f"`{one.parent.relative_to(PACKAGE).as_posix()}/" for one in PACKAGE.glob("*/*/__init__.py")}
    assert len(inside) > 3
    assert [name for name in sorted(inside) if name not in page("architecture.md")] == []


def test_the_architecture_names_every_room_of_the_package() -> None:
    rows = re.findall(r"^\| (`.+?) \| ", page("architecture.md").split("\n## ")[1], re.MULTILINE)
    named = [name.strip("/") for row in rows for name in re.findall(r"`([^`]+)`", row)]
    rooms = {one.name for one in PACKAGE.iterdir() if one.is_dir() or one.suffix == ".py"}
    assert sorted(named) == sorted(rooms - {"__init__.py", "__main__.py", "__pycache__"})
    ranks = [RANK[part] for name in named if (part := name.removesuffix(".py")) in RANK]
    assert ranks == sorted(ranks), "a room stands below those that it imports from"
