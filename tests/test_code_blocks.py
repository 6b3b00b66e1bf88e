"""Whatever a reader may copy from the documentation is right: commands, options, directives, YAML."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from mkdocs.__main__ import cli

from mkdocs_plan_plugin.cli import COMMANDS as COMMAND_NAMES
from mkdocs_plan_plugin.cli import main
from mkdocs_plan_plugin.cli.check_forms import FORMS
from mkdocs_plan_plugin.export.schema import schema
from mkdocs_plan_plugin.options import load
from mkdocs_plan_plugin.source.comments import comments
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.views.registry import VIEWS
from tests.site import Built

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "example-site" / "docs").rglob("*.md")),
]
_BLOCK = re.compile(r"^( *)(`{3,})([\w-]*)[^\n]*\n(.*?)^\1\2`*$", re.MULTILINE | re.DOTALL)


class _Yaml(yaml.SafeLoader):
    """YAML as MkDocs reads it: names of Python and variables of the environment stand for themselves."""


_Yaml.add_multi_constructor("!", lambda *_: "")
_Yaml.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: "")


def written(*kinds: str) -> list[tuple[str, str]]:
    """The fenced blocks of some languages in all pages, each with where it stands."""
    found = []
    for file in PAGES:
        text = file.read_text("utf-8")
        for match in _BLOCK.finditer(text):
            if match[3] in kinds:
                line = text.count("\n", 0, match.start()) + 1
                body = re.sub(f"^{match[1]}", "", match[4], flags=re.MULTILINE)
                found.append((f"{file.relative_to(ROOT).as_posix()}:{line}", body))
    return found


def each(found: list[tuple[str, str]]) -> list[Any]:
    return [pytest.param(*one, id=one[0]) for one in found]


COMMANDS = [
    (where, line)
    for kinds, before in (
        (("bash", "sh", "console"), r"(?:\$ )?(?:\S*/)?"),
        (("yaml", "yml"), r" *- (?:run: )?"),
    )
    for where, text in written(*kinds)
    for line in re.findall(rf"^{before}(mkdocs-plan .*)$", text.replace("\\\n", " "), re.MULTILINE)
]
SENTENCES = [
    (file.relative_to(ROOT).as_posix(), line)
    for file in PAGES
    for line in sorted(
        set(re.findall(r"`(mkdocs-plan [a-z][^`]*)`", _BLOCK.sub("", file.read_text("utf-8"))))
    )
]
INVENTED = "example-site/docs/plans/"
"""The plans of the ferry company, whose commands are as invented as it is."""
OTHERS = [
    (where, part.strip())
    for where, text in written("bash", "sh", "console")
    for line in text.replace("\\\n", " ").splitlines()
    for part in re.split(r" && |\|\s*$", line.partition("  #")[0])
    if part.strip() and not where.startswith(INVENTED) and not re.match(r"(\S*/)?mkdocs-plan ", part.strip())
]


@pytest.mark.parametrize(("where", "line"), each(COMMANDS))
def test_a_command_is_one(where: str, line: str) -> None:
    words = shlex.shlex(line, posix=True, punctuation_chars="|&>")
    words.whitespace_split = True
    arguments: list[str] = []
    for word in list(words)[1:]:
        if set(word) <= set("|&>"):
            break
        arguments.append(word)
    context = click.Context(main, info_name="mkdocs-plan")
    name, command, rest = main.resolve_command(context, arguments)
    assert command is not None, where
    parser = command.make_parser(click.Context(command, info_name=name, parent=context))
    given, left, _ = parser.parse_args(rest)
    assert (given, left) != ({}, rest) or not rest, where


@pytest.mark.parametrize(("where", "line"), SENTENCES, ids=lambda said: said)
def test_a_command_in_a_sentence_is_one(where: str, line: str) -> None:
    command = main.get_command(click.Context(main), line.split()[1])
    assert command is not None, where
    known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
    assert {word for word in line.split() if word.startswith("-")} - known == set(), where


@pytest.mark.parametrize(("where", "line"), each(OTHERS))
def test_any_other_command_does_what_it_says(where: str, line: str) -> None:
    """What can't be run here, as it loads from the network or never ends, is held to what it names."""
    program, *arguments = shlex.split(line)
    files = [after for name, after in pairwise(arguments) if name in ("-f", "--ignore")]
    assert [name for name in files if not (ROOT / name).exists()] == [], where
    match program.rpartition("/")[2]:
        case "pip":
            project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
            extras = {one for found in re.findall(r"\[([\w,]+)\]", line) for one in found.split(",")}
            assert arguments[0] == "install", where
            assert extras <= set(project["optional-dependencies"]), where
            assert "git+" not in line or f"git+{project['urls']['Repository']}" in line, where
        case "mkdocs":
            assert cli.get_command(click.Context(cli), arguments[0]) is not None, where
        case "python3":
            assert arguments[:2] == ["-m", "venv"], where
        case "jq":
            properties = {one for part in schema()["$defs"].values() for one in part["properties"]}
            assert set(re.findall(r"\.([a-z_]+)", arguments[-1])) <= properties, where
        case "zensical":
            assert arguments in (["build"], ["serve"]), where
        case name:
            assert name == "pytest", f"{where}: say here how {name} is held"


