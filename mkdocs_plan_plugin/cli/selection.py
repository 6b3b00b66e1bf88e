"""The pages that a command was pointed at, and the site that they belong to."""

from __future__ import annotations

import os
from functools import cache
from itertools import count
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from mkdocs_plan_plugin.cli import config
from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.dialects.files import with_dialects
from mkdocs_plan_plugin.extra_plans import extras
from mkdocs_plan_plugin.reading.page import hidden_folders
from mkdocs_plan_plugin.source.folders import markdown_files
from mkdocs_plan_plugin.source.inherited import Inherited
from mkdocs_plan_plugin.template.files import read_templates, with_aliases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pathspec


class Given(NamedTuple):
    """The text of a file that came by standard input."""

    file: Path
    data: bytes


class SourcePage(msgspec.Struct, frozen=True, kw_only=True):
    """A Markdown file. `path` is its name in the data; `excluded` means MkDocs leaves it out."""

    file: Path
    path: str
    real: str
    """The file once links are followed, absolute, as files are compared."""
    place: str
    """The path that globs are held to: outside of docs_dir more than what is below the folder named."""
    full_path: str = ""
    """The path that tells its dialect: from the folder above docs_dir, or from the root of the disk."""
    excluded: bool = False
    named: bool = False
    """True for a file that was named itself."""
    inherited: dict[str, object] = {}
    """Front matter that its folders give it."""
    data: bytes | None = None
    """What was given in the place of what the file holds."""

    @property
    def shown(self) -> str:
        """The path as an editor opens it from here."""
        return from_here(self.file)

    def read(self) -> bytes:
        """Return the file as it is, or as it was given.

        Raises:
            OSError: it can't be read.
        """
        return self.file.read_bytes() if self.data is None else self.data


class Selection(msgspec.Struct, kw_only=True):
    """Pages by path, what was in the way of reading folders, and the files that are no longer there."""

    pages: list[SourcePage]
    errors: list[str]
    gone: list[Path] = []


class Asked(NamedTuple):
    """What a command was pointed at."""

    site: config.ConfiguredSite
    paths: Sequence[Path] = ()
    """Default the whole site."""
    globs: Sequence[str] = ()
    """A page that matches one is a plan without being asked for traits."""
    given: Given | None = None

    def selection(self) -> Selection:
        """Return the pages asked for. Raises `Refusal` as `select` does."""
        return select(self.paths, self.site, self.given)

    def around(self, selection: Selection) -> list[SourcePage]:
        """Return the other pages of docs_dir, to which those asked for may be linked."""
        if not self.paths or self.site.docs_dir is None or not self.site.docs_dir.is_dir():
            return []
        own = {page.real for page in selection.pages}
        return [page for page in select((), self.site).pages if page.real not in own]


def site_of(paths: Sequence[Path], named: Path | None) -> config.ConfiguredSite:
    """Return the site of `--config`, else of the nearest `mkdocs.yml` above the first path or here."""
    file = named or config.find(paths[0] if paths else Path())
    if file is None:
        if not paths:
            raise Refusal("no mkdocs.yml here or above. Name a file or folder, or use --config FILE.")
        return config.ConfiguredSite()
    try:
        site = config.read(file)
    except config.ConfigError as error:
        raise Refusal(str(error)) from None
    settings, problems = with_dialects(site.settings, file.parent)
    joined, wrong = extras(settings, file, site.docs_dir or file.parent)
    if problems := [*problems, *wrong]:
        raise Refusal("\n".join(f"{site.file}: plan: {problem}" for problem in problems))
    templates = read_templates(settings, file.parent)  # their names count as words everywhere
    settings = with_aliases(settings, templates)
    return msgspec.structs.replace(site, settings=settings, extras=tuple(joined))


def site_or_none(named: Path | None) -> config.ConfiguredSite:
    """Return the site of `--config`, else of the nearest `mkdocs.yml`, else one with the default settings."""
    return site_of((), named) if named or config.find(Path()) else config.ConfiguredSite()


