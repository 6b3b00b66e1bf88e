"""What must not hang, held to a time: a pattern that backtracks without end is interrupted, too."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Fail if what is done inside takes longer than `seconds`, where the system has alarms."""

    def ring(*_: object) -> None:
        raise AssertionError(f"not done within {seconds} s")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
