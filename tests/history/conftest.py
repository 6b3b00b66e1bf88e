"""A drawn repository, and `mkdocs-plan` run in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from mkdocs_plan_plugin.cli import main
from tests.history.drawn import Drawn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """An empty repository, in whose folder the test runs, on 1 July 2026."""
    repository = Drawn(tmp_path / "repository")
    monkeypatch.chdir(repository.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782907200")
    return repository


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command with words."""
    return lambda *words: CliRunner().invoke(main, list(words), prog_name="mkdocs-plan")
