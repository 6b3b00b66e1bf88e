"""The process that reads earlier versions of plans beside a build, and keeps what it finds in the cache."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from mkdocs_plan_plugin.history.apart import Order
from mkdocs_plan_plugin.history.past import Past
from mkdocs_plan_plugin.model import Plan


def read(order: Order) -> None:
    """Read all versions that the cache does not hold yet."""
    plans = [Plan(path=file) for file in order.files]
    Past(
        Path(order.docs_dir),
        order.settings,
        order.today,
        file=lambda plan: plan.path,
        about=lambda: order.about,
        say=lambda _: None,
        site=Path(order.site),
    ).histories(plans)


if __name__ == "__main__":
    read(msgspec.json.decode(sys.stdin.buffer.read(), type=Order))
