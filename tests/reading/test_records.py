"""Headings that are records of their own: what stands below them is not said of the plan."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading.outline import Outline
from mkdocs_plan_plugin.reading.records import record_headings
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.vocabulary.lookup import default_vocabulary


def records(page: str) -> dict[str, str]:
    document = read_document(page)
    found = record_headings(Outline(document, default_vocabulary()))
    return {document.sections[index].title: record for index, record in found.items()}


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("### Risk 1: Gas leak\n\n**Status:** Closed\n", {"Risk 1: Gas leak": "risk"}),
        ("## Risks\n\n### Gas leak\n\n**Impact:** High\n", {"Gas leak": "risk"}),
        ("## Risks\n\n### High-Risk Items\n\n#### R1 Gas leak\n", {"R1 Gas leak": "risk"}),
        ("## Open Risks\n\n### 1. The gas may leak\n\nWe would smell it.\n", {"1. The gas may leak": "risk"}),
        ("## 风险\n\n### 风险 1：漏气\n", {"风险 1：漏气": "risk"}),
        ("## Phase 1\n\n### Risk 1: Gas leak\n\n#### Mitigation\n\nA valve.\n", {"Risk 1: Gas leak": "risk"}),
        ("## Risks\n\n### Technical Risks\n\n**Risk:** Leak\n\n**Mitigation:** Valve\n", {}),
        ("## Risks\n\n### Kiln Risks\n\n| Risk | Impact |\n|---|---|\n| Leak | High |\n", {}),
        ("## Risks\n\n### Mitigation Strategies\n\nA valve.\n", {}),
        ("## Risks\n\n### Risk Monitoring\n\n#### Daily\n\nSniff.\n", {}),
        ("## Phase 1: Risk Assessment\n\n### Interviews\n\nAsk.\n", {}),
        ("### Decision 1: Roof\n\n**Status:** Superseded\n", {"Decision 1: Roof": "decision"}),
        (
            "## Key Decisions\n\n### Roof\n\nSlate.\n\n### Open Questions\n\n#### Wall?\n",
            {"Roof": "decision"},
        ),
        ("## ADR-3: Roof\n\n### Status\n\nAccepted\n", {"ADR-3: Roof": "decision"}),
        ("## Testing\n\n### Scenario 1: Rain\n\n**Status:** Passed\n", {"Scenario 1: Rain": "test-case"}),
        ("## Checks\n\n### TC-01: Rain\n\n**Status:** Passed\n", {"TC-01: Rain": "test-case"}),
        ("## Ideas\n\n### Scenario 1: Rain\n", {}),
    ],
)
def test_the_headings_that_are_records(page: str, found: dict[str, str]) -> None:
    assert records(f"# P\n\n{page}") == found
