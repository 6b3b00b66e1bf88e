"""The layers: data flows one way, and only the MkDocs adapter knows MkDocs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import mkdocs_plan_plugin

PACKAGE = Path(mkdocs_plan_plugin.__file__).parent
NAME = PACKAGE.name

RANK = {
    "one_line": -1,
    "bug": 0,
    "settings": 0,
    "model": 0,
    "nearest": 0,
    "plural": 0,
    "profile": 0,
    "regex": 0,
    "yaml_text": 0,
    "languages": 1,
    "source": 1,
    "today": 1,
    "schedule": 1,
    "cache": 2,
    "dialects": 2,
    "edits": 2,
    "vocabulary": 2,
    "reading": 3,
    "extra_plans": 4,
    "template": 4,
    "options": 5,
    "portfolio": 5,
    "rules": 6,
    "views": 7,
    "writing": 7,
    "history": 5,
    "export": 7,
    "preview": 8,
    "weave": 9,
    "hosts": 10,
    "cli": 11,
    "__main__": 12,
    "api": 12,
    "plugin": 11,
    "zensical": 12,
}
"""A module imports only from its own part and from parts of a lower rank."""

WITH_MKDOCS = {"hosts", "plugin"}

MODULES = {
    ".".join((NAME, *file.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): file
    for file in sorted(PACKAGE.rglob("*.py"))
}


def part_of(module: str) -> str:
    return [*module.split("."), ""][1]


def imports_of(module: str) -> set[str]:
    """Every module that a file imports, in functions and under TYPE_CHECKING too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            found.update(
                full if (full := f"{node.module}.{alias.name}") in MODULES else node.module or ""
                for alias in node.names
            )
    return found


CORE = [module for module in MODULES if part_of(module) and part_of(module) not in WITH_MKDOCS]


@pytest.mark.parametrize("module", [module for module in MODULES if part_of(module)])
def test_nothing_imports_upwards(module: str) -> None:
    own = part_of(module)
    assert own in RANK, f"give '{own}' its place among the layers"
    upwards = {
        other
        for other in imports_of(module)
        if other.startswith(f"{NAME}.") and part_of(other) != own and RANK[part_of(other)] >= RANK[own]
    }
    assert upwards == set()


def test_no_file_leads_back_to_itself() -> None:
    leads = {module: imports_of(module) & MODULES.keys() - {module} for module in MODULES}
    while ends := {module for module, others in leads.items() if not others}:
        leads = {module: others - ends for module, others in leads.items() if module not in ends}
    assert leads == {}


@pytest.mark.parametrize("module", CORE)
def test_the_core_names_no_mkdocs(module: str) -> None:
    assert {name for name in imports_of(module) if name.partition(".")[0] == "mkdocs"} == set()


def test_the_core_runs_where_mkdocs_can_not_be_imported() -> None:
    script = "import sys; sys.modules['mkdocs'] = None\n" + "\n".join(f"import {module}" for module in CORE)
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=PACKAGE.parent
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_the_command_line_loads_a_command_only_when_it_is_called() -> None:
    script = (
        "import sys, mkdocs_plan_plugin.cli; print(*sorted(m for m in sys.modules if m.startswith('mkdocs')))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert run.stdout.split() == [NAME, f"{NAME}.cli", f"{NAME}.one_line"]


def test_a_check_that_keeps_nothing_loads_nothing_to_keep_it_with(tmp_path: Path) -> None:
    plan = tmp_path / "plan.md"
    plan.write_text("---\nplan: true\n---\n# Plan: new cache\n\n**Status:** In Progress\n", "utf-8")
    script = (
        "import sys; from mkdocs_plan_plugin.cli import main; before = set(sys.modules)\n"
        f"main(['check', '--no-cache', {str(plan)!r}], standalone_mode=False)\n"
        "print(*{'sqlite3', 'hashlib', 'platformdirs', 'jinja2', 'difflib'} & (set(sys.modules) - before))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )
    assert "1 plan checked" in run.stdout
    assert run.stdout.splitlines()[-1] == ""


def test_a_class_has_a_name_of_its_own() -> None:
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(path.relative_to(PACKAGE).as_posix())
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}
