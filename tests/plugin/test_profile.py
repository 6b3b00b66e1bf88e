from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.test_profile import PLANS, formed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.site import Built


def test_a_build_says_it_at_its_end(build: Callable[..., Built]) -> None:
    said = build(PLANS % "true").ours[-1]
    assert formed(said.splitlines()) == [
        "INFO 2 plans on 3 pages: - of the build's -, -",
        "",
        "layer time share per plan",
        "",
        "event time share per plan",
    ]


def test_every_build_of_a_serve_says_it_and_no_other_does(build: Callable[..., Built]) -> None:
    assert "of the build's" in build(PLANS % "true", command="serve").ours[-1]
    assert "of the build's" in build("", command="serve").ours[-1]
    assert not any("of the build's" in line for line in build(PLANS % "false").ours)


def test_a_build_that_fails_takes_its_profile_no_further(build: Callable[..., Built]) -> None:
    failing = (
        PLANS % "true"
        + """
hooks.py
  def on_nav(nav, **_):
      raise ValueError("no nav")
"""
    )
    threads = threading.active_count()
    with pytest.raises(ValueError, match="no nav"):
        build(failing, hooks=["hooks.py"])
    assert threading.active_count() == threads
