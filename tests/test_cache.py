"""What is kept for later runs is found again, only for what it was made of, and is never in the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mkdocs_plan_plugin.cache import digests, folder, pages
from mkdocs_plan_plugin.cache.digests import digest, digest_of
from mkdocs_plan_plugin.cache.pages import Cache
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.weave.readings import Readings
from tests.cli.conftest import Ran, run
from tests.site import Built

__all__ = ["run"]

DAY = 86_400


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "site.db"


def keep(file: Path, *pages: str, made: bytes = b"made") -> None:
    """Keep something of pages, as a run does."""
    with Cache(file) as kept:
        for page in pages:
            kept.keep(page, b"key", made)


def recalled(file: Path, page: str = "a.md", key: bytes = b"key") -> bytes | None:
    """Return what another run finds."""
    with Cache(file) as kept:
        return kept.recall(page, key)


def known(file: Path, page: str) -> bool:
    """True if another run finds something of a page, whatever the page was."""
    with Cache(file) as kept:
        return page in kept


def test_a_later_run_finds_what_was_kept(file: Path) -> None:
    keep(file, "a.md")
    assert recalled(file) == b"made"


def test_only_of_the_very_page_and_what_it_was_made_of(file: Path) -> None:
    keep(file, "a.md")
    assert recalled(file, "b.md") is None
    assert recalled(file, key=b"other") is None
    assert known(file, "a.md")
    assert not known(file, "b.md")


def test_what_is_made_anew_takes_the_place_of_the_old(file: Path) -> None:
    keep(file, "a.md", "b.md")
    keep(file, "a.md", made=b"new")
    assert (recalled(file), recalled(file, "b.md")) == (b"new", b"made")


def test_without_a_file_nothing_is_kept() -> None:
    with Cache() as kept:
        kept.keep("a.md", b"key", b"made")
        assert kept.recall("a.md", b"key") is None


def test_much_is_written_bit_by_bit(file: Path) -> None:
    """Or a build would hold it all in memory, and its file against all others."""
    with Cache(file) as kept:
        for number in range(30):
            kept.keep(f"{number}.md", b"key", bytes(100_000))
        assert recalled(file, "0.md") == bytes(100_000)
        assert recalled(file, "29.md") is None
    assert recalled(file, "29.md") == bytes(100_000)


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


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pages SET made = 5",
        "UPDATE pages SET made = 'text'",
        "UPDATE pages SET made = x'90'",
        "UPDATE pages SET key = 7, day = 'never'",
        "DROP TABLE pages",
        "DROP TABLE pages; CREATE TABLE pages (path TEXT PRIMARY KEY, made BLOB)",
        "UPDATE pages SET path = cast(x'ff41' AS TEXT)",
    ],
)
def test_what_was_not_kept_is_not_believed(file: Path, statement: str) -> None:
    keep(file, "a.md")
    with closing(sqlite3.connect(file)) as database:
        database.executescript(statement)
    assert recalled(file) is None
    keep(file, "a.md")
    keep(file, "a.md")  # where the table was another one, the file went with the first
    assert recalled(file) == b"made"


def test_a_folder_in_its_place_is_left_alone(file: Path) -> None:
    file.mkdir()
    keep(file, "a.md")
    assert recalled(file) is None
    assert file.is_dir()


class Asking(sqlite3.Connection):
    """Counts how often the right to write is asked for."""

    count = 0

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        Asking.count += statement.startswith("BEGIN")
        return super().execute(statement, *values)


def test_a_file_that_another_run_writes_is_read_and_not_waited_for(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(file, "a.md", "b.md")
    monkeypatch.setattr(pages.sqlite3, "connect", partial(sqlite3.connect, factory=Asking))
    monkeypatch.setattr(Asking, "count", 0)
    with closing(sqlite3.connect(file, isolation_level=None)) as other, Cache(file) as kept:
        other.execute("BEGIN IMMEDIATE")
        assert kept.recall("a.md", b"key") == b"made"
        for number in range(300):
            kept.keep(f"{number}.md", b"key", bytes(100_000))
        assert (kept.recall("a.md", b"key"), kept.recall("b.md", b"key")) == (b"made", b"made")
        assert Asking.count == 2  # the other run, and one that had to wait
    assert recalled(file) == b"made"
    assert not known(file, "29.md")


def test_a_file_that_another_run_is_making_is_left_to_it(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert recalled(file) is None
        other.execute(pages._TABLE)
        other.execute("INSERT INTO pages VALUES ('a.md', ?, 99999, ?, ?)", (b"key", digest(b"made"), b"made"))
        other.execute("COMMIT")
    assert recalled(file) == b"made"


def test_a_file_that_another_run_holds_counts_as_none(file: Path) -> None:
    keep(file, "a.md")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert recalled(file) is None
    assert recalled(file) == b"made"


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
    keep(file, "new.md")
    assert not known(file, "unused.md")


def test_a_site_that_is_no_more_leaves_no_file(file: Path) -> None:
    for letter, days in (("a", 31), ("b", 29)):
        old = file.with_name(f"{letter * 32}-check.db")
        keep(old, "a.md")
        os.utime(old, (time.time() - days * DAY,) * 2)
    other = file.with_name("thesis.tex")
    other.touch()
    os.utime(other, (0, 0))
    file.with_name(f"{'c' * 32}-build.db").symlink_to("nowhere")
    keep(file, "a.md")
    left = sorted(one.name for one in file.parent.iterdir())
    assert left == [f"{'b' * 32}-check.db", f"{'c' * 32}-build.db", "site.db", "thesis.tex"]


def test_a_site_is_not_forgotten_when_it_is_built_again(file: Path) -> None:
    own = file.with_name(f"{'a' * 32}-check.db")
    keep(own, "a.md")
    os.utime(own, (0, 0))
    keep(own, "b.md")
    assert recalled(own) == b"made"


@pytest.fixture
def users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for the user's cache folder."""
    monkeypatch.setattr(folder.platformdirs, "user_cache_path", lambda name: tmp_path / "cache" / name)
    return tmp_path / "cache"


