from __future__ import annotations

from typing import TYPE_CHECKING

from tests.test_profile import PLANS, formed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran


def test_a_check_says_it_behind_its_findings_on_stderr(run: Callable[..., Ran]) -> None:
    plain, profiled = run(PLANS % "false", "check"), run("", "check", "--profile")
    assert (profiled.status, profiled.out) == (plain.status, plain.out)
    assert formed(profiled.err.splitlines()) == [
        "2 plans on 3 pages took -",
        "",
        "layer time share per plan",
        "start - - -",
        "rest - - -",
    ]
