"""`mkdocs-plan schema`: the JSON Schemas of the data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mkdocs_plan_plugin.cli.output import output_option, write
from mkdocs_plan_plugin.export.schema import encoded, schema_of

NAMES = ("plans", "check", "next", "status")


@click.command(short_help="Print the JSON Schema of the data.")
@output_option()
@click.argument("name", type=click.Choice(NAMES), default="plans")
def schema(output: Path | None, name: str) -> None:
    """Print the JSON Schema of `plans.json` and of `mkdocs-plan export --format json`, or of what NAME says.

    That is `check` for `check --format json`, `next` for `next --json`, `status` for `status --format json`.
    """
    write(encoded(schema_named(name)), output)


def schema_named(name: str) -> dict[str, Any]:
    """Return one of the schemas, in JSON Schema 2020-12."""
    if name == "check":
        from mkdocs_plan_plugin.export import findings  # noqa: PLC0415 - each only where it is asked for

        return schema_of(findings.FindingsReport, name, "Findings in plans", findings.SCHEMA_VERSION)
    if name == "next":
        from mkdocs_plan_plugin.cli import upcoming  # noqa: PLC0415

        return schema_of(upcoming.NextReport, name, "What comes next in plans", upcoming.SCHEMA_VERSION)
    if name == "status":
        from mkdocs_plan_plugin.cli import standing  # noqa: PLC0415

        return schema_of(standing.StatusReport, name, "How plans stand", standing.SCHEMA_VERSION)
    from mkdocs_plan_plugin.export import schema as plans  # noqa: PLC0415

    return plans.schema()
