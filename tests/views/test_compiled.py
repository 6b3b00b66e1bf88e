"""Templates are compiled once, and nothing that lies in a cache folder is run."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from mkdocs_plan_plugin.views.compiled import Compiled
from tests.test_layers import MODULES


class Counting(Environment):
    compiled = 0

    def _compile(self, source, filename):
        self.compiled += 1
        return super()._compile(source, filename)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The folder of Python's bytecode."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


@pytest.fixture
def rendered(tmp_path, place):
    """Return what a template makes in a new process, and how many were compiled for that."""

    def render(source: str, folder: str = "own", kept: Compiled | None = None) -> tuple[str, int]:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "card.html").write_text(source)
        environment = Counting(
            loader=FileSystemLoader(tmp_path / folder),
            bytecode_cache=kept or Compiled(tmp_path / "own", place),
        )
        return environment.get_template("card.html").render(), environment.compiled

    return render


def test_a_later_run_compiles_nothing(rendered, place):
    assert rendered("{{ 1 + 1 }}") == ("2", 1)
    assert rendered("{{ 1 + 1 }}") == ("2", 0)
    assert [path.name for path in place.iterdir()] == [f"template-card.{sys.implementation.cache_tag}.pyc"]


def test_another_source_is_another_template(rendered):
    assert rendered("{{ 1 + 1 }}") == ("2", 1)
    assert rendered("{{ 1 + 2 }}") == ("3", 1)
    assert rendered("{{ 1 + 1 }}") == ("2", 1)


def test_what_another_version_has_compiled_is_compiled_anew(rendered, monkeypatch):
    assert rendered("{{ 1 + 1 }}") == ("2", 1)
    monkeypatch.setattr("mkdocs_plan_plugin.views.compiled.version", lambda _: "4.0.0")
    assert rendered("{{ 1 + 1 }}") == ("2", 1)


def test_a_template_of_the_site_is_compiled_once_in_a_process(rendered, tmp_path, place):
    kept = Compiled(tmp_path / "own", place)
    assert rendered("{{ 1 + 1 }}") == ("2", 1)
    assert rendered("{{ 2 + 2 }}", "site", kept) == ("4", 1)
    assert rendered("{{ 2 + 2 }}", "site", kept) == ("4", 0)
    assert rendered("{{ 2 + 2 }}", "site") == ("4", 1)
    assert rendered("{{ 1 + 1 }}") == ("2", 0)


@pytest.mark.parametrize("why", ["no folder", "told not to"])
def test_where_nothing_can_be_written_a_process_has_its_own(rendered, tmp_path, place, monkeypatch, why):
    if why == "no folder":
        place.rmdir()
    else:
        monkeypatch.setattr("sys.dont_write_bytecode", True)
    kept = Compiled(tmp_path / "own", place)
    assert rendered("{{ 1 + 1 }}", kept=kept) == ("2", 1)
    assert rendered("{{ 1 + 1 }}", kept=kept) == ("2", 0)
    assert rendered("{{ 1 + 1 }}") == ("2", 1)
    assert not place.exists() or not list(place.iterdir())


def test_a_build_leaves_no_code_in_the_cache_folder(build, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    build("docs/plans/a.md\n  ---\n  plan: true\n  ---\n  # A\n\n  - [ ] a\n")
    kept = {path.suffix for path in Path(tmp_path, "cache").rglob("*") if path.is_file()}
    assert kept == {".db"}


RUN = {"eval", "exec", "compile", "marshal", "pickle", "shelve", "dill", "__import__"}
"""What makes code, or objects of any type, of data."""


def test_nothing_of_ours_runs_what_it_reads():
    found = set()
    for module, file in MODULES.items():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                found.add((module, node.func.id))
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                names = [alias.name for alias in node.names]
                found |= {(module, name) for name in [*names, getattr(node, "module", None) or ""]}
    assert {each for each in found if each[1] in RUN} == set()
