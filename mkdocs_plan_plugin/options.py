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

_LARGEST = 10**9
"""Numbers of the options are smaller."""

_NO_TEXT = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Characters that are in no name of a file and in no word."""


class Problem(msgspec.Struct, frozen=True):
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
        message = f"expected a mapping of options, found {_shown(raw)}"
        return Settings(), [Problem("", message, "e.g. 'plan: {progress: auto}', or 'plan' alone")]
    problems: list[Problem] = []
    values: dict[str, object] = {}
    types = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    for key, value in raw.items():
        name = str(key)
        if name not in types:
            near = nearest(name.replace("-", "_"), sorted(types))
            problems.append(_none_of(sorted(types), name, "there is no such option", near))
        elif value is not None:
            found: list[Problem] = []
            read = _read(value, inspect.type_info(types[name]), name, found)
            if not found:
                read = _PLAIN[name](read) if name in _PLAIN else read
                found += _CHECKS[name](name, read) if name in _CHECKS else ()
            if not found:
                read = _converted(name, read, types[name], found)
            if found:
                problems += found
            else:
                values[name] = read
    return Settings(**values), problems  # type: ignore[arg-type]


def _none_of(known: Iterable[str], option: str, message: str, near: str) -> Problem:
    """Report a word that is none of those that are known; `near` is the nearest of them."""
    return Problem(option, message, f"one of {', '.join(known)}", near)


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


def _read(value: object, kind: inspect.Type, at: str, problems: list[Problem]) -> object:
    """Return the value in the form that its type wants; what does not fit becomes a problem."""
    if isinstance(value, int) and abs(value) >= _LARGEST:  # Python refuses to write the longest ones
        problems.append(Problem(at, "the number is too large", f"one below {_LARGEST}"))
        return None
    if isinstance(kind, inspect.Metadata):
        kind = kind.type
    reader = _READERS.get(type(kind))
    return reader(value, kind, at, problems) if reader else value


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
        instead = f"'{at.rpartition('.')[2]}: [\"{sample}\"]'"
        problems.append(Problem(at, f"expected a list, found {_shown(value)}", instead))
        return None
    return [_read(item, kind.item_type, f"{at}[{n}]", problems) for n, item in enumerate(value, 1)]


def _read_mapping(value: object, kind: inspect.DictType, at: str, problems: list[Problem]) -> object:
    if value is False:
        return {}
    if not isinstance(value, Mapping):
        instead = f"'{at.rpartition('.')[2]}: {{name: value}}'"
        problems.append(Problem(at, f"expected a mapping, found {_shown(value)}", instead))
        return None
    named = (("off" if key is False else str(key), item) for key, item in value.items())
    return {name: _read(item, kind.value_type, f"{at}.{name}", problems) for name, item in named}


def _read_word(value: object, kind: inspect.LiteralType, at: str, problems: list[Problem]) -> object:
    words = [str(word) for word in kind.values]
    word = "off" if value is False else str(value).strip().casefold()
    if word not in words:
        message = f"{_shown(value)} is not one of its words"
        problems.append(_none_of(words, at, message, nearest(word, words)))
    return word


def _read_text(value: object, _kind: inspect.StrType, at: str, problems: list[Problem]) -> object:
    if value is False:
        return "off"
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        instead = "the text, in quotes where YAML would read it as something else"
        problems.append(Problem(at, f"expected text, found {_shown(value)}", instead))
    elif not value.isprintable() and _NO_TEXT.search(value):
        problems.append(Problem(at, f"{_shown(value)} has a control character", "the text without it"))
    return value


def _read_switch(value: object, _kind: inspect.BoolType, at: str, problems: list[Problem]) -> object:
    words = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
    # Quoted words and environment variables arrive as text.
    if isinstance(value, str) and value.strip().casefold() in words:
        return words[value.strip().casefold()]
    if not isinstance(value, bool):
        message = f"expected true or false, found {_shown(value)}"
        problems.append(Problem(at, message, f"'{at}: true' or '{at}: false'"))
    return value


def _read_number(value: object, kind: inspect.IntType, at: str, problems: list[Problem]) -> object:
    if isinstance(value, str) and value.strip().isdecimal():
        digits = value.strip()
        return _read(int(digits) if len(digits) < 10 else _LARGEST, kind, at, problems)
    if not isinstance(value, int) or isinstance(value, bool):
        message = f"expected a whole number, found {_shown(value)}"
        problems.append(Problem(at, message, f"e.g. '{at}: 30'"))
    return value


_READERS: dict[type[inspect.Type], Callable[[object, Any, str, list[Problem]], object]] = {
    inspect.UnionType: _read_union,
    inspect.ListType: _read_list,
    inspect.DictType: _read_mapping,
    inspect.LiteralType: _read_word,
    inspect.StrType: _read_text,
    inspect.BoolType: _read_switch,
    inspect.IntType: _read_number,
}


def _converted(name: str, value: object, kind: object, problems: list[Problem]) -> object:
    """Hold the value to the limits that its type declares."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        wrong = str(error).partition(" - at ")[0]
        instead = "a value of the kind that the reference of the options gives"
        problems.append(Problem(name, wrong[:1].lower() + wrong[1:], instead))
        return value


