"""`python -m mkdocs_plan_plugin` is `mkdocs-plan`, where the folder of scripts is on no path."""

from __future__ import annotations

from mkdocs_plan_plugin.cli import command

if __name__ == "__main__":
    command()
