"""Templates are compiled once, and what is kept of them is never taken for what it is not."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from mkdocs_plan_plugin.views import compiled
from mkdocs_plan_plugin.views.compiled import Compiled


@pytest.fixture(autouse=True)
def bytecode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def options(tmp_path: Path) -> Path:
    """Stand in for the file that says how templates are compiled."""
    file = tmp_path / "options.py"
    file.write_text("trim_blocks = True")
    return file


class Counting(Environment):
    compiled = 0

    def _compile(self, source, filename):
        self.compiled += 1
        return super()._compile(source, filename)


def rendered(kept: Compiled, source: str = "{{ 1 + 1 }}") -> tuple[str, int]:
    """Return what a new environment makes of a template, and how many it compiled for that."""
    environment = Counting(loader=DictLoader({"a.html": source}), bytecode_cache=kept)
    return environment.get_template("a.html").render(), environment.compiled


def test_the_next_process_compiles_nothing(tmp_path, options):
    assert rendered(Compiled(options, tmp_path)) == ("2", 1)
    assert rendered(Compiled(options, tmp_path)) == ("2", 0)


def test_another_source_is_another_template(tmp_path, options):
    rendered(Compiled(options, tmp_path))
    assert rendered(Compiled(options, tmp_path), "{{ 1 + 2 }}") == ("3", 1)
    assert rendered(Compiled(options, tmp_path)) == ("2", 0)


def test_other_ways_of_compiling_begin_anew(tmp_path, options):
    rendered(Compiled(options, tmp_path))
    options.write_text("trim_blocks = False")
    assert rendered(Compiled(options, tmp_path)) == ("2", 1)


def only(folder: Path) -> Path:
    """Return the one file below a folder."""
    [file] = [each for each in folder.rglob("*") if each.is_file()]
    return file


DAMAGES = {
    "empty": lambda whole: b"",
    "another": lambda whole: b"no bytecode at all",
    "a turned bit": lambda whole: whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
    **{f"cut at {length}": lambda whole, length=length: whole[:length] for length in (2, 20, 40, 70, -20)},
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_file_is_replaced(tmp_path, options, damage):
    rendered(Compiled(options, tmp_path))
    file = only(tmp_path / "templates")
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert rendered(Compiled(options, tmp_path)) == ("2", 1)
    assert file.read_bytes() == whole


@pytest.mark.skipif(os.name != "posix", reason="asks for the rights of a folder")
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_may_write_into_is_not_read(tmp_path, options, mode):
    rendered(Compiled(options, tmp_path))
    folder = only(tmp_path / "templates").parent
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(mode)
    assert rendered(Compiled(options, tmp_path)) == ("2", 1)


def test_a_folder_of_somebody_else_is_not_read(tmp_path, options, monkeypatch):
    rendered(Compiled(options, tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 12345, raising=False)
    assert rendered(Compiled(options, tmp_path)) == ("2", int(os.name == "posix"))


def test_without_its_package_jinja_is_not_trusted(tmp_path, options, monkeypatch):
    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(compiled, "version", version)
    assert rendered(Compiled(options, tmp_path)) == ("2", 1)
    assert not (tmp_path / "templates").exists()


def test_without_a_folder_a_process_keeps_its_own(tmp_path, options):
    (tmp_path / "templates").write_text("in the way")
    kept = Compiled(options, tmp_path)
    assert rendered(kept) == ("2", 1)
    assert rendered(kept) == ("2", 0)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["options.py", "templates"]


def test_a_user_without_a_home_leaves_nothing_behind(tmp_path, options, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert rendered(Compiled(options, Path("~/.cache"))) == ("2", 1)
    assert [file.name for file in tmp_path.iterdir()] == ["options.py"]


def test_nothing_is_written_where_python_writes_no_bytecode(tmp_path, options, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(Compiled(options, tmp_path)) == ("2", 1)
    assert not (tmp_path / "templates").exists()
