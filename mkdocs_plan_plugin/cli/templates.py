"""The templates of a site as new plans are made from them."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_plan_plugin.cli.config import ConfiguredSite
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.model import Plan
from mkdocs_plan_plugin.nearest import did_you_mean
from mkdocs_plan_plugin.reading.page import read as read_page
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.source.text import clean, decode
from mkdocs_plan_plugin.template.files import SHIPPED
from mkdocs_plan_plugin.vocabulary.lookup import title_key

_FRONT_END = regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FRONT = regex(r"---[ \t]*\n")


def template_file(kind: str | None, site: ConfiguredSite) -> Path:
    """Return the file of the template for a kind of plan, else of the one for all plans.

    Raises:
        Refusal: the site has no template for the kind.
    """
    chosen = site.settings.template
    root = site.file.parent if site.file else Path()
    if chosen is None or isinstance(chosen, str):
        if kind is not None:
            raise Refusal(
                f"there is no template for the kind '{kind}'. The option 'template' gives kinds their own:"
                f" 'template: {{{kind}: docs/templates/{kind.casefold().replace(' ', '-')}.md}}'"
            )
        return root / chosen if chosen else SHIPPED
    by_kind = {title_key(name): path for name, path in chosen.items()}
    if kind is None:
        return root / by_kind["default"] if "default" in by_kind else SHIPPED
    if title_key(kind) not in by_kind:
        raise Refusal(f"there is no template for the kind '{kind}'. {did_you_mean(kind, chosen)}")
    return root / by_kind[title_key(kind)]


def template_text(kind: str | None, site: ConfiguredSite) -> str:
    """Return the text of a template.

    Raises:
        Refusal: there is none for the kind, or it can't be read.
    """
    file = template_file(kind, site)
    try:
        return clean(decode(file.read_bytes()))
    except OSError as error:
        raise Refusal(f"the template {file} can't be read: {error.strerror}") from None


def mark(text: str, file: Path, kind: str | None, site: ConfiguredSite) -> str:
    """Return the text of a new plan such that it is found, and held to the template of its kind."""
    if kind and site.settings.template:
        held = _plan(text, file, site)
        if held is None or title_key(held.category or "") != title_key(kind):
            text = _with(text, "category", kind)
    return text if _plan(text, file, site) else _with(text, "plan", "true")


def _plan(text: str, file: Path, site: ConfiguredSite) -> Plan | None:
    """Return the plan that a text is, where it is; None if it isn't one."""
    docs = site.docs_dir
    inside = docs is not None and file.is_absolute() and file.is_relative_to(docs)
    path = file.relative_to(docs).as_posix() if inside and docs else file.as_posix().lstrip("./")
    found = read_page(text, path, site.settings, None, place=path).found
    return found if isinstance(found, Plan) else None


def _with(text: str, key: str, value: str) -> str:
    """Return a text with one more line at the end of its front matter."""
    if _FRONT.match(text):
        end = _FRONT_END.search(text, 4)
        if end:
            return f"{text[: end.start()]}{key}: {value}\n{text[end.start() :]}"
    return f"---\n{key}: {value}\n---\n\n{text}"
