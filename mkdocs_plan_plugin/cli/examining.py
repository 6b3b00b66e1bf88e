"""Pages read and held to the rules that need no other page: one by one, or by several processes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

import msgspec

from mkdocs_plan_plugin.bug import describe
from mkdocs_plan_plugin.cli.no_plan import in_one_line
from mkdocs_plan_plugin.cli.reading import beside_of, judge
from mkdocs_plan_plugin.cli.selection import SourcePage
from mkdocs_plan_plugin.model import Finding, Kept, Plan
from mkdocs_plan_plugin.reading.find import NearMiss
from mkdocs_plan_plugin.rules import Checker, Pending
from mkdocs_plan_plugin.settings import Settings
from mkdocs_plan_plugin.source.comments import Comment, comments, may_ask
from mkdocs_plan_plugin.source.document import read_document
from mkdocs_plan_plugin.source.text import decode

_CHUNK = 50
"""Pages that a process takes at a time. Fewer than two chunks don't pay for a second process."""


class Way(NamedTuple):
    """How pages are examined."""

    settings: Settings
    globs: Sequence[str] = ()
    checker: Checker | None = None
    """Without one pages are only read."""
    about: bytes = b""
    """Tells this way from any other; empty where nothing is kept for a later run."""


class Examined(msgspec.Struct):
    """What is known of a page by itself."""

    pending: Pending | None = None
    """A plan's check, to be finished when all pages are known."""
    read: Kept | None = None
    """A plan that was only read."""
    near: NearMiss | None = None
    no_plan: str = ""
    """Why a file that was named is no plan, behind its name."""
    findings: list[Finding] = msgspec.field(default_factory=list)
    """Of a page that is no plan."""
    asked: list[Comment] = msgspec.field(default_factory=list)
    """The comments that ask for a view, of a page that is no plan."""
    stated: list[str] = msgspec.field(default_factory=list)
    """The names of the fields in a plan's document information."""
    unread: str = ""
    """Why the file could not be read."""
    checked: bool = False
    """False if it was only read."""
    content: bytes = b""
    """A digest of the file and of the way it was examined, where something is kept for a later run."""

    @property
    def plan(self) -> Kept | None:
        """Of a plan what others ask of it."""
        return self.pending.plan if self.pending else self.read


def examine(pages: Sequence[SourcePage], way: Way, jobs: int = 0) -> list[Examined]:
    """Examine pages, in their order.

    `jobs` is the number of processes, 0 for as many as there are processors and as pay. It is one where
    processes can't be forked: each would first have to load everything anew.
    """
    one = partial(_examine, way=way)
    jobs = min(jobs or len(os.sched_getaffinity(0)), len(pages) // _CHUNK) if sys.platform == "linux" else 1
    if jobs > 1 and (examined := _by_many(pages, one, jobs)) is not None:
        return examined
    return [one(page) for page in pages]


def content_of(page: SourcePage, data: bytes, way: Way, beside: Mapping[str, str]) -> bytes:
    """Return the digest of a file, of those `beside` it and of the way it is examined.

    It is empty where nothing is kept.
    """
    if not way.about:
        return b""
    from mkdocs_plan_plugin.cache.digests import digest  # noqa: PLC0415 - loads what a check of one file does without

    given = (page.excluded, page.named, page.place, page.inherited, page.full_path, sorted(beside.items()))
    return digest(way.about + repr(given).encode("utf-8", "replace") + data)


def _examine(page: SourcePage, way: Way) -> Examined:
    try:
        data = page.read()
    except OSError as error:
        return Examined(unread=error.strerror or str(error))
    try:
        return _examined(page, data, way)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other pages are checked
        return Examined(unread=f"{describe(error)}; please report it")


def _examined(page: SourcePage, data: bytes, way: Way) -> Examined:
    text, checker, beside = decode(data), way.checker, beside_of(page, way.settings)
    one = Examined(content=content_of(page, data, way, beside), checked=checker is not None)
    found, outline, part_of = judge(page, text, way.settings, way.globs, for_display=False, beside=beside)
    if isinstance(found, Plan):
        one.stated = list(found.document_information)
        if checker and outline:
            one.pending = checker.read(found, outline)
        else:
            one.read = Kept.of(found)
    else:
        one.near = found
        if page.named and found is None:
            one.no_plan = in_one_line(page, text, way.settings, part_of)
        if checker and may_ask(text):
            document = read_document(text)
            one.findings = checker.page(document, page.path)
            one.asked = [comment for comment in comments(document) if comment.asks]
    return one


def _by_many(pages: Sequence[SourcePage], one: partial[Examined], jobs: int) -> list[Examined] | None:
    """Examine pages in forked processes; None where the system has no way to talk to them, or kills one."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415 - for many pages only
    from multiprocessing import get_context  # noqa: PLC0415

    chunks = [pages[at : at + _CHUNK] for at in range(0, len(pages), _CHUNK)]
    try:
        with ProcessPoolExecutor(jobs, get_context("fork"), _begin, (one,)) as pool:
            return [page for data in pool.map(_work, chunks) for page in unpack(data)]
    except (OSError, ImportError, BrokenExecutor):  # no semaphores, no more processes, or no memory for them
        return None
    except (ValueError, OverflowError):  # what can't be packed
        return None


_one: partial[Examined]
"""In a forked process: what it is to do with a page."""


def _begin(one: partial[Examined]) -> None:
    global _one  # noqa: PLW0603 - how a process pool hands over what all its work shares
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the process that asked, which ends these
    _one = one


def _work(pages: Iterable[SourcePage]) -> bytes:
    """Examine pages in a process of the pool. What goes back is packed, which is quicker than pickled."""
    return pack([_one(page) for page in pages])


def pack(examined: list[Examined]) -> bytes:
    """Return what is known of pages as bytes.

    Raises:
        ValueError: there is a lone surrogate.
        OverflowError: there is a number of more than 64 bits.
    """
    return _PACK.encode(examined)


def unpack(data: bytes) -> list[Examined]:
    """Return what was packed, by this very program."""
    return _unpacker().decode(data)


_PACK = msgspec.msgpack.Encoder()


@cache
def _unpacker() -> msgspec.msgpack.Decoder[list[Examined]]:
    """Return what unpacks; to make it takes as long as to read a plan."""
    return msgspec.msgpack.Decoder(list[Examined])