def select(paths: Sequence[Path], site: config.ConfiguredSite, given: Given | None = None) -> Selection:
    """Return the Markdown files named, and those under the folders named, default the whole site.

    A page inside docs_dir is called by its path there, one of `extra_plans` as in the site; another by its
    path from the folder named, or by its file name. Files named outright are read whatever their ending.
    What is `given` stands for a file, which need not be there; another file that is not there is passed
    over beside one that is.

    Raises:
        Refusal: nothing that was named is there.
    """
    errors: list[str] = []
    there = [path for path in paths if os.path.lexists(path) or (given and path == given.file)]
    gone = [path for path in paths if path not in there]
    if gone and not there:
        raise Refusal(f"there is no file or folder {gone[0]}")
    excludes = _excludes(site)
    inherited = Inherited(site.docs_dir, site.meta_file) if site.meta_file else Inherited()
    here = _spot(Path())
    docs = _spot(site.docs_dir) if site.docs_dir else None
    docs_name = site.docs_dir.name if site.docs_dir else ""
    real = cache(os.path.realpath)
    own = os.path.normcase(_spot(given.file).real) if given else ""
    found: dict[str, SourcePage] = {}
    taken: set[str] = set()
    for start, named, files in _walks(there, site, errors) if paths else _whole(site, errors):
        walked = start.is_dir()
        folder = _spot(start if walked else start.parent)
        above, way = _placed(folder, here)
        outside = Inherited(Path(above)) if site.file is None else Inherited()
        for file in files:
            spot = _spot(file, real if walked else None)
            key = os.path.normcase(spot.real)
            if key in found:
                found[key] = msgspec.structs.replace(found[key], named=found[key].named or named)
                continue
            inside = _below(spot, docs) if docs else None
            below = _below(spot, folder) or file.name
            extra = None if inside else next((one for one in site.extras if one.holds(spot.stated)), None)
            called = extra.called(Path(spot.stated)) if extra else None
            short = text_of(called.path) if called else inside or below
            path = next(name for name in _names(short, file, spot) if name not in taken)
            taken.add(path)
            found[key] = SourcePage(
                file=file,
                path=path,
                real=key,
                place=path if inside else text_of(called.place if called else way + below),
                full_path=f"{docs_name}/{inside}" if inside else text_of(spot.stated.replace(os.sep, "/")),
                excluded=bool(inside) and excludes(inside or ""),
                named=named,
                inherited=inherited.of(inside) if inside else outside.of(way + below),
                data=given.data if given and key == own else None,
            )
    return Selection(pages=sorted(found.values(), key=attrgetter("path")), errors=errors, gone=gone)


_Walk = tuple[Path, bool, "Iterable[Path]"]
"""A folder or file to begin from, whether it is a file that was named, and the files that it stands for."""


def _whole(site: config.ConfiguredSite, errors: list[str]) -> Iterator[_Walk]:
    """Yield the folders of a site: docs_dir, and those of `extra_plans`."""
    if site.docs_dir is None or not site.docs_dir.is_dir():
        raise Refusal(f"{site.file}: docs_dir: there is no folder {site.docs_dir}")
    yield from _walks([site.docs_dir], site, errors)
    for extra in site.extras:
        yield extra.root, False, extra.files(site.settings, errors)


def _walks(paths: Iterable[Path], site: config.ConfiguredSite, errors: list[str]) -> Iterator[_Walk]:
    """Yield the folders and files that were named."""
    for path in paths:
        if path.is_dir():
            yield path, False, markdown_files(path, hidden_folders(site.settings), errors)
        else:
            yield path, True, [path]


def gone(selection: Selection) -> Iterator[str]:
    """Yield what to say of the files that were named and are no longer there."""
    for path in selection.gone:
        yield f"{text_of(str(path))} is passed over: there is no such file or folder"


def _placed(folder: _Spot, here: _Spot) -> tuple[str, str]:
    """Return where the path of a folder begins for globs, and that path: from here, else its name alone."""
    if folder.stated == here.stated:
        return here.stated, ""
    if below := _below(folder, here):
        return here.stated, f"{below}/"
    above, name = os.path.split(folder.stated)
    return above, f"{name}/"


def _names(short: str, file: Path, spot: _Spot) -> Iterator[str]:
    """Yield what a page may be called: files of one name in two folders are told apart by a longer one."""
    yield text_of(short)
    yield text_of(file.as_posix())
    yield from (text_of(f"{spot.real} ({number})") for number in count(1))


class _Spot(NamedTuple):
    """Where a file or folder is, and where it is once links are followed."""

    stated: str
    real: str


def _spot(path: Path, real: Callable[[str], str] | None = None) -> _Spot:
    """Return where a path is; `real` follows the links of its folder, where many pages are in one."""
    stated = os.path.abspath(path)  # noqa: PTH100 - links stay as the user named them
    if real is None or os.path.islink(path):  # noqa: PTH114 - for each of a thousand pages
        followed = os.path.realpath(path)
    else:
        folder, name = os.path.split(path)
        followed = os.path.join(real(folder), name)  # noqa: PTH118
    return _Spot(stated, followed)


def _below(spot: _Spot, folder: _Spot) -> str | None:
    """Return the path from the folder, or None outside of it; links count where they lead to or are."""
    for path, above in zip(spot, folder, strict=True):
        start = os.path.join(above, "")  # noqa: PTH118
        if os.path.normcase(path).startswith(os.path.normcase(start)):
            return text_of(path[len(start) :].replace(os.sep, "/"))
    return None


def text_of(path: str) -> str:
    """Replace what is no Unicode in a file name, so that it can be written as JSON."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def from_here(file: Path) -> str:
    """Return a path as an editor opens it from here: relative where it is below, else whole."""
    path = Path(os.path.abspath(file))  # noqa: PTH100 - links stay as the user named them
    here = Path.cwd()
    return text_of(path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix())


def _excludes(site: config.ConfiguredSite) -> Callable[[str], bool]:
    """Return what tells whether MkDocs leaves a page out of the site."""
    lines: Iterable[str] = site.exclude_docs.splitlines()
    if not site.exclude_docs.strip():
        return lambda path: path.startswith(("templates/", ".")) or "/." in path
    import pathspec  # noqa: PLC0415 - slow to load, and most sites exclude nothing

    try:
        spec: pathspec.GitIgnoreSpec = pathspec.GitIgnoreSpec.from_lines([".*", "/templates/", *lines])
    except ValueError as error:
        raise Refusal(f"{site.file}: exclude_docs: {error}") from None
    return spec.match_file
