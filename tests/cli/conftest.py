"""The command, run in the folder of a drawn site."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_plan_plugin.cli import main
from tests.site import draw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass
class Ran:
    """What a run of the command left behind."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)

    @property
    def paths(self) -> list[str]:
        return [plan["path"] for plan in self.data["plans"]]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """Draw a site (see `tests.site`), then run `mkdocs-plan` in its folder.

    A check is run twice: the second one, which finds what the first has kept, must tell the same.
    """
    monkeypatch.chdir(tmp_path)

    def once(words: tuple[str, ...]) -> Ran:
        with pytest.raises(SystemExit) as exit_:
            main(list(words), prog_name="mkdocs-plan")
        out, err = capsys.readouterr()
        return Ran(int(exit_.value.code or 0), out, err.replace(str(tmp_path), "ROOT"))

    def run(drawn: str, *words: str) -> Ran:
        draw(tmp_path, drawn)
        ran = once(words)
        if words[:1] == ("check",) and not {"--profile", "--fix"} & {*words}:
            assert once(words) == ran
        return ran

    return run
