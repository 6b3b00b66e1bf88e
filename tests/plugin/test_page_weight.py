"""What the views add to the page of a plan."""

from __future__ import annotations

import re

import pytest

from benchmarks import texts
from benchmarks.site import EXTENSIONS
from tests.browser.extremes import PAGES
from tests.site import build


@pytest.mark.parametrize(
    ("text", "most", "elements"),
    [
        pytest.param(texts.plan(3), 14_020, 320, id="all sections of the template"),
        pytest.param(PAGES["plans/forty.md"], 38_000, 780, id="forty phases"),
    ],
)
def test_a_page_stays_light(tmp_path, text, most, elements):
    weight = []
    for name, plugins in (("without", []), ("with", ["plan"])):
        (tmp_path / name / "docs").mkdir(parents=True)
        (tmp_path / name / "docs" / "plan.md").write_text(text, "utf-8")
        page = build(tmp_path / name, plugins=plugins, markdown_extensions=EXTENSIONS).html("plan/")
        weight.append((len(page.encode()), len(re.findall("<[a-z]", page))))
    without, shown = weight

    assert shown[0] - without[0] < most
    assert shown[1] - without[1] < elements