def kept_of(site: Path, kind: str = "check") -> bytes | None:
    """Return what a run finds of a site, and keep something for the next."""
    with Cache.of(site, kind) as kept:
        found = kept.recall("a.md", b"key")
        kept.keep("a.md", b"key", b"made")
    return found


@pytest.mark.usefixtures("users")
def test_each_site_and_kind_of_run_has_its_own(tmp_path: Path) -> None:
    site = tmp_path / "one" / "mkdocs.yml"
    assert [kept_of(site), kept_of(site)] == [None, b"made"]
    assert kept_of(tmp_path / "two" / "mkdocs.yml") is None
    assert kept_of(site, "build") is None


@pytest.mark.skipif(os.name != "posix", reason="asks for the rights of a folder")
@pytest.mark.parametrize("name", ["mkdocs-plan", "mkdocs-plan/pages"])
def test_a_folder_that_is_not_the_users_alone_is_not_used(tmp_path: Path, users: Path, name: str) -> None:
    kept_of(tmp_path)
    place = users / name
    assert place.stat().st_mode & 0o777 == 0o700
    place.chmod(0o720)
    assert kept_of(tmp_path) is None
    place.chmod(0o700)
    assert kept_of(tmp_path) == b"made"
    place.rename(users / "elsewhere")
    place.symlink_to(users / "elsewhere")
    assert kept_of(tmp_path) is None


@pytest.mark.usefixtures("users")
def test_a_python_without_sqlite_keeps_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pages, "sqlite3", None)
    assert [kept_of(tmp_path), kept_of(tmp_path)] == [None, None]


