"""Results: recorded in `recorded.json`, shown as a table, in `README.md` between markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from benchmarks.rows import ROWS, Form, Row, described
from benchmarks.run import Ratio

RECORDED = Path(__file__).with_name("recorded.json")
README = Path(__file__).with_name("README.md")

_BLOCK = re.compile(r"(?<=<!-- results -->\n).*?(?=<!-- /results -->)", re.DOTALL)


class Results(msgspec.Struct):
    """Values by the name of their row, and what they were measured on."""

    machine: dict[str, str] = {}
    rows: dict[str, Ratio] = {}


def read() -> dict[Form, Results]:
    """Return what is recorded of both forms."""
    if not RECORDED.exists():
        return {"full": Results(), "short": Results()}
    return msgspec.json.decode(RECORDED.read_bytes(), type=dict[Form, Results])


def write(form: Form, measured: Results) -> None:
    """Record values, and put those of the full form into the README. Rows not measured stay."""
    recorded = read()
    rows = recorded[form].rows | {name: _rounded(ratio) for name, ratio in measured.rows.items()}
    ordered = {name: rows[name] for name in ROWS if name in rows}
    recorded[form] = Results(machine=measured.machine, rows=ordered)
    RECORDED.write_bytes(msgspec.json.format(msgspec.json.encode(recorded), indent=2) + b"\n")
    text = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(lambda _: block(recorded["full"]), text), encoding="utf-8")


def block(results: Results) -> str:
    """Return what stands between the README's markers: results of the full form."""
    machine = ", ".join(f"{name} {value}" for name, value in results.machine.items())
    return "\n".join(["", *table(results.rows, "full"), "", f"Measured on: {machine}.", "", ""])


def table(measured: Mapping[str, Ratio], form: Form) -> Iterator[str]:
    """Yield the lines of a Markdown table of what was measured in a form."""
    yield "| Row | What | Against | Measured | Spread | Must | Aim | Holds |"
    yield "|-----|------|---------|---------:|--------|-----:|----:|-------|"
    for name, ratio in measured.items():
        row = described(name, form)
        value, low, high, must, aim = (
            _shown(figure, row) for figure in (ratio.median, ratio.low, ratio.high, row.must, row.aim)
        )
        cells = (f"`{name}`", row.what, row.against, value, f"{low} to {high}", must, aim, _holds(ratio, row))
        yield f"| {' | '.join(cells)} |"


def _shown(figure: float | None, row: Row) -> str:
    """Show a figure with its unit; ratios near 1 with as many places as tell them apart."""
    if figure is None:
        return ""
    places = 0 if figure >= 10 else 2 if figure >= 2 else 3
    number = f"{figure:.{places}f}".rstrip("0").rstrip(".") if places else f"{figure:.0f}"
    return f"{number} {row.unit}".rstrip()


def _holds(ratio: Ratio, row: Row) -> str:
    if row.must is None or row.aim is None:
        return ""
    return "aim" if ratio.median <= row.aim else "must" if ratio.median <= row.must else "no"


def _rounded(ratio: Ratio) -> Ratio:
    return Ratio(*(round(figure, 4) for figure in (ratio.median, ratio.low, ratio.high)))
