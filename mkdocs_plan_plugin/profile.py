"""Where the time went, by layer: what `check --profile` and the option `profile` show.

A thread looks at what the profiled one is doing, a few hundred times a second, and puts the time since
its last look down to the innermost function of the plugin and its layer. So no other code knows of clocks,
nothing is paid while no profile is taken, and about 3 % while one is.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import FrameType

_OURS = __name__.partition(".")[0] + "."

_HANDLERS = f"{_OURS}plugin"
"""MkDocs calls us here. In a build, all that is called elsewhere is called while Markdown is rendered."""

_PAUSE = 0.002
"""Seconds between two looks."""

_YIELD = 0.0005
"""Seconds after which Python lets the looking thread run; with the usual 5 ms looks would be too few."""


class Profile:
    """The time of the thread that makes it, from then to its `end`."""

    def __init__(self) -> None:
        self.before = time.process_time()
        """Processor seconds that the process had taken when the profile began: Python, imports, options."""
        self.whole = 0.0
        """Seconds on the clock from beginning to end."""
        self._spent: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._look, args=(threading.get_ident(),), daemon=True)
        self._yield = sys.getswitchinterval()
        sys.setswitchinterval(_YIELD)
        self._start = time.perf_counter()
        self._watch.start()

    def end(self) -> None:
        """End. Ending once more changes nothing."""
        if self._ended.is_set():
            return
        self._ended.set()
        self._watch.join()
        self.whole = time.perf_counter() - self._start
        sys.setswitchinterval(self._yield)

    @property
    def layers(self) -> dict[str, float]:
        """Seconds by layer, most first."""
        return self._by(0)

    @property
    def events(self) -> dict[str, float]:
        """Seconds by what MkDocs called: a handler of an event, or the Markdown extension; most first."""
        return self._by(1)

    def _by(self, key: int) -> dict[str, float]:
        seconds: defaultdict[str, float] = defaultdict(float)
        for place, spent in self._spent.items():
            seconds[place[key]] += spent
        return dict(sorted(seconds.items(), key=lambda item: -item[1]))

    def _look(self, thread: int) -> None:
        last = self._start
        while not self._ended.wait(_PAUSE):
            place = _place(sys._current_frames().get(thread))  # noqa: SLF001 - public, but for its name
            now = time.perf_counter()
            if place is not None:
                self._spent[place] += now - last
            last = now


def _place(frame: FrameType | None) -> tuple[str, str] | None:
    """Return our layer that a frame works for, and the event; None for work of others."""
    layer = event = ""
    while frame is not None:
        module = frame.f_globals.get("__name__") or ""
        if module.startswith(_OURS) and module != __name__:
            layer = layer or module.split(".")[1]
            handler = frame.f_code.co_name.lstrip("_")
            event = handler if module == _HANDLERS else "Markdown"
        frame = frame.f_back
    return (layer, event) if layer else None


def of_check(profile: Profile, *, plans: int, pages: int) -> Iterator[str]:
    """Say where the time of a check went, from the start of its process."""
    whole = profile.before + profile.whole
    rest = profile.whole - sum(profile.layers.values())
    yield f"{_counted(plans, pages)} took {whole:.2f} s"
    yield from _table("layer", profile.layers | {"start": profile.before, "rest": rest}, whole, plans)


def of_build(profile: Profile, *, plans: int, pages: int) -> Iterator[str]:
    """Say where our part of a build's time went, by layer and by the event that called us."""
    whole, ours = profile.whole, sum(profile.layers.values())
    yield f"{_counted(plans, pages)}: {ours:.2f} s of the build's {whole:.2f} s, {ours / whole:.1%}"
    yield from _table("layer", profile.layers, whole, plans)
    yield from _table("event", profile.events, whole, plans)


def _counted(plans: int, pages: int) -> str:
    return f"{plans:,} plan{'' if plans == 1 else 's'} on {pages:,} page{'' if pages == 1 else 's'}"


def _table(head: str, seconds: Mapping[str, float], whole: float, plans: int) -> Iterator[str]:
    yield ""
    yield f"  {head:<20}    time   share  per plan"
    for name, spent in seconds.items():
        each = f"  {1000 * spent / plans:5.2f} ms" if plans else ""
        yield f"  {name:<20}{spent:6.2f} s  {spent / whole:6.1%}{each}"
