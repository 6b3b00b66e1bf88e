"""Every text that the plugin says in a page, as it stands in templates, code and shipped pages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment
from jinja2.ext import extract_from_ast

import mkdocs_plan_plugin

PACKAGE = Path(mkdocs_plan_plugin.__file__).parent
SPEAKING = ("views", "weave", "hosts/mkdocs")
"""The parts of the package whose code says something in pages."""
TABLES = {"Words", "Counts"}
"""What a table of texts is declared as, see `views/words.py`."""
METHODS = {"gettext": 1, "say": 1, "ngettext": 2, "plural": 2}
"""The methods of a `Language`, with how many of their arguments are texts."""


class Said(NamedTuple):
    """A text: for one and for many, where it has a number."""

    english: str
    many: str = ""


def all_texts() -> dict[Said, str]:
    """Return every text with the file that says it first."""
    found: dict[Said, str] = {}
    for path, texts in (*_templates(), *_code(), *_pages()):
        for text in texts:
            found.setdefault(text, path.relative_to(PACKAGE).as_posix())
    return found


def _templates():
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    environment.newstyle_gettext = True
    for path in sorted((PACKAGE / "theme" / "plan").glob("*.html")):
        parsed = environment.parse(path.read_text("utf-8"))
        texts = []
        for _, function, message in extract_from_ast(parsed, babel_style=False):
            words = [word for word in message if isinstance(word, str)]
            if words and function != "pgettext":
                texts.append(Said(*words[: 2 if function == "ngettext" else 1]))
        yield path, texts


def _code():
    for part in SPEAKING:
        for path in sorted((PACKAGE / part).glob("*.py")):
            yield path, list(_said_in(ast.parse(path.read_text("utf-8"))))


def _said_in(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) in TABLES and node.value:
            for value in node.value.values:
                if isinstance(value, ast.Constant):
                    yield Said(value.value)
                elif isinstance(value, ast.Tuple):
                    yield Said(*(text.value for text in value.elts))
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id == "Text":
                number = 1
            elif isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value).endswith("language"):
                number = METHODS.get(node.func.attr, 0)
            else:
                continue
            texts = [arg.value for arg in node.args[:number] if isinstance(arg, ast.Constant)]
            if texts:
                yield Said(*texts)


def _pages():
    for path in sorted((PACKAGE / "pages").glob("*.md")):
        yield path, [Said(title) for title in re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)]
