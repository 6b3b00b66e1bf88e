"""Fixtures for all tests."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.site import build as build_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site import Built


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Built]:
    """Build a site drawn in one string, see `tests.site`. Building again adds to what is there."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    return partial(build_site, tmp_path)
