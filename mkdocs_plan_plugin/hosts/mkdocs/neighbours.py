"""What particular plugins beside ours need to be told, or look at. Where one is not there, nothing happens.

None of it is an interface of theirs: what is not as expected is left alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

_COMMENT = regex(r"<!--plan[0-9a-f]{16}[bme]\d+-->")
_ANCHOR = regex(r'(<(?:span|tr|details)\b[^<>]*\sid="?)(?=plans?-)')
_DRAWING = regex(r'(<symbol id="?|="?#)(?=plan-i-)')


def protection(config: MkDocsConfig) -> Callable[[Mapping[str, object]], bool] | None:
    """Return what tells by its front matter a page that a plugin shows only to those who know a password."""
    plugin = config.plugins.get("encryptcontent")
    options: Any = getattr(plugin, "config", None) or {}
    if plugin is None or not hasattr(options, "get"):
        return None
    everywhere = bool(options.get("global_password")) or "_global" in (
        options.get("password_inventory") or {}
    )

    def protects(front: Mapping[str, object]) -> bool:
        given = {name: front[name] for name in ("password", "level", "obfuscate") if name in front}
        return any(str(value or "") for value in given.values()) or (everywhere and not given)

    return protects


def start_again(config: MkDocsConfig, script: str) -> None:
    """Have a script run once more where a plugin puts a page in once its password has been given."""
    plugin: Any = config.plugins.get("encryptcontent")
    scripts = (getattr(plugin, "config", None) or {}).get("reload_scripts")
    if isinstance(scripts, list) and script not in scripts:
        plugin.config["reload_scripts"] = [*scripts, script]


def own_docs(config: MkDocsConfig) -> Path:
    """Return the folder that the configuration names, where monorepo has put one of its own in its place."""
    named = getattr(config.plugins.get("monorepo"), "originalDocsDir", None)
    return Path(named or config.docs_dir)


def prepare_texts(config: MkDocsConfig, paths: Iterable[str]) -> None:
    """Have views made text of for `llms.txt`, where the site has no way of its own to prepare pages.

    Index pages, at `paths`, are left out where a glob took them in: their plans are there themselves.
    """
    plugin: Any = config.plugins.get("llmstxt")
    sections = getattr(plugin, "_sections", None)
    if not isinstance(sections, dict):
        return
    if not plugin.config.get("preprocess"):
        plugin.config["preprocess"] = str(Path(__file__).with_name("llmstxt.py"))
    asked = repr(dict(getattr(plugin, "config", {}).get("sections") or {}))
    for path in paths:
        if repr(path) not in asked:
            for section in sections.values():
                section.pop(path, None)
            getattr(plugin, "_file_uris", set()).discard(path)


def hide_from_feeds(page: Page, ours: Container[str]) -> None:
    """Let plugins that list articles take an index page for a draft, while they look at what is rendered."""
    if page.file.src_uri in ours:
        page.meta.setdefault("draft", True)


def have_looked(page: Page, ours: Container[str]) -> None:
    """End what `hide_from_feeds` began, and mend what `print-site` has kept of the page."""
    if page.file.src_uri in ours and page.meta.get("draft") is True:
        del page.meta["draft"]
    _mend_print(page)


def _mend_print(page: Page) -> None:
    """Name the anchors in what `print-site` has kept of a page as it names those of headings."""
    kept = getattr(page, "html", None)
    if isinstance(kept, str) and "plan" in kept:
        key = (
            page.url.lower().strip().rstrip("/").replace(".html", "").replace("/", "-").lstrip("-") or "index"
        )
        named = rf"\g<1>{key}-"
        page.html = _ANCHOR.sub(named, _DRAWING.sub(named, _COMMENT.sub("", kept)))  # type: ignore[attr-defined]
