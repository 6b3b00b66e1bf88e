"""Reference pages made from the plugin's own tables, so that the two can't drift."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_plan_plugin.cli.schema import NAMES, schema_named
from mkdocs_plan_plugin.export.schema import documented, encoded
from mkdocs_plan_plugin.rules import FAMILIES, RULES
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.views.fields import PLAN_FIELDS, DirectiveField
from mkdocs_plan_plugin.views.marks import SHAPES
from mkdocs_plan_plugin.views.registry import VIEWS
from mkdocs_plan_plugin.views.render import THEME_DIR
from mkdocs_plan_plugin.vocabulary.words import TABLES as WORDS


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Publish the schemas of the data."""
    for name in NAMES:
        schema = encoded(schema_named(name))
        files.append(File.generated(config, f"reference/{name}.schema.json", content=schema))
    return files


def on_page_markdown(markdown: str, **_: object) -> str:
    """Put the tables in the place of their markers."""
    return MARKER.sub(lambda marker: TABLES[marker[1]](), markdown)


def settings() -> str:
    """Describe every option: a heading, its type and default, its meaning."""
    types, meanings = get_type_hints(Settings), documented(Settings)
    parts = []
    for option in msgspec.structs.fields(Settings):
        default = option.default_factory() if option.default is msgspec.NODEFAULT else option.default
        shown = "unset" if default is None else code(default)
        parts.append(
            f"## {option.name} {{ #{option.name} }}\n\n{meanings[option.name]}\n\n"
            f"- Type: {kind(types[option.name])}\n- Default: {shown}\n"
        )
    return "\n".join(parts)


def pieces() -> str:
    """List the views of a plan page."""
    return table("Piece", {view.name: view.about for view in VIEWS.values() if view.scope == "plan"})


def views() -> str:
    """List the views of all plans."""
    joined = (view for view in VIEWS.values() if view.scope == "plans")
    return table("Directive", {f"<!-- {view.key} -->": view.about for view in joined})


def filters() -> str:
    """Tell for each view of all plans what its directive takes: options, columns, fields to filter by."""
    parts = [f"Fields of a plan, for every view that takes `where`:\n\n{fields(PLAN_FIELDS)}\n"]
    for view in VIEWS.values():
        if view.scope != "plans":
            continue
        also = ("under", "text") if "where" in view.takes else ()
        parts.append(
            f"## plans:{view.name} {{ #plans-{view.name} }}\n\n{view.about}\n\n"
            f"Options: {', '.join(f'`{name}`' for name in (*view.takes, *also))}.\n"
        )
        if view.columns:
            parts.append(f"Columns: {', '.join(f'`{name}`' for name in view.columns)}.\n")
        if view.items:
            parts.append(f"Fields of what it lists:\n\n{fields(view.items)}\n")
    return "\n".join(parts)


def fields(known: Mapping[str, DirectiveField]) -> str:
    """List fields with the values they have."""
    ahead = "a date, `< 30d` is in less than 30 days"
    kinds = {
        "text": "text, with `*` for any part",
        "number": "a number",
        "date": "a date, `< 30d` is in the last 30 days",
    }
    rows = []
    for name, field in known.items():
        words = ", ".join(f"`{word}`" for word in field.order)
        rows.append(f"| `{name}` | {words or (ahead if field.ahead else kinds[field.kind])} |")
    return "\n".join(["| Field | Values |", "|---|---|", *rows])


def templates() -> str:
    """List the template of every view."""
    return table("Template", {view.template: view.about for view in VIEWS.values()})


def meanings() -> str:
    """List the classes of everything that has a shape and a colour."""
    return ", ".join(f"`plan-is-{name}`" for name in SHAPES) + "."


def classes() -> str:
    """List the classes of each template that aren't described by hand."""
    described = set(CLASS.findall((DOCS / "looks.md").read_text(encoding="utf-8")))
    rows = {}
    for path in sorted((THEME_DIR / "plan").glob("*.html")):
        # A name that is put together from parts ends in a hyphen.
        found = sorted(
            {name for name in CLASS.findall(path.read_text(encoding="utf-8")) if not name.endswith("-")}
        )
        if own := [name for name in found if name not in described]:
            rows[f"plan/{path.name}"] = ", ".join(f"`{name}`" for name in own)
    return "\n".join(
        ["| Template | Classes |", "|---|---|", *(f"| `{name}` | {own} |" for name, own in rows.items())]
    )


