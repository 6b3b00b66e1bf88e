"""The JSON Schemas of the data: of all plans, and of what the commands write."""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from functools import cache
from typing import Any

import msgspec

from mkdocs_plan_plugin.export.json import SCHEMA_VERSION, Data
from mkdocs_plan_plugin.export.meanings import MEANINGS
from mkdocs_plan_plugin.regex import regex

_NONE = regex(r"\bNone\b")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the schema of `plans.json` and of `mkdocs-plan export`, in JSON Schema 2020-12."""
    return schema_of(Data, "plans", "Plans of a documentation site", SCHEMA_VERSION)


def schema_of(shape: type[msgspec.Struct], name: str, title: str, version: int) -> dict[str, Any]:
    """Return the schema of a kind of data, every property with what it means.

    Made from the types that are written, so the two can't differ. `$id` holds the version.
    """
    made = msgspec.json.schema(shape)
    made["$defs"][shape.__name__]["properties"]["schema_version"]["const"] = version
    for called, part in made["$defs"].items():
        meanings = documented(_types(shape)[called])
        for each, property_ in part.get("properties", {}).items():
            meaning = meanings.get(each) or MEANINGS.get(f"{called}.{each}") or MEANINGS.get(each)
            if meaning:
                part["properties"][each] = {"description": meaning, **_referring(property_)}
    return {
        "$schema": DIALECT,
        "$id": f"urn:mkdocs-plan-plugin:{name}:{version}",
        "title": f"{title}, version {version}",
        **_tidied(made),
    }


def _referring(property_: dict[str, Any]) -> dict[str, Any]:
    """Return a property such that a reference may have a description beside it."""
    return {"allOf": [property_]} if "$ref" in property_ else property_


@cache
def _types(shape: type[msgspec.Struct]) -> dict[str, type[msgspec.Struct]]:
    """Return every struct that a type is made of, by name."""
    found: dict[str, type[msgspec.Struct]] = {}
    waiting: list[Any] = [shape]
    while waiting:
        one = waiting.pop()
        waiting += getattr(one, "__args__", ())
        if isinstance(one, type) and issubclass(one, msgspec.Struct) and one.__name__ not in found:
            found[one.__name__] = one
            waiting += [field.type for field in msgspec.structs.fields(one)]
    return found


@cache
def documented(shape: type[msgspec.Struct]) -> dict[str, str]:
    """Return what the texts below the attributes of a type, and of those that it extends, say of them."""
    found: dict[str, str] = {}
    for one in reversed(shape.__mro__):
        if not issubclass(one, msgspec.Struct) or one is msgspec.Struct:
            continue
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(one))).body
        body = tree.body if isinstance(tree, ast.ClassDef) else []
        for above, below in itertools.pairwise(body):
            if not isinstance(above, ast.AnnAssign) or not isinstance(above.target, ast.Name):
                continue
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                found[above.target.id] = " ".join(str(below.value.value).split())
    return found


def _tidied(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Return the schema with docstrings as they read in JSON: without indentation, `null` for None."""
    if isinstance(part, list):
        return [_tidied(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _NONE.sub("null", inspect.cleandoc(value))
        if name == "description" and isinstance(value, str)
        else _tidied(value)
        for name, value in part.items()
    }


def encoded(made: dict[str, Any] | None = None) -> bytes:
    """Return a schema as it is printed and published: UTF-8, two spaces, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(made or schema()), indent=2) + b"\n"
