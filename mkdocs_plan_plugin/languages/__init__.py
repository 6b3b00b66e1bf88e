"""Languages: what views say in English, in another language. A language is one file beside this one.

A file maps each English text to its translation; `de.yml` is one to begin from. A text that a file
lacks stays English.
"""

from mkdocs_plan_plugin.languages.files import FOLDER, Chosen, choose, same
from mkdocs_plan_plugin.languages.language import ENGLISH, Language, Text

__all__ = ["ENGLISH", "FOLDER", "Chosen", "Language", "Text", "choose", "same"]
