"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mkdocs_plan_plugin.edits.apply import Refused
from mkdocs_plan_plugin.edits.write import FileChange, write


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.md"
    file.write_bytes(b"old\r\n")
    return file


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_replaced_and_its_mode_stays(plan: Path) -> None:
    plan.chmod(0o640)
    write([FileChange(plan, b"old\r\n", b"new\r\n")])
    assert plan.read_bytes() == b"new\r\n"
    assert plan.stat().st_mode & 0o777 == 0o640
    assert names(plan.parent) == ["plan.md"]


def test_a_file_that_stays_as_it_is_is_not_touched(plan: Path) -> None:
    before = plan.stat()
    write([FileChange(plan, b"old\r\n", b"old\r\n")])
    assert (plan.stat().st_ino, plan.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_was_changed_meanwhile_is_refused_and_so_are_the_others(plan: Path) -> None:
    other = plan.with_name("other.md")
    other.write_bytes(b"somebody was here")
    with pytest.raises(Refused, match=r"other\.md: the file was changed meanwhile"):
        write([FileChange(plan, b"old\r\n", b"new"), FileChange(other, b"other", b"new")])
    assert (plan.read_bytes(), other.read_bytes()) == (b"old\r\n", b"somebody was here")
    assert names(plan.parent) == ["other.md", "plan.md"]


def test_what_was_replaced_is_put_back_where_a_later_file_fails(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = plan.with_name("zother.md")
    other.write_bytes(b"other")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target) == other:
            raise PermissionError(1, "Operation not permitted", str(other))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(Refused, match="Operation not permitted"):
        write([FileChange(plan, b"old\r\n", b"new"), FileChange(other, b"other", b"new")])
    assert (plan.read_bytes(), other.read_bytes()) == (b"old\r\n", b"other")
    assert names(plan.parent) == ["plan.md", "zother.md"]


def test_a_link_stays_a_link(plan: Path) -> None:
    link = plan.with_name("link.md")
    link.symlink_to("plan.md")
    write([FileChange(link, b"old\r\n", b"new")])
    assert link.is_symlink()
    assert plan.read_bytes() == b"new"


def test_a_file_that_is_gone_is_refused(plan: Path) -> None:
    plan.unlink()
    with pytest.raises(Refused, match=r"plan\.md: No such file or directory"):
        write([FileChange(plan, b"old\r\n", b"new")])
    assert names(plan.parent) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_refused(plan: Path) -> None:
    plan.chmod(0o440)
    with pytest.raises(Refused, match="read-only"):
        write([FileChange(plan, b"old\r\n", b"new")])
