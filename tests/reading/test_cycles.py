"""What is read is freed when nobody holds it any more: the collector of cycles is paused while reading."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_plan_plugin.reading import read_plan

FIXTURES = sorted((Path(__file__).parents[1] / "fixtures" / "reading").glob("*.md"))


@pytest.fixture
def without_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: file.stem)
def test_reading_leaves_no_cycle_behind(file: Path, without_collector) -> None:
    text = file.read_text("utf-8")
    read_plan(text, file.name)  # what is made once stays
    gc.collect()

    read_plan(text, file.name)

    assert gc.collect() == 0
