"""Which glob of an option names a page.

`**` crosses folders, `{plan,tasks}` is either word. Neither case nor what parts words makes a difference:
`*-plan-*` also names `My plan (draft).md` and `MY_PLAN_2.md`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.settings import Settings

_EXCEPTED = regex(r"(?:^|/)(?:index|readme)\.md$", re.IGNORECASE)
_TOKEN = regex(r"\*\*/|\*\*|\*|\?|\[[^\]]*\]|.", re.DOTALL)
_MEANT = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_PARTING = "-_ –—"
"""What parts words in the names of files."""


def matches(path: str, globs: tuple[str, ...]) -> str | None:
    """Return the first glob that a path matches."""
    if not _any_of(globs).fullmatch(path):
        return None  # most pages end here
    return next((glob for glob in globs if _pattern(glob).fullmatch(path)), None)


def by_glob(path: str, settings: Settings) -> str | None:
    """Return the `include` glob that a page matches; index and README pages match none."""
    glob = matches(path, tuple(settings.include))
    return None if glob is None or _EXCEPTED.search(path) else glob


@lru_cache(maxsize=16)
def _any_of(globs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_pattern(glob).pattern})" for glob in globs) or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=256)
def _pattern(glob: str) -> re.Pattern[str]:
    pattern, open_braces = "", 0
    for part in _TOKEN.findall(glob.removeprefix("/")):
        if part == "{":
            pattern, open_braces = f"{pattern}(?:", open_braces + 1
        elif part == "}" and open_braces:
            pattern, open_braces = f"{pattern})", open_braces - 1
        elif part == "," and open_braces:
            pattern += "|"
        elif part in _PARTING:
            pattern += f"[{_PARTING}]"
        elif part.startswith("[") and len(part) > 1:
            pattern += part.replace("[!", "[^", 1)
        else:
            pattern += _MEANT.get(part) or re.escape(part)
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error:  # a bracket or brace without its partner is one that a path may have
        return re.compile(re.escape(glob), re.IGNORECASE)
