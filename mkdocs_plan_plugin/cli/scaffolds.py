"""First plans in the dialects that come along: data, in `templates/dialects.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_plan_plugin.cli.refusal import Refusal
from mkdocs_plan_plugin.nearest import did_you_mean
from mkdocs_plan_plugin.yaml_text import TextLoader, load

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs_plan_plugin.template.fill import First

FILE = Path(__file__).parent.parent / "templates" / "dialects.yml"


def scaffolds() -> dict[str, dict[str, str]]:
    """Return by dialect the files of a first plan, each with its text."""
    return load(FILE.read_bytes(), TextLoader)  # type: ignore[no-any-return]


def dialect_files(
    name: str, first: First, root: Path, docs: Path | None, slug: str, number_in: Callable[[Path], int]
) -> dict[Path, str]:
    """Return the files of a new plan in a dialect, the plan first; `number_in` numbers it in its folder.

    Raises:
        Refusal: there is no such dialect.
    """
    known = scaffolds()
    if name not in known:
        raise Refusal(f"there is no first plan in a dialect '{name}'. {did_you_mean(name, known)}")
    facts: dict[str, object] = {
        "title": first.title,
        "slug": slug,
        "day": first.day,
        "owner": first.owner or "[Name]",
        "priority": first.priority,
    }
    files = {}
    for written, text in known[name].items():
        path, (top, _, rest) = written, written.partition("/")
        if docs and top == "docs":
            place, path = docs, rest
        else:
            place = docs if docs and (docs / top).is_dir() and not (root / top).is_dir() else root
        numbered = path[: path.index("{number")].rpartition("/")[0] if "{number" in path else ""
        facts["number"] = number_in(place / numbered.format(**facts)) if numbered else 1
        files[place / path.format(**facts)] = _filled(text, facts)
    return files


def _filled(text: str, facts: dict[str, object]) -> str:
    """Fill in facts; other braces of a text stay."""
    for key, value in facts.items():
        text = text.replace(f"{{{key}}}", str(value))
    return text.replace("{number:04}", f"{facts['number']:04}")
