"""The baseline: findings that a site has already, so that it may start with only new ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from mkdocs_plan_plugin.model import Finding
from mkdocs_plan_plugin.regex import regex

_NUMBER = regex(r"\d+")

_QUOTED = regex(r"'([^']*)'")

VERSION = 2

OF_SETUP = frozenset({"PLAN900", "PLAN901", "PLAN905", "PLAN906", "PLAN909"})
"""Rules that tell what is wrong with a set-up: nobody may get used to that."""


class Known(msgspec.Struct, kw_only=True):
    """One finding that is known. `line` and `message` are for people; `fingerprint` decides."""

    path: str
    code: str
    fingerprint: str
    line: int = 0
    message: str = ""


class Baseline(msgspec.Struct, kw_only=True):
    """The known findings of a site, as the file holds them."""

    version: int = VERSION
    findings: list[Known] = msgspec.field(default_factory=list)


def fingerprint(path: str, finding: Finding, lines: Sequence[str]) -> str:
    """Return what names a finding wherever its line moves to: page, rule and the words of the line.

    What its message quotes tells two findings of one line apart.
    """
    from hashlib import blake2b  # noqa: PLC0415 - loads a library that no other check needs

    text = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
    words = " ".join(text.split()) or _NUMBER.sub("0", finding.message)
    named = "\0".join(_NUMBER.sub("0", one) for one in _QUOTED.findall(finding.message))
    return blake2b(
        f"{path}\0{finding.code}\0{words}\0{named}".encode("utf-8", "replace"), digest_size=8
    ).hexdigest()


def make(findings: Iterable[tuple[str, Finding, str]], others: Iterable[Known] = ()) -> bytes:
    """Return a baseline of findings, each with its page and fingerprint, as JSON; `others` are kept."""
    known = [
        Known(path=path, code=one.code, fingerprint=mark, line=one.line, message=one.message)
        for path, one, mark in findings
        if one.code not in OF_SETUP
    ]
    known += others
    known.sort(key=lambda one: (one.path, one.line, one.code, one.fingerprint))
    return msgspec.json.format(msgspec.json.encode(Baseline(findings=known)), indent=2) + b"\n"


def read(data: bytes) -> Counter[str]:
    """Return the fingerprints of a baseline, counted. Raises as `entries` does."""
    return Counter(one.fingerprint for one in entries(data))


def entries(data: bytes) -> list[Known]:
    """Return the findings of a baseline.

    Raises:
        ValueError: it is no baseline; the text says why.
    """
    try:
        baseline = msgspec.json.decode(data, type=Baseline)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from None
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    if baseline.version != VERSION:
        raise ValueError(f"it is of version {baseline.version}, and this program reads version {VERSION}")
    return baseline.findings


def unmatched(known: Iterable[Known], left: Counter[str]) -> list[Known]:
    """Return the entries that no finding needed; `left` counts what is left over of each fingerprint."""
    rest = left.copy()
    found = []
    for one in known:
        if rest[one.fingerprint] > 0:
            rest[one.fingerprint] -= 1
            found.append(one)
    return found


def is_new(mark: str, known: Counter[str]) -> bool:
    """True for a finding that the baseline lacks; each entry covers one finding and is used up by it."""
    if known[mark] > 0:
        known[mark] -= 1
        return False
    return True
