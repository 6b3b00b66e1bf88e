"""The options as written in `mkdocs.yml`, checked and turned into `Settings`.

Nothing here raises: a wrong option is reported and falls back to its default, so that one slip
neither stops a build nor hides the next slip.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import inspect

from mkdocs_plan_plugin.nearest import nearest
from mkdocs_plan_plugin.one_line import one_line
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.settings import INDEX_PAGES, PIECES, Settings
from mkdocs_plan_plugin.vocabulary.words import TABLES

_FILES = {"data_file": "plans.json", "feed": "plans.xml", "table_file": "plans.csv", "calendar": "plans.ics"}
"""Options that name a file of the built site, with the name that `true` stands for."""
_LIMIT = regex(r"[1-9]\d{0,5}", re.ASCII)
_DRIVE = regex(r"[A-Za-z]:")
_SLASHES = regex(r"[\\/]+")
_DAY = regex(r"\d{4}-\d\d-\d\d")

_NONE = object()
"""Stands for a value that could not be read."""

_LARGEST = 10**9
"""Numbers of the options are smaller."""

_NO_TEXT = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Characters that are in no name of a file and in no word."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong with the options: where, what, and what to write instead.

    `option` is the dotted name below the plugin, e.g. `risk_levels.high.low`, or empty for the
    block as a whole. `suggestion` is the nearest right word, where one is near.
    """

    option: str
    message: str
    instead: str
    suggestion: str = ""

    def __str__(self) -> str:
        """Return the problem as one line."""
        name = f"option '{self.option}'" if self.option else "options"
        near = f" Did you mean '{self.suggestion}'?" if self.suggestion else ""
        return one_line(f"{name}: {self.message}.{near} Write {self.instead}.")


def load(raw: object) -> tuple[Settings, list[Problem]]:
    """Read the mapping under `plugins: - plan:`; return the settings and all that is wrong.

    `off`, `no` and `false`, which YAML turns into one value, mean off: an empty list or mapping,
    an unset date, or the word `off`. An option without a value is unset.
    """
    if raw is None or raw is False:
        return Settings(), []
    if not isinstance(raw, Mapping):
        return Settings(), [
            Problem(
                option="",
                message=f"expected a mapping of options, found {_shown(raw)}",
                instead="e.g. 'plan: {progress: auto}', or 'plan' alone",
            )
        ]
    problems: list[Problem] = []
    values: dict[str, object] = {}
    types = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    for key, value in raw.items():
        name = str(key)
        if name not in types:
            problems.append(_unknown(name, types))
        elif value is not None:
            found: list[Problem] = []
            read = _read(value, inspect.type_info(types[name]), name, found)
            read, more = _checked(name, read) if not found else (read, [])
            found += more
            if not found:
                read = _converted(name, read, types[name], found)
            if found:
                problems += found
            else:
                values[name] = read
    return Settings(**values), problems  # type: ignore[arg-type]


def _unknown(name: str, known: Iterable[str]) -> Problem:
    names = sorted(known)
    return Problem(
        option=name,
        message="there is no such option",
        instead=f"one of {', '.join(names)}",
        suggestion=nearest(name.replace("-", "_"), names),
    )


def _shown(value: object) -> str:
    """Return a value as its author would write it, cut to a readable length."""
    if isinstance(value, bool):
        return "true" if value else "off (or no, false)"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = f"'{value}'" if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _too_large(at: str) -> Problem:
    return Problem(option=at, message="the number is too large", instead=f"one below {_LARGEST}")


def _read(value: object, kind: inspect.Type, at: str, problems: list[Problem]) -> object:  # noqa: PLR0911 - a reader for each type
    """Return the value in the form that its type wants; what does not fit becomes a problem."""
    if isinstance(value, int) and abs(value) >= _LARGEST:  # Python refuses to write the longest ones
        problems.append(_too_large(at))
        return _NONE
    if isinstance(kind, inspect.Metadata):
        return _read(value, kind.type, at, problems)
    if isinstance(kind, inspect.UnionType):
        return _read_union(value, kind, at, problems)
    if isinstance(kind, inspect.ListType):
        return _read_list(value, kind, at, problems)
    if isinstance(kind, inspect.DictType):
        return _read_mapping(value, kind, at, problems)
    if isinstance(kind, inspect.LiteralType):
        return _read_word(value, [str(word) for word in kind.values], at, problems)
    if isinstance(kind, inspect.StrType):
        return _read_text(value, at, problems)
    if isinstance(kind, inspect.BoolType):
        return _read_switch(value, at, problems)
    if isinstance(kind, inspect.IntType):
        return _read_number(value, at, problems)
    return value


