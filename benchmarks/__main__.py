"""`python -m benchmarks`: measure, show, record, compare."""

from __future__ import annotations

import compileall
import os
import tempfile
from pathlib import Path

import click

import mkdocs_plan_plugin
from benchmarks import results
from benchmarks.machine import machine
from benchmarks.rows import MEASURES, ROWS, Form, Measure, Missing
from benchmarks.run import Ratio

GROWN = 1.5
"""How many times its recorded value a ratio may be."""


@click.command()
@click.argument("names", nargs=-1, metavar="[ROW]...", type=click.Choice(list(ROWS)))
@click.option("--short", is_flag=True, help="Fewer pages and rounds: a minute or two instead of an hour.")
@click.option(
    "--rounds", type=click.IntRange(min=1), help="Rounds of each measurement, instead of its own number."
)
@click.option("--record", is_flag=True, help="Write the values into recorded.json and README.md.")
@click.option("--check", is_flag=True, help=f"Fail if a value is more than {GROWN} times the recorded one.")
def main(names: tuple[str, ...], short: bool, rounds: int | None, record: bool, check: bool) -> None:  # noqa: FBT001 - click's
    """Measure what the plugin costs; with ROW, only what measures these rows."""
    form: Form = "short" if short else "full"
    recorded = results.read()[form].rows
    measured: dict[str, Ratio] = {}
    grown: list[str] = []
    # As an installer does; a checkout may have no bytecode, and be kept from writing any.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(Path(mkdocs_plan_plugin.__file__).parent, quiet=1)
    for measure in MEASURES:
        if names and not set(names) & set(measure.rows):
            continue
        found = _measured(measure, form, rounds)
        if check and (worse := _grown(found, recorded)):
            click.echo(f"{', '.join(worse)}: once more", err=True)
            again = _measured(measure, form, rounds)
            found = {name: min(found[name], again[name], key=lambda each: each.median) for name in again}
            grown += _grown(found, recorded)
        measured |= found
        if record:
            results.write(form, results.Results(machine=machine(), rows=found))
    click.echo("\n".join(results.table(measured, form)))
    for name in grown:
        click.echo(f"{name}: {measured[name].median:.3g}, recorded {recorded[name].median:.3g}", err=True)
    if grown:
        raise SystemExit(1)


def _measured(measure: Measure, form: Form, rounds: int | None) -> dict[str, Ratio]:
    """Measure, and say what comes out as it comes; nothing where a tool to compare with is missing."""
    size = measure.size(form)
    found: dict[str, Ratio] = {}
    with tempfile.TemporaryDirectory() as folder:
        try:
            for name, ratio in measure.measure(Path(folder), size._replace(rounds=rounds or size.rounds)):
                click.echo(f"{name}: {ratio.median:.3g} ({ratio.low:.3g} to {ratio.high:.3g})", err=True)
                found[name] = ratio
        except Missing as missing:
            click.echo(f"{', '.join(measure.rows)}: skipped; {missing}", err=True)
    return found


def _grown(found: dict[str, Ratio], recorded: dict[str, Ratio]) -> list[str]:
    return [
        name
        for name, ratio in found.items()
        if name in recorded and ratio.median > GROWN * recorded[name].median
    ]


if __name__ == "__main__":
    main()
