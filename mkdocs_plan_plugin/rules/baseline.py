"""The baseline: findings that a site has already, so that it may start with only new ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from mkdocs_plan_plugin.model import Finding
from mkdocs_plan_plugin.regex import regex

_NUMBER = regex(r"\d+")

VERSION = 1


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
    """Return what names a finding wherever its line moves to: page, rule and the words of the line."""
    from hashlib import blake2b  # noqa: PLC0415 - loads a library that no other check needs

    text = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
    words = " ".join(text.split()) or _NUMBER.sub("0", finding.message)
    return blake2b(f"{path}\0{finding.code}\0{words}".encode("utf-8", "replace"), digest_size=8).hexdigest()


def make(findings: Iterable[tuple[str, Finding, str]]) -> bytes:
    """Return a baseline of findings, each with its page and fingerprint, as JSON."""
    known = [
        Known(path=path, code=one.code, fingerprint=mark, line=one.line, message=one.message)
        for path, one, mark in findings
    ]
    known.sort(key=lambda one: (one.path, one.line, one.code, one.fingerprint))
    return msgspec.json.format(msgspec.json.encode(Baseline(findings=known)), indent=2) + b"\n"


def read(data: bytes) -> Counter[str]:
    """Return the fingerprints of a baseline, counted.

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
    return Counter(one.fingerprint for one in baseline.findings)


def is_new(mark: str, known: Counter[str]) -> bool:
    """True for a finding that the baseline lacks; each entry covers one finding and is used up by it."""
    if known[mark] > 0:
        known[mark] -= 1
        return False
    return True
