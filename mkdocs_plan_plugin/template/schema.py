"""A Markdown template as a schema: sections, repeatable items, fields, tables, checklists, samples.

Teams keep such files already; compiling one needs nothing in it that a reader would not expect.
Comments may say more: `<!-- plan: required -->`, `recommended`, `repeat 1..`, `also "Background"`,
and at the end of a line `sample` or `keep`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import msgspec

from mkdocs_plan_plugin.reading.outline import title_section
from mkdocs_plan_plugin.reading.roles import role_of
from mkdocs_plan_plugin.source.comments import comments
from mkdocs_plan_plugin.source.document import Document, Section, read_document
from mkdocs_plan_plugin.template.markers import Words, read_words
from mkdocs_plan_plugin.template.parts import TemplateNode, content_of, heading_number
from mkdocs_plan_plugin.template.pin import pin_of
from mkdocs_plan_plugin.template.samples import Samples, is_contents, line_key, read_samples
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary, default_vocabulary
from mkdocs_plan_plugin.vocabulary.mojibake import mend

_REPEATING = ("[repeat", "[continue")
"""A body that begins so adds nothing to its pattern."""


class TemplateFault(msgspec.Struct, frozen=True):
    """Something wrong in a template, at a line of it."""

    line: int
    message: str


class Template(msgspec.Struct, kw_only=True):
    """A compiled template. `path` is the file as the site's options name it, empty for the shipped one."""

    path: str = ""
    name: str = ""
    version: str = ""
    sections: list[TemplateNode] = msgspec.field(default_factory=list)
    """The main headings in order, behind the fields that are under the title."""
    samples: Samples = msgspec.field(default_factory=Samples)
    bodies: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """By heading the lines under it, for sections that hold a sample."""
    faults: list[TemplateFault] = msgspec.field(default_factory=list)

    def nodes(self) -> Iterator[TemplateNode]:
        """Yield every node, in order."""
        stack = list(reversed(self.sections))
        while stack:
            node = stack.pop()
            yield node
            stack += reversed(node.children)


def compile_template(text: str, path: str = "", vocabulary: Vocabulary | None = None) -> Template:
    """Compile a template. Never raises: what is wrong with it is in its `faults`."""
    document = read_document(mend(text))
    found = comments(document)
    template = Template(path=path, samples=read_samples(document, found))
    if pin := pin_of(document.front.values.get("template")):
        template.name, template.version = pin
    words, faults = read_words(document, found)
    template.faults += [TemplateFault(line, message) for line, message in faults]
    if document.front.error:
        template.faults.append(
            TemplateFault(document.front.error_line, f"front matter: {document.front.error}")
        )
    vocabulary = vocabulary or default_vocabulary()
    title = title_section(document)
    top = [section for section in document.sections[1:] if section.parent == (title.index if title else 0)]
    head = content_of((title or document.sections[0]).blocks, words)
    template.sections = [node for node in head if node.kind in ("field", "part") or node.children]
    sections = _children(document, top, words, vocabulary)
    for node in sections:
        node.role = node.role or _role(node, vocabulary)
    template.sections += sections
    if not sections:
        template.faults.append(
            TemplateFault(
                1, "a template needs headings below its title, e.g. '## Goals'; this one asks for nothing"
            )
        )
    template.faults += _twice(sections)
    template.bodies = dict(_bodies(document, template.samples))
    for node in template.sections:
        _mark(node)
    return template


def _mark(node: TemplateNode) -> bool:
    """Mark what plans are held to, the node itself and those below it."""
    below = [_mark(child) for child in node.children]
    itself = node.demand != "optional" or node.least or node.most or node.value == "choice"
    node.asks = bool(itself) or any(below)
    return node.asks


def _children(
    document: Document, sections: list[Section], words: dict[int, Words], vocabulary: Vocabulary
) -> list[TemplateNode]:
    """Return the nodes of sibling headings; those that differ only in their number are one."""
    nodes: list[TemplateNode] = []
    seen: dict[str, TemplateNode] = {}
    for section in sections:
        if is_contents(section.title):
            continue
        name, number = heading_number(section.title)
        alike = sum(heading_number(other.title)[0] == name for other in sections) if number else 0
        repeated = bool(number) and (alike > 1 or heading_number(section.title, blank=True)[1] != "")
        if repeated and name in seen:
            if not seen[name].children:
                seen[name].children = _content(document, section, words, vocabulary)
            continue
        node = TemplateNode(
            "repeat" if repeated else "section", name if repeated else section.title, section.line
        )
        node.level = section.level
        said = words.get(section.line)
        if said:
            node.demand, node.least, node.also = said.demand, said.least, said.also
            node.most = said.most
        node.children = _content(document, section, words, vocabulary)
        seen[name] = node
        nodes.append(node)
    return nodes


def _content(
    document: Document, section: Section, words: dict[int, Words], vocabulary: Vocabulary
) -> list[TemplateNode]:
    text = next((block.text for block in section.blocks if block.kind == "paragraph"), "")
    if text.lstrip().casefold().startswith(_REPEATING) and not document.children(section):
        return []
    own = content_of(section.blocks, words)
    return [*own, *_children(document, document.children(section), words, vocabulary)]


def _role(node: TemplateNode, vocabulary: Vocabulary) -> str:
    for title in (node.name, *node.also):
        role = role_of(title, vocabulary)
        if role:
            return role
    return ""


def _twice(nodes: list[TemplateNode]) -> Iterator[TemplateFault]:
    seen: dict[str, int] = {}
    for node in nodes:
        name = node.name.casefold()
        if name in seen:
            yield TemplateFault(
                node.line,
                f"the section '{node.name}' is here and at line {seen[name]}; give one of them another name",
            )
        seen.setdefault(name, node.line)


def _bodies(document: Document, samples: Samples) -> Iterator[tuple[str, tuple[str, ...]]]:
    keys = [line_key(line) for line in document.text.split("\n")]
    for section in document.sections[1:]:
        body = tuple(body_of(keys, section))
        if section.level > 1 and any(samples.is_sample(line) for line in body):
            yield keys[section.line - 1].lstrip("# "), body


def body_of(keys: list[str], section: Section) -> Iterator[str]:
    """Yield the lines below a heading, of a page's by `line_key`, without blank ones and rules."""
    return (key for key in islice(keys, section.line, section.end) if key.strip("-*_ "))
