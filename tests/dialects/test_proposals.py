"""Proposals: plans only where somebody says so, their state from the metadata."""

from __future__ import annotations

from mkdocs_plan_plugin.model import Plan
from tests.dialects.drawn import is_plan, page

KEP = "keps/sig-garden/17-hedge/README.md"

METADATA = """
    title: Hedge around the yard
    kep-number: 17
    authors:
      - "@fern"
    status: implementable
    creation-date: 2026-01-12
    stage: alpha
"""


def asked(text: str, path: str, beside: dict[str, str] | None = None) -> Plan:
    """Read a proposal that is asked for."""
    found = page("---\nplan: true\n---\n" + text, path, beside).found
    assert isinstance(found, Plan)
    return found


def test_a_proposal_is_no_plan_by_itself():
    assert not is_plan(page("# KEP-17: Hedge\n\n## Summary\n", KEP, {"kep.yaml": METADATA}))


def test_an_enhancement_proposal_has_its_state_in_a_file_beside_it():
    read = asked("# KEP-17: Hedge\n\n## Summary\n\nA hedge.\n", KEP, {"kep.yaml": METADATA})
    assert (read.title, read.state, read.created, read.owner) == (
        "KEP-17: Hedge",
        "planning",
        "2026-01-12",
        "@fern",
    )
    assert read.why.dialect.startswith("kep: ")


def test_an_enhancement_proposal_without_a_heading_has_the_title_of_its_metadata():
    assert asked("## Summary\n", KEP, {"kep.yaml": METADATA}).title == "Hedge around the yard"


def test_broken_metadata_say_nothing():
    assert asked("# Hedge\n", KEP, {"kep.yaml": "status: [implemented\n"}).title == "Hedge"


def test_a_request_for_comments_states_itself():
    for word, state in (
        ("Accepted", "planning"),
        ("Final", "complete"),
        ("Withdrawn", "cancelled"),
        ("Deferred", "on-hold"),
    ):
        read = asked(
            f"# 0042: Hedge\n\n- Status: {word}\n- Start Date: 2026-01-12\n", "rfcs/text/0042-hedge.md"
        )
        assert read.state == state, word
