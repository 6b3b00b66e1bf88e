"""The Python-Markdown extension that puts slots into pages of plans and directives.

It runs after snippets have been included and before fences are taken out, so it sees what the page
finally says. Macro plugins have run long before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.etree.ElementTree import Element

from markdown.blockprocessors import OListProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString, Processor

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.weave.log import Guarded
from mkdocs_plan_plugin.weave.splice import uncommented

if TYPE_CHECKING:
    from markdown import Markdown

    from mkdocs_plan_plugin.views.references import References
    from mkdocs_plan_plugin.weave.page import Redirect
    from mkdocs_plan_plugin.weave.tokens import Tokens

_BEFORE_FENCES = 28
"""Behind `normalize_whitespace` (30, snippets are 32), before `fenced_code_block` (25)."""

_BEHIND_INLINE = 19
"""Behind `inline` (20), before whatever looks at headings: `attr_list` (8), `toc` (5)."""

_LAST = -1_000
"""Behind `toc`, and MkDocs' own look for the title (-1)."""

_BEFORE_LINKS = 1
"""Before MkDocs makes addresses of links (0), and says which lead nowhere."""

_BEHIND_RAW_HTML = 29
"""Behind `raw_html` (30), before extensions that strip comments."""

_OWN = ("mkdocs_raw_html", "properdocs_raw_html", "rendering_context")
"""Registered where MkDocs, ProperDocs or Zensical renders a page: what converts bits of Markdown has none."""

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_UNLINKED = _HEADINGS | {"a", "code", "pre", "script", "style"}
"""Elements whose text is no place for more links."""

_STASHED = regex(f"{STX}[^{STX}{ETX}]*{ETX}")
"""What stands for raw HTML that is put back later."""

_TARGETS = {"a": "href", "img": "src"}


class Current(Protocol):
    """The page that is being rendered."""

    def concerns(self, text: str) -> bool:
        """True if the page gets slots where it finally reads so."""

    def insert(self, lines: list[str]) -> tuple[list[str], bool]:
        """Return the lines of the page's final text with slots in them.

        True if its lists have been rewritten to what a code host shows.
        """

    @property
    def tokens(self) -> Tokens | None:
        """What the tokens in the page being rendered are made of; None without any."""

    @property
    def redirected(self) -> Redirect | None:
        """What turns the links of the page being rendered, None where they stay."""

    @property
    def author_references(self) -> References | None:
        """What references in the text of the page lead to; None where its text stays as it is."""


