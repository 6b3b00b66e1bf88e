"""What README.md promises is held by tests, which it names."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.test_layers import MODULES, PACKAGE, imports_of

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((tests/[^)\s#]+)\)")


def promises(text: str) -> dict[str, str]:
    """Return the points of a section that is called promises, by what they begin with."""
    section = re.split(r"^## ", text.split("## Promises\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    points = re.split(r"^- \*\*", section, flags=re.MULTILINE)[1:]
    return {point.partition("**")[0]: point for point in points}


PROMISES = promises(README)
HOSTS = ("mkdocs", "material", "properdocs", "zensical")
"""The extras that bring a host along."""


def test_all_are_there() -> None:
    assert {"It never breaks a build.", "Text is never removed.", "Deterministic.", "Safe."} <= set(PROMISES)


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_names_the_tests_that_hold_it(promise: str) -> None:
    links = LINK.findall(PROMISES[promise])
    assert links
    for link in links:
        held = ast.walk(ast.parse((ROOT / link).read_text(encoding="utf-8")))
        assert [node for node in held if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


@pytest.mark.parametrize("link", sorted({*LINK.findall(README), *LINK.findall(SECURITY)}))
def test_a_test_that_is_named_exists(link: str) -> None:
    assert (ROOT / link).is_file()


CONNECTIONS = {
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "urllib3",
    "requests",
    "httpx",
    "ftplib",
    "smtplib",
    "asyncio",
}


def test_nothing_of_ours_opens_a_connection() -> None:
    imported = {(module, name) for module in MODULES for name in imports_of(module)}
    assert {
        each
        for each in imported
        if any(each[1] == one or each[1].startswith(f"{one}.") for one in CONNECTIONS)
    } == set()


def test_views_load_nothing_from_elsewhere() -> None:
    theme = PACKAGE / "theme"
    for file in (each for each in theme.rglob("*") if each.suffix in {".html", ".css", ".js"}):
        text = file.read_text(encoding="utf-8")
        assert not re.search(
            r"""(?:src=["']|url\(["']?|@import\s+["']|fetch\(["']|import\(["'])\s*(?:https?:)?//""", text
        ), file


def test_the_versions_are_those_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    prefix = "Programming Language :: Python :: 3."
    minors = [int(one.removeprefix(prefix)) for one in project["classifiers"] if one.startswith(prefix)]
    assert minors == [11, 12, 13, 14]
    assert project["requires-python"] == f">=3.{minors[0]}"
    assert f"Python 3.{minors[0]} to 3.{minors[-1]}" in SECURITY
    major, minor, _ = project["version"].split(".")
    assert f"| {major}.{minor}.x | yes |" in SECURITY


def test_every_dependency_is_bounded_as_the_policy_says() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    run = [*project["dependencies"], *(one for host in HOSTS for one in extras[host])]
    bounded = {one for one in run if "<" in one}
    named = re.search(r"Upper bounds: (.*)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert named
    names = {re.split(r"[<>=]", one)[0] for one in bounded}
    assert names == set(re.findall(r"`([\w-]+)`", named[1]))
    assert all(">=" in one for one in run)
