"""Implementation plans as first-class pages of an MkDocs site.

The names here are the Python API; everything else may change without notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs_plan_plugin.api import check, read_plan, read_portfolio
    from mkdocs_plan_plugin.model import Finding, Plan
    from mkdocs_plan_plugin.portfolio import Portfolio
    from mkdocs_plan_plugin.settings import Settings

    __version__: str

__all__ = ["Finding", "Plan", "Portfolio", "Settings", "check", "read_plan", "read_portfolio"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function or a type
    """Load the API when it is first asked for: the command line and MkDocs need only parts of it."""
    if name == "__version__":
        from mkdocs_plan_plugin.export.json import version  # noqa: PLC0415 - see above

        return version()
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from mkdocs_plan_plugin import api  # noqa: PLC0415 - see above

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
