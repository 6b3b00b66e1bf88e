"""Files of languages: which one a site wants, and what is in it.

Nothing here raises. What is wrong with a file is said, and the text it is about stays English: a slip
of a translator costs neither a view nor a page.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_plan_plugin.languages.language import ENGLISH, Language
from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.yaml_text import WordsLoader, load

SHIPPED = Path(__file__).parent
"""The folder of the languages that come along."""
FOLDER = "plan/languages"
"""Where a theme or a site's `custom_dir` has its own; a text in there goes before ours."""

_FORMS = regex(r"nplurals\s*=\s*(\d)\s*;\s*plural\s*=\s*([^;]+);?\s*\Z")
_PLACEHOLDER = regex(r"%\((\w+)\)[sd]")
_DATE_PART = regex(r"%\((day|month|year)\)\d*d|%\((name)\)s")
_TAG = regex(r"<[^<>]*>")


class Chosen(NamedTuple):
    """The language of a site's views, and what is wrong with how it was named or written."""

    language: Language
    problems: tuple[str, ...] = ()


def choose(option: str, theme: str, folders: Sequence[str | Path] = ()) -> Chosen:
    """Choose the language that the option names, else that of the theme, else English.

    `de-AT` and `de_AT` are `de` where there is nothing closer. `folders` are those of the theme, first
    hit wins.
    """
    files = _files(folders)
    for wanted in filter(None, (option, theme)):
        for code in _ever_wider(wanted):
            if code in files:
                return _read(files[code])
            if code == ENGLISH.code:
                return Chosen(ENGLISH)
        if wanted == option:
            known = sorted({*files, ENGLISH.code})
            near = nearest(_plain(option), known)
            instead = f"Did you mean '{near}'? " if near else ""
            problem = f"option 'language': there is no language '{option}'. {instead}"
            return Chosen(ENGLISH, (f"{problem}Write one of {', '.join(known)}",))
    return Chosen(ENGLISH)


def _plain(code: str) -> str:
    return code.strip().replace("_", "-").casefold()


def _ever_wider(code: str) -> Iterator[str]:
    """Yield `zh-hant-tw`, `zh-hant`, `zh`."""
    parts = _plain(code).split("-")
    for end in range(len(parts), 0, -1):
        yield "-".join(parts[:end])


def same(code: str, other: str) -> bool:
    """Return True for two codes of one language, whatever its region."""
    return _plain(code).partition("-")[0] == _plain(other).partition("-")[0]


def _files(folders: Sequence[str | Path]) -> dict[str, list[Path]]:
    """Return the files of each language, those that go before others last."""
    found: dict[str, list[Path]] = {}
    for folder in (SHIPPED, *(Path(folder, FOLDER) for folder in reversed(folders))):
        for path in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
            found.setdefault(_plain(path.stem), []).append(path)
    return found


class _Table:
    """What the files of one language say together."""

    def __init__(self) -> None:
        self.texts: dict[str, str | tuple[str, ...]] = {}
        self.about: dict[str, dict[str, str]] = {}
        self.number, self.form = 2, ENGLISH.form
        self.written: dict[str, str] = {}
        self.months: tuple[str, ...] = ()
        self.problems: list[str] = []

    def add(self, path: Path) -> None:
        """Add a file."""
        try:
            held = load(path.read_text(encoding="utf-8"), WordsLoader)
        except (OSError, ValueError) as error:
            self._wrong(path, f"can't be read: {' '.join(str(error).split())}")
            return
        if not isinstance(held, Mapping):
            self._wrong(path, "is no mapping; write 'texts:' and below it one text a line")
            return
        self._read_forms(path, held)
        for english, said in _mapping(held.get("texts")):
            if isinstance(said, list):
                self._forms(path, english, tuple(map(str, said)))
            elif self._fits(path, english, said):
                self.texts[english] = str(said)
        for thing, words in _mapping(held.get("about")):
            for english, said in _mapping(words):
                if self._fits(path, english, said):
                    self.about.setdefault(thing, {})[english] = str(said)

    def _read_forms(self, path: Path, held: Mapping[str, Any]) -> None:
        """Read how the language forms plurals and writes dates."""
        if rule := held.get("plural"):
            self._rule(path, str(rule))
        for name in ("day", "month"):
            if pattern := held.get(name):
                self._pattern(path, name, str(pattern))
        if isinstance(months := held.get("months"), list):
            self.months = tuple(map(str, months))

    def _wrong(self, path: Path, message: str) -> None:
        self.problems.append(f"language file {path.name}: {message}")

    def _rule(self, path: Path, rule: str) -> None:
        found = _FORMS.match(rule.strip())
        try:
            form: Callable[[int], int] = gettext.c2py(found[2] if found else "")
            self.number, self.form = int(found[1]) if found else 0, form
        except ValueError:
            instead = "'nplurals=2; plural=(n != 1);', as in files of gettext"
            self._wrong(path, f"'{rule}' is no rule for plurals; write e.g. {instead}")

    def _pattern(self, path: Path, name: str, pattern: str) -> None:
        if "%" in _DATE_PART.sub("", pattern):
            instead = "'%(day)02d.%(month)02d.%(year)d', or '%(name)s %(year)d'"
            self._wrong(path, f"{name}: '{pattern}' is no way to write a date; write e.g. {instead}")
        else:
            self.written[name] = pattern

    def _forms(self, path: Path, english: str, forms: tuple[str, ...]) -> None:
        if len(forms) != self.number:
            self._wrong(path, f"'{english}' needs {self.number} forms and has {len(forms)}")
        elif all(self._fits(path, english, form, {"num"}) for form in forms):
            self.texts[english] = forms

    def _fits(self, path: Path, english: str, said: object, more: AbstractSet[str] = frozenset()) -> bool:
        """Return True for a translation with no placeholder and no markup that its text does not have."""
        if not isinstance(said, str):
            self._wrong(path, f"'{english}' is translated by a mapping; write a text")
            return False
        placed = more | set(_PLACEHOLDER.findall(english))
        odd = [name for name in _PLACEHOLDER.findall(said) if name not in placed]
        if odd or "%" in _PLACEHOLDER.sub("", said).replace("%%", ""):
            instead = ", ".join(f"%({name})s" for name in sorted(placed))
            self._wrong(
                path,
                f"'{said}' has another placeholder than its text '{english}'; there is {instead or 'none'},"
                " and a per cent sign is written %%",
            )
            return False
        if set(_TAG.findall(said)) - set(_TAG.findall(english)) or _loose(said) - _loose(english):
            self._wrong(path, f"'{said}' has other markup than its text '{english}'")
            return False
        return True


def _loose(text: str) -> set[str]:
    """Return the characters outside of tags that mean something in HTML."""
    return set('<>"') & set(_TAG.sub("", text))


def _mapping(held: object) -> Iterator[tuple[str, Any]]:
    """Yield what a mapping holds, nothing where it is none."""
    if isinstance(held, Mapping):
        yield from ((str(key), value) for key, value in held.items())


def _read(paths: Sequence[Path]) -> Chosen:
    table = _Table()
    for path in paths:
        table.add(path)
    language = Language(
        code=paths[0].stem.replace("_", "-"),
        texts=table.texts,
        about=table.about,
        form=_within(table.form, table.number),
        day=table.written.get("day", ""),
        month=table.written.get("month", ""),
        months=table.months,
    )
    return Chosen(language, tuple(table.problems))


def _within(form: Callable[[int], int], number: int) -> Callable[[int], int]:
    """Return a rule that never names a form beyond the last."""
    return lambda count: min(form(count), number - 1)
