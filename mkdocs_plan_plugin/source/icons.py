"""Inline markup of Python-Markdown's extensions, made the text that a reader sees.

Icon shortcodes (`:white_check_mark:`, `:material-check:`) become the emoji they stand for; those of
which nothing is known are decoration and go. The signs of `==mark==`, `^^ins^^` and `^sup^` go.
So do those of `H~2~O`, which the parser takes for struck text only between spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.markdown import Block, Line

EMOJI: dict[str, tuple[str, ...]] = {
    "✅": ("white_check_mark",),
    "☑": ("ballot_box_with_check",),
    "✔": ("heavy_check_mark", "check_mark"),
    "❌": ("x", "negative_squared_cross_mark", "cross_mark", "heavy_multiplication_x"),
    "🔄": ("arrows_counterclockwise", "counterclockwise_arrows_button", "repeat", "recycle"),
    "🔃": ("arrows_clockwise",),
    "🚧": ("construction", "construction_site"),
    "🏗": ("building_construction",),
    "🔨": ("hammer", "hammer_and_wrench", "tools", "wrench"),
    "⚙": ("gear",),
    "🏃": ("runner", "running"),
    "▶": ("arrow_forward",),
    "⏳": ("hourglass_flowing_sand", "hourglass_not_done"),
    "⌛": ("hourglass", "hourglass_done"),
    "⬜": ("white_large_square",),
    "☐": ("ballot_box",),
    "🔲": ("black_square_button",),
    "🔜": ("soon",),
    "🕐": ("clock1",),
    "🕒": ("clock3",),
    "📅": ("date", "calendar"),
    "🗓": ("spiral_calendar", "spiral_calendar_pad"),
    "⏸": ("pause_button", "double_vertical_bar"),
    "🧊": ("ice_cube",),
    "⛔": ("no_entry",),
    "🚫": ("no_entry_sign", "prohibited"),
    "🛑": ("octagonal_sign", "stop_sign"),
    "🗑": ("wastebasket",),
    "⏭": ("next_track_button", "black_right_pointing_double_triangle_with_vertical_bar"),
    "⏩": ("fast_forward",),
    "💤": ("zzz",),
    "🏁": ("checkered_flag",),
    "🟢": ("green_circle", "large_green_circle"),
    "🟡": ("yellow_circle", "large_yellow_circle"),
    "🟠": ("orange_circle", "large_orange_circle"),
    "🔴": ("red_circle",),
    "⚫": ("black_circle",),
    "⚪": ("white_circle",),
    "🟣": ("purple_circle", "large_purple_circle"),
    "🔥": ("fire",),
    "⚠": ("warning",),
    "🚀": ("rocket",),
    "🎯": ("dart",),
    "📊": ("bar_chart",),
    "📋": ("clipboard",),
    "📝": ("memo", "pencil"),
    "💡": ("bulb",),
    "🎉": ("tada",),
    "⭐": ("star",),
    "🔒": ("lock",),
    "🔟": ("keycap_ten",),
    "1": ("one",),
    "2": ("two",),
    "3": ("three",),
    "4": ("four",),
    "5": ("five",),
    "6": ("six",),
    "7": ("seven",),
    "8": ("eight",),
    "9": ("nine",),
}
"""What shortcodes of emoji stand for."""

ICONS: dict[str, tuple[str, ...]] = {
    "🔄": ("progress", "sync", "autorenew", "refresh", "spinner", "loading", "rotate", "arrows-rotate"),
    "⏳": ("hourglass", "timer-sand", "pending", "clock-start"),
    "🕒": ("clock", "timer", "stopwatch", "history"),
    "⬜": ("checkbox-blank", "square-outline", "issue-opened", "radiobox-blank"),
    "☑": ("checkbox-marked", "square-check", "issue-closed"),
    "✅": ("check", "done", "verified", "circle-check"),
    "❌": ("close", "x", "xmark", "times", "circle-xmark"),
    "▶": ("play", "circle-play"),
    "⏸": ("pause", "circle-pause"),
    "⛔": ("cancel", "block", "stop", "no-entry", "octagon", "blocked", "circle-stop", "ban"),
    "⏭": ("skip", "forward"),
    "🗑": ("trash", "delete", "trashcan"),
    "⚠": ("alert", "warning", "triangle-exclamation"),
    "🏁": ("flag-checkered",),
    "🚧": ("traffic-cone", "construction"),
}
"""What icons of Material Design, Octicons and FontAwesome stand for, by what their names begin with."""

_NAMED = {name: emoji for emoji, names in EMOJI.items() for name in names}
_DRAWN = sorted(
    ((name, emoji) for emoji, names in ICONS.items() for name in names), key=lambda pair: -len(pair[0])
)
_SHORTCODE = regex(r"(?<![\w:`/]):([a-z0-9+][\w+-]*):(?![\w`/])(?:\{[^{}`]*\})?")
_SET = regex(r"(?:material|octicons|fontawesome-(?:solid|regular|brands)|fontawesome|simple)-")
_MARKED = regex(r"(?<![\w=])==(?=[^\s=])([^=`]+?)(?<=\S)==(?![\w=])")
_INSERTED = regex(r"(?<!\^)\^\^(?=[^\s^])([^^`]+?)(?<=\S)\^\^(?!\^)")
_RAISED = regex(r"(?<![\^`])\^(\w{1,12})\^(?!\^)")
_LOWERED = regex(r"(?<=[^\W_])~(\w{1,12})~(?!~)")
_BEGINNINGS = (r":[a-z0-9+][\w+-]*:", "==", r"\^", r"~\w{1,12}~")
_EACH = tuple(map(regex, _BEGINNINGS))
"""What may be such markup. To look for one sign after the other is five times as fast as for all at once."""
_ANY = regex("|".join(_BEGINNINGS))
_CODE = regex(r"(`{1,8})[^`\n]++\1")


def show_icons(text: str, blocks: Iterable[Block]) -> None:
    """Write the lines of blocks as a reader sees them; most texts have no such markup."""
    found: list[int] = []  # the lines that may have some, as they stand in the file
    number, counted = 1, 0
    for start in sorted(match.start() for each in _EACH for match in each.finditer(text)):
        number += text.count("\n", counted, start)
        counted = start
        found.append(number)
    stack = [block for block in blocks if _holds(block, found)] if found else []
    while stack:
        block = stack.pop()
        # the last line of an item's own text is not always known
        stack += [one for one in block.children if one.kind == "paragraph" or _holds(one, found)]
        for lines in (block.lines, *block.rows):
            for line in lines:
                if len(line.text) <= _LONGEST and _ANY.search(line.text):
                    _rewrite(line)


def _holds(block: Block, found: list[int]) -> bool:
    at = bisect_left(found, block.line)
    return at < len(found) and found[at] <= block.end


def _rewrite(line: Line) -> None:
    for pattern, shown in _WAYS:
        if pattern.search(line.text):
            _replace(line, pattern, shown)


_LONGEST = 2000
"""A longer line is no title, cell or field."""


def _replace(line: Line, pattern: re.Pattern[str], shown: Callable[[re.Match[str]], str]) -> None:
    """Replace what a pattern finds outside code, and move the ranges of the line along."""
    text = line.text
    code = [match.span() for match in _CODE.finditer(text)] if "`" in text else []
    pieces: list[str] = []
    moves: list[tuple[int, int]] = []  # from this place on, so many characters more
    at = added = 0
    for match in pattern.finditer(text):
        if any(begin <= match.start() < end for begin, end in code):
            continue
        new = shown(match)
        begin, end = match.span()
        if not new and text[end : end + 1] == " " and (not begin or text[begin - 1] == " "):
            end += 1  # a decoration goes with one of the spaces around it
        pieces += [text[at:begin], new]
        added += len(new) - (end - begin)
        moves.append((end, added))
        at = end
    if not moves:
        return
    line.text = "".join([*pieces, text[at:]])

    def moved(place: int) -> int:
        return max(0, min(place + max([(0, 0), *(m for m in moves if m[0] <= place)])[1], len(line.text)))

    line.bold = tuple((moved(begin), moved(end)) for begin, end in line.bold)
    line.italic = tuple((moved(begin), moved(end)) for begin, end in line.italic)
    line.struck = tuple((moved(begin), moved(end)) for begin, end in line.struck)
    line.links = tuple((moved(begin), moved(end), link) for begin, end, link in line.links)


def _icon(match: re.Match[str]) -> str:
    """Return the emoji that a shortcode stands for; one that nobody knows goes, if it is alone."""
    name = match[1]
    if name in _NAMED:
        return _NAMED[name]
    if drawn := _SET.match(name):
        rest = name[drawn.end() :]
        return next((emoji for word, emoji in _DRAWN if rest == word or rest.startswith(f"{word}-")), "")
    begin, end = match.span()
    around = match.string[max(0, begin - 1) : begin] + match.string[end : end + 1]
    return "" if name[0].isalpha() and not around.strip() else match[0]


def _inner(match: re.Match[str]) -> str:
    return str(match[1])


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_SHORTCODE, _icon),
    (_MARKED, _inner),
    (_INSERTED, _inner),
    (_RAISED, _inner),
    (_LOWERED, _inner),
)
