"""Edits of a file's bytes: what they name changes, and nothing else."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.edits.apply import Refused, apply, overlap
from mkdocs_plan_plugin.model import Edit
from mkdocs_plan_plugin.source.text import clean, decode


def edit(line: int, column: int, old: str, new: str) -> Edit:
    return Edit(line=line, column=column, old=old, new=new)


def drawn(data: bytes, *edits: Edit) -> bytes:
    return apply(data, edits)


class TestPlaces:
    """An edit names a line and a column of the text as it is read; the bytes may look otherwise."""

    def test_a_text_is_put_in_the_place_of_another(self) -> None:
        assert drawn(b"# Plan\n\nab cd ef\n", edit(3, 4, "cd", "X")) == b"# Plan\n\nab X ef\n"

    @pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
    def test_newlines_stay_and_new_lines_get_the_same(self, newline: bytes) -> None:
        before = newline.join([b"a", b"b  ", b"c"])
        after = newline.join([b"a", b"b  ", b"x", b"c"])
        assert drawn(before, edit(2, 4, "", "\nx")) == after

    def test_each_newline_of_a_mixed_file_stays_what_it_is(self) -> None:
        assert drawn(b"a\r\nb\nc\rd", edit(2, 1, "b", "B\nB"), edit(4, 1, "d", "D\nD")) == (
            b"a\r\nB\nB\nc\rD\rD"
        )

    def test_a_span_may_reach_over_a_newline(self) -> None:
        assert drawn(b"a\r\nb\r\nc", edit(1, 2, "\nb", "")) == b"a\r\nc"

    def test_a_byte_order_mark_is_no_column(self) -> None:
        assert drawn(codecs.BOM_UTF8 + b"ab", edit(1, 1, "a", "x")) == codecs.BOM_UTF8 + b"xb"

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_utf_16_stays_utf_16(self, encoding: str) -> None:
        before, after = ("\ufeffé\r\n🔄 b".encode(encoding), "\ufeffé\r\n✅ b".encode(encoding))
        assert drawn(before, edit(2, 1, "🔄", "✅")) == after

    def test_columns_count_characters(self) -> None:
        assert drawn("🔄🔄 日本 x".encode(), edit(1, 7, "x", "y")) == "🔄🔄 日本 y".encode()

    def test_nul_is_read_as_a_replacement_character(self) -> None:
        assert drawn(b"a\0b", edit(1, 2, "\ufffd", "-")) == b"a-b"

    def test_an_end_without_newline_stays_one(self) -> None:
        assert drawn(b"a\nb", edit(2, 2, "", "\nc")) == b"a\nb\nc"

    def test_edits_at_one_place_keep_their_order(self) -> None:
        assert drawn(b"ab", edit(1, 2, "", "1"), edit(1, 2, "", "2")) == b"a12b"


class TestRefused:
    """Nothing is changed where the file is not what an edit expects."""

    @pytest.mark.parametrize(
        ("data", "edits", "said"),
        [
            (b"# Plan\nold", [edit(2, 1, "new", "x")], "line 2: 'new' is no longer there"),
            (b"a", [edit(3, 1, "", "x")], "line 3: the file is shorter"),
            (b"a\nb", [edit(1, 3, "", "x")], "line 1: the file is shorter"),
            (b"abc", [edit(1, 1, "ab", "x"), edit(1, 2, "bc", "y")], "line 1: two edits change"),
            (b"caf\xe9", [edit(1, 1, "c", "k")], "not UTF-8"),
            (b"a\rX\nb", [edit(2, 1, "X", "")], "the newlines of the file are mixed"),
        ],
    )
    def test_with_a_reason(self, data: bytes, edits: list[Edit], said: str) -> None:
        with pytest.raises(Refused, match=re.escape(said)):
            apply(data, edits)


class TestOverlap:
    """Edits of two findings go together only if they do not meet."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (edit(1, 1, "ab", ""), edit(1, 2, "b", ""), True),
            (edit(1, 1, "ab", ""), edit(1, 3, "c", ""), False),
            (edit(1, 3, "", "x"), edit(1, 3, "", "y"), True),
            (edit(1, 3, "", "x"), edit(1, 3, "c", "y"), False),
            (edit(1, 1, "a\nb\nc", ""), edit(2, 1, "", "x"), True),
            (edit(1, 1, "a\nb", ""), edit(2, 2, "", "x"), False),
        ],
    )
    def test_as_drawn(self, one: Edit, other: Edit, *, expected: bool) -> None:
        assert overlap([one], [other]) == overlap([other], [one]) == expected

    def test_those_of_one_finding_may_stand_at_one_place(self) -> None:
        assert not overlap([edit(1, 1, "", "a"), edit(1, 1, "", "b")], [])


NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])
LINES = st.text(st.sampled_from("ab |*#é日🔄\ufe0f\0\t\u2028\x85"), max_size=12)
BEGINNINGS = st.sampled_from(["", "\ufeff", "\ufeff\ufeff", "---\n", "\ufeff---\r\n"])


@st.composite
def documents(draw) -> tuple[bytes, list[tuple[int, int]]]:
    """A file, and spans in its text as read that do not overlap."""
    parts = draw(st.lists(st.tuples(LINES, NEWLINES), max_size=8))
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-16-le"]))
    text = ("\ufeff" if encoding != "utf-8" else draw(BEGINNINGS)) + "".join(map("".join, parts))
    data = text.encode(encoding)
    read = clean(decode(data))
    ends = draw(st.lists(st.integers(0, len(read)), max_size=8).map(sorted))
    return data, list(zip(ends[::2], ends[1::2], strict=False))


@given(documents(), st.lists(st.text(st.sampled_from("xy\n"), max_size=4), min_size=4, max_size=4))
def test_no_byte_is_lost_outside_of_the_spans(
    document: tuple[bytes, list[tuple[int, int]]], new: list[str]
) -> None:
    data, spans = document
    read = clean(decode(data))
    edits, expected, done = [], [], 0
    for (begin, end), text in zip(spans, new, strict=False):
        column = begin - (read.rfind("\n", 0, begin) + 1) + 1
        edits.append(edit(read.count("\n", 0, begin) + 1, column, read[begin:end], text))
        expected += [read[done:begin], text]
        done = end
    try:
        after = apply(data, edits)
    except Refused as refused:
        assert "mixed" in str(refused)  # noqa: PT017 - the only reason there is
        return
    # what is read is what the edits make of it, and
    assert clean(decode(after)) == clean("".join([*expected, read[done:]]))
    # the bytes between the spans are still there, one stretch behind the other
    at = 0
    for piece in kept(data, read, spans):
        found = after.find(piece, at)
        assert found >= 0
        at = found + len(piece)


def kept(data: bytes, read: str, spans: list[tuple[int, int]]) -> list[bytes]:
    """The bytes outside of the spans, found by another way: one character of the text after the other."""
    encoding = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-8"
    raw = data.decode(encoding)
    at = len(raw) - len(raw[:2].lstrip("\ufeff") + raw[2:])
    pieces = [raw[:at]]
    outside = [not any(begin <= index < end for begin, end in spans) for index in range(len(read))]
    for index, char in enumerate(read):
        width = 2 if char == "\n" and raw[at : at + 2] == "\r\n" else 1
        if index in {begin for begin, _ in spans}:
            pieces.append("")
        if outside[index]:
            pieces[-1] += raw[at : at + width]
        elif pieces[-1]:
            pieces.append("")
        at += width
    return [piece.encode(encoding) for piece in pieces if piece]
