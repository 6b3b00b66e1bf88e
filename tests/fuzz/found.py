"""Texts at which a target failed once: target and text."""

from __future__ import annotations

FOUND = [
    ("template", "\xad"),  # a rule looked for a first word of a title without any
    ("rules", "# Plan: new kiln\n\ufeff"),
    ("rules", "a ‚Äö\n"),  # damaged, and what is meant begins like it
    ("directives", "<!-- plan:card -->\n\ud800"),
    ("lists", "| a |\n|---|\n| b |\ntext <!-- open\n- [ ] Wood\n"),
    ("lists", '=== "One"\n\n    - [x] in a tab\n===\n "Two"\n'),
]
