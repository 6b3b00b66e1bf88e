"""The JSON Schema of the data."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

from mkdocs_plan_plugin.export.json import SCHEMA_VERSION, Data

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the schema of `plans.json` and of `mkdocs-plan export`, in JSON Schema 2020-12.

    Made from the types that are written, so the two can't differ. `$id` holds the version.
    """
    made = msgspec.json.schema(Data)
    version = made["$defs"]["Data"]["properties"]["schema_version"]
    version["const"] = SCHEMA_VERSION
    return {
        "$schema": DIALECT,
        "$id": f"urn:mkdocs-plan-plugin:plans:{SCHEMA_VERSION}",
        "title": f"Plans of a documentation site, version {SCHEMA_VERSION}",
        **_tidied(made),
    }


def _tidied(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """The schema with docstrings as they read, without the indentation of the source."""
    if isinstance(part, list):
        return [_tidied(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        name: inspect.cleandoc(value) if name == "description" and isinstance(value, str) else _tidied(value)
        for name, value in part.items()
    }


def encoded() -> bytes:
    """Return the schema as it is printed and published: UTF-8, two spaces, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n"