class PlanExtension(Extension):
    """One for each build; `current` is set while a page is rendered."""

    def __init__(self) -> None:
        super().__init__()
        self.current: Current | None = None

    @property
    def tokens(self) -> Tokens | None:
        """What the tokens in the page being rendered are made of; None without any."""
        return self.current.tokens if self.current else None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register all steps."""
        headings = _Headings(md, self)
        md.preprocessors.register(_Slots(md, self), "plan_slots", _BEFORE_FENCES)
        md.treeprocessors.register(headings, "plan_headings", _BEHIND_INLINE)
        md.treeprocessors.register(_Restored(md, headings), "plan_headings_again", _LAST)
        md.treeprocessors.register(_References(md, self), "plan_references", _BEFORE_LINKS)
        md.treeprocessors.register(_Links(md, self), "plan_links", _BEFORE_LINKS)
        md.postprocessors.register(_Directives(md, headings), "plan_directives", _BEHIND_RAW_HTML)

    def __deepcopy__(self, memo: dict[int, object]) -> PlanExtension:
        """Return the same object: a copied configuration still renders the pages of this build."""
        return self


class _Step(Processor):
    """A step that knows the page; bits of Markdown that are converted beside it are none."""

    def __init__(self, md: Markdown, extension: PlanExtension) -> None:
        super().__init__(md)
        self.extension = extension

    @property
    def page(self) -> Current | None:
        """What is known of the page being rendered, None where something else is."""
        return self.extension.current if any(name in self.md.preprocessors for name in _OWN) else None


class _Slots(_Step, Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        current = self.extension.current
        if current is None:
            return lines
        text = "\n".join(lines)
        with Guarded("all views"):
            return self._inserted(current, text, lines)
        return lines

    def _inserted(self, current: Current, text: str, lines: list[str]) -> list[str]:
        if not current.concerns(text) or self.page is None:
            return lines
        lines, gfm_lists = current.insert(lines)
        if gfm_lists:
            for processor in self.md.parser.blockprocessors:
                if isinstance(processor, OListProcessor):
                    # a list begins with its first number, as CommonMark has it; a class constant by its type
                    vars(processor)["LAZY_OL"] = False
        return lines


class _Headings(_Step, Treeprocessor):
    """Takes tokens out of headings while others make ids, titles and the table of contents of them."""

    def __init__(self, md: Markdown, extension: PlanExtension) -> None:
        super().__init__(md, extension)
        self._taken: list[tuple[Element, list[Element], str]] = []
        self.looked_at = False
        """True while others may look at headings."""

    def run(self, root: Element) -> None:
        with Guarded("what stands at headings"):
            self._take_out(root)
            return
        _clean(root, self.extension.tokens)

    def _take_out(self, root: Element) -> None:
        self._taken.clear()
        tokens = self.extension.tokens
        self.looked_at = tokens is not None
        if tokens is None:
            return
        for heading in root.iter():
            if heading.tag in _HEADINGS and (found := _taken_out(heading, tokens)):
                self._taken.append((heading, list(heading), found))

    def put_back(self) -> None:
        """Put the tokens back at the end of the text of their headings."""
        for heading, children, tokens in self._taken:
            _append(heading, children, tokens)
        self._taken.clear()
        self.looked_at = False


class _Restored(Treeprocessor):
    def __init__(self, md: Markdown, headings: _Headings) -> None:
        super().__init__(md)
        self._headings = headings

    def run(self, root: Element) -> None:
        del root
        with Guarded("what stands at headings"):
            self._headings.put_back()


class _Links(_Step, Treeprocessor):
    """Turns the links of a page from outside of docs_dir to where they lead from the site."""

    def run(self, root: Element) -> None:
        redirected = self.page.redirected if self.page else None
        if redirected is None:
            return
        with Guarded("its links"):
            for element in list(root.iter()):
                key = _TARGETS.get(str(element.tag))
                url = element.get(key) if key else None
                if key is None or url is None:
                    continue
                if there := redirected(url, image=key == "src"):
                    element.set(key, there)
                else:  # its text remains
                    element.tag, element.text = "span", element.text or element.get("alt")
                    element.attrib.clear()


class _References(_Step, Treeprocessor):
    """Makes links of `#123` and its like in the text of a plan, where its site asks for it."""

    def run(self, root: Element) -> None:
        with Guarded("what references lead to"):
            references = self.page.author_references if self.page else None
            if references is not None:
                _link(root, references)


def _link(parent: Element, references: References) -> None:
    """Make links of the references in an element, but for headings, links and code."""
    parent.text, children = _linked(parent.text, references)
    for child in parent:
        if child.tag not in _UNLINKED:
            _link(child, references)
        child.tail, links = _linked(child.tail, references)
        children += (child, *links)
    parent[:] = children


def _linked(text: str | None, references: References) -> tuple[str | None, list[Element]]:
    """Return the text in front of the first reference, and a link for each with what is behind it."""
    if not text or isinstance(text, AtomicString):
        return text, []
    hidden = [match.span() for match in _STASHED.finditer(text)]
    links: list[Element] = []
    front, behind = text, len(text)
    for at, one in reversed(references.places(text)):
        end = at + len(one.text)
        if any(at < until and since < end for since, until in hidden):
            continue
        link = Element("a", {"href": one.href})
        link.text, link.tail = AtomicString(one.text), text[end:behind]
        links.insert(0, link)
        front, behind = text[:at], at
    return front, links


class _Directives(Postprocessor):
    """Leaves of the comments of directives nothing but the token, which no stripper of comments sees."""

    def __init__(self, md: Markdown, headings: _Headings) -> None:
        super().__init__(md)
        self._headings = headings

    def run(self, text: str) -> str:
        tokens = self._headings.extension.tokens
        if tokens is None or self._headings.looked_at:  # the text of a heading, as on most calls
            return text
        with Guarded("what directives ask for"):
            return uncommented(text, tokens)
        return text


def _clean(root: Element, tokens: Tokens | None) -> None:
    """Take out of all headings what must not come into their ids and titles; views find other places."""
    if tokens is None:
        return
    for heading in root.iter():
        for element in heading.iter() if heading.tag in _HEADINGS else ():
            element.text = tokens.sweep(element.text or "")
            element.tail = tokens.sweep(element.tail or "")


def _taken_out(heading: Element, tokens: Tokens) -> str:
    """Take all tokens out of a heading, and return them."""
    taken: list[str] = []

    def without(text: str | None) -> str | None:
        if not text or (swept := tokens.sweep(text)) == text:
            return text
        taken.extend(match[0] for match in tokens.pattern.finditer(text))
        return swept

    for element in heading.iter():
        element.text = without(element.text)
        if element is not heading:
            element.tail = without(element.tail)
    return "".join(taken)


def _append(heading: Element, children: list[Element], tokens: str) -> None:
    """Add tokens to a heading that had these children: at its end, but before a link that came since."""
    last = heading[-1] if len(heading) else None
    link = last is not None and last.tag == "a" and not any(last is child for child in children)
    if link and last is not None and not last.tail and (heading.text or len(heading) > 1):
        last = heading[-2] if len(heading) > 1 else None
    if last is None:
        heading.text = (heading.text or "") + tokens
    else:
        last.tail = (last.tail or "") + tokens
