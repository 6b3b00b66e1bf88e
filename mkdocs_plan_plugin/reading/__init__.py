"""From a document to a plan: the model, the vocabulary, what counts."""

from __future__ import annotations

from mkdocs_plan_plugin.reading.find import NearMiss
from mkdocs_plan_plugin.reading.page import read_page, read_plan
from mkdocs_plan_plugin.reading.reader import Reader

__all__ = ["NearMiss", "Reader", "read_page", "read_plan"]
