"""In which dialect a page is written: by its path, then by what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

import msgspec

from mkdocs_plan_plugin.dialects.dialect import PLAIN, Dialect, DialectError, Sign, dialect_of, shipped
from mkdocs_plan_plugin.reading.globs import matches
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.front_matter import FrontMatter
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary

_HEAD = 2048
"""Characters at the beginning of a file in which it may say of what dialect it is."""


class Spoken(msgspec.Struct, frozen=True):
    """The dialect of a page, how it was known, and what the page is among."""

    dialect: Dialect = PLAIN
    reason: str = ""
    place: str = ""
    """The page's path from the project, which says more than the one from the folder of the docs."""
    beside: Mapping[str, str] = msgspec.field(default_factory=dict)
    """The texts of the files of its folder that are one plan with it, by name."""

    @property
    def name(self) -> str:
        """The name of the page's file."""
        return self.place.rpartition("/")[2]

    @property
    def said(self) -> str:
        """The dialect's name, and how it was known; empty for a page in none."""
        return f"{self.dialect.name}: {self.reason}" if self.reason else ""

    @property
    def main(self) -> str:
        """The file of the folder that the plan is read from: the page's own, or the one it is part of."""
        if self.name not in self.dialect.files:
            return self.name
        return next(file for file in self.dialect.files if file == self.name or file in self.beside)

    @property
    def others(self) -> list[tuple[str, str]]:
        """The files that add to the plan, as the dialect orders them."""
        return [(file, self.beside[file]) for file in self.dialect.files if file in self.beside]


PLAINLY = Spoken()


class Seen(NamedTuple):
    """What a page is known by."""

    place: str
    text: str
    front: FrontMatter


class Dialects:
    """The dialects of a site, its own first, made ready for many pages."""

    def __init__(self, settings: Settings) -> None:
        own = []
        for data in settings.dialects:
            try:
                own.append(dialect_of(data))
            except DialectError:
                continue  # told where the files were read
        taken = {dialect.name for dialect in own}
        self.all = (*own, *(dialect for dialect in shipped() if dialect.name not in taken))
        self._settings = settings
        signs = [sign for dialect in self.all for sign in dialect.found_by]
        self.paths = tuple(glob for sign in signs for glob in sign.path)
        self._joined = tuple(
            glob for dialect in self.all if dialect.files for sign in dialect.found_by for glob in sign.path
        )
        self._marks = tuple({mark for glob in self.paths if (mark := _mark(glob))})
        self._unmarked = not all(map(_mark, self.paths))
        pathless = [sign for sign in signs if not sign.path]
        self._said = tuple(word for sign in pathless for word in sign.says)
        self._keys = frozenset(key for sign in pathless for key in sign.front_matter[:1] if not sign.says)
        self._vocabularies: dict[str, Vocabulary] = {}

    def of(self, seen: Seen, beside: Mapping[str, str] | None = None) -> Spoken:
        """Return the dialect of a page. Most pages are in none, which a look at path and head tells."""
        head = seen.text[:_HEAD]
        if not (
            self._may_match(seen.place, self.paths)
            or any(word in head for word in self._said)
            or not self._keys.isdisjoint(seen.front.values)
        ):
            return PLAINLY
        for dialect in self.all:
            for sign in dialect.found_by:
                if reason := _holds(sign, seen, head):
                    return Spoken(dialect, reason, seen.place, beside or {})
        return PLAINLY

    def _may_match(self, place: str, globs: tuple[str, ...]) -> bool:
        """True if a path matches a glob; a look at a word of each, which is quicker, is enough for most."""
        folded = place.lower()
        if not self._unmarked and not any(map(folded.__contains__, self._marks)):
            return False
        return matches(place, globs) is not None

    def beside(self, place: str) -> list[str]:
        """Return the names of the files of a page's folder that may be one plan with it."""
        if not self._may_match(place, self._joined):
            return []
        name = place.rpartition("/")[2]
        for dialect in self.all:
            if name in dialect.files and any(matches(place, tuple(sign.path)) for sign in dialect.found_by):
                return [file for file in dialect.files if file != name]
        return []

    def vocabulary(self, dialect: Dialect) -> Vocabulary:
        """Return the words of a dialect; a site's own go first."""
        found = self._vocabularies.get(dialect.name)
        if found is None:
            words = {table: dict(names) for table, names in self._settings.vocabulary.items()}
            own = dialect.vocabulary
            if dialect.phases.words:
                phases = {word.casefold(): [word] for word in dialect.phases.words}
                own = {**own, "phases": {**own.get("phases", {}), **phases}}
            for table, names in own.items():
                for name, spellings in names.items():
                    given = words.setdefault(table, {})
                    given[name] = [*given.get(name, []), *spellings]
            found = Vocabulary(words, day_first=self._settings.day_first)
            self._vocabularies[dialect.name] = found
        return found


_RUNS = regex(r"\{[^{}]*\}|\[[^\]]{0,100}\]|[*?\-_ –—]+")


def _mark(glob: str) -> str:
    """Return the longest text that each path has which matches a glob, empty where that tells nothing."""
    runs = (run.lstrip("/") for run in _RUNS.split(glob.lower()))  # `**/` may stand for nothing
    return max((run for run in runs if run.isascii() and run != ".md"), key=len, default="")


def _holds(sign: Sign, seen: Seen, head: str) -> str:
    """Return by what a page is known by a sign, empty where it is not."""
    reasons: list[str] = []
    if sign.path:
        if (glob := matches(seen.place, tuple(sign.path))) is None:
            return ""
        reasons.append(f"its path matches {glob}")
    if sign.front_matter:
        if not all(key in seen.front.values for key in sign.front_matter):
            return ""
        reasons.append(f"front matter has {', '.join(sign.front_matter)}")
    if sign.says:
        if (word := next((word for word in sign.says if word in head), None)) is None:
            return ""
        reasons.append(f"it says '{word}'")
    if sign.headings:
        if not (heading := _heading(seen.text, sign.headings)):
            return ""
        reasons.append(f"it has the heading '{heading}'")
    return ", ".join(reasons)


_HEADING = regex(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE)


def _heading(text: str, globs: list[str]) -> str:
    """Return the first heading of a text that a glob matches, empty without one."""
    for line in _HEADING.finditer(text):
        heading = line[1].rstrip(" \t#")
        if any(fnmatchcase(heading.casefold(), glob.casefold()) for glob in globs):
            return heading
    return ""


def renamed(front: FrontMatter, spoken: Spoken) -> FrontMatter:
    """Return front matter with the dialect's keys called as they are everywhere, and a date of the name."""
    dialect = spoken.dialect
    values, lines = dict(front.values), dict(front.lines)
    for theirs, ours in dialect.front_matter.items():
        if theirs in values and ours not in values:
            values[ours] = values.pop(theirs)
            lines[ours] = lines.get(theirs, 1)
    dated = _DATED.match(spoken.name) if dialect.date_in_name else None
    if dated:
        values.setdefault(dialect.date_in_name, dated[0])
        lines.setdefault(dialect.date_in_name, 0)
    return msgspec.structs.replace(front, values=values, lines=lines)


_DATED = regex(r"(?:19|20)\d\d-\d\d-\d\d(?!\d)")
