"""The nearest right name, which a message says where a name is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable


def nearest(word: str, names: Iterable[str], likeness: float = 0.6) -> str:
    """Return the name that is most like a word, case ignored, empty where none is; see `difflib`."""
    import difflib  # noqa: PLC0415 - most names are right

    by_case = {name.casefold(): name for name in names}
    found = difflib.get_close_matches(word.casefold(), by_case, n=1, cutoff=likeness)
    return by_case[found[0]] if found else ""


def did_you_mean(word: str, names: Collection[str]) -> str:
    """Return what to write instead of a word that is none of the names: the nearest, else any of them."""
    near = nearest(word, names)
    return f"Did you mean '{near}'?" if near else f"There are {', '.join(names)}."
