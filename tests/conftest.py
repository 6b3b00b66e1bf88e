"""Fixtures for all tests."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.site import build as build_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site import Built


# The same examples on every machine: a check of a change must not fail for what the change did not touch.
# `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile("same")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Built]:
    """Build a site drawn in one string, see `tests.site`. Building again adds to what is there."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    return partial(build_site, tmp_path)
