"""Work that makes no reference cycles, without the collector that looks for them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Do without the collector of cycles inside.

    What is read is trees, made by the hundred thousand; a collector that looks through all of them
    again and again takes longer than the parser. Where it is off already it stays so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
