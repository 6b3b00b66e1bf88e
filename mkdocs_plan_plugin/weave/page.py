"""A page as the engine sees it, whatever host has it."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

if TYPE_CHECKING:
    from mkdocs_plan_plugin.model import Plan
    from mkdocs_plan_plugin.rules import Pending


class Contents(Protocol):
    """What a host knows of a page: MkDocs' files are such."""

    @property
    def url(self) -> str:
        """Its address, from that of the site."""

    @property
    def content_bytes(self) -> bytes:
        """What is in its file. Raises OSError or ValueError where that can't be read."""

    @property
    def content_string(self) -> str:
        """The text that the host takes it for. Raises the same."""


class Redirect(Protocol):
    """Turns the links of a page whose file is outside of docs_dir."""

    def __call__(self, url: str, *, image: bool) -> str | None:
        """Return where a link is to lead, None for nowhere."""


class SitePage(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A page of a site."""

    path: str
    """Where it is among the pages, from docs_dir."""
    contents: Contents
    file: str | None = None
    """The file that it is read from, None where another plugin has made it."""
    full_path: str = ""
    """Its path from the project: the name of docs_dir may tell its dialect."""
    place: str = ""
    """What globs are held to, where that is not its path."""
    meta: Mapping[str, object] = msgspec.field(default_factory=dict)
    """Front matter that its folders give it."""
    redirected: Redirect | None = None
    """What turns its links where its file is outside of docs_dir."""
    instead: str | None = None
    """What links lead to where the site has no page of it, but lists it; may be empty."""

    @property
    def address(self) -> str:
        """Its address, from that of the site."""
        return self.contents.url

    def href_from(self, page: SitePage) -> str:
        """Return the link to this page from another one."""
        return relative(self.address, page.address) if self.instead is None else self.instead


def relative(address: str, page: str) -> str:
    """Return the link to an address of a site from the page at another one, a file or a folder."""
    folder, _, name = page.rpartition("/")
    there, here = _parts(address), _parts(folder if "." in name else page)
    common = 0
    for one, other in zip(there, here, strict=False):
        if one != other:
            break
        common += 1
    link = "/".join((*[".."] * (len(here) - common), *there[common:])) or "."
    return f"{link}/" if address.endswith("/") else link


@lru_cache(4096)
def _parts(address: str) -> tuple[str, ...]:
    return tuple(filter(None, posixpath.normpath(f"/{address}").split("/")))


class Source(NamedTuple):
    """What was read from a page: the plan if it is one, with its own check."""

    page: SitePage
    recoded: str | None = None
    """Its text, where its host can't decode it."""
    plan: Plan | None = None
    pending: Pending | None = None
    content: bytes = b""
    """A digest of what the plan was read from."""

    @property
    def text(self) -> str:
        """The text of the page, read again: to keep that of all plans would cost more than the plans do."""
        return self.recoded or self.page.contents.content_string
