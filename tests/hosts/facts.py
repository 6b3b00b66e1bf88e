"""What a built site says of its plans."""

from __future__ import annotations

from urllib.parse import urljoin

from bs4 import BeautifulSoup


def facts(root):
    """What views and boxes say on each page of a built site, and where the links of views lead."""
    found = {}
    for file in root.rglob("*.html"):
        name = file.relative_to(root).as_posix()
        page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        views = page.select(".plan-view")
        found[name] = (
            [view.get_text(" ", strip=True) for view in views],
            [
                urljoin(name, link["href"]).removesuffix("index.html")
                for view in views
                for link in view.select("a[href]")
            ],
            [box.has_attr("checked") for box in page.select("input.plan-task")],
        )
    return found
