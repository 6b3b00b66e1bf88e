"""Draw the README's screenshot, and note what it shows; with `--all` every kind of page in every look too.

The latter are to be looked at, and go to the folder `screenshots`, which git ignores. Run it from the
environment of the tests: `.venv/bin/python example-site/screenshots.py --all`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests import picture  # noqa: E402 (found in the project's root)
from tests.browser import sites  # noqa: E402

ALL = ROOT / "screenshots"
PAGE = f"{picture.PAGE}/"
ENOUGH = 200_000
"""Bytes that a README's picture may weigh."""
PAGES = (
    "plans/offline-check-in/",
    PAGE,
    "plans/loyalty-points/",
    "plans/live-departure-boards/",
    "plans/payment-provider-switch/",
    "plans/vehicle-length-pricing/",
    *(f"{Path(uri).with_suffix('')}/".replace("/index/", "/") for uri in sites.INDEX_PAGES.values()),
)
EXTREMES = tuple(f"plans/{name}/" for name in ("long", "empty", "forty", "sixty", "rtl"))
WIDTHS = (360, 768, 1280)


def main() -> None:
    """Build, serve, draw."""
    path = sites.chromium()
    if not path:
        sys.exit(sites.NO_CHROMIUM)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = Path(made)
        (folder / "sites").mkdir()
        browser = playwright.chromium.launch(executable_path=path, args=[*sites.ARGUMENTS])
        with sites.served(folder / "sites") as port:
            readme(browser, folder, port)
            if "--all" in sys.argv[1:]:
                everything(browser, folder, port)
        browser.close()


def readme(browser: Browser, folder: Path, port: int) -> None:
    """Draw the top of a plan page, as the example site is."""
    page = browser.new_page(viewport={"width": 1280, "height": 1150}, color_scheme="light")
    site = sites.built("example", folder)
    page.goto(f"http://127.0.0.1:{port}/example/{PAGE}")
    settled(page)
    page.screenshot(path=picture.PICTURE)
    page.close()
    picture.RECORD.write_text(picture.record(site), encoding="utf-8")
    size = picture.PICTURE.stat().st_size
    print(f"{picture.PICTURE.relative_to(ROOT)}: {size:,} bytes")
    if size > ENOUGH:
        sys.exit(f"more than {ENOUGH:,} bytes")


def everything(browser: Browser, folder: Path, port: int) -> None:
    """Draw every page in every look and width, whole."""
    missing = () if sites.MATERIALX.is_dir() else ("materialx",)
    shots = [(name, *look, PAGES) for name, look in sites.LOOKS.items() if look.site not in missing]
    shots += [(site, site, "light", EXTREMES) for site in ("extremes", "extremes-mkdocs")]
    for name, site, scheme, addresses in shots:
        sites.built(site, folder)
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for address in addresses:
                page.goto(f"http://127.0.0.1:{port}/{site}/{address}")
                settled(page)
                drawn = f"{address.strip('/').replace('/', '-')}-{width}.png"
                page.screenshot(path=ALL / name / drawn, full_page=True)
            page.close()
        print(ALL.relative_to(ROOT) / name)


def settled(page: Page) -> None:
    """Wait for fonts, and for what the theme does behind loading."""
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(150)


if __name__ == "__main__":
    main()
