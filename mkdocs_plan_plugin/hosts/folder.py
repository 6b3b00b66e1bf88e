"""A site known by its configuration file alone, `mkdocs.yml` or `zensical.toml`, with its plans read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from mkdocs_plan_plugin.hosts import marked
from mkdocs_plan_plugin.hosts.mkdocs.build import Build
from mkdocs_plan_plugin.views.render import THEME_DIR

if TYPE_CHECKING:
    from mkdocs_plan_plugin.settings import Settings
    from mkdocs_plan_plugin.weave.page import SitePage
    from mkdocs_plan_plugin.weave.readings import Readings

_TAKEN = ("site_name", "site_url", "repo_url", "repo_name", "edit_uri", "use_directory_urls", "exclude_docs")
"""What is taken of a configuration as it is written; themes, plugins and extensions are the host's own."""
_LISTS = ("mdx_truly_sane_lists", "sane_lists")
"""Extensions that decide how lists nest."""


_OF_FOLDERS = ("index", "README")
"""Names of pages that have the address of their folder."""


class FolderSite:
    """The pages of a site and its plans, as they are now."""

    def __init__(
        self,
        file: Path,
        given: dict[str, Any],
        settings: Settings,
        readings: Readings,
        *,
        serving: bool = False,
        zensical: bool = False,
    ) -> None:
        """Read a site, `given` its configuration with all that it inherits."""
        self._zensical = zensical
        self.config = _config(given, file)
        self.docs = Path(self.config.docs_dir)
        theme = given.get("theme")
        own = theme.get("custom_dir") if isinstance(theme, dict) else None
        dirs = [*([str(file.parent / str(own))] if own else []), str(THEME_DIR)]
        build = Build(settings, readings, dirs, serving=serving)
        files = get_files(self.config)
        self.written = [one for one in files if marked.stands(Path(one.abs_src_path or ""))]
        for one in self.written:
            files.remove(one)
        self.site = build.find(files, self.config)
        self.pages = {one.src_uri: build.page(one) for one in files.documentation_pages()}

    def shifts(self, page: SitePage) -> bool:
        """True for a page in which the host takes links as from the folder of the page's file."""
        return self._zensical and page.address.endswith("/") and Path(page.path).stem not in _OF_FOLDERS


def _config(given: dict[str, Any], file: Path) -> MkDocsConfig:
    config = MkDocsConfig(config_file_path=str(file))
    extensions = given.get("markdown_extensions")
    names = [str(name) for name in extensions] if isinstance(extensions, list | dict) else []
    theme = given.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    config.load_dict(
        {
            **{name: given[name] for name in _TAKEN if given.get(name) is not None},
            "site_name": str(given.get("site_name") or "Site"),
            "docs_dir": str(file.parent / str(given.get("docs_dir") or "docs")),
            "theme": {
                "name": None,
                "custom_dir": str(THEME_DIR),
                **({"language": language} if language else {}),
            },
            "plugins": [],
            "nav": given.get("nav"),
            "markdown_extensions": [name for name in names if name in _LISTS],
        }
    )
    config.validate()
    config.plugins._current_plugin = "plan"  # noqa: SLF001 - MkDocs' own name for whose event is handled
    return config
