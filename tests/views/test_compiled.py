"""Templates are compiled once in a process, and nothing that lies in a cache folder is run."""

from __future__ import annotations

import ast
from pathlib import Path

from jinja2 import DictLoader, Environment

from mkdocs_plan_plugin.views.compiled import Compiled
from tests.test_layers import MODULES


class Counting(Environment):
    compiled = 0

    def _compile(self, source, filename):
        self.compiled += 1
        return super()._compile(source, filename)


def rendered(kept: Compiled, source: str = "{{ 1 + 1 }}") -> tuple[str, int]:
    """Return what a new environment makes of a template, and how many it compiled for that."""
    environment = Counting(loader=DictLoader({"a.html": source}), bytecode_cache=kept)
    return environment.get_template("a.html").render(), environment.compiled


def test_the_next_build_of_a_process_compiles_nothing():
    kept = Compiled()
    assert rendered(kept) == ("2", 1)
    assert rendered(kept) == ("2", 0)


def test_another_source_is_another_template():
    kept = Compiled()
    rendered(kept)
    assert rendered(kept, "{{ 1 + 2 }}") == ("3", 1)
    assert rendered(kept) == ("2", 1)


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
