"""The JSON Schema of the data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_plan_plugin.export.json import SCHEMA_VERSION, export
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
