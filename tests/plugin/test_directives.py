from __future__ import annotations

import pytest

from mkdocs_plan_plugin.views.directives import find


def found(text: str) -> list[tuple[int, str]]:
    return [(directive.line, directive.view) for directive in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- plans:table -->", [(1, "plans:table")]),
        ("<!--plan:   risk-matrix-->", [(1, "plan:risk-matrix")]),
        ("a\n\ntext <!-- plan:card --> and <!-- plan:stepper -->", [(3, "plan:card"), (3, "plan:stepper")]),
        ("- item\n\n    <!-- plan:card -->", [(3, "plan:card")]),
        ("!!! note\n\n    <!-- plan:card -->", [(3, "plan:card")]),
        ("<div>\n<!-- plans:table -->\n</div>", [(2, "plans:table")]),
        ("    <!-- plan:card -->", []),
        ("```\n<!-- plan:card -->\n```", []),
        ("~~~~\n<!-- plan:card -->", []),
        ("write `<!-- plan:card -->`", []),
        ("\\<!-- plan:card -->", []),
        ("<!-- planning: soon -->", []),
        ("## Goals\n<!-- plan: required -->\n<!-- plan: ignore PLAN401 (why) -->", []),
    ],
)
def test_directives_are_comments_outside_code(text, expected):
    assert found(text) == expected


def test_options_are_a_mapping():
    [directive] = find("<!-- plans:table {sort: state,\n  columns: [a, b]} -->")
    assert directive.options == {"sort": "state", "columns": ["a", "b"]}


@pytest.mark.parametrize("options", ["[1", "just words", "{a: b", "{a: 2025-02-30}"])
def test_options_that_are_no_mapping_are_reported(options):
    [directive] = find(f"<!-- plans:table {options} -->")
    assert directive.options == {}
    assert "no mapping" in directive.error
