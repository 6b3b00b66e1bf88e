"""The JSON Schema of the data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_plan_plugin.cli.schema import NAMES, schema_named
from mkdocs_plan_plugin.export.json import SCHEMA_VERSION, export
from mkdocs_plan_plugin.export.meanings import MEANINGS
from mkdocs_plan_plugin.export.schema import encoded, schema
from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.settings import Settings

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "example-site/docs/plans").glob("*.md"))


def test_real_output_fits() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    plans = [read_plan(path.read_text("utf-8"), f"plans/{path.name}", Settings()) for path in EXAMPLES]
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(export(plans)), schema())


def test_what_does_not_fit_is_refused() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    data = json.loads(export([]))
    for wrong in (
        {"schema_version": SCHEMA_VERSION + 1},
        {"plans": [{"state": "nonsense"}]},
        {"totals": None},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data | wrong, schema())


def test_the_schema_says_its_version_and_reads_well() -> None:
    printed = json.loads(encoded())
    assert printed["$id"].endswith(f":{SCHEMA_VERSION}")
    assert printed["$defs"]["Data"]["properties"]["schema_version"]["const"] == SCHEMA_VERSION
    assert not any("\n    " in made.get("description", "") for made in printed["$defs"].values())
    assert encoded() == encoded()


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_speaks_of_json_and_not_of_python(name: str) -> None:
    assert "None" not in encoded(schema_named(name)).decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_property_says_what_it_means(name: str) -> None:
    made = schema_named(name)
    silent = [
        f"{called}.{each}"
        for called, part in made["$defs"].items()
        for each, property_ in part.get("properties", {}).items()
        if not property_.get("description")
    ]
    assert silent == [], "write a docstring below the attribute, or a line in export/meanings.py"
    assert "schema_version" in made["$defs"][made["$ref"].rpartition("/")[2]]["properties"]


def test_no_meaning_is_kept_for_what_is_not_there() -> None:
    named = {
        key
        for name in NAMES
        for called, part in schema_named(name)["$defs"].items()
        for each in part.get("properties", {})
        for key in (each, f"{called}.{each}")
    }
    assert set(MEANINGS) - named == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema_named(name))