@pytest.mark.parametrize(("where", "text"), each(written("python")))
def test_python_is_run_and_says_what_stands_behind_it(
    where: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "example-site")
    names: dict[str, Any] = {}
    exec(compile(text, where, "exec"), names)
    said = re.findall(r"^(\S.*?)  # (\S+)", text, re.MULTILINE)
    assert [repr(eval(shown, names)) for shown, _ in said] == [value.rstrip(":") for _, value in said]


@pytest.mark.parametrize(("where", "text"), each(written("toml")))
def test_toml_is_read(where: str, text: str) -> None:
    assert tomllib.loads(text), where


@pytest.mark.parametrize(("where", "text"), each(written("yaml", "yml")))
def test_yaml_is_read_and_options_are_right(where: str, text: str) -> None:
    for said in yaml.load_all(text, _Yaml):
        plugins = said.get("plugins", []) if isinstance(said, dict) else []
        entries = (
            plugins.items()
            if isinstance(plugins, dict)
            else [next(iter(one.items())) for one in plugins if isinstance(one, dict)]
        )
        for name, options in entries:
            if name == "plan":
                assert [str(problem) for problem in load(options)[1]] == [], where


@pytest.mark.parametrize(
    ("where", "text"), each([one for one in written("markdown", "") if re.search(r"<!-- plans?:", one[1])])
)
def test_a_directive_names_a_view(where: str, text: str) -> None:
    asked = [one for one in comments(read_document(text)) if one.asks]
    assert {f"{one.scope}:{one.word}" for one in asked} <= set(VIEWS), where


@pytest.mark.parametrize("page", ["README.md", "example-site/docs/command-line.md"])
def test_a_table_of_commands_has_a_row_for_each(page: str) -> None:
    table = (ROOT / page).read_text("utf-8").partition("| Command | What it does |")[2].partition("\n\n")[0]
    named = re.findall(r"^\| (.*?) \| \w", table, re.MULTILINE)
    rows = [re.sub(r"^mkdocs-plan ", "", word) for cell in named for word in re.findall(r"`([^`]+)`", cell)]
    assert sorted(word.split()[0] for word in rows) == sorted(COMMAND_NAMES), "a row for each command"


@pytest.mark.parametrize("form", FORMS)
def test_a_format_of_check_has_a_row(form: str) -> None:
    page = (ROOT / "example-site" / "docs" / "command-line.md").read_text("utf-8")
    assert f"| `--format {form}` |" in page


def test_there_is_something_to_copy() -> None:
    assert len(COMMANDS) > 25
    assert len(SENTENCES) > 25
    assert len(OTHERS) > 5
    assert len(written("yaml")) > 25


@pytest.mark.parametrize(("where", "text"), each(written("jinja")))
def test_a_template_of_a_site_is_rendered_in_its_language(
    where: str, text: str, build: Callable[..., Built], tmp_path: Path
) -> None:
    own = tmp_path / "overrides" / "plan" / "risk-matrix.html"
    own.parent.mkdir(parents=True)
    own.write_text(text, "utf-8")

    built = build(
        """
        docs/quay.md
            ---
            plan: true
            ---
            # Quay
            ## Risks
            - **Rain**: high
            - **Frost**: low
        """,
        theme={"name": "material", "language": "de", "custom_dir": str(tmp_path / "overrides")},
    )

    assert "Offene Risiken" in built.page("quay/").text, where
    assert "2 Risiken, davon" in built.page("quay/").text, where


@pytest.mark.parametrize(("where", "text"), each(written("css")))
def test_a_stylesheet_of_a_site_sets_what_ours_reads(where: str, text: str) -> None:
    ours = (ROOT / "mkdocs_plan_plugin/theme/assets/plan/plan.css").read_text("utf-8")
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        assert selector.strip() in ours, where
        for name in re.findall(r"(--[\w-]+):", body):
            assert f"var({name}" in ours, f"{where}: {name}"


def test_no_kind_of_block_is_held_by_nothing() -> None:
    kinds = {match[3] for file in PAGES for match in _BLOCK.finditer(file.read_text("utf-8"))}
    held = {"bash", "sh", "console", "python", "toml", "yaml", "yml", "markdown", "jinja", "css"}
    assert kinds <= held | {"text", ""}, "text is what a command prints, or a page that is no plan"
