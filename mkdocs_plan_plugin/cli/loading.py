"""All plans that a command speaks of, joined with the others of their site."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mkdocs_plan_plugin.cli.output import tell
from mkdocs_plan_plugin.cli.reading import ReadPages, read
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import gone
from mkdocs_plan_plugin.portfolio import join
from mkdocs_plan_plugin.today import today

if TYPE_CHECKING:
    from mkdocs_plan_plugin.cli.config import ConfiguredSite
    from mkdocs_plan_plugin.cli.selection import Asked, SourcePage
    from mkdocs_plan_plugin.portfolio import Entry, Portfolio

_Stamp = tuple[int, int]
Kept = dict[str, tuple[_Stamp, ReadPages]]
"""What was read of each page by its path, and when it was changed; for a command that looks again."""


class Loaded(NamedTuple):
    """Plans among all of their site."""

    portfolio: Portfolio
    entries: tuple[Entry, ...]
    """The plans asked for, what needs attention first."""
    shown: dict[str, str]
    """By path of a plan, its file as an editor opens it from here."""
    notes: list[str]
    errors: list[str]

    def tell(self) -> None:
        """Say on stderr what could not be read, and what was named and is no plan."""
        tell("error", self.errors)
        tell("note", self.notes)


def load(asked: Asked, kept: Kept | None = None) -> Loaded:
    """Read the plans asked for, joined with all of their site.

    `kept` is what an earlier look has read, and is brought up to date.

    Raises:
        Refusal: a path can't be used.
    """
    site, selection = asked.site, asked.selection()
    pages = [*selection.pages, *asked.around(selection)]
    kept = {} if kept is None else kept
    readings = [_read(page, asked, kept) for page in pages]
    portfolio = join([plan for reading in readings for plan in reading.plans], today(site.settings))
    wanted = {page.path for page in selection.pages}
    own = readings[: len(selection.pages)]
    return Loaded(
        portfolio=portfolio,
        entries=tuple(entry for entry in portfolio.entries if entry.plan.path in wanted),
        shown={page.path: page.shown for page in pages},
        notes=[*gone(selection), *(note for reading in own for note in reading.no_plans)],
        errors=[*selection.errors, *(error for reading in readings for error in reading.errors)],
    )


def _read(page: SourcePage, asked: Asked, kept: Kept) -> ReadPages:
    stamp = _stamp(page)
    known = kept.get(page.path)
    if known is not None and known[0] == stamp:
        return known[1]
    reading = read([page], asked.site.settings, asked.globs)
    kept[page.path] = stamp, reading
    return reading


def _stamp(page: SourcePage) -> _Stamp:
    try:
        found = page.file.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def chooser(conditions: Sequence[str], loaded: Loaded, site: ConfiguredSite) -> Callable[[Entry], bool]:
    """Return what tells whether a plan is wanted: the filters of directives, as `--where` gives them.

    Each is YAML as behind `where:` in a directive, such as `state: in-progress`, or `state=in-progress`.

    Raises:
        Refusal: a condition can't be read; the text says what to write.
    """
    if not conditions:
        return lambda _: True
    from mkdocs_plan_plugin.views import choice  # noqa: PLC0415 - only for this option
    from mkdocs_plan_plugin.yaml_text import SafeLoader, YamlError  # noqa: PLC0415
    from mkdocs_plan_plugin.yaml_text import load as load_yaml  # noqa: PLC0415

    stated = {name for plan in loaded.portfolio.plans for name in plan.document_information}
    tests = []
    for text in conditions:
        name, sign, value = text.partition("=")
        plain = sign and not (set(name) & set(":{<>!"))
        try:
            where = {name.strip(): value.strip()} if plain else load_yaml(text.encode(), SafeLoader)
        except YamlError as error:
            raise Refusal(f"--where: '{text}' can't be read: {error}") from None
        if not isinstance(where, dict):
            raise Refusal(f"--where: '{text}' is no condition; write e.g. --where 'state: in-progress'")
        asked = choice.read(
            {"where": where}, takes=("where",), today=today(site.settings), stated_fields=stated
        )
        if asked.problems:
            raise Refusal("--where: " + "; ".join(map(str, asked.problems)))
        tests.append(asked.choice)
    return lambda entry: all(test.takes(entry) for test in tests)
