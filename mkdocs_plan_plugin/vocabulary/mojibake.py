"""Characters as they were meant: emoji damaged by a wrong decoding, odd spaces, invisible ones.

`‚è≥` is ⏳ read as Mac Roman, `â³` as cp1252.
"""

from __future__ import annotations

import re

from mkdocs_plan_plugin.regex import regex

_SUSPECT = regex(r"[‚√ââðÃÂüÔ\uf8ff]")
# every character that a byte above 0x7F becomes in either encoding
_MAC = "".join(bytes([byte]).decode("mac_roman") for byte in range(0x80, 0x100))
_CP1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100))
_RUN = regex(f"[{re.escape(_MAC)}{re.escape(_CP1252)}\uf8ff]{{3,}}")
_TO_BYTE_1252 = {char: byte for byte, char in zip(range(0x80, 0x100), _CP1252, strict=True)}
_TO_BYTE_MAC = {char: byte for byte, char in zip(range(0x80, 0x100), _MAC, strict=True)} | {"\uf8ff": 0xF0}


_ODD = {
    **dict.fromkeys(
        map(
            ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
        ),
        " ",
    ),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"), None),
}
"""Spaces of other widths, and characters that nobody sees; the one that joins emoji stays."""
_HAS_ODD = regex(f"[{''.join(map(chr, _ODD))}]")


def mend(text: str) -> str:
    """Return text with damaged emoji, odd spaces and invisible characters as they were meant."""
    if text.isascii():
        return text
    text = undamaged(text)
    return text.translate(_ODD) if _HAS_ODD.search(text) else text


def undamaged(text: str) -> str:
    """Return text with damaged emoji as they were meant."""
    return _RUN.sub(_mend_run, text) if _SUSPECT.search(text) else text


def _mend_run(match: re.Match[str]) -> str:
    run = match[0]
    for table in (_TO_BYTE_MAC, _TO_BYTE_1252):
        if all(char in table for char in run):
            data = bytes(table[char] for char in run)
            mended = _utf8(data) or _utf8(b"\xf0" + data)  # editors drop the private-use first one
            if mended and all(ord(char) >= 0x2000 for char in mended):  # an emoji or symbol, not a letter
                return mended
    return run


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