def _plain_index(value: Any) -> object:  # noqa: ANN401 - what the types let through
    """Return the index in its plain form: false, a path, or a mapping of pages that are on."""
    if isinstance(value, dict):
        return {key: path for key, path in value.items() if path != "off"} or False
    return Settings().index if value is True else _plain_path(value)


def _plain_file(name: str) -> Callable[[Any], object]:
    """Return what gives the path of a file in its plain form: false, or a path."""
    return lambda value: _FILES[name] if value is True else _plain_path(value)


def _plain_path(value: object) -> object:
    return False if str(value).casefold() in {"off", "no", "false"} else value


def _plain_grid(value: dict[str, dict[str, str]] | None) -> object:
    """Return a grid with its words in small letters, None for an empty one."""
    return {
        probability.strip().casefold(): {impact.strip().casefold(): level for impact, level in row.items()}
        for probability, row in (value or {}).items()
    } or None


_PLAIN: dict[str, Callable[[Any], object]] = {
    "index": _plain_index,
    "risk_levels": _plain_grid,
    **{name: _plain_file(name) for name in _FILES},
}
"""What brings a value into its plain form, by the name of the option."""


def _references(name: str, value: dict[str, str]) -> Iterator[Problem]:
    """Yield the patterns that are none, and the addresses that no page links to."""
    sample = '\'references: {"ABC-(\\\\d+)": "https://tracker.example/browse/ABC-{1}"}\''
    for pattern, address in value.items():
        try:
            regex(pattern).match("")
        except re.error as error:
            yield Problem(f"{name}.{pattern}", f"no regular expression: {error}", f"e.g. {sample}")
            continue
        if not address.startswith(("https://", "http://")):
            yield Problem(f"{name}.{pattern}", f"'{address}' is no web address", f"e.g. {sample}")


def _history(name: str, value: bool | dict[str, str]) -> Iterator[Problem]:  # noqa: FBT001 - as it may be given
    """Yield what is wrong with how far back the history goes."""
    for limit, stated in value.items() if isinstance(value, dict) else ():
        at = f"{name}.{limit}"
        if limit == "since":
            yield from _date(at, stated)
        elif limit != "days":
            instead = "'history: {since: 2026-01-01}' or 'history: {days: 365}'"
            yield Problem(at, "there is no such limit", instead, nearest(limit, ("since", "days")))
        elif not _LIMIT.fullmatch(stated):
            message = f"expected a number of days, found {_shown(stated)}"
            yield Problem(at, message, "e.g. 'history: {days: 365}'")


def _vocabulary(name: str, value: dict[str, dict[str, list[str]]]) -> Iterator[Problem]:
    """Yield the tables and canonical names that the vocabulary does not have."""
    for table, words in value.items():
        if table not in TABLES:
            message = "there is no such table of words"
            yield _none_of(TABLES, f"{name}.{table}", message, nearest(table, TABLES))
            continue
        known = TABLES[table][1]
        for word in words:
            if word not in known:
                message = f"the table '{table}' has no such name"
                yield _none_of(known, f"{name}.{table}.{word}", message, nearest(word, known))


def _globs(name: str, value: list[str]) -> Iterator[Problem]:
    """Yield the globs that can never match a path below docs_dir."""
    for number, glob in enumerate(value, 1):
        if wrong := _wrong_glob(glob):
            yield Problem(f"{name}[{number}]", *wrong)


def _wrong_glob(glob: str) -> tuple[str, str] | None:
    """Return why a glob can never match, and what to write instead."""
    parts = glob.split("/")
    if not glob.strip():
        return "the glob is empty", "e.g. 'plans/**'"
    if "\\" in glob:
        better = glob.replace("\\", "/")
        return f"'{glob}' has backslashes", f"'{better}'"
    if glob.startswith("/") or _DRIVE.match(glob):
        better = glob.lstrip("/") if glob.startswith("/") else parts[-1]
        return f"'{glob}' is absolute; globs start at docs_dir", f"'{better}'"
    if parts[0] == "." or ".." in parts:
        better = "/".join(part for part in parts if part not in {".", ".."})
        message = f"'{glob}' steps through '.' or '..'; globs start at docs_dir and stay below it"
        return message, f"'{better}'"
    if glob.count("{") != glob.count("}"):
        return f"'{glob}' has a brace without its partner", "'{plan,tasks}' for one of several words"
    if glob.count("[") != glob.count("]"):
        instead = "'[abc]' for one of several characters, '[[]' for a bracket itself"
        return f"'{glob}' has a bracket without its partner", instead
    return None


