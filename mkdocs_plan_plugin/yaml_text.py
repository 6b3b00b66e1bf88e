"""YAML as we read it, wherever it is: nothing in it is run, and what is wrong with it is one error."""

from __future__ import annotations

from typing import Any

import yaml
from yaml.constructor import SafeConstructor

from mkdocs_plan_plugin.one_line import one_line

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader  # type: ignore[assignment]

__all__ = [
    "PlainLoader",
    "SafeLoader",
    "TextLoader",
    "WordsLoader",
    "YamlError",
    "has_aliases",
    "is_deeper",
    "load",
]

WordsLoader: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The loader to which all is text: `no` and `null` are words like any other."""

_TAG = "tag:yaml.org,2002:"


class YamlError(ValueError):
    """What is wrong with a text that is no YAML, or none that we take.

    `line` and `column` count from 1; they are 0 where it is not known.
    """

    def __init__(self, problem: str, line: int = 0, column: int = 0) -> None:
        super().__init__(one_line(problem))
        self.line = line
        self.column = column


class PlainLoader(SafeLoader):
    """Makes text, numbers, dates, true and false, lists and mappings, and nothing else."""


for _name in ("set", "omap", "pairs", "binary"):
    PlainLoader.add_constructor(_TAG + _name, SafeConstructor.construct_undefined)  # type: ignore[type-var]


class TextLoader(PlainLoader):
    """Scalars stay text: a plan's `1.10`, `no` and `2025-02-30` mean what is written, whatever their tag."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own protocol
        first: [resolver for resolver in resolvers if resolver[0].endswith((":null", ":merge"))]
        for first, resolvers in SafeLoader.yaml_implicit_resolvers.items()
    }


for _name in ("bool", "int", "float", "timestamp", "binary"):
    TextLoader.add_constructor(_TAG + _name, SafeConstructor.construct_yaml_str)  # type: ignore[type-var]


def load(text: str | bytes, loader: type[Any]) -> Any:  # noqa: ANN401 - whatever is written
    """Read a document with a loader that runs nothing.

    Raises:
        YamlError: it can't be read, whatever PyYAML makes of it: for `!!bool x` that is a KeyError.
    """
    try:
        return yaml.load(text, loader)  # noqa: S506 - the caller's is a SafeLoader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise YamlError(_first_line(error.problem or error.context or error), line, column) from None
    except RecursionError:
        raise YamlError("nested too deep") from None
    except (yaml.YAMLError, ValueError) as error:
        raise YamlError(_first_line(error)) from None
    except Exception as error:  # noqa: BLE001 - PyYAML raises anything for a tag that does not fit
        raise YamlError(f"a value does not fit its tag ({_first_line(repr(error))})") from None


def has_aliases(text: str) -> bool:
    """True for a text with aliases: a few aliases of aliases can stand for more than any memory holds."""
    return any(isinstance(event, yaml.AliasEvent) for event in _events(text))


def is_deeper(text: str, most: int) -> bool:
    """True if a text nests deeper than so many levels; read as events, which needs no stack."""
    depth = 0
    for event in _events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > most:
            return True
    return False


def _events(text: str) -> Any:  # noqa: ANN401 - PyYAML has no types for them
    """Yield the events of a text, up to what is wrong with it."""
    try:
        yield from yaml.parse(text, SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return


def _first_line(stated: object) -> str:
    return (str(stated).splitlines() or [""])[0]
