"""Regular expressions: compiled when first used, all made in one place, and each of them linear."""

from __future__ import annotations

import ast
import copy
import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from mkdocs_plan_plugin.reading.headings import TABLES
from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.vocabulary.lookup import Vocabulary
from mkdocs_plan_plugin.vocabulary.scales import PHASE, PLAN
from tests.near_misses import NearMiss, near_misses
from tests.steps import Counter, TooManyStepsError
from tests.test_layers import MODULES, NAME

_KIND = type(regex(""))
_WORDS = Vocabulary()
