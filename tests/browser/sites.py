"""The example site in every theme, built once, and the Chromium to open it in."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.browser import extremes, from_the_right
from tests.hosts import zensical

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "example-site"
NOW = "1795305600"
"""22 November 2026: shortly behind the last change of the example's plans."""

MATERIALX = ROOT / ".cache" / "materialx"
"""A folder of its own, as mkdocs-materialx brings the same package as mkdocs-material."""
NO_MATERIALX = f"""MaterialX can't be installed beside Material for MkDocs. To test it too, from the project's root:
pip install --no-deps --target {MATERIALX.relative_to(ROOT)} mkdocs-materialx"""
NO_CHROMIUM = (
    "no Chromium found. To run the browser tests, install it (Debian, Ubuntu: apt-get install chromium), or name"
    " one: CHROMIUM=/path/to/chromium pytest -m browser -n auto"
)

INDEX_PAGES = {
    "home": "plans/index.md",
    "risks": "plans/risks.md",
    "board": "plans/board.md",
    "roadmap": "plans/roadmap.md",
    "actions": "plans/actions.md",
    "decisions": "plans/decisions.md",
    "dependencies": "plans/dependencies.md",
    "results": "plans/results.md",
    "health": "plans/health.md",
}
"""More than the example has: every page that there is."""


class Look(NamedTuple):
    """A theme as a reader sees it."""

    site: str
    scheme: str = "light"


LOOKS = {
    "material": Look("material"),
    "material-slate": Look("material", "dark"),
    "mkdocs": Look("mkdocs"),
    "mkdocs-dark": Look("mkdocs-dark", "dark"),
    "readthedocs": Look("readthedocs"),
    "materialx": Look("materialx"),
    "materialx-slate": Look("materialx", "dark"),
    "zensical": Look("zensical"),
    "zensical-slate": Look("zensical", "dark"),
    "zensical-classic": Look("zensical-classic"),
    "zensical-classic-slate": Look("zensical-classic", "dark"),
}

THEMES = ("material", "mkdocs", "readthedocs", "zensical", "zensical-classic")
"""The looks that differ by more than colours."""

_BY_SYSTEM = [
    {"media": f"(prefers-color-scheme: {wanted})", "scheme": scheme}
    for wanted, scheme in (("light", "default"), ("dark", "slate"))
]

# Neither `mkdocs` nor `readthedocs` highlights code without fetching a script from elsewhere.
_SITES: dict[str, dict[str, Any]] = {
    "example": {},
    "material": {},
    "materialx": {
        "theme": {"name": "materialx", "font": False, "palette": _BY_SYSTEM},
        "plugins": ["plan"],
    },
    "zensical": {"theme": {"variant": "modern", "font": False, "palette": _BY_SYSTEM}},
    "zensical-classic": {"theme": {"variant": "classic", "font": False, "palette": _BY_SYSTEM}},
    "mkdocs": {"theme": {"name": "mkdocs", "highlightjs": False}},
    "mkdocs-dark": {"theme": {"name": "mkdocs", "highlightjs": False, "color_mode": "dark"}},
    "readthedocs": {"theme": {"name": "readthedocs", "highlightjs": False}},
    "german": {"theme": {"name": "material", "font": False, "language": "de"}},
    "french": {"theme": {"name": "readthedocs", "highlightjs": False, "locale": "fr"}},
    # Without search, which needs a server.
    "file": {"plugins": ["plan"], "use_directory_urls": False},
    "hebrew": {"docs": from_the_right.HEBREW, "theme": {"name": "material", "font": False, "language": "he"}},
    "hebrew-mkdocs": {
        "docs": from_the_right.HEBREW,
        "theme": {"name": "mkdocs", "highlightjs": False, "locale": "he"},
    },
    "arabic": {"docs": from_the_right.ARABIC, "theme": {"name": "material", "font": False, "language": "ar"}},
    "fleet": {"docs": extremes.FLEET},
    "fleet-mkdocs": {"docs": extremes.FLEET, "theme": {"name": "mkdocs", "highlightjs": False}},
    "extremes": {"docs": extremes.PAGES},
    "many": {"docs": extremes.MANY},
    "extremes-mkdocs": {"docs": extremes.PAGES, "theme": {"name": "mkdocs", "highlightjs": False}},
}


def chromium() -> str | None:
    """Find the browser: the one that is named, else the system's; one without windows is the faster."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, _BROWSERS)), None)


_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What is asked of another machine fails at once, and is on the list of requests.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def config(site: str, folder: Path) -> dict[str, Any]:
    """Write the example's `mkdocs.yml` for another theme, with every index page; `example` is the site as it is."""
    changes = dict(_SITES[site])
    drawn = changes.pop("docs", None)
    settings: dict[str, Any] = yaml.safe_load((EXAMPLE / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"docs_dir": str(EXAMPLE / "docs"), "hooks": [str(EXAMPLE / "hooks.py")]} | changes
    if site != "example":
        settings["plugins"] = [
            {"plan": {"index": INDEX_PAGES}} if "plan" in each else each for each in settings["plugins"]
        ]
    if drawn:
        for name, text in drawn.items():
            path = folder / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        del settings["nav"], settings["hooks"]
        settings["docs_dir"] = str(folder / "docs")
    return settings


def build(site: str, folder: Path, to: Path) -> str:
    """Build a site in a process of its own; return what went wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    if site.startswith("zensical"):
        zensical.example(config(site, folder), folder)
        fault = zensical.build(folder, SOURCE_DATE_EPOCH=NOW)
        (folder / "site").rename(to)
        return fault
    written = folder / "mkdocs.yml"
    written.write_text(yaml.safe_dump(config(site, folder)), encoding="utf-8")
    environment = os.environ | {"SOURCE_DATE_EPOCH": NOW, "NO_MKDOCS_2_WARNING": "1"}
    if site == "materialx":
        environment["PYTHONPATH"] = str(MATERIALX)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(written), "-d", str(to)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return f"{done.stdout}{done.stderr}" if done.returncode else ""


def built(site: str, folder: Path) -> Path:
    """Return where a site stands; the first of several processes builds it, the others wait."""
    outcome, claimed = folder / f"{site}.outcome", folder / f"{site}.claimed"
    try:
        claimed.mkdir(parents=True)
    except FileExistsError:
        waited = time.monotonic()
        while not outcome.exists() and time.monotonic() - waited < 300:
            time.sleep(0.05)
    else:
        fault = build(site, folder / "source" / site, folder / "sites" / site)
        written = outcome.with_suffix(".written")
        written.write_text(fault, encoding="utf-8")
        written.rename(outcome)
    fault = outcome.read_text(encoding="utf-8") if outcome.exists() else "no end of the build in five minutes"
    if fault:
        raise RuntimeError(f"{site} could not be built: {fault}")
    return folder / "sites" / site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def served(folder: Path):
    """Serve a folder, and yield the port."""
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
    ) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()
