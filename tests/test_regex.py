"""Regular expressions: compiled when first used, all made in one place, and each of them linear."""

from __future__ import annotations

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary

_KIND = type(regex(""))
_WORDS = Vocabulary()
