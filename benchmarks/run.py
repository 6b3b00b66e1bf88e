"""Runs of whole processes, side by side, and the ratio between them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import msgspec

_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


class Command(NamedTuple):
    """A command line and the folder it runs in."""

    line: Sequence[str]
    folder: Path
    may_fail: bool = False
    """True for linters, whose exit status says that they found something."""


class Run(NamedTuple):
    """One run of a process: seconds on the clock, seconds of processor time, peak memory in bytes."""

    wall: float
    cpu: float
    peak: float


class Ratio(msgspec.Struct):
    """The median of pairwise ratios, and the least and greatest of them."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Ratio:
        """Return the ratio that measured values make."""
        return cls(median=median(values), low=min(values), high=max(values))


def run(command: Command) -> Run:
    """Run a command to its end. Raises RuntimeError with its last words if it fails and must not."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    with subprocess.Popen(
        command.line, cwd=command.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        said = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not (command.may_fail and process.returncode == 1):
        raise RuntimeError(f"{' '.join(command.line)}: {said.decode(errors='replace')[-2000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * _MAXRSS_UNIT)


def rounds(commands: Mapping[str, Command], count: int, *, warm: bool = True) -> dict[str, list[Run]]:
    """Run all commands so many times in turn, every other round backwards.

    One round before, unless `warm` is false, is not counted.
    """
    for command in commands.values() if warm else ():
        run(command)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(count):
        for name in list(commands)[:: -1 if number % 2 else 1]:
            runs[name].append(run(commands[name]))
    return runs


def compare(
    ours: Sequence[Run], theirs: Sequence[Run], figure: Callable[[Run], float], work: float = 1
) -> Ratio:
    """Return the ratio of a figure between runs of the same round.

    `work` is how many times as much our runs had to do.
    """
    return Ratio.of([figure(a) / figure(b) / work for a, b in zip(ours, theirs, strict=True)])


def python(*arguments: str, folder: Path) -> Command:
    """Return a command of this interpreter."""
    return Command([sys.executable, *arguments], folder)
