"""What the README's picture shows, so that a picture that has gone stale is noticed on any machine.

Not its pixels, which change with every browser and theme: the author's text, the HTML of the views, the stylesheet.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from bs4 import BeautifulSoup

EXAMPLE = Path(__file__).parent.parent / "example-site"
PICTURE = EXAMPLE / "docs" / "assets" / "screenshot-plan.png"
RECORD = EXAMPLE / "screenshot-plan.sha256"
"""Digests of what is shown and of the picture, written when it is drawn."""
PAGE = "plans/postgres-upgrade"
REDRAW = "python example-site/screenshots.py"


def record(site: Path) -> str:
    """What belongs into the record, for a site as it is built and the picture as it is."""
    html = (site / PAGE / "index.html").read_text("utf-8")
    views = [
        str(view)
        for view in BeautifulSoup(html, "html.parser").select(".plan-view")
        if view.find_parent(class_="plan-view") is None
    ]
    text = (EXAMPLE / "docs" / f"{PAGE}.md").read_text("utf-8")
    style = (site / "assets" / "plan" / "plan.css").read_text("utf-8")
    shown = hashlib.sha256("\0".join([text, style, *views]).encode()).hexdigest()
    drawn = hashlib.sha256(PICTURE.read_bytes()).hexdigest()
    return f"{shown}  text, views and stylesheet\n{drawn}  {PICTURE.relative_to(EXAMPLE).as_posix()}\n"
