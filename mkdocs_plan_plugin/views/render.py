"""Rendering: a view and its context → one chunk of HTML."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from mkdocs_plan_plugin.languages import ENGLISH, Language, same
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.views import facets, html, marks, ticking, words
from mkdocs_plan_plugin.views.compiled import Compiled
from mkdocs_plan_plugin.views.registry import VIEWS
from mkdocs_plan_plugin.views.risks import rating

if TYPE_CHECKING:
    import datetime as dt
    import re
    from collections.abc import MutableMapping, Sequence

    from mkdocs_plan_plugin.views.context import Context

THEME_DIR = Path(__file__).parent.parent / "theme"
"""The directory to append to `config.theme.dirs`."""

STYLESHEET = "assets/plan/plan.css"
"""The stylesheet's path in `THEME_DIR` and in the built site."""

SCRIPT = "assets/plan/plan.js"
"""The script for tables and tips; everything can be read without it."""

_VIEW = ' class="plan-view'
"""What the outermost element of every view begins with."""
_WORDS = regex(
    r"(</(?:a|b|bdi|button|code|span|strong|time)>)\s*+"
    r"(?=<(?:a|b|bdi|button|code|span|time)(?: [^<>]*+)?+>(?![ ,.;:)،、，]))"
)
"""Where words of two elements meet: what makes text of a page keeps them apart by a space only."""
_QUOTED = regex(r'="(?<! href=")(?<! id=")(?!plan-view")([\w.:#-]+)"(?=[ >])')
"""Values that need no quotes, as rows are by the thousand; print-site finds links and ids by theirs.

What the pattern begins with is found without a look at each character.
"""
_SCRIPTED = (
    "data-plan-visits=",
    "data-plan-table=",
    "data-plan-q=",
    "class=plan-more id=",
    "class=plan-steps",
    "class=plan-tip",
)
"""Signs of what the script works on."""


def needs_script(html: str) -> bool:
    """True for HTML with a table to sort, a list that a link opens, phases to go through, or a tip."""
    return any(sign in html for sign in _SCRIPTED)


_COMPILED = Compiled(THEME_DIR / "plan")


class _Environment(Environment):
    """An environment whose templates look up what is global in one step.

    Jinja2 chains the globals of a template and its environment, and goes through the chain for each render
    and each import; ours have none of their own.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template."""
        return {**self.globals, **(d or {})}


class Renderer:
    """The views of one build. Templates are looked up in `theme_dirs`, first hit wins, compiled once.

    Views speak `language`. Where the pages are in another, `page_language`, views say so (WCAG 2.2, 3.1.2)
    and which way it runs; one that runs from the right always says that: not every theme does.
    """

    def __init__(
        self,
        theme_dirs: Sequence[str | Path] = (THEME_DIR,),
        language: Language = ENGLISH,
        page_language: str = "",
    ) -> None:
        self.language = language
        foreign = bool(page_language) and not same(language.code, page_language)
        self._lang = f' lang="{escape(language.code)}"' if foreign else ""
        if foreign or language.direction == "rtl":
            self._lang += f' dir="{language.direction}"'
        self._environment = _Environment(
            loader=FileSystemLoader([str(path) for path in theme_dirs]),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            optimized=False,  # or what a filter says in one language would be compiled in
            bytecode_cache=_COMPILED,
        )
        self._environment.newstyle_gettext = True  # type: ignore[attr-defined] # placeholders by name, escaped
        self._environment.filters |= _texts(language, page_language if foreign else "")
        self._environment.globals |= {
            "link": html.link,
            "icon": marks.icon,
            "bar": marks.bar,
            "fill": marks.fill,
            "ask": marks.ask,
            "tip": marks.tip,
            "dot": marks.DOT,
            "of_plans": facets.OF_PLANS,
            "query": facets.query,
            "words": words,
        }
        self._environment.globals |= _gettext(language) | _spoken(language)
        self._templates: dict[str, Template] = {}
        own = (Path(path, "plan") for path in theme_dirs if Path(path) != THEME_DIR)
        self.overridden = any(path.is_dir() for path in own)
        """True if the site may have view templates, or texts in its language, of its own."""

    def render(self, view: str, context: Context) -> str:
        """HTML of `plan:card` and its like, without blank lines; empty where nothing is to be shown.

        Author text never holds a line break, so every break comes from a template and goes.
        Raises KeyError for a name that no view has, jinja2.TemplateError for a broken template of
        the site's own.
        """
        chosen = VIEWS[view]
        if context.language is not self.language:
            context = msgspec.structs.replace(context, language=self.language)
        facts = chosen.facts(context)
        if facts is None:
            return ""
        template = self._templates.get(view)
        if template is None:
            template = self._templates[view] = self._environment.get_template(chosen.template)
        attributes = facets.Attributes(self.language)
        page = {
            "plan": context.plan,
            "href": context.href,
            "place": context.place,
            "index_href": context.index_href,
            "narrowed": context.choice.narrows,
            "hints": context.hints,
            "refs": context.references.of,
            "files": context.files,
            "facts": lambda entry, keys, **own: attributes.of(entry, keys, own),
            "standing": lambda plan: context.portfolio.entry(plan).standing,
            "todo": partial(ticking.todo, context),
            "state_menu": partial(ticking.menu, context),
        }
        html = _around(_WORDS, template.render(page | facts), behind=" ")
        html = _around(_QUOTED, "".join(map(str.strip, html.split("\n"))), before="=")
        over = context.plan is not None and context.entry().abandoned
        return html.replace(_VIEW, f"{_VIEW} plan-over") if over else html

    def marked(self, html: str) -> str:
        """Return HTML of the plugin that names its language, where that is not the page's, and direction."""
        return html.replace(_VIEW, f"{self._lang}{_VIEW}") if self._lang else html


