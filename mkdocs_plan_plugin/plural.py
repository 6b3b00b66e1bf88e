"""Numbers of things in messages, which are English."""

from __future__ import annotations


def counted(number: int, word: str) -> str:
    """Return `1 plan`, `2 plans`."""
    return f"{number} {plural(number, word)}"


def plural(number: int, word: str) -> str:
    """Return a word for so many things."""
    return word if number == 1 else f"{word}s"
