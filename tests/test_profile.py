"""Profiles say where the time went. What they say is compared by its form: times differ from run to run."""

from __future__ import annotations

import re
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from mkdocs_plan_plugin.api import read_plan
from mkdocs_plan_plugin.profile import Profile, of_build, of_check

if TYPE_CHECKING:
    from collections.abc import Iterator

PLANS = """
mkdocs.yml
  plugins:
    - search
    - plan: {profile: %s}
docs/plans/a.md
  ---
  plan: true
  ---
  # A

  ## Phase 1: One

  - [ ] one
docs/plans/b.md
  ---
  plan: true
  ---
  # B
docs/index.md
  # Start
"""
FIGURES = re.compile(r"\d+\.\d+ (?:s|ms)|\d+\.\d%")


@pytest.fixture
def profile() -> Iterator[Profile]:
    taken = Profile()
    yield taken
    taken.end()


def formed(lines: list[str]) -> list[str]:
    """Lines with a dash for each figure, without the rows of layers and events, which depend on the looks."""
    shown = [" ".join(FIGURES.sub("-", line).split()) for line in lines]
    return [line for line in shown if not line.endswith(" - - -") or line.startswith(("start ", "rest "))]


def test_a_profile_puts_time_down_to_the_layer_at_work(profile: Profile) -> None:
    for _ in range(100_000):
        read_plan("# Plan\n\n## Phase 1: One\n\n- [ ] one\n")
        if profile._spent:
            break
    profile.end()
    assert set(profile.layers) <= {"source", "model", "vocabulary", "reading"}
    assert 0 < sum(profile.layers.values()) <= profile.whole


def test_a_profile_leaves_nothing_behind(profile: Profile) -> None:
    interval = profile._yield
    profile.end()
    assert sys.getswitchinterval() == interval
    assert profile._watch not in threading.enumerate()


def test_all_time_of_a_check_is_accounted_for(profile: Profile) -> None:
    profile.end()
    profile._spent.update(
        {("source", "Markdown"): profile.whole / 2, ("rules", "Markdown"): profile.whole / 4}
    )
    shares = [
        float(share) for share in re.findall(r"([\d.]+)%", "\n".join(of_check(profile, plans=1, pages=1)))
    ]
    assert sum(shares) == pytest.approx(100, abs=0.3)


def test_what_takes_most_stands_first_and_events_stand_apart(profile: Profile) -> None:
    profile.end()
    profile.whole = 10.0
    profile._spent.update({
        ("plans", "on_files"): 1.0,
        ("source", "on_files"): 1.5,
        ("source", "Markdown"): 0.5,
    })  # fmt: skip
    assert list(of_build(profile, plans=1000, pages=1001)) == [
        "1,000 plans on 1,001 pages: 3.00 s of the build's 10.00 s, 30.0%",
        "",
        "  layer                   time   share  per plan",
        "  source                2.00 s   20.0%   2.00 ms",
        "  plans                 1.00 s   10.0%   1.00 ms",
        "",
        "  event                   time   share  per plan",
        "  on_files              2.50 s   25.0%   2.50 ms",
        "  Markdown              0.50 s    5.0%   0.50 ms",
    ]
