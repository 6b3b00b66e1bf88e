"""A dialect: how a kind of plan is known, and what in it is where. Data, and no algorithm."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec
import yaml

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_SHIPPED = Path(__file__).parent


class Sign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to know a file of a dialect: all that is given must hold."""

    path: list[str] = msgspec.field(default_factory=list)
    """Globs, one of which the path matches; case is ignored."""
    front_matter: list[str] = msgspec.field(default_factory=list)
    """Keys, all of which are in front matter."""
    says: list[str] = msgspec.field(default_factory=list)
    """Words, one of which is near the beginning of the file."""
    headings: list[str] = msgspec.field(default_factory=list)
    """Globs, one of which a heading matches."""


class PhaseForms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the phases of a dialect are, beside or instead of what they are everywhere."""

    words: list[str] = msgspec.field(default_factory=list)
    """Headings of one of these words and a number are the phases, and no others where there is one."""
    working: bool = False
    """The main headings that are numbered, or have tasks below them, are the phases."""
    listed: bool = False
    """A list or table outside of the phases may name one that has no heading."""


class Dialect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """How a kind of plan is known and read. `name` is that of its file, where it does not say another."""

    name: str
    about: str = ""
    found_by: list[Sign] = msgspec.field(default_factory=list)
    finds: bool = True
    """False if its files are plans only where something else makes them plans."""
    files: list[str] = msgspec.field(default_factory=list)
    """Files of one folder that are one plan: the first that is there is read, the others add to it."""
    title: list[str] = msgspec.field(default_factory=lambda: ["heading"])
    """Where the title is, the first that is there: `heading` (the first H1), `folder` (its name), one
    of `files`, or a key of front matter."""
    title_without: list[str] = msgspec.field(default_factory=list)
    """What a title is told without, at its beginning."""
    date_in_name: str = ""
    """The key of front matter that a date at the beginning of the file's name stands for."""
    front_matter: dict[str, str] = msgspec.field(default_factory=dict)
    """Keys of front matter by what they are called everywhere else."""
    id_prefix: str = ""
    """What ids begin with where a site has not renamed that: a dependency on `task-3`, or on `3`, is one on
    `BACK-3` in a file whose own `id` is `BACK-7`."""
    phases: PhaseForms = PhaseForms()
    criteria: bool = False
    """True if acceptance criteria are the tasks whose progress is the plan's."""
    states: dict[str, str] = msgspec.field(default_factory=dict)
    """What a path states of a plan that states nothing itself: globs, each with a word."""
    vocabulary: dict[str, dict[str, list[str]]] = msgspec.field(default_factory=dict)
    """Its own words, as the option `vocabulary` has them."""


PLAIN = Dialect(name="")
"""How every plan is read that is in no dialect."""


class DialectError(Exception):
    """The data of a dialect can't be used; the text says why."""


def dialect_of(data: object, name: str = "") -> Dialect:
    """Return the dialect that a mapping describes.

    Raises:
        DialectError: it is none.
    """
    if not isinstance(data, dict):
        raise DialectError("expected a mapping such as 'found_by: [{path: [\"**/changes/*.md\"]}]'")
    try:
        dialect = msgspec.convert({"name": name, **data}, Dialect)
    except msgspec.ValidationError as error:
        raise DialectError(str(error).replace("`$", "`").replace("Object", "the mapping")) from None
    if not dialect.name:
        raise DialectError("it has no 'name'")
    if wrong := next((file for file in dialect.files if "/" in file or "\\" in file), ""):
        raise DialectError(f"'files' are files of one folder: '{wrong}' is none")
    return dialect


def load(file: Path) -> dict[str, object]:
    """Return what a file says of a dialect, with its name.

    Raises:
        DialectError: the file can't be read.
    """
    try:
        data = yaml.load(file.read_bytes(), _SafeLoader)
    except OSError as error:
        raise DialectError(error.strerror or str(error)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        raise DialectError(f"{line}not valid YAML: {getattr(error, 'problem', None) or error}") from None
    dialect_of(data, file.stem)
    return {"name": file.stem, **data}


@lru_cache(maxsize=1)
def shipped() -> tuple[Dialect, ...]:
    """Return the dialects that come along, by name."""
    return tuple(dialect_of(load(file)) for file in sorted(_SHIPPED.glob("*.yml")))
