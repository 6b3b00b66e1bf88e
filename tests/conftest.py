"""Fixtures for all tests."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.neighbours.table import Table
from tests.site import build as build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.site import Built


# The same examples on every machine: a check of a change must not fail for what the change did not touch.
# `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2_000, deadline=None)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-neighbours", action="store_true", help="write the table of neighbours in README.md anew"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--write-neighbours"):
        config.pluginmanager.register(Table())


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's own cache out of the tests, and the tests out of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Built]:
    """Build a site drawn in one string, see `tests.site`. Building again adds to what is there."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    return partial(build_site, tmp_path)
