"""The plugin's configuration in MkDocs, made from `Settings`."""

from __future__ import annotations

from typing import Any

import msgspec
from mkdocs.config.base import BaseConfigOption, Config

from mkdocs_plan_plugin.bug import describe
from mkdocs_plan_plugin.options import load
from mkdocs_plan_plugin.settings import Settings


class PlanOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin's options, declared and checked in the core for MkDocs and the command line alike."""

    settings: Settings

    def validate(self) -> tuple[list[tuple[str, Exception]], list[Any]]:
        """Read the options. What is wrong with them is a warning, and the default holds."""
        given = {key: value for key, value in self.data.items() if value is not None}
        try:
            self.settings, problems = load(given)
        except Exception as error:  # noqa: BLE001 - whatever it is, the site must come out
            self.settings = Settings()
            return [], [f"no option is taken because of {describe(error)}; please report it"]
        return [], [str(problem) for problem in problems]


PlanConfig = type(
    "PlanConfig",
    (PlanOptions,),
    {field.name: BaseConfigOption() for field in msgspec.structs.fields(Settings)},
)