def _read_union(value: object, kind: inspect.UnionType, at: str, problems: list[Problem]) -> object:
    """Read by the member that the value looks like; off is false where allowed, else unset."""
    members = {type(member): member for member in kind.types}
    if isinstance(value, bool) and inspect.BoolType in members:
        return value
    if value is None and inspect.NoneType in members:
        return None
    if isinstance(value, Mapping) and inspect.DictType in members:
        return _read(value, members[inspect.DictType], at, problems)
    if isinstance(value, list) and inspect.ListType in members:
        return _read(value, members[inspect.ListType], at, problems)
    if value is False and inspect.ListType not in members and inspect.NoneType in members:
        return None
    order = (inspect.LiteralType, inspect.StrType, inspect.IntType, inspect.ListType, inspect.DictType)
    chosen = next((members[member] for member in order if member in members), None)
    return _read(value, chosen, at, problems) if chosen else value


def _read_list(value: object, kind: inspect.ListType, at: str, problems: list[Problem]) -> object:
    if value is False:
        return []
    if not isinstance(value, list):
        sample = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else "..."
        problems.append(
            Problem(
                option=at,
                message=f"expected a list, found {_shown(value)}",
                instead=f"'{at.rpartition('.')[2]}: [\"{sample}\"]'",
            )
        )
        return _NONE
    return [_read(item, kind.item_type, f"{at}[{n}]", problems) for n, item in enumerate(value, 1)]


def _read_mapping(value: object, kind: inspect.DictType, at: str, problems: list[Problem]) -> object:
    if value is False:
        return {}
    if not isinstance(value, Mapping):
        problems.append(
            Problem(
                option=at,
                message=f"expected a mapping, found {_shown(value)}",
                instead=f"'{at.rpartition('.')[2]}: {{name: value}}'",
            )
        )
        return _NONE
    read: dict[object, object] = {}
    for key, item in value.items():
        name = "off" if key is False else str(key)
        read[name] = _read(item, kind.value_type, f"{at}.{name}", problems)
    return read


def _read_word(value: object, words: list[str], at: str, problems: list[Problem]) -> object:
    word = "off" if value is False else str(value).strip().casefold()
    if word not in words:
        problems.append(
            Problem(
                option=at,
                message=f"{_shown(value)} is not one of its words",
                instead=f"one of {', '.join(words)}",
                suggestion=nearest(word, words),
            )
        )
    return word


def _read_text(value: object, at: str, problems: list[Problem]) -> object:
    if value is False:
        return "off"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        problems.append(
            Problem(
                option=at,
                message=f"expected text, found {_shown(value)}",
                instead="the text, in quotes where YAML would read it as something else",
            )
        )
    elif _NO_TEXT.search(value):
        problems.append(
            Problem(
                option=at,
                message=f"{_shown(value)} has a control character",
                instead="the text without it",
            )
        )
        return _NONE
    return value


def _read_switch(value: object, at: str, problems: list[Problem]) -> object:
    words = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
    # Quoted words and environment variables arrive as text.
    if isinstance(value, str) and value.strip().casefold() in words:
        return words[value.strip().casefold()]
    if not isinstance(value, bool):
        problems.append(
            Problem(
                option=at,
                message=f"expected true or false, found {_shown(value)}",
                instead=f"'{at}: true' or '{at}: false'",
            )
        )
    return value


def _read_number(value: object, at: str, problems: list[Problem]) -> object:
    if isinstance(value, str) and value.strip().isdecimal():
        digits = value.strip()
        return _read_number(int(digits) if len(digits) < 10 else _LARGEST, at, problems)
    if isinstance(value, int) and value >= _LARGEST:
        problems.append(_too_large(at))
        return _NONE
    if not isinstance(value, int) or isinstance(value, bool):
        problems.append(
            Problem(
                option=at,
                message=f"expected a whole number, found {_shown(value)}",
                instead=f"e.g. '{at}: 30'",
            )
        )
    return value


def _converted(name: str, value: object, kind: object, problems: list[Problem]) -> object:
    """Hold the value to the limits that its type declares."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        wrong = str(error).partition(" - at ")[0]
        problems.append(
            Problem(
                option=name,
                message=wrong[:1].lower() + wrong[1:],
                instead="a value of the kind that the reference of the options gives",
            )
        )
        return value


def _checked(name: str, value: object) -> tuple[object, list[Problem]]:
    """Check what a type can't say: paths, globs, the date and the shape of the grid."""
    if name == "index":
        return _index(value)
    if name in _FILES:
        return _file(name, value, _FILES[name])
    if name == "risk_levels" and isinstance(value, dict):
        return _grid(value)
    if name == "today" and value is not None:
        return value, _date(name, str(value))
    if isinstance(value, list) and (problems_of := _OF_ITEMS.get(name)):
        return value, [one for n, item in enumerate(value, 1) for one in problems_of(f"{name}[{n}]", item)]
    if isinstance(value, (list, dict)) and (problems_in := _OF_ALL.get(name)):
        return value, list(problems_in(value))
    return value, []


