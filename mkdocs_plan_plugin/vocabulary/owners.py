"""The people and teams that an owner names."""

from __future__ import annotations

from mkdocs_plan_plugin.regex import regex

_AND = regex(
    r"(?:(?<!\s)\s+)?[,;、，；]\s*|(?<!\s)\s+[+&]\s+|(?:(?<!\s)\s+)?/\s*+(?=@)|(?<!\s)\s++(?:and\s++)?(?=@)"
)


def names_of(owner: str | None) -> tuple[str, ...]:
    """Return the names in an owner as written: `@quay + @tide`, `Kim, Team Tide`; each once."""
    return tuple(dict.fromkeys(filter(None, (name.strip(" *_") for name in _AND.split(owner or "")))))
