"""A browser per worker, sites built once per run, and pages that remember what went on in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Route, sync_playwright

from tests.browser import sites
from tests.browser.sites import LOOKS, Look
from tests.hosts import zensical

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
THEIRS = {
    # What the theme `mkdocs` says in a dark scheme without highlight.js.
    "Cannot set properties of null (setting 'disabled')",
}
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
OURS = (".plan-view", "input.plan-task")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands here."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@dataclass
class Visit:
    """An opened page, with what it said and asked for."""

    page: Page
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        """Note a message, unless it is MkDocs' search telling how far it is."""
        if "/search/" not in message.location["url"]:
            self.messages.append(message.text)

    def catch(self, error: Error) -> None:
        """Note an exception, unless it is one of the themes'."""
        if error.message not in THEIRS:
            self.messages.append(error.message)

    def measure(self, what: str, *args: object) -> Any:
        """Call a function of `measure.js`."""
        return self.page.evaluate(f"args => ({MEASURE.strip()}).{what}(...args)", list(args))

    def faults(self, *rules: str, within: tuple[str, ...] = OURS) -> list[str]:
        """Ask axe about the views and the boxes of tasks: by these rules, else by all."""
        context = {"include": [[selector] for selector in within]}
        asked = {"runOnly": {"type": "rule", "values": [*rules]}} if rules else AXE
        # What is right would otherwise be described too, a thousand times on a long page.
        options = asked | {"resultTypes": ["violations"]}
        found = Axe().run(self.page, context=context, options=options).response["violations"]
        return [
            f"{rule['id']}: {rule['help']}: {node['target']} {node['html'][:160]}"
            for rule in found
            for node in rule["nodes"]
        ]

    def misplaced(self, *widths: int) -> list[str]:
        """List what overflows or overlaps in a window of each width; as it is, if none is given."""
        found = []
        for width in widths or (0,):
            if width:
                self.page.set_viewport_size({"width": width, "height": 900})
            found += [f"{width} px: {each}" for each in self.measure("misplaced")]
        return found


@pytest.fixture(scope="session")
def browser():
    path = sites.chromium()
    if not path:
        pytest.skip(sites.NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*sites.ARGUMENTS])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """A folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "browser"


@pytest.fixture(scope="session")
def port(folder: Path):
    (folder / "sites").mkdir(parents=True, exist_ok=True)
    with sites.served(folder / "sites") as port:
        yield port


@pytest.fixture(scope="session")
def contexts(browser: Browser):
    """Browsers' contexts by what they emulate; making one takes as long as opening a page.

    An empty page stays open in each: a window that closes with its only page takes the browser longer to make anew
    than most pages take to load.
    """
    made: dict[str, BrowserContext] = {}

    def context(**options: Any) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in made:
            made[key] = browser.new_context(**options)
            made[key].set_default_timeout(15_000)
            made[key].new_page()
        return made[key]

    return context


@pytest.fixture
def visit(contexts, folder: Path, port: int):
    """Open a page of a site: `visit("material-slate", "plans/", width=360)`.

    `altered` has other answers to requests, by the addresses they are for.
    """
    with ExitStack() as stack:

        def opened(
            look: str,
            address: str,
            *,
            width: int = 1280,
            height: int = 900,
            altered: Mapping[str, Callable[[Route], None]] = MappingProxyType({}),
            **options: Any,
        ) -> Visit:
            site, scheme = LOOKS.get(look, Look(look))
            if site == "materialx" and not sites.MATERIALX.is_dir():
                pytest.skip(sites.NO_MATERIALX)
            if site.startswith("zensical") and not zensical.IS_THERE:
                pytest.skip(zensical.NO_ZENSICAL)
            root = sites.built(site, folder)
            page = contexts(color_scheme=scheme, **options).new_page()
            stack.callback(page.close)
            page.set_viewport_size({"width": width, "height": height})
            for pattern, answer in altered.items():
                page.route(pattern, answer)
            visit = Visit(page)
            page.on("console", visit.hear)
            page.on("pageerror", visit.catch)
            page.on("request", lambda request: visit.requests.append(request.url))
            by_file = site == "file"
            page.goto((root / address).as_uri() if by_file else f"http://127.0.0.1:{port}/{site}/{address}")
            return visit

        yield opened


@pytest.fixture
def elsewhere(port: int):
    """Tell which requests left the site."""

    def left(visit: Visit) -> list[str]:
        own = f"127.0.0.1:{port}"
        return [
            url
            for url in visit.requests
            if (parts := urlsplit(url)).scheme not in ("data", "blob", "file") and parts.netloc != own
        ]

    return left
