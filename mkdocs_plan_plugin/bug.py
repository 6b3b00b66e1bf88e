"""Faults of our own: they are told, with the wish to report them, and end nothing that would pass else."""

from __future__ import annotations

import os

from mkdocs_plan_plugin.one_line import one_line

RAISES = "MKDOCS_PLAN_RAISES"
"""The variable of the environment that lets them through, for our own checks."""


def describe(error: Exception, whose: str = "mkdocs-plan-plugin") -> str:
    """Return what to say of an exception that should not have come.

    Raises:
        Exception: the very one, where the environment says so.
    """
    if os.environ.get(RAISES):
        raise error
    said = one_line(f"{type(error).__name__}: {error}")
    return f"a bug in {whose} ({said[:500]})"
