"""All plans as JSON: the shape of `plans.json`, of `mkdocs-plan export` and of the Python API."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import asdict

from mkdocs_plan_plugin.model import Finding, Plan
from mkdocs_plan_plugin.portfolio import Portfolio, Totals, join

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA_VERSION = 1
"""Raised when a name in the data changes its meaning or goes away; new names leave it."""


class PlacedFinding(Finding):
    """A finding with the page that it is on, empty for one about the whole site."""

    path: str = ""


class Generator(msgspec.Struct, kw_only=True):
    """The program that wrote the data."""

    name: str
    version: str


class Data(msgspec.Struct, kw_only=True):
    """The top level of the export.

    `plans` are sorted by path; plans with `plan: {list: false}` are left out. `findings` holds those
    of every plan and of pages that are no plan, each with its path, by path, line, column and code.
    """

    schema_version: int
    generator: Generator
    totals: Totals
    plans: list[Plan]
    findings: list[PlacedFinding]


def export(
    plans: Iterable[Plan],
    *,
    portfolio: Portfolio | None = None,
    findings: Iterable[PlacedFinding] = (),
    pretty: bool = False,
) -> bytes:
    """Return the data of all plans as UTF-8; the same plans give the same bytes.

    `portfolio` spares joining the plans again; `findings` are those on no plan; `pretty` indents by
    two and ends with a newline.
    """
    everything = list(plans)
    totals = (portfolio or join(everything)).totals
    listed = sorted((plan for plan in everything if plan.options.listed), key=attrgetter("path"))
    placed = [PlacedFinding(path=plan.path, **asdict(one)) for plan in listed for one in plan.findings]
    data = Data(
        schema_version=SCHEMA_VERSION,
        generator=Generator(name="mkdocs-plan-plugin", version=version()),
        totals=totals,
        plans=listed,
        findings=sorted([*placed, *findings], key=attrgetter("path", "line", "column", "code", "message")),
    )
    encoded = msgspec.json.encode(data)
    return msgspec.json.format(encoded, indent=2) + b"\n" if pretty else encoded


def version() -> str:
    """Return the installed version of the plugin, `unknown` where it is not installed."""
    from importlib import metadata  # noqa: PLC0415 - takes longer to load than a page to check

    try:
        return metadata.version("mkdocs-plan-plugin")
    except metadata.PackageNotFoundError:
        return "unknown"
