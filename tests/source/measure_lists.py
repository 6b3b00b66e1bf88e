# ruff: noqa: T201 - it prints
"""Compare the lists of Markdown files as GFM shows them with what Python-Markdown makes of them.

    python tests/source/measure_lists.py DIRECTORY [--misses]

Prints how many pages and checkboxes are the same with MkDocs alone and with the list repair.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from mkdocs_plan_plugin.source.front_matter import read_front_matter
from mkdocs_plan_plugin.source.lists import nests, nests_fences, repair
from mkdocs_plan_plugin.source.text import clean, decode
from tests.source.list_trees import PLAIN, RICH, boxes, gfm, rendered, tree


def body(path: Path) -> str:
    text = clean(decode(path.read_bytes()))
    last = read_front_matter(text).last_line
    return "\n".join(text.split("\n")[last:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    paths = [path for path in sorted(arguments.directory.rglob("*")) if path.is_file()]
    for name, extensions in (("toc, tables, fenced_code", PLAIN), ("with superfences and others", RICH)):
        indent = nests(lambda text, used=extensions: rendered(text, used))
        fences = nests_fences(lambda text, used=extensions: rendered(text, used))
        pages = alone = repaired = box_pages = box_alone = box_repaired = 0
        for path in paths:
            text = body(path)
            expected = tree(gfm(text))
            before = tree(rendered(text, extensions))
            after_text = "\n".join(repair(text, indent=indent or 4, fences=fences))
            after = tree(rendered(after_text, extensions))
            pages += 1
            alone += before == expected
            repaired += after == expected
            box_pages += len(boxes(expected))
            box_alone += min(len(boxes(before)), len(boxes(expected)))
            box_repaired += min(len(boxes(after)), len(boxes(expected)))
            again = "\n".join(repair(after_text, indent=indent or 4, fences=fences))
            if again != after_text:
                print("NOT IDEMPOTENT", path)
            if tree(gfm(after_text)) != expected:
                print("CHANGED FOR GFM", path)
            if after != expected:
                print("DIFFERS", path, len(boxes(expected)), len(boxes(after)))
                if arguments.misses:
                    print(
                        *list(difflib.unified_diff(expected, after, "gfm", "repaired", lineterm="", n=2))[
                            :30
                        ],
                        sep="\n",
                    )
        print(f"{name}: nests={indent}, fences={fences}")
        print(f"  pages: {pages}, alone {alone}, repaired {repaired}")
        print(f"  boxes: {box_pages}, alone {box_alone}, repaired {box_repaired}")


if __name__ == "__main__":
    main()
