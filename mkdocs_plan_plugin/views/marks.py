"""Shape, word and colour: the marks, chips and bars that every view is made of."""

# ruff: noqa: S704 - drawings are our own, words are escaped
from __future__ import annotations

from markupsafe import Markup, escape

from mkdocs_plan_plugin.regex import regex

_RING = '<circle cx=8 cy=8 r="6.25"/>'
_OCTAGON = '<path class=plan-i-fill d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/>'
_STEPS = ("M1 11h2.75v4H1", "M4.75 8H7.5v7H4.75", "M8.5 5h2.75v10H8.5", "M12.25 2H15v13h-2.75")


def _bars(full: int) -> str:
    """Four rising bars, the first `full` of them solid."""
    solid, faint = "".join(_STEPS[:full]), "".join(_STEPS[full:])
    return (f'<path class=plan-i-fill d="{solid}"/>' if solid else "") + (
        f'<path class=plan-i-off d="{faint}"/>' if faint else ""
    )


SHAPES: dict[str, str] = {
    "planning": '<circle cx=8 cy=8 r=6.25 stroke-linecap=butt stroke-dasharray="3.1 1.809"/>',
    "pending": _RING,
    "in-progress": _RING + '<path class=plan-i-fill d="M8 4.25a3.75 3.75 0 0 1 0 7.5z"/>',
    "complete": '<circle class=plan-i-fill cx=8 cy=8 r="7"/>'
    '<path class=plan-i-cut d="m4.9 8.2 2.2 2.2 4-4.6"/>',
    "on-hold": _RING + '<path d="M6.2 5.6v4.8M9.8 5.6v4.8"/>',
    "blocked": _OCTAGON + '<path class=plan-i-cut d="M4.6 8h6.8"/>',
    "waits": '<path d="M4 1.8h8M4 14.2h8M5 1.8v2.6L8 8l3-3.6V1.8M5 14.2v-2.6L8 8l3 3.6v2.6"/>',
    "deferred": _RING + '<path d="M5 8h5.5M8.3 5.7 10.6 8l-2.3 2.3"/>',
    "cancelled": _RING + '<path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4"/>',
    "superseded": '<path d="M2 3v4.5a2 2 0 0 0 2 2h9M9.8 6l3.5 3.5-3.5 3.5"/>',
    "archived": '<path d="M1.6 2.6h12.8v3.2H1.6zM2.8 5.8v7.6h10.4V5.8M6.4 8.6h3.2"/>',
    "unknown": '<circle cx=8 cy=8 r=6.25 stroke-dasharray=".1 2.705"/>',
    "critical": _bars(4),
    "high": _bars(3),
    "medium": _bars(2),
    "low": _bars(1),
    "unrated": _bars(0),
    "met": '<path d="m3 8.4 3.3 3.3L13 4.6"/>',
    "near": '<path d="M2.5 9.3c1.8-3.6 3.7-3.6 5.5-1.3s3.7 2.3 5.5-1.3"/>',
    "missed": '<path d="m4 4 8 8m0-8-8 8"/>',
    "unmeasured": '<path d="M3.5 8h9"/>',
    "uncompared": '<path d="M3.5 8h9"/>',
    "clock": _RING + '<path d="M8 4.6V8l2.3 1.6"/>',
    "late": '<circle class=plan-i-fill cx=8 cy=8 r="7"/><path class=plan-i-cut d="M8 4.2V8.6M8 11.3v.1"/>',
    "due-soon": _RING + '<path d="M8 4.6V8h3"/>',
    "undated": '<path d="M2.6 3.6h10.8v9.8H2.6zM5.2 1.8v3M10.8 1.8v3"/>',
    "on-track": '<path d="M2 11.5 6 7.5l2.6 2.6L14 4.5M10.4 4.5H14v3.6"/>',
    "at-risk": '<path d="M8 2 14.6 13.8H1.4z"/><path d="M8 6.4v3.3M8 11.7v.1"/>',
    "off-track": '<path d="M2 4.5 6 8.5l2.6-2.6L14 11.5M10.4 11.5H14V7.9"/>',
    "error": _OCTAGON + '<path class=plan-i-cut d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6"/>',
    "warning": '<path d="M8 2 14.6 13.8H1.4z"/><path d="M8 6.4v3.3M8 11.7v.1"/>',
    "info": _RING + '<path d="M8 7.4v3.4M8 5v.1"/>',
}
"""Drawings in a square of 16, by meaning. A meaning is also the class `plan-is-<meaning>`."""

_REFERENCES = regex(r'href="#plan-i-(\d{1,2})"')
# Not `href`: instant navigation in Material writes to every element that has one, and fails on `use`.
# By number, as there are thousands of them on a page.
_ICONS = {
    name: Markup(f'<svg aria-hidden=true><use xlink:href="#plan-i-{number}"/></svg>')
    for number, name in enumerate(SHAPES)
}
_SYMBOLS = [
    f'<symbol id="plan-i-{number}" viewBox="0 0 16 16">{shape}</symbol>'
    for number, shape in enumerate(SHAPES.values())
]


def icon(meaning: str) -> Markup:
    """The shape of a meaning, which the `sprite` of its page draws."""
    return _ICONS[meaning]


def sprite(html: str) -> Markup:
    """Drawings that the icons of a page refer to, each once: rows by the thousand stay small."""
    if "#plan-i-" not in html:
        return Markup("")
    numbers = sorted({int(number) for number in _REFERENCES.findall(html)} & {*range(len(_SYMBOLS))})
    if not numbers:
        return Markup("")
    symbols = "".join(_SYMBOLS[number] for number in numbers)
    return Markup(f"<svg class=plan-sprite width=0 height=0 aria-hidden=true>{symbols}</svg>")


def mark(meaning: str, word: str, *, css: str = "plan-mark") -> Markup:
    """Shape and word in the colour of a meaning."""
    return Markup(f'<span class="{css} plan-is-{meaning}">{_ICONS[meaning]}{escape(word)}</span>')


DOT = Markup(' <span class="plan-dot"></span> ')
"""What parts things on a line."""


def tip(said: object) -> Markup:
    """What explains a figure: shown while the link or button that it is in is pointed at or in focus."""
    return Markup(f"<span class=plan-tip> {escape(said)}</span>")


def ask(figure: object, why: str) -> Markup:
    """A figure that explains itself; the figure alone where there is nothing to say."""
    if not why:
        return escape(figure)
    return Markup(f'<button type="button" class="plan-ask">{escape(figure)}{tip(why)}</button>')


_FILLS = [Markup(f"<span class=plan-w{percent}></span>") for percent in range(101)]


def fill(percent: int) -> Markup:
    """The filled part of a bar. Its width is a class, as strict content policies drop style attributes."""
    return _FILLS[max(0, min(100, percent))]


def bar(meaning: str, percent: int, label: str = "", value: str = "") -> Markup:
    """A progress bar with name, value and text, which is the percentage where nothing else is said.

    Without a label it is a drawing of the figures that stand beside it, and says nothing itself.
    """
    css = f"plan-bar plan-is-{meaning} plan-w{max(0, min(100, percent))}"
    if not label:
        return Markup(f'<span class="{css}"></span>')
    said = escape(value) if value else f"{percent}%"
    return Markup(
        f'<span class="{css}" role=progressbar aria-label="{escape(label)}" aria-valuenow={percent}'
        f' aria-valuetext="{said}"></span>'
    )
