"""What a page has to load."""

from __future__ import annotations

import gzip
from pathlib import Path

import mkdocs_plan_plugin

ASSETS = Path(mkdocs_plan_plugin.__file__).parent / "theme" / "assets" / "plan"


def test_assets_are_light():
    weight = sum(len(gzip.compress(path.read_bytes(), 9)) for path in ASSETS.iterdir())

    assert weight <= 15_000


def test_ordinary_page_loads_nothing(visit):
    seen = visit("material", "handbook/on-call/")

    # The marks of states in the navigation stand on every page.
    assert [url for url in seen.requests if "/assets/plan/" in url and not url.endswith("status.css")] == []
