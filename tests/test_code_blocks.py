"""Whatever a reader may copy from the documentation is right: commands, options, directives, YAML."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from mkdocs_plan_plugin.cli import main
from mkdocs_plan_plugin.options import load
from mkdocs_plan_plugin.source.comments import comments
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.views.registry import VIEWS

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
    for where, text in written("bash", "sh", "console")
    for line in re.findall(r"^(?:\$ )?(?:\S*/)?mkdocs-plan .*$", text.replace("\\\n", " "), re.MULTILINE)
]


@pytest.mark.parametrize(("where", "line"), each(COMMANDS))
def test_a_command_is_one(where: str, line: str) -> None:
    words = shlex.shlex(line, posix=True, punctuation_chars="|&>")
    words.whitespace_split = True
    arguments: list[str] = []
    for word in list(words)[1 if not line.startswith("$") else 2 :]:
        if set(word) <= set("|&>"):
            break
        arguments.append(word)
    context = click.Context(main, info_name="mkdocs-plan")
    name, command, rest = main.resolve_command(context, arguments)
    assert command is not None, where
    parser = command.make_parser(click.Context(command, info_name=name, parent=context))
    given, left, _ = parser.parse_args(rest)
    assert (given, left) != ({}, rest) or not rest, where


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


def test_there_is_something_to_copy() -> None:
    assert len(COMMANDS) > 25
    assert len(written("yaml")) > 25
