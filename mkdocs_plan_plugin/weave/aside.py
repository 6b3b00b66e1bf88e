"""Views set aside while others look at a page's text, and put back behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_plan_plugin.weave.seal import Seal


class Aside:
    """The views of one page while search plugins index it."""

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._kept: dict[str, str] = {}

    def take_out(self, html: str) -> str:
        """Return the page with a marker in the place of each view."""

        def marker(match: re.Match[str]) -> str:
            token = self._seal.marker(match[1])
            self._kept[token] = match[2]
            return token

        return self._seal.wrapped.sub(marker, html)

    def put_back(self, html: str) -> str:
        """Return the page with its views, and without the comments around them."""
        return re.sub(self._seal.marker(r"\d+"), lambda match: self._kept.get(match[0], ""), html)
