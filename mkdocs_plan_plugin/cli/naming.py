"""What a new plan's file is called, and in which folder it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.cli.reading import read
from mkdocs_plan_plugin.cli.selection import select
from mkdocs_plan_plugin.regex import regex

if TYPE_CHECKING:
    from mkdocs_plan_plugin.cli.config import ConfiguredSite

_WORDS = regex(r"[^\W_]+")
_DIGITS = regex(r"\d+")

_DATED = regex(r"\d{4}-\d{2}-\d{2}[-_ ]")
_NUMBERED = regex(r"(\D{0,8}?)(\d{1,4})([-_. ]+)\D")
_LONGEST = 80
_ABOUT = ("index", "readme")


def slug_of(title: str) -> str:
    """Return a title as a file name: its words in lower case, joined by hyphens."""
    words = _WORDS.findall(title.casefold().replace("'", "").replace("’", ""))
    slug = ""
    for word in words:
        if slug and len(slug) + len(word) >= _LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word[:_LONGEST]
    return slug or "plan"


def name_in(folder: Path, title: str, day: str) -> str:
    """Return the name of a new file: led by the next number or the day, where those of its folder are."""
    stems = [file.stem for file in folder.glob("*.m*d*") if file.stem.casefold() not in _ABOUT]
    slug = slug_of(title)
    if sum(bool(_DATED.match(stem)) for stem in stems) * 2 > len(stems):
        return f"{day}-{slug}.md"
    numbered = [match for stem in stems if not _DATED.match(stem) and (match := _NUMBERED.match(stem))]
    if len(numbered) < 2 or len(numbered) * 2 < len(stems):
        return f"{slug}.md"
    last = max(numbered, key=lambda match: int(match[2]))
    width = max(len(match[2]) for match in numbered)
    return f"{last[1]}{int(last[2]) + 1:0{width}}{last[3]}{slug}.md"


def next_number(folder: Path) -> int:
    """Return the next free number among the names of a folder's files and folders; 1 in an empty one."""
    found = (_DIGITS.search(entry.name) for entry in folder.glob("*")) if folder.is_dir() else ()
    return max((int(match[0][:9]) for match in found if match), default=0) + 1


def folder_for(site: ConfiguredSite) -> Path:
    """Return the folder of the site's plans: `plans` in docs_dir, else where most of them are."""
    if site.docs_dir is None:
        return next(
            (folder for folder in (Path("docs/plans"), Path("plans")) if folder.is_dir()), Path("plans")
        )
    usual = site.docs_dir / "plans"
    if usual.is_dir() or not site.docs_dir.is_dir():
        return usual
    plans = read(select((), site).pages, site.settings).plans
    folders = [site.docs_dir / Path(plan.path).parent for plan in plans if not plan.template]
    deep = [folder for folder in folders if folder != site.docs_dir]
    return max(sorted(set(deep)), key=deep.count) if deep else usual
