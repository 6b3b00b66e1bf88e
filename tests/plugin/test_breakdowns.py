"""Files that go or can't be read meanwhile, links that lead out, full disks, signals: what passes without us passes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site import Built, draw

SITE = """
docs/index.md
  # Start

  <!-- plans:table -->
docs/plans/a.md
  ---
  plan: true
  depends_on: b.md
  ---
  # Plan: new kiln

  ## Phase 1: Dig

  - [ ] hole
docs/plans/b.md
  ---
  plan: true
  ---
  # Plan: new shop

  ## Phase 1: Pour

  - [x] floor
"""

HOOK = """
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority({priority})
def {event}({given}, **kwargs):
    {body}
"""


@pytest.fixture
def hooked(build: Callable[..., Built], tmp_path: Path) -> Callable[..., str]:
    """Build with a hook at an event, and return how that ended: `built`, or the kind of error."""

    def run(event: str, priority: int, given: str, body: str, *, plugin: bool) -> str:
        shutil.rmtree(tmp_path / "docs", ignore_errors=True)
        (tmp_path / "hook.py").write_text(
            HOOK.format(event=event, priority=priority, given=given, body=body), encoding="utf-8"
        )
        plugins = ["search", "plan"] if plugin else ["search"]
        try:
            build(SITE, hooks=[str(tmp_path / "hook.py")], plugins=plugins)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever MkDocs makes of it
            return type(error).__name__
        return "built"

    return run


GONE = 'Path(kwargs["config"].docs_dir, "plans/b.md").unlink(missing_ok=True); return None'
FOLDER = 'file = Path(kwargs["config"].docs_dir, "plans/b.md"); file.unlink(); file.mkdir(); return None'
REMOVED = 'files.remove(files.get_file_from_path("plans/b.md")); return files'


@pytest.mark.parametrize(
    ("event", "priority", "given"),
    [
        ("on_files", 0, "files"),
        ("on_files", -200, "files"),
        ("on_pre_page", 0, "page"),
        ("on_env", 0, "env"),
        ("on_post_build", 0, "*args"),
    ],
)
@pytest.mark.parametrize("body", [GONE, FOLDER], ids=["gone", "a folder in its place"])
def test_a_plan_that_goes_between_events_ends_no_build_that_passes_without_us(
    hooked: Callable[..., str], event: str, priority: int, given: str, body: str
) -> None:
    body = body.replace("return None", f"return {given}" if given == "page" else "return None")
    if body.startswith("file") and event == "on_pre_page":
        body = body.replace(
            "file.unlink(); file.mkdir()", "file.is_file() and (file.unlink() or file.mkdir())"
        )
    without = hooked(event, priority, given, body, plugin=False)
    assert hooked(event, priority, given, body, plugin=True) in {without, "built"}


@pytest.mark.parametrize("priority", [0, -200])
def test_a_plan_that_another_plugin_takes_out_is_taken_out(
    hooked: Callable[..., str], tmp_path: Path, priority: int
) -> None:
    assert hooked("on_files", priority, "files", REMOVED, plugin=True) == "built"
    assert not (tmp_path / "site/plans/b/index.html").exists()


@pytest.mark.skipif(os.name != "posix", reason="makes links")
def test_what_lies_outside_is_shown_by_nothing_but_a_link_of_the_file_system(
    build: Callable[..., Built], tmp_path: Path
) -> None:
    draw(tmp_path, SITE)
    (tmp_path / "secret.md").write_text(
        "---\nplan: true\n---\n# Plan: quagga words\n\n- [ ] quagga\n", encoding="utf-8"
    )
    plan = tmp_path / "docs/plans/a.md"
    outside = ["../../secret.md", "/secret.md", "../../../../../../etc/passwd", str(tmp_path / "secret.md")]
    for number, path in enumerate(outside):
        plan.with_name(f"n{number}.md").write_text(
            f"---\nplan: true\ndepends_on: ['{path}']\n---\n# Plan: n\n\n[x]({path})\n\n<!-- plan:card {{of: '{path}'}} -->\n\n- [ ] a\n",
            encoding="utf-8",
        )
    built = build(data_file="plans.json")
    written = [path for path in (tmp_path / "site").rglob("*") if path.suffix in {".html", ".json"}]
    assert written
    assert all("quagga" not in path.read_text(encoding="utf-8") for path in written)
    (tmp_path / "docs/plans/linked.md").symlink_to(tmp_path / "secret.md")  # whoever can link may show
    assert "quagga words" in build("", plugins=["search", "plan"]).html("plans/linked/")
    assert built.page("plans/a/").select_one(".plan-card")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full, which Linux has")
def test_data_for_which_there_is_no_room_is_a_warning(
    hooked: Callable[..., str], tmp_path: Path, caplog
) -> None:
    body = 'Path(kwargs["config"].site_dir, "plans.json").symlink_to("/dev/full")'
    assert hooked("on_post_build", 100, "*args", body, plugin=True) == "built"
    assert "No space left on device" in caplog.text
    assert (tmp_path / "site/plans/a/index.html").exists()


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few thousand bytes."""
    place = tmp_path / "tiny"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(place)]
    try:
        subprocess.run(mounting, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("can't mount a small disk here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_cache_for_which_there_is_no_room_is_done_without(
    build: Callable[..., Built], tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tiny))
    for _ in range(2):
        built = build(SITE)
        assert built.page("plans/a/").select_one(".plan-card")
        assert not [line for line in built.warnings if "bug" in line]


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
def test_a_build_that_is_ended_leaves_nothing_that_the_next_one_stumbles_over(tmp_path: Path) -> None:
    draw(tmp_path, SITE)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Site\ntheme: mkdocs\nplugins: [search, plan]\n", encoding="utf-8"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "SOURCE_DATE_EPOCH": "1760000000"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]

    def bytes_of_site() -> dict[str, bytes]:
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, timeout=120)
        site = tmp_path / "site"
        return {
            str(path.relative_to(site)): path.read_bytes()
            for path in site.rglob("*")
            if path.is_file() and path.suffix != ".gz"
        }

    begun = time.monotonic()
    whole = bytes_of_site()
    length = time.monotonic() - begun
    for step in range(1, 7):
        process = subprocess.Popen(command, cwd=tmp_path, env=environment)
        time.sleep(length * step / 7)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)
    assert bytes_of_site() == whole