def test_the_same_settings_have_the_same_digest_in_every_process() -> None:
    """Sets are written in an order that differs from process to process, unless one takes care."""
    script = (
        "from mkdocs_plan_plugin.cache.digests import digest_of;"
        "from mkdocs_plan_plugin.template.files import Templates, shipped;"
        "from mkdocs_plan_plugin.settings import Settings;"
        "print(digest_of(Settings(), Templates(own=shipped()), frozenset('abcdefgh')).hex())"
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


def test_the_order_of_options_tells() -> None:
    one, other = Settings(rules={"PLAN203": "error", "bad-date": "info"}), {"PLAN203": "info"}
    swapped = Settings(rules=dict(reversed(one.rules.items())))
    assert digest_of(one) != digest_of(swapped)
    assert digest_of(one, other) == digest_of(one, dict(other))


@pytest.mark.parametrize("value", [Settings(exclude=["\ud800"]), Settings(stale_after=10**30)])
def test_what_can_not_be_packed_has_a_digest(value: Settings) -> None:
    assert digest_of(value) == digest_of(value) != digest_of(Settings())


def package(folder: Path, record: str, *, changed: float, text: str = "text") -> list[tuple[str, int, int]]:
    """Install a package of one file; return what tells it from another one."""
    file = folder / "ours" / "a.py"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    os.utime(file, (changed, changed))
    (file.parent / ".#a.py").symlink_to("an-editor@work.1")
    if record:
        (folder / "ours-1.0.dist-info").mkdir()
        (folder / "ours-1.0.dist-info" / "RECORD").write_text(record, encoding="utf-8")
    return digests._program(file.parent)


def test_an_installed_program_is_known_by_its_record(tmp_path: Path) -> None:
    """Installers set the time of a file to that of the installation."""
    first = package(tmp_path / "1", "a.py,sha256=1", changed=1)
    assert package(tmp_path / "2", "a.py,sha256=1", changed=2) == first
    assert package(tmp_path / "3", "a.py,sha256=2", changed=1) != first
    assert package(tmp_path / "4", "a.py,sha256=1", changed=1, text="changed by hand") != first


def test_a_program_being_worked_on_is_known_by_its_files(tmp_path: Path) -> None:
    first = package(tmp_path / "1", "", changed=1)
    assert package(tmp_path / "2", "", changed=1) == first
    assert package(tmp_path / "3", "", changed=2) != first


@pytest.fixture
def spoilt() -> Callable[[], list[bytes]]:
    """Put something whole that nobody can decode into every row that was kept; return what is kept now."""

    def spoil() -> list[bytes]:
        place = folder.folder("pages")
        assert place is not None
        made: list[bytes] = []
        for file in place.glob("*.db"):
            with closing(sqlite3.connect(file)) as database, database:
                made += [row[0] for row in database.execute("SELECT made FROM pages ORDER BY path")]
                database.execute("UPDATE pages SET made = ?, digest = ?", (b"\xc1", digest(b"\xc1")))
        return made

    return spoil


PLAN = "---\nplan: true\n---\n# Plan: new kiln\n\n**Status:** Bogus\n\n- [ ] a\n"


def test_a_build_makes_anew_what_can_not_be_decoded(
    build: Callable[..., Built],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    spoilt: Callable[[], list[bytes]],
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(PLAN, encoding="utf-8")
    begin = Readings.begin

    def beginning(memory: Readings, *given: Any) -> None:
        memory._kept.clear()  # MkDocs keeps a plugin from one build of a process to the next
        begin(memory, *given)

    monkeypatch.setattr(Readings, "begin", beginning)
    first = build().html("a/")
    kept = spoilt()
    for _ in range(2):
        built = build()
        assert built.page("a/").select_one(".plan-card")
        assert built.html("a/") == first
    assert spoilt() == kept != []


def test_a_check_makes_anew_what_can_not_be_decoded(
    run: Callable[..., Ran],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    spoilt: Callable[[], list[bytes]],
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "a.md").write_text(PLAN, encoding="utf-8")
    first = run("", "check", "a.md")
    kept = spoilt()
    assert run("", "check", "a.md") == first
    assert spoilt() == kept != []
