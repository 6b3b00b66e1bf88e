"""Fuzz one target, or all in turn: `python -m tests.fuzz [TARGET]... [--minutes N] [--with atheris]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.faults import Faults


def by_hypothesis(name: str, faults: Faults, seconds: float) -> None:
    """Try texts that hypothesis makes, and shows as short as they can be."""
    from hypothesis import HealthCheck, Phase, given, seed, settings

    from tests.fuzz.targets import TARGETS
    from tests.fuzz.test_fuzz import TEXTS

    end, turn = time.monotonic() + seconds, int(time.time())
    while time.monotonic() < end:
        turn += 1

        @seed(turn)
        @settings(
            max_examples=500,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.target, Phase.shrink],
            report_multiple_bugs=False,
        )
        @given(TEXTS)
        def tried(text: str) -> None:
            faults.tried(TARGETS[name], text, again=True)

        try:
            tried()
        except Exception as error:  # noqa: BLE001 - told below
            faults.keep(error)


def by_atheris(name: str, faults: Faults, seconds: float) -> None:
    """Try texts that libFuzzer makes, led by what of our code they reach. It ends the process."""
    import atheris

    with atheris.instrument_imports(include=["mkdocs_plan_plugin"]):
        from tests.fuzz.targets import TARGETS
    from tests.fuzz.texts import SEEDS, WORDS

    def one(data: bytes) -> None:
        faults.tried(TARGETS[name], data.decode("utf-8", "replace"))

    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(SEEDS):
            Path(folder, f"{number}").write_bytes(text.encode("utf-8", "replace"))
        words = Path(folder).parent / f"{Path(folder).name}.dict"
        words.write_text("".join(f"{_quoted(word)}\n" for word in WORDS), encoding="ascii")
        limits = [
            f"-max_total_time={int(seconds)}",
            f"-dict={words}",
            "-max_len=4000",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *limits, "-timeout=60", folder], one)
        atheris.Fuzz()


def _quoted(word: str) -> str:
    return '"' + "".join(f"\\x{byte:02X}" for byte in word.encode("utf-8", "replace")) + '"'


def main() -> int:
    """Fuzz, tell what was found, and return 1 if anything was."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="see targets.py; all by default")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--with", dest="by", choices=["hypothesis", "atheris"], default="hypothesis")
    asked = parser.parse_args()
    if asked.by == "atheris" and len(asked.targets) != 1:
        parser.error("atheris takes one target at a time: it ends the process")
    found = 0
    names = asked.targets
    if not names:
        from tests.fuzz.targets import TARGETS

        names = list(TARGETS)
    for name in names:
        faults = Faults(name)
        if asked.by == "atheris":
            import atexit

            atexit.register(faults.tell)
            by_atheris(name, faults, asked.minutes * 60)
        by_hypothesis(name, faults, asked.minutes * 60)
        faults.tell()
        found += len(faults.kept)
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
