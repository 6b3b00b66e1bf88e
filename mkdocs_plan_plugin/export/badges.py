"""A badge per plan: an image with its state or percentage, for a README or an issue. No network is needed."""

from __future__ import annotations

from typing import Literal

from markupsafe import escape

from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.portfolio import EntryOf

Kind = Literal["state", "percent"]

_COLOURS = {
    "complete": "#1f7a3d",
    "in-progress": "#2160a8",
    "blocked": "#b3242a",
    "late": "#b3242a",
    "on-hold": "#8a6100",
}
_QUIET = "#5b6470"
_HEIGHT, _PADDING, _PER_CHARACTER = 20, 6, 6.6
"""Of a badge, in pixels; a character's width is that of Verdana at 11 pixels, on average."""
_LONGEST = 40


def badge(entry: EntryOf[Plan], kind: Kind) -> str:
    """Return the badge of a plan as SVG: its state with what is late, or its percentage."""
    plan, state = entry.plan, entry.standing
    said = state.replace("-", " ") if state != "unknown" else "no state"
    if kind == "percent" and plan.progress.percent is not None:
        said = f"{plan.progress.percent} %"
    if plan.late:
        said, state = f"{said}, late", "late"  # type: ignore[assignment]
    title = plan.title.replace("`", "")
    label = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    return _drawn(label, said, _COLOURS.get(state, _QUIET))


def path_of(plan: Plan) -> str:
    """Return where the badge of a plan is among badges: the path of its page, ending in `.svg`."""
    return plan.path.rpartition(".")[0] + ".svg"


def _drawn(label: str, said: str, colour: str) -> str:
    left, right = (round(len(text) * _PER_CHARACTER) + 2 * _PADDING for text in (label, said))
    whole = f"{escape(label)}: {escape(said)}"
    texts = "".join(
        f'<text x="{x}" y="14" textLength="{width - 2 * _PADDING}">{escape(text)}</text>'
        for x, width, text in ((_PADDING, left, label), (left + _PADDING, right, said))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" role="img"'
        f' aria-label="{whole}"><title>{whole}</title>'
        f'<rect width="{left}" height="{_HEIGHT}" fill="#3b424b"/>'
        f'<rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{colour}"/>'
        f'<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">{texts}</g></svg>\n'
    )