def vocabulary() -> str:
    """List the words of every table, each under its canonical name."""
    parts = []
    for name, (about, words) in WORDS.items():
        rows = "\n".join(
            f"| `{word}` | {', '.join(map(cell, spellings))} |" for word, spellings in words.items()
        )
        parts.append(f"## {name}\n\n{about}\n\n| Name | Spellings |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def cell(word: str) -> str:
    """Show a word in a table's cell."""
    return word.replace("|", "\\|").replace("*", "\\*").replace("#", "\\#")


def rules() -> str:
    """Describe every rule: what it catches, why it matters, how severe it is, bad and good."""
    parts = []
    for digit, family in FAMILIES.items():
        parts.append(f"## {family.capitalize().replace('-', ' ')} {{ #{family} }}\n")
        for rule in sorted(each for each in RULES.values() if each.code[4] == digit):
            exact = "; `mkdocs-plan fix` can write what is right" if rule.fixable else ""
            parts.append(
                f"### {rule.code} {rule.name} {{ #{rule.code.lower()} }}\n\n{rule.summary} {rule.why}\n\n"
                f"Severity: {rule.severity}{exact}.\n\nInstead"
                f" of\n\n````markdown\n{rule.bad}\n````\n\nwrite\n\n"
                f"````markdown\n{rule.good}\n````\n"
            )
    return "\n".join(parts)


def data() -> str:
    """Describe every object of the data: a heading, what it is, its names with their values and meaning."""
    parts = []
    for name, known in schema_named("plans")["$defs"].items():
        rows = [
            f"| `{key}` | {value(one)} | {cell(' '.join(one['description'].split()))} |"
            for key, one in known["properties"].items()
        ]
        head = f"## {name} {{ #{name.lower()} }}\n\n{known['description']}"
        parts.append("\n".join([head, "", "| Name | Value | Meaning |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def value(said: Mapping[str, Any]) -> str:
    """Say in words what a part of a JSON Schema allows; another object is a link to its heading."""
    return either(dict.fromkeys(allowed(said)))


def allowed(said: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a part of a JSON Schema allows, each alternative by itself."""
    if "$ref" in said:
        name = said["$ref"].rpartition("/")[2]
        yield f"[{name}](#{name.lower()})"
    elif inner := said.get("anyOf") or said.get("allOf"):
        for one in inner:
            yield from allowed(one)
    elif "enum" in said:
        yield from (f"`{word}`" if word else "empty" for word in said["enum"])
    elif "const" in said:
        yield code(said["const"])
    elif said["type"] == "array":
        yield f"list: {value(said['items'])}" if said.get("items") else "list"
    elif said["type"] == "object":
        inner = said.get("additionalProperties")
        yield f"object, each value {value(inner)}" if isinstance(inner, dict) and inner else "object"
    else:
        named = {"boolean": "true or false", "integer": "whole number", "string": "text"}
        yield named.get(said["type"], said["type"])


DOCS = Path(__file__).parent / "docs"
CLASS = re.compile(r"\bplan-[a-z0-9]+(?:-[a-z0-9]+)*\b-?")
TABLES = {
    "settings": settings,
    "pieces": pieces,
    "views": views,
    "filters": filters,
    "templates": templates,
    "meanings": meanings,
    "classes": classes,
    "vocabulary": vocabulary,
    "rules": rules,
    "data": data,
}
MARKER = re.compile(rf"^<!-- ({'|'.join(TABLES)}) -->$", re.MULTILINE)


def table(head: str, rows: dict[str, str]) -> str:
    """Write a table of names and what they show."""
    lines = [f"| `{name}` | {about} |" for name, about in rows.items()]
    return "\n".join([f"| {head} | What it shows |", "|---|---|", *lines])


def kind(hint: object) -> str:
    """Say a type in words."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return kind(args[0])
    if origin is Literal:
        return either(code(value) for value in args)
    if origin in (UnionType, Union):
        return either(kind(arg) for arg in args if arg is not NoneType)
    if origin is list:
        return f"list of {kind(args[0])}"
    if origin is dict:
        return f"mapping from {kind(args[0])} to {kind(args[1])}"
    return "`true` or `false`" if hint is bool else "whole number" if hint is int else "text"


def either(words: Iterable[str]) -> str:
    """Join alternatives: `a, b or c`."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def code(value: object) -> str:
    """Show a value as it is written in YAML."""
    return f"`{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}`"
