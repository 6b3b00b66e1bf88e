"""Files outside of docs_dir in a build: listed and linked to the repository, or shown as pages."""

from __future__ import annotations

import os
import posixpath
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_plan_plugin.hosts.mkdocs.index_pages import named_in
from mkdocs_plan_plugin.hosts.mkdocs.translation import prefix
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.weave import log

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_plan_plugin.extra_plans import Called, Extra
    from mkdocs_plan_plugin.settings import Settings

_TO_EDIT = regex(r"/(_?edit)/")
_TO_READ = {"edit": "/blob/", "_edit": "/src/branch/"}
"""What the address of a file has in the place of a word of its editor's: GitHub and GitLab, Gitea."""

_SAFE = "/:?=&%"
"""What is in an address as it is."""

_BY_DEFAULT = ("edit/master/docs/", "src/default/docs/")
"""What `edit_uri` is where a site does not write it: true of few repositories."""

_OF_HOST = {"github.com": "blob/HEAD/", "gitlab.com": "-/blob/HEAD/", "bitbucket.org": "src/HEAD/"}
"""Where files of the default branch are."""


class OutsideFile(File):
    """A Markdown file outside of docs_dir. It is a page only where the site has it among its own."""

    def __init__(self, file: Path, called: Called, config: MkDocsConfig) -> None:
        path = f"{prefix(config)}{called.path}" if called.page else called.path
        super().__init__(path, None, config.site_dir, config.use_directory_urls)
        self.abs_src_path = str(file)
        self.edit_uri = _from_docs(file, config)
        self.called = called
        self.is_page = False
        self._config = config

    @cached_property
    def repository(self) -> str:
        """The address of the file in the repository, empty where that is not known."""
        return address(Path(self.abs_src_path or ""), self._config)


class Outside:
    """The files outside of docs_dir in one build, by their absolute paths."""

    def __init__(
        self, extras: Iterable[Extra], settings: Settings, site: Files, config: MkDocsConfig
    ) -> None:
        self.extras = list(extras)
        self.files: dict[str, OutsideFile] = {}
        self._site = site
        self._config = config
        if self.extras:
            self._find(settings)

    def _find(self, settings: Settings) -> None:
        """Walk the folders. A file that is in the site already, by a link, is left to that."""
        inside = {os.path.realpath(file.abs_src_path) for file in self._site if file.abs_src_path}
        addresses = {file.dest_uri for file in self._site}
        errors: list[str] = []
        for extra in self.extras:
            for path in extra.files(settings, errors):
                real = os.path.realpath(path)
                if real in inside:
                    continue
                inside.add(real)
                file = OutsideFile(path, extra.called(path), self._config)
                if file.src_uri in self._site.src_uris or (file.called.page and file.dest_uri in addresses):
                    file = OutsideFile(path, extra.from_docs(path), self._config)
                self.files[str(path)] = file
        for error in errors:
            log.say(f"option 'extra_plans': {error}")

    def show(self, plan: str, parts: Iterable[str]) -> None:
        """Add a plan to the pages of the site, with the files of its folder that are one plan with it."""
        folder = Path(plan).parent
        nav = self._config.nav
        named = set(named_in(nav))
        for path in (plan, *(str(folder / name) for name in parts)):
            one = self.files.get(path)
            if one is not None and one.called.page and not one.is_page:
                listed = nav is None or one.src_uri in named
                one.inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
                one.is_page = True
                self._site.append(one)

    def redirected(self, page: OutsideFile, url: str, *, image: bool) -> str | None:
        """Return where a link of a page is to lead: to another page, else into the repository.

        None where it leads to neither. What is no relative path is returned as it is.
        """
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return url
        folder = posixpath.dirname(page.abs_src_path or "")
        target = os.path.normpath(os.path.join(folder, unquote(parts.path)))  # noqa: PTH118
        theirs = self._pages.get(target)
        if theirs is not None:
            there = posixpath.relpath(theirs.src_uri, posixpath.dirname(page.src_uri) or ".")
        elif os.path.exists(target):  # noqa: PTH110 - a Path may raise
            there = address(Path(target), self._config)
            there = there.replace("/blob/", "/raw/", 1) if image else there
        else:
            there = ""
        return urlunsplit(("", "", quote(there, safe=_SAFE), parts.query, parts.fragment)) if there else None

    def empty(self, plans: Iterable[str]) -> tuple[str, ...]:
        """Return the folders, as the option names them, in which none of the site's plans is."""
        paths = set(plans)
        found = [path for path, file in self.files.items() if file.src_uri in paths]
        return tuple(extra.given for extra in self.extras if not any(map(extra.holds, found)))

    @cached_property
    def _pages(self) -> dict[str, File]:
        """The files of the site by where they are, once it is known which are pages."""
        return {os.path.normpath(file.abs_src_path): file for file in self._site if file.abs_src_path}


def address(file: Path, config: MkDocsConfig) -> str:
    """Return the address at which a repository shows a file, empty where that is not known.

    `edit_uri` says where; a site that writes none gets the default branch, if the host is one that is known.
    """
    if config.edit_uri_template or (config.edit_uri and config.edit_uri not in _BY_DEFAULT):
        stand_in = File("stand-in.md", None, config.site_dir, config.use_directory_urls)
        stand_in.edit_uri = _from_docs(file, config)
        edit = Page(None, stand_in, config).edit_url or ""
        return _TO_EDIT.sub(lambda match: _TO_READ[match[1]], edit, count=1)
    base = (config.repo_url or "").rstrip("/")
    where = _OF_HOST.get(urlsplit(base).hostname or "", "")
    root = _repository(config)
    if not where or not file.is_relative_to(root):
        return ""
    return f"{base}/{where}{quote(file.relative_to(root).as_posix())}"


def _repository(config: MkDocsConfig) -> Path:
    """Return the folder of the repository that a site is in, else that of its `mkdocs.yml`."""
    folder = Path(os.path.abspath(config.config_file_path or "mkdocs.yml")).parent  # noqa: PTH100
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)


def _from_docs(file: Path, config: MkDocsConfig) -> str:
    """Return the path of a file from docs_dir, where addresses of editors begin."""
    return quote(os.path.relpath(file, config.docs_dir).replace(os.sep, "/"))
