"""What `check` reads and keeps of a plan is less than there is, and enough for every rule."""

from __future__ import annotations

import calendar
from pathlib import Path

import pytest

from mkdocs_plan_plugin.cli.checking import run
from mkdocs_plan_plugin.cli.selection import Asked, site_of
from mkdocs_plan_plugin.rules import RULES
from tests.rules.checked import TODAY, check_pages

FIXTURES = Path(__file__).parent.parent / "fixtures" / "reading"


def pages() -> dict[str, str]:
    examples = {
        f"{rule.code}-{kind}.md": text
        for rule in RULES.values()
        for kind, text in (("bad", rule.bad), ("good", rule.good))
    }
    return examples | {file.name: file.read_text(encoding="utf-8") for file in FIXTURES.glob("*.md")}


def test_no_rule_misses_what_a_check_does_not_keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(calendar.timegm(TODAY.timetuple())))
    drawn = pages()
    for name, text in drawn.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = run(Asked(site_of([tmp_path], None), [tmp_path], ["**"]), jobs=1).findings
    told: dict[str, list[tuple[str, int, str]]] = {}
    of_site = {code for code, rule in RULES.items() if rule.scope == "site"}
    for one in found:
        if one.finding.code not in of_site:
            told.setdefault(one.path, []).append((one.finding.code, one.finding.line, one.finding.message))
    assert "" not in told

    whole = check_pages({name: text for name, text in drawn.items() if "plan: false" not in text})
    wanted = {
        name: [(one.code, one.line, one.message) for one in findings]
        for name, findings in whole.items()
        if findings
    }
    assert told == wanted
    assert len({code for findings in wanted.values() for code, _, _ in findings}) > 40
