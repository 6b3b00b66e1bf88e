"""Regular expressions compiled when they are first used.

There are some two hundred, and to compile them all takes longer than to read five plans; many runs use few.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast


class _Regex:
    """Stands for a pattern, and has its methods as soon as one has been asked for."""

    def __init__(self, pattern: str | Callable[[], str], flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("_"):  # of a copy that is being made
            raise AttributeError(name)
        pattern, flags = self._source
        compiled = re.compile(pattern if isinstance(pattern, str) else pattern(), flags)
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


_METHODS = ("match", "search", "fullmatch", "sub", "split", "findall", "finditer")


def regex(pattern: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, but compiled, or even put together, when it is first used."""
    return cast("re.Pattern[str]", _Regex(pattern, flags))
