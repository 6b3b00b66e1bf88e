"""What an author wrote stands in the page, whatever the plugin puts into it: the words are the same without."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from mkdocs.config import load_config

from mkdocs_plan_plugin.weave.lists import lists_of
from tests.plugin.mutants import mutants
from tests.site import build, draw

CONFIG = """
mkdocs.yml
  site_name: Site
"""

EXTENSIONS = {
    "none": [],
    "material": [
        "admonition",
        "attr_list",
        "def_list",
        "footnotes",
        "md_in_html",
        "abbr",
        {"toc": {"permalink": True}},
        "pymdownx.details",
        "pymdownx.superfences",
        "pymdownx.highlight",
        "pymdownx.inlinehilite",
        {"pymdownx.tabbed": {"alternate_style": True}},
        {"pymdownx.tasklist": {"custom_checkbox": True}},
    ],
    "more": [
        "pymdownx.betterem",
        "pymdownx.caret",
        "pymdownx.mark",
        "pymdownx.tilde",
        "pymdownx.critic",
        "pymdownx.smartsymbols",
        "pymdownx.magiclink",
        "pymdownx.superfences",
        {"pymdownx.arithmatex": {"generic": True}},
        {"toc": {"anchorlink": True}},
        "smarty",
        "nl2br",
        "sane_lists",
        "admonition",
        "attr_list",
        "pymdownx.blocks.admonition",
    ],
    "striphtml": ["pymdownx.striphtml", "md_in_html", "tables", "fenced_code", "pymdownx.superfences"],
}
"""What sites use."""

HOOK = """
from mkdocs.plugins import event_priority
from pathlib import Path

@event_priority(-200)
def on_page_content(html, page, **_):
    Path(page.file.src_uri.replace("/", "-") + ".html").write_text(html, encoding="utf-8")
    Path(page.file.src_uri.replace("/", "-") + ".toc").write_text(f"{page.title}\\n{page.toc}", encoding="utf-8")
"""
"""Writes what is rendered, behind the plugin, which then has set aside all views and left comments."""

_OURS = re.compile(r"<!--plan[0-9a-f]{16}m\d+-->|<!--\s*plans?:(?:(?!<!--).)*?-->", re.DOTALL)
_BOX = re.compile(r"\[[^\[\]]{1,4}\]")


def words(html: str) -> list[str]:
    """Return all words between the tags of a page, those in comments too; boxes and our views are none."""
    text = re.sub(r"<[/a-zA-Z][^>]*>", " ", _OURS.sub("", html))
    return re.findall(r"\w+", _BOX.sub("", text))


@pytest.mark.parametrize(
    "opened", ["``` js one two\n<!-- a\n```", "   ```\n   <!-- a\n   ```", "<!-->", "    <!-- a"]
)
@pytest.mark.parametrize("items", ["- [ ] a", "- first words\n\n* two lists, kept apart"])
def test_what_only_one_dialect_takes_for_an_open_comment_hides_nothing(build, opened, items):
    text = f"# A\n\n{opened}\n\n{items}\n\n## Phase 1: Dig\n\nlast words"
    built = build()
    (built.root / "docs/a.md").write_text(f"---\nplan: true\n---\n{text}\n", encoding="utf-8")
    shown = re.sub(r"<!--.*?(?:-->|\Z)", "", build().html("a/"), flags=re.DOTALL)  # as a browser reads it
    assert ("first words" in items) <= ("first words" in shown)
    assert "last words" in shown
    assert "Phase 1: Dig</h2>" in shown.replace('<span id="plan-phase-1"></span>', "")
    assert "<footer" in shown


@pytest.mark.parametrize("gfm_lists", [False, True], ids=["lists as written", "lists repaired"])
@pytest.mark.parametrize("extensions", EXTENSIONS)
def test_the_words_of_a_page_are_the_same_with_and_without_the_plugin(
    tmp_path, monkeypatch, extensions, gfm_lists
):
    assert list(differing(tmp_path, monkeypatch.chdir, EXTENSIONS[extensions], gfm_lists=gfm_lists)) == []


def differing(root, chdir, extensions, *, gfm_lists, seed=1, count=40):
    """Yield the documents whose words, headings or contents differ."""
    options = {"markdown_extensions": extensions, "hooks": [str(root / "hook.py")]}
    texts = [text.expandtabs(4) for text in mutants(seed, count)]
    (root / "hook.py").write_text(HOOK, encoding="utf-8")
    (root / "docs").mkdir()
    draw(root, CONFIG)
    config = load_config(str(root / "mkdocs.yml"), **deepcopy(options))
    lists = lists_of(config.markdown_extensions, config.mdx_configs)
    for plugins in [], [{"plan": {"gfm_lists": gfm_lists}}]:
        for number, text in enumerate(texts):
            written = "\n".join(lists.repair(text)) if gfm_lists and not plugins else text
            file = root / "docs/plans" / f"{number}.md"
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"---\nplan: true\n---\n{written}", encoding="utf-8")
        there = root / f"built-{len(plugins)}"
        there.mkdir()
        chdir(there)
        build(root, plugins=plugins, **options)
    for number, text in enumerate(texts):
        for kind in "html", "toc":
            without, shown = (
                (root / f"built-{count}" / f"plans-{number}.md.{kind}").read_text(encoding="utf-8")
                for count in (0, 1)
            )
            if words(shown) != words(without):
                yield text