def _references(value: dict[str, str]) -> Iterator[Problem]:
    """Yield the patterns that are none, and the addresses that no page links to."""
    sample = '\'references: {"ABC-(\\\\d+)": "https://tracker.example/browse/ABC-{1}"}\''
    for pattern, address in value.items():
        option = f"references.{pattern}"
        try:
            regex(pattern).match("")
        except re.error as error:
            yield Problem(option=option, message=f"no regular expression: {error}", instead=f"e.g. {sample}")
            continue
        if not address.startswith(("https://", "http://")):
            yield Problem(option=option, message=f"'{address}' is no web address", instead=f"e.g. {sample}")


def _history(value: dict[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with how far back the history goes."""
    for name, limit in value.items():
        if name == "since":
            yield from _date("history.since", limit)
        elif name != "days":
            known = ("since", "days")
            yield Problem(
                option=f"history.{name}",
                message="there is no such limit",
                instead="'history: {since: 2026-01-01}' or 'history: {days: 365}'",
                suggestion=nearest(name, known),
            )
        elif not _LIMIT.fullmatch(limit):
            yield Problem(
                option="history.days",
                message=f"expected a number of days, found {_shown(limit)}",
                instead="e.g. 'history: {days: 365}'",
            )


def _vocabulary(value: dict[str, dict[str, list[str]]]) -> Iterator[Problem]:
    """Yield the tables and canonical names that the vocabulary does not have."""
    for name, words in value.items():
        if name not in TABLES:
            yield Problem(
                option=f"vocabulary.{name}",
                message="there is no such table of words",
                instead=f"one of {', '.join(TABLES)}",
                suggestion=nearest(name, TABLES),
            )
            continue
        known = TABLES[name][1]
        for word in words:
            if word not in known:
                yield Problem(
                    option=f"vocabulary.{name}.{word}",
                    message=f"the table '{name}' has no such name",
                    instead=f"one of {', '.join(known)}",
                    suggestion=nearest(word, known),
                )


def _glob(at: str, glob: str) -> list[Problem]:
    """Report a glob that can never match a path below docs_dir."""
    parts = glob.split("/")
    if not glob.strip():
        return [Problem(option=at, message="the glob is empty", instead="e.g. 'plans/**'")]
    if "\\" in glob:
        better = glob.replace("\\", "/")
        return [Problem(option=at, message=f"'{glob}' has backslashes", instead=f"'{better}'")]
    if glob.startswith("/") or _DRIVE.match(glob):
        better = glob.lstrip("/") if glob.startswith("/") else parts[-1]
        return [
            Problem(
                option=at, message=f"'{glob}' is absolute; globs start at docs_dir", instead=f"'{better}'"
            )
        ]
    if parts[0] == "." or ".." in parts:
        better = "/".join(part for part in parts if part not in {".", ".."})
        return [
            Problem(
                option=at,
                message=f"'{glob}' steps through '.' or '..'; globs start at docs_dir and stay below it",
                instead=f"'{better}'",
            )
        ]
    if glob.count("{") != glob.count("}"):
        return [
            Problem(
                option=at,
                message=f"'{glob}' has a brace without its partner",
                instead="'{plan,tasks}' for one of several words",
            )
        ]
    if glob.count("[") != glob.count("]"):
        return [
            Problem(
                option=at,
                message=f"'{glob}' has a bracket without its partner",
                instead="'[abc]' for one of several characters, '[[]' for a bracket itself",
            )
        ]
    return []


def _extra(at: str, item: str | dict[str, object]) -> Iterator[Problem]:
    """Yield what is wrong with a folder of plans outside of docs_dir."""
    instead = "'specs', or '{path: specs, pages: true}'"
    given = {"path": item} if isinstance(item, str) else item
    for key in given:
        if key not in {"path", "pages"}:
            near = nearest(key, ("path", "pages"))
            yield Problem(
                option=f"{at}.{key}", message="there is no such key", instead=instead, suggestion=near
            )
    path = given.get("path")
    if not isinstance(path, str) or not path.strip():
        message = f"expected a path, found {_shown(path)}" if path else "the path is missing"
        yield Problem(option=at, message=message, instead=instead)
    elif "\\" in path:
        better = path.replace("\\", "/")
        yield Problem(option=at, message=f"'{path}' has backslashes", instead=f"'{better}'")
    if not isinstance(given.get("pages", False), bool):
        message = f"expected true or false, found {_shown(given['pages'])}"
        yield Problem(option=f"{at}.pages", message=message, instead="'pages: true' or 'pages: false'")


_OF_ITEMS: dict[str, Callable[[str, Any], Iterable[Problem]]] = {
    "include": _glob,
    "exclude": _glob,
    "extra_plans": _extra,
}
"""What is wrong with an item of a list, by the name of the option."""


def _index(value: object) -> tuple[object, list[Problem]]:
    """Return the index in its plain form: false, a path, or a mapping of pages that are on."""
    if value is True:
        return Settings().index, []
    if isinstance(value, dict):
        pages = {key: path for key, path in value.items() if path != "off"}
        problems = list(_index_pages(pages))
        return pages or False, problems or [
            problem for key, path in pages.items() for problem in _page(f"index.{key}", path)
        ]
    if isinstance(value, str):
        return (False, []) if value.casefold() in {"off", "no", "false"} else (value, _page("index", value))
    return value, []


def _index_pages(pages: Iterable[str]) -> Iterator[Problem]:
    """Yield the index pages asked for that there are not; `index` is another name of the first."""
    for name in pages:
        if name not in (*INDEX_PAGES, "index"):
            yield Problem(
                option=f"index.{name}",
                message="there is no such page",
                instead=f"one of {', '.join(INDEX_PAGES)}",
                suggestion=nearest(name, INDEX_PAGES, 0.5),
            )


def _pieces(names: Iterable[str]) -> Iterator[Problem]:
    """Yield the pieces asked for that a plan page does not have."""
    for number, name in enumerate(names, 1):
        if name not in PIECES:
            yield Problem(
                option=f"show[{number}]",
                message=f"there is no piece '{name}'",
                instead=f"one of {', '.join(PIECES)}",
                suggestion=nearest(name, PIECES, 0.5),
            )


_OF_ALL: dict[str, Callable[[Any], Iterable[Problem]]] = {
    "show": _pieces,
    "history": _history,
    "references": _references,
    "vocabulary": _vocabulary,
}
"""What is wrong with a list or a mapping as a whole, by the name of the option."""


def _file(name: str, value: object, default: str) -> tuple[object, list[Problem]]:
    """Return the path of a file that is written, in its plain form: false, or a path below the site's root.

    It ends as the default does.
    """
    if value is True:
        return default, []
    text = str(value)
    if value is False or text.casefold() in {"off", "no", "false"}:
        return False, []
    ending = default[default.rindex(".") :]
    better = "/".join(part for part in _SLASHES.split(text) if part not in {"", ".", ".."})
    better = better if better.endswith(ending) else f"{better}{ending}" if better else default
    if text == better:
        return text, []
    message = f"'{text}' is not the path of a {ending[1:].upper()} file below the site's root"
    return text, [Problem(option=name, message=message, instead=f"'{better}'")]


def _page(at: str, path: str) -> list[Problem]:
    """Report a path that is no Markdown page below docs_dir."""
    clean = "/".join(part for part in _SLASHES.split(path) if part not in {"", ".", ".."})
    better = clean if clean.endswith(".md") else f"{clean}/index.md" if clean else "plans/index.md"
    if path == better:
        return []
    return [
        Problem(
            option=at,
            message=f"'{path}' is not the path of a Markdown page below docs_dir",
            instead=f"'{better}'",
        )
    ]


def _date(at: str, text: str) -> list[Problem]:
    # fromisoformat also takes week dates and dates without hyphens, which readers don't expect.
    try:
        if _DAY.fullmatch(text) and dt.date.fromisoformat(text):
            return []
    except ValueError:
        pass
    return [Problem(option=at, message=f"'{text}' is not a date", instead="a date as YYYY-MM-DD")]


def _grid(value: dict[str, dict[str, str]]) -> tuple[object, list[Problem]]:
    """Check that every probability rates the same impacts in the same order."""
    grid = {
        probability.strip().casefold(): {impact.strip().casefold(): level for impact, level in row.items()}
        for probability, row in value.items()
    }
    if not grid:
        return None, []
    first, *others = grid
    impacts = list(grid[first])
    if not impacts:
        return grid, [
            Problem(
                option=f"risk_levels.{first}",
                message="the row has no impacts",
                instead=f"e.g. '{first}: {{low: low, high: medium}}'",
            )
        ]
    return grid, [
        Problem(
            option=f"risk_levels.{name}",
            message=f"the row rates the impacts {', '.join(grid[name]) or 'none'}, the row '{first}' "
            f"rates {', '.join(impacts)}",
            instead=f"the impacts {', '.join(impacts)} in this order in every row",
        )
        for name in others
        if list(grid[name]) != impacts
    ]
