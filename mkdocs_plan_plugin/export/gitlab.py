"""Findings as a GitLab Code Quality report, which it shows in merge requests.

Source: docs.gitlab.com, "Code Quality", "Code Quality report format".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from mkdocs_plan_plugin.export.findings import Placed, sentence

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def as_gitlab(findings: Iterable[Placed], site: str = "") -> str:
    """Return findings as a report. `site` is the file that stands for the site as a whole."""
    seen: Counter[str] = Counter()
    report = []
    for one in findings:
        seen[one.fingerprint] += 1
        report.append(
            {
                "description": sentence(one.finding),
                "check_name": one.finding.code,
                "fingerprint": _unlike(one.fingerprint, seen[one.fingerprint]),
                "severity": _SEVERITIES[one.finding.severity],
                "location": {"path": one.path or site or ".", "lines": {"begin": one.finding.line or 1}},
            }
        )
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode()


def _unlike(mark: str, time: int) -> str:
    """Return a fingerprint of its own for each finding: of two alike GitLab shows one."""
    return mark if time == 1 else blake2b(f"{mark}\0{time}".encode(), digest_size=8).hexdigest()