def _around(pattern: re.Pattern[str], html: str, before: str = "", behind: str = "") -> str:
    """Return HTML with texts around the one group of a pattern, and nothing else of what it matches.

    `re.sub` calls a function for each match, of which a table has thousands.
    """
    parts = pattern.split(html)
    parts[1::2] = [f"{before}{part}{behind}" for part in parts[1::2]]
    return "".join(parts)


def _texts(language: Language, author_language: str) -> dict[str, Any]:
    """Return the filters for texts: `text` and `inline` for an author's, `told` for ours that may hold one's.

    Where views speak another language than their page, that of the author is named; `english` is for what we
    say in English alone.
    """
    texts: dict[str, Any] = {
        "text": html.text,
        "inline": html.inline,
        "wording": html.text,
        "english": html.text,
    }
    if author_language:
        texts["text"] = texts["inline"] = partial(html.text, lang=author_language)
    if not same(language.code, ENGLISH.code):
        texts["english"] = partial(html.text, lang=ENGLISH.code)

    def date(day: str | None) -> Markup:
        return html.date(day, language.date(day or ""))

    def month(day: dt.date) -> Markup:
        return html.time(f"{day:%Y-%m}", language.month_of(day))

    ours = {"plain": html.plain, "short": html.shortened, "sentence": html.sentence}
    return {**ours, **texts, "date": date if language.day else html.date, "month": month}


def _gettext(language: Language) -> dict[str, Any]:
    """Return the functions that texts of templates are compiled to; values are escaped, texts are ours.

    Jinja2's own do the same in three calls, and read a text for placeholders each time.
    """

    def filled(text: str, values: dict[str, object]) -> Markup:
        for name, value in values.items():
            if value.__class__ is not int:
                values[name] = escape(value)
        return Markup(text % values)  # noqa: S704 - our own words

    @cache
    def bare(english: str) -> Markup:
        return filled(language.gettext(english), {})

    def gettext(english: str, /, **values: object) -> Markup:
        return filled(language.gettext(english), values) if values else bare(english)

    def ngettext(one: str, many: str, number: int, /, **values: object) -> Markup:
        return filled(language.ngettext(one, many, number), {"num": number, **values})

    def pgettext(about: str, english: str, /, **values: object) -> Markup:
        return filled(language.pgettext(about, english), values)

    def npgettext(about: str, one: str, many: str, number: int, /, **values: object) -> Markup:
        return filled(language.npgettext(about, one, many, number), {"num": number, **values})

    return {
        "_": gettext,
        "gettext": gettext,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "npgettext": npgettext,
    }


def _spoken(language: Language) -> dict[str, Any]:
    """Return the functions of templates that say a word of their own."""
    said = {meaning: escape(language.gettext(word)) for meaning, word in words.MEANINGS.items()}

    def mark(meaning: str, word: str = "", *, css: str = "plan-mark") -> Markup:
        """Return shape and word in the colour of a meaning; its own word where none is given."""
        return marks.mark(meaning, word or said[meaning], css=css)

    def counted(texts: tuple[str, str], number: int) -> Markup:
        """Return a text from a table of `words` with its number."""
        return Markup(language.ngettext(*texts, number) % {"num": int(number)})  # noqa: S704 - our own words

    def rated(about: str, word: str) -> str:
        """Return a rating of probability or impact."""
        return rating(about, word, language)

    return {"mark": mark, "chip": partial(mark, css="plan-chip"), "counted": counted, "rated": rated}
