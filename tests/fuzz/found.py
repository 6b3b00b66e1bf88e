"""Texts at which a target failed once: target and text."""

from __future__ import annotations

FOUND: list[tuple[str, str]] = []
