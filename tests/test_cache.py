"""What is kept for later runs is found again, only for what it was made of, and is never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_plan_plugin import cache
from mkdocs_plan_plugin.cache import Cache

DAY = 86_400


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "site.db"


def keep(file: Path, *pages: str, made: bytes = b"made") -> None:
    """Keep something of pages, as a run does."""
    kept = Cache(file)
    for page in pages:
        kept.keep(page, b"key", made)
    kept.save()


def recalled(file: Path, page: str = "a.md", key: bytes = b"key") -> bytes | None:
    """Return what another run finds."""
    kept = Cache(file)
    found = kept.recall(page, key)
    kept.save()
    return found


def test_a_later_run_finds_what_was_kept(file: Path) -> None:
    keep(file, "a.md")
    assert recalled(file) == b"made"


def test_only_of_the_very_page_and_what_it_was_made_of(file: Path) -> None:
    keep(file, "a.md")
    assert recalled(file, "b.md") is None
    assert recalled(file, key=b"other") is None
    assert "a.md" in Cache(file)
    assert "b.md" not in Cache(file)


def test_what_is_made_anew_takes_the_place_of_the_old(file: Path) -> None:
    keep(file, "a.md", "b.md")
    keep(file, "a.md", made=b"new")
    assert (recalled(file), recalled(file, "b.md")) == (b"new", b"made")


def test_nothing_is_written_before_the_end(file: Path) -> None:
    kept = Cache(file)
    kept.keep("a.md", b"key", b"made")
    assert recalled(file) is None
    kept.save()
    assert recalled(file) == b"made"


def test_without_a_file_nothing_is_kept(tmp_path: Path) -> None:
    kept = Cache()
    kept.keep("a.md", b"key", b"made")
    kept.save()
    assert kept.recall("a.md", b"key") is None
    assert list(tmp_path.iterdir()) == []


def turned(whole: bytes) -> bytes:
    """Damage the page of the database that its rows stand in."""
    return whole[:4096] + bytes(byte ^ 0xFF for byte in whole[4096:])


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"", lambda _: b"no database at all" * 400, lambda whole: whole[:5000], turned],
    ids=["empty", "another", "cut", "turned"],
)
def test_a_damaged_file_holds_nothing_and_is_replaced(file: Path, damage: Callable[[bytes], bytes]) -> None:
    keep(file, "a.md", made=b"made" * 100)
    file.write_bytes(damage(file.read_bytes()))
    assert recalled(file) is None
    keep(file, "a.md")
    keep(file, "a.md")
    assert recalled(file) == b"made"


def test_a_folder_in_its_place_is_left_alone(file: Path) -> None:
    file.mkdir()
    keep(file, "a.md")
    assert recalled(file) is None
    assert file.is_dir()


def test_a_file_that_another_run_writes_is_not_waited_for(file: Path) -> None:
    keep(file, "a.md")
    other = Cache(file)
    other.keep("b.md", b"key", b"other")
    begun = time.monotonic()
    keep(file, "c.md")
    assert recalled(file) == b"made"
    assert time.monotonic() - begun < 2
    other.save()
    assert (recalled(file, "b.md"), recalled(file, "c.md")) == (b"other", None)


def test_a_path_that_is_no_unicode_is_made_each_time(file: Path) -> None:
    keep(file, "\udc80.md", "a.md")
    assert (recalled(file, "\udc80.md"), recalled(file)) == (None, b"made")


def test_a_page_that_no_run_asks_for_is_forgotten(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(file, "used.md", "unused.md")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 20 * DAY)
    assert recalled(file, "used.md") == b"made"
    monkeypatch.setattr(time, "time", lambda: now + 40 * DAY)
    assert recalled(file, "used.md") == b"made"
    assert "unused.md" not in Cache(file)


def test_a_site_that_is_no_more_leaves_no_file(file: Path) -> None:
    for name, days in (("old.db", 31), ("young.db", 29)):
        keep(file.with_name(name), "a.md")
        os.utime(file.with_name(name), (time.time() - days * DAY,) * 2)
    keep(file, "a.md")
    assert sorted(one.name for one in file.parent.iterdir()) == ["site.db", "young.db"]


def test_each_site_and_kind_of_run_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache.platformdirs, "user_cache_path", lambda name: tmp_path / name)
    kept = Cache.of(tmp_path / "one" / "mkdocs.yml", "check")
    kept.keep("a.md", b"key", b"made")
    kept.save()
    assert Cache.of(tmp_path / "one" / "mkdocs.yml", "check").recall("a.md", b"key") == b"made"
    assert "a.md" not in Cache.of(tmp_path / "two" / "mkdocs.yml", "check")
    assert "a.md" not in Cache.of(tmp_path / "one" / "mkdocs.yml", "build")


@pytest.mark.skipif(os.name != "posix", reason="asks for the rights of a folder")
def test_a_folder_that_others_may_write_into_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache.platformdirs, "user_cache_path", lambda name: tmp_path / name)
    place = cache.folder("pages")
    assert place is not None
    assert place.stat().st_mode & 0o777 == 0o700
    place.chmod(0o777)
    kept = Cache.of(tmp_path, "check")
    kept.keep("a.md", b"key", b"made")
    kept.save()
    assert list(place.iterdir()) == []


def test_a_python_without_sqlite_keeps_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cache, "sqlite3", None)
    kept = Cache.of(tmp_path, "check")
    kept.keep("a.md", b"key", b"made")
    kept.save()
    assert kept.recall("a.md", b"key") is None


def test_the_same_settings_have_the_same_digest_in_every_process() -> None:
    """Sets are written in an order that differs from process to process, unless one takes care."""
    script = (
        "from mkdocs_plan_plugin.cache import digest_of;"
        "from mkdocs_plan_plugin.plans.template_files import Templates;"
        "from mkdocs_plan_plugin.settings import Settings;"
        "print(digest_of(Settings(), Templates(), frozenset('abcdefgh')).hex())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1


def test_another_version_of_the_program_has_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.digest_of("settings")
    monkeypatch.setattr(cache, "_program", lambda: [("reader.py", 1, 1)])
    assert cache.digest_of("settings") != before
