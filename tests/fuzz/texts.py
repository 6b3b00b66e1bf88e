"""Texts to begin with, and pieces to make others of."""

from __future__ import annotations

from textwrap import dedent

from tests.plugin.mutants import NASTY, PLANS
from tests.reading.test_properties import PIECES

OPTIONS = [
    "where: {level: high..critical}",
    "{where: {owner: Team Quay, priority: P0..P1}, sort: -risk, columns: [title, state]}",
    "{of: plans/kiln.md}",
    "{limit: 99999999999999999999}",
    "{group: state, limit: -1}",
    "!!bool x",
    "!!timestamp 1",
    "&a [*a]",
    "? [a]: b",
    "include: ['**/*a*b{c,d}[!e]']",
    "progress: auto",
    "stale_after: 30",
    "risk_levels: {high: {low: medium}}",
    "vocabulary: {states: {complete: [fertig]}}",
    "template: {default: a.md}",
    "rules: {PLAN401: off}",
    "index: [risks, board]",
    "today: 2026-02-30",
    "data_file: ../x.json",
    "dialects: [{name: a, found_by: [{path: ['*']}]}]",
    "history: {since: 1y}",
    "<!-- plan: required -->",
    "<!-- plan: repeat 1..3 -->",
    '<!-- plan: also "Context", "Background" -->',
    "<!-- plan: ignore PLAN401 (why) -->",
    "<!-- plans:table {limit: 3} -->",
    "<!-- plans:risks {where: {level: high}} -->",
    "<!-- plan:card {of: plans/kiln.md} -->",
    "[Repeat for each phase]",
    "[P0 (Critical) | P1 (High)]",
    "X/Y phases complete (Z%)",
    "YYYY-MM-DD",
    "**/plans/**",
    "*{a,b}[!c-]?",
]

SEEDS = [*(dedent(plan).strip() for plan in PLANS), *OPTIONS]
WORDS = [
    *(f"{line}\n" for plan in PLANS for line in dedent(plan).strip().split("\n")),
    *NASTY,
    *PIECES,
    *OPTIONS,
]
