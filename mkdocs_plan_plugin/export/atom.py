"""A feed of what changed in plans: Atom (RFC 4287), one entry for each plan and its last commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from mkdocs_plan_plugin.export.changes import changed_lines
from mkdocs_plan_plugin.one_line import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mkdocs_plan_plugin.history.past import Changed


class FeedEntry(NamedTuple):
    """A plan that changed, and the address of its page."""

    changed: Changed
    url: str


def as_atom(title: str, home: str, own: str, entries: Sequence[FeedEntry]) -> bytes:
    """Return a feed; `home` is the address of the page that it tells of, `own` its own."""
    return "\n".join(_lines(title, home, own, entries)).encode("utf-8", "replace")


def _lines(title: str, home: str, own: str, entries: Sequence[FeedEntry]) -> Iterator[str]:
    last = max((entry.changed.commits[0].time for entry in entries), default=None)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield '<feed xmlns="http://www.w3.org/2005/Atom">'
    yield f"<title>{_text(title)}</title>"
    yield f"<id>{_text(own)}</id>"
    yield f'<link rel="self" href={quoteattr(own)}/><link href={quoteattr(home)}/>'
    yield f"<updated>{last.isoformat() if last else '1970-01-01T00:00:00Z'}</updated>"
    for changed, url in entries:
        commit = changed.commits[0]
        yield "<entry>"
        yield f"<title>{_text(changed.plan.title)}</title>"
        yield f"<id>{_text(f'{url}#{commit.id}')}</id>"
        yield f"<link href={quoteattr(url)}/>"
        yield f"<updated>{commit.time.isoformat()}</updated>"
        yield f"<author><name>{_text(commit.author)}</name></author>"
        lines = "".join(f"<li>{_text(line)}</li>" for line in changed_lines(changed.change))
        yield f'<content type="html">{escape(f"<ul>{lines}</ul>")}</content>'
        yield "</entry>"
    yield "</feed>"
    yield ""


def _text(text: str) -> str:
    return escape(one_line(text))
