"""Bytes and strings as they come, made into text with one kind of newline."""

from __future__ import annotations

import codecs

from mkdocs_plan_plugin.regex import regex

_SURROGATE = regex("[\ud800-\udfff\0]")


def decode(data: bytes) -> str:
    """Decode a file, never failing: UTF-8, or UTF-16 where a byte order mark says so.

    Bytes that are not UTF-8 become U+FFFD. The result is not yet normalised, see `clean`.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="replace")


def clean(text: str) -> str:
    r"""Return the text with `\n` newlines, without byte order mark, lone surrogates and NUL.

    The number of lines stays what an editor shows.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or not encodes(text):
        text = _SURROGATE.sub("\ufffd", text)
    return text


def encodes(text: str) -> bool:
    """True if a text has no lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
