"""From a document to a plan: the model, the vocabulary, what counts."""

from __future__ import annotations

from mkdocs_plan_plugin.plans.find import NearMiss
from mkdocs_plan_plugin.plans.page import read_page, read_plan
from mkdocs_plan_plugin.plans.reader import Reader

__all__ = ["NearMiss", "Reader", "read_page", "read_plan"]