def _extra_plans(name: str, value: list[str | dict[str, object]]) -> Iterator[Problem]:
    """Yield what is wrong with the folders of plans outside of docs_dir."""
    instead = "'specs', or '{path: specs, pages: true}'"
    for number, item in enumerate(value, 1):
        at = f"{name}[{number}]"
        given = {"path": item} if isinstance(item, str) else item
        for key in given:
            if key not in {"path", "pages"}:
                yield Problem(f"{at}.{key}", "there is no such key", instead, nearest(key, ("path", "pages")))
        path = given.get("path")
        if not isinstance(path, str) or not path.strip():
            yield Problem(
                at, f"expected a path, found {_shown(path)}" if path else "the path is missing", instead
            )
        elif "\\" in path:
            better = path.replace("\\", "/")
            yield Problem(at, f"'{path}' has backslashes", f"'{better}'")
        if not isinstance(given.get("pages", False), bool):
            message = f"expected true or false, found {_shown(given['pages'])}"
            yield Problem(f"{at}.pages", message, "'pages: true' or 'pages: false'")


def _index(name: str, value: bool | str | dict[str, str]) -> Iterator[Problem]:  # noqa: FBT001 - as it may be given
    """Yield the index pages asked for that there are not, else the paths that no page can have.

    `index` is another name of the first page.
    """
    if isinstance(value, str):
        yield from _page(name, value)
    pages = value if isinstance(value, dict) else {}
    unknown = [page for page in pages if page not in (*INDEX_PAGES, "index")]
    for page in unknown:
        near = nearest(page, INDEX_PAGES, 0.5)
        yield _none_of(INDEX_PAGES, f"{name}.{page}", "there is no such page", near)
    for page, path in pages.items() if not unknown else ():
        yield from _page(f"{name}.{page}", path)


def _pieces(name: str, value: list[str] | None) -> Iterator[Problem]:
    """Yield the pieces asked for that a plan page does not have."""
    for number, piece in enumerate(value or (), 1):
        if piece not in PIECES:
            near = nearest(piece, PIECES, 0.5)
            yield _none_of(PIECES, f"{name}[{number}]", f"there is no piece '{piece}'", near)


def _file(name: str, value: bool | str) -> Iterator[Problem]:  # noqa: FBT001 - as it may be given
    """Report a path that is none of a file below the site's root, with the ending of the default."""
    ending = _FILES[name][_FILES[name].rindex(".") :]
    better = _below(str(value))
    better = better if better.endswith(ending) else f"{better}{ending}" if better else _FILES[name]
    if value is not False and value != better:
        message = f"'{value}' is not the path of a {ending[1:].upper()} file below the site's root"
        yield Problem(name, message, f"'{better}'")


def _page(at: str, path: str) -> Iterator[Problem]:
    """Report a path that is no Markdown page below docs_dir."""
    clean = _below(path)
    better = clean if clean.endswith(".md") else f"{clean}/index.md" if clean else "plans/index.md"
    if path != better:
        message = f"'{path}' is not the path of a Markdown page below docs_dir"
        yield Problem(at, message, f"'{better}'")


def _below(path: str) -> str:
    """Return a path that stays below a folder."""
    return "/".join(part for part in _SLASHES.split(path) if part not in {"", ".", ".."})


def _date(at: str, text: str | None) -> Iterator[Problem]:
    # fromisoformat also takes week dates and dates without hyphens, which readers don't expect.
    try:
        wrong = text is not None and not (_DAY.fullmatch(text) and dt.date.fromisoformat(text))
    except ValueError:
        wrong = True
    if wrong:
        yield Problem(at, f"'{text}' is not a date", "a date as YYYY-MM-DD")


def _grid(name: str, grid: dict[str, dict[str, str]] | None) -> Iterator[Problem]:
    """Check that every probability rates the same impacts in the same order."""
    first = next(iter(grid or ()), "")
    impacts = list(grid[first]) if grid else []
    if grid and not impacts:
        instead = f"e.g. '{first}: {{low: low, high: medium}}'"
        yield Problem(f"{name}.{first}", "the row has no impacts", instead)
    for probability, row in (grid or {}).items():
        if impacts and list(row) != impacts:
            message = (
                f"the row rates the impacts {', '.join(row) or 'none'}, the row '{first}' rates"
                f" {', '.join(impacts)}"
            )
            instead = f"the impacts {', '.join(impacts)} in this order in every row"
            yield Problem(f"{name}.{probability}", message, instead)


_CHECKS: dict[str, Callable[[str, Any], Iterable[Problem]]] = {
    "include": _globs,
    "exclude": _globs,
    "extra_plans": _extra_plans,
    "index": _index,
    "show": _pieces,
    "vocabulary": _vocabulary,
    "risk_levels": _grid,
    "history": _history,
    "references": _references,
    "today": _date,
    **dict.fromkeys(_FILES, _file),
}
"""What a type can't say of a value: paths, globs, dates, names, the shape of the grid."""
