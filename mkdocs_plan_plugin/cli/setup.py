"""What `init` writes: each file as it is and as it will be, or the lines to write by hand."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mkdocs_plan_plugin.cli.config import ConfigError, ConfiguredSite, plain
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.cli.selection import from_here
from mkdocs_plan_plugin.cli.yaml_edit import Item, with_item, with_options
from mkdocs_plan_plugin.regex import regex

_FRONT_END = regex(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_FRONT = regex(r"---[ \t]*\r?\n")

AGENTS = Path(__file__).parent.parent / "templates" / "agents.md"
BASELINE = "plan-baseline.json"
_PAGES = ("home", "risks", "board", "roadmap", "actions", "decisions")
"""The index pages that a site begins with."""
_NAMES = {"home": "index"}


class SetupFile(NamedTuple):
    """A file that is written; `before` is None for one that is not there yet."""

    file: Path
    before: str | None
    after: str

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff."""
        name = from_here(self.file)
        old = (self.before or "").splitlines()
        yield from difflib.unified_diff(
            old,
            self.after.splitlines(),
            "/dev/null" if self.before is None else f"a/{name}",
            f"b/{name}",
            lineterm="",
        )


class ByHand(NamedTuple):
    """Lines that have to be written by hand, as the file can't be changed without changing other lines."""

    file: Path
    lines: str


def read_text(file: Path) -> str | None:
    """Return the text of a file with its newlines and mark, None where there is none.

    Raises:
        Refusal: it can't be read, or is no UTF-8.
    """
    try:
        return file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise Refusal(f"{from_here(file)} is not UTF-8, and stays as it is") from None
    except OSError as error:
        raise Refusal(f"{from_here(file)}: {error.strerror}") from None


def plugin_block(site: ConfiguredSite, *, pages: bool, baseline: bool) -> SetupFile | ByHand | None:
    """Return how the plugin comes into the configuration; None where it is there, with all that is asked."""
    if site.file is None:
        return None
    options: dict[str, object] = {}
    if baseline and site.settings.baseline is None:
        options["baseline"] = BASELINE
    if pages and not isinstance(site.settings.index, dict):
        options["index"] = {page: _address(page) for page in _PAGES}
    if site.plugin and not options:
        return None
    file = _holder(site.file)
    text = read_text(file) or ""
    item: Item = {"plan": options} if options else "plan"
    if site.plugin:
        return _edited(file, text, with_options(text, "plan", options), "plugins", item)
    return _listed(file, text, "plugins", item, [] if file != site.file else ["search"])


def _listed(
    file: Path, text: str | None, key: str, item: Item, first: Sequence[Item] = ()
) -> SetupFile | ByHand:
    """Return how an item comes into the list at a key; `first` begins one that is not there."""
    return _edited(file, text, with_item(text or "", key, item, first), key, item)


def _edited(file: Path, text: str | None, after: str | None, key: str, item: Item) -> SetupFile | ByHand:
    """Return a file as it will be, or the lines to write where that could not be made."""
    if after is not None:
        return SetupFile(file, text, after)
    return ByHand(file, (with_item("", key, item) or "").rstrip("\n"))


def nav_block(site: ConfiguredSite, text: str | None) -> SetupFile | ByHand | None:
    """Return how the index pages come into the navigation; None where it makes itself, or has them."""
    if site.file is None:
        return None
    text = read_text(site.file) if text is None else text
    try:
        nav = plain(text or "").get("nav")
    except ConfigError:
        nav = None
    if not isinstance(nav, list) or _address("home") in str(nav):
        return None
    return _listed(site.file, text, "nav", {"Plans": [_address(page) for page in _PAGES]})


def _address(page: str) -> str:
    return f"plans/{_NAMES.get(page, page)}.md"


def _holder(file: Path) -> Path:
    """Return the file that lists the plugins: the configuration, or one that it inherits from."""
    seen = {file}
    at = file
    while True:
        try:
            config = plain(read_text(at) or "")
        except ConfigError:
            return file
        parent = config.get("INHERIT")
        if "plugins" in config:
            return at
        if not isinstance(parent, str):
            return file
        at = at.parent / parent
        if at in seen or not at.is_file():
            return file
        seen.add(at)


def marker(file: Path) -> SetupFile:
    """Return how a page says that it is a plan."""
    text = read_text(file) or ""
    newline = "\r\n" if "\r\n" in text else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    body = text[len(mark) :]
    opened = _FRONT.match(body)
    if opened and _FRONT_END.search(body, opened.end()):
        after = f"{body[: opened.end()]}plan: true{newline}{body[opened.end() :]}"
    else:
        after = f"---{newline}plan: true{newline}---{newline}{newline}{body}"
    return SetupFile(file, text, mark + after)


def pre_commit(root: Path, docs: str) -> SetupFile | ByHand | None:
    """Return how the fix and the check run before each commit."""
    file = root / ".pre-commit-config.yaml"
    text = read_text(file)
    if text is not None and "mkdocs-plan" in text:
        return None
    item: Item = {"repo": "local", "hooks": [_hook(word, docs) for word in ("fix", "check")]}
    return _listed(file, text, "repos", item)


def _hook(word: str, docs: str) -> dict[str, object]:
    return {
        "id": f"mkdocs-plan-{word}",
        "name": f"mkdocs-plan {word}",
        "entry": f"mkdocs-plan {word}",
        "language": "system",
        "files": f"^{re.escape(docs)}/.*\\.md$" if docs else "\\.md$",
        "require_serial": True,
    }


def agents(root: Path, docs: str) -> SetupFile | None:
    """Return how AGENTS.md tells an agent to keep plans true; None where it speaks of the command already."""
    file = root / "AGENTS.md"
    text = read_text(file)
    if text is not None and "mkdocs-plan" in text:
        return None
    stated = AGENTS.read_text("utf-8").replace("{docs}", docs or ".")
    if text is None:
        return SetupFile(file, None, f"# Working on this repository\n\n{stated}")
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text.endswith("\n") else newline
    return SetupFile(file, text, text + gap + newline + stated.replace("\n", newline))


def merged(changes: Sequence[SetupFile]) -> list[SetupFile]:
    """Return one change for each file, from what it was first to what it is last."""
    found: dict[Path, SetupFile] = {}
    for change in changes:
        known = found.get(change.file)
        found[change.file] = SetupFile(change.file, known.before if known else change.before, change.after)
    return list(found.values())
