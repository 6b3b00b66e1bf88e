"""What an author writes can't become a line of its own in a log, nor steer the terminal that shows it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from mkdocs_plan_plugin.export.findings import Placed
from mkdocs_plan_plugin.export.github import as_commands
from mkdocs_plan_plugin.model import Finding
from mkdocs_plan_plugin.one_line import one_line
from tests.cli.conftest import Ran, run
from tests.site import Built

__all__ = ["run"]

ESCAPE = "\x1b[31m"
STEERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n::error::b", "a ::error::b"),
        ("a\r\n\tb\u2028c\x0bd", "a b c d"),
        (f"{ESCAPE}red", "�[31mred"),
        ("\u202eabc", "�abc"),
        ("größer → 2 🎯", "größer → 2 🎯"),
        (LookupError("a\nb"), "a b"),
    ],
)
def test_a_text_is_one_line_and_steers_nothing(text: object, line: str) -> None:
    assert one_line(text) == line


SITE = """
mkdocs.yml
  plugins: [{plan: {strict_on: warning, show: ["x\\n::error::show"], language: "x\\n::error::language", index: {"x\\n::error::index": plans/index.md}}}]
docs/plans/a.md
  ---
  plan: true
  depends_on: ["x\\n::error::depends", "\\e[31mred"]
  superseded_by: "y\\n::error::by"
  status: "z\\n::error::status"
  template: "t\\n::error::template"
  "u\\n::error::name": v
  ---
  # Plan: new kiln \x1b[31mred

  **Status:** \x1b[32mgreen \u202eright
  **Target:** soon\x1b]0;title\x07

  ## Phase 1: \x1b[33mDig

  - [?] \x1b[34mopen

  <!-- plans:table {limit: "\\n::error::limit"} -->
  <!-- plan:\x1b -->
docs/plans/::error::b.md
  ---
  plan: true
  x: [
  ---
  # B

  **Status:** Bogus
"""


def test_in_the_log_of_a_build(build: Callable[..., Built]) -> None:
    built = build(SITE)
    assert any("::error::depends" in line for line in built.log)
    assert any("::error::language" in line for line in built.log)
    for line in built.log:
        assert not STEERS.search(line), line
        assert "\n" not in line, line


@pytest.mark.parametrize(
    "words", [("check",), ("check", "--format", "github"), ("export",), ("explain", "docs/plans/a.md")]
)
def test_on_the_command_line(run: Callable[..., Ran], words: tuple[str, ...]) -> None:
    site = SITE[: SITE.index("  plugins")] + "  plugins: [plan]\n" + SITE[SITE.index("docs/plans/a") :]
    ran = run(site, *words)
    assert ran.status in (0, 1)
    for line in (ran.err if words[0] == "export" else ran.out + ran.err).split("\n"):
        assert not STEERS.search(line), line
        assert line.startswith("::") == ("github" in words and line != "" and line[0] == ":"), line
        assert not re.match(r"::error::|##\[", line), line


def test_in_what_is_wrong_with_options(run: Callable[..., Ran]) -> None:
    ran = run(
        'mkdocs.yml\n  plugins: [{plan: {"a\\n::error::b": "\\e[31mc", progress: "d\\n::error::e"}}]\n',
        "check",
    )
    assert ran.status == 2
    assert "::error::b" in ran.err
    for line in ran.err.split("\n"):
        assert not STEERS.search(line), line
        assert not line.startswith("::"), line


def test_in_a_command_for_github() -> None:
    finding = Finding(
        code="PLAN202", name="x", severity="error", line=3, message=f"{ESCAPE}100 %\n::error::b"
    )
    [command] = as_commands([Placed(path="a\x1b.md", finding=finding)])
    assert command == "::error file=a�.md,line=3,title=PLAN202 x::�[31m100 %25 ::error::b"


@pytest.mark.parametrize("name", ["::error::c.md", "##[error]c.md"])
def test_a_file_can_not_be_called_like_a_command(run: Callable[..., Ran], name: str) -> None:
    ran = run(f"{name}\n  ---\n  plan: true\n  ---\n  # C\n\n  **Status:** Bogus\n", "check", name)
    assert ran.out.startswith(f"./{name}:")
