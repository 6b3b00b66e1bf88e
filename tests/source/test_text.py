"""Bytes and strings as they come, made into text with one kind of newline."""

from __future__ import annotations

import pytest

from mkdocs_plan_plugin.reading import read_plan
from mkdocs_plan_plugin.source.text import clean, decode

PAGE = "# Dächer\n\n- [x] 完了 🚀\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_page_in_utf_8_or_in_utf_16_with_a_mark(encoding: str) -> None:
    data = PAGE.encode(encoding)
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    elif encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    assert decode(data) == PAGE


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode("latin-1", "ignore"),
        b"\xff",
        b"\xfe\xff\xd8",
        b"\x80\x81",
        bytes(range(256)),
        PAGE.encode("utf-16-le"),
    ],
)
def test_any_bytes_are_decoded(data: bytes) -> None:
    plan = read_plan(decode(data), "p.md")
    assert plan.findings == []


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\r\r\n\n\r", "\n\n\n\n"),
        ("\ufeffa", "a"),
        ("a\ufeff", "a\ufeff"),
        ("a\0b\ud800c\udfff", "a\ufffdb\ufffdc\ufffd"),
        ("a\x0bb\u2028c", "a\x0bb\u2028c"),
        ("🚀", "🚀"),
    ],
)
def test_newlines_marks_and_surrogates(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert clean(cleaned) == cleaned
