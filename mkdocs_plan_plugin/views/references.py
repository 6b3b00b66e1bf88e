"""References in plain text, `#123` or `ABC-12`, and the addresses they stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from mkdocs_plan_plugin.regex import regex
from mkdocs_plan_plugin.views.html import url

_LONGEST = 400
"""Characters of a text that are looked at."""
_MOST = 5
_OF_HOSTS = {
    "github.com": {r"PR\s?#(\d+)": "{repo}/pull/{1}", r"(?:GH-|#)(\d+)": "{repo}/issues/{1}"},
    "gitlab.com": {r"!(\d+)": "{repo}/-/merge_requests/{1}", r"#(\d+)": "{repo}/-/issues/{1}"},
    "bitbucket.org": {r"PR\s?#(\d+)": "{repo}/pull-requests/{1}", r"#(\d+)": "{repo}/issues/{1}"},
    "codeberg.org": {r"PR\s?#(\d+)": "{repo}/pulls/{1}", r"#(\d+)": "{repo}/issues/{1}"},
}
"""What references mean at code hosts, by a pattern and an address."""


class ReferenceLink(NamedTuple):
    """A reference as written, and where it leads."""

    text: str
    href: str


class References:
    """The patterns of one site: those of its option first, then those of its code host."""

    def __init__(self, wanted: Mapping[str, str], repo_url: str) -> None:
        repo = repo_url.rstrip("/")
        host = next((table for name, table in _OF_HOSTS.items() if f"//{name}/" in repo), {})
        found = {**wanted, **{pattern: to.replace("{repo}", repo) for pattern, to in host.items()}}
        self._patterns = [
            (regex(rf"(?<![\w/#&-])(?:{pattern})(?![\w-])"), to) for pattern, to in found.items()
        ]

    def of(self, text: str) -> list[ReferenceLink]:
        """Return the first references in a text, each place once."""
        return [one for _, one in self.places(text[:_LONGEST])][:_MOST]

    def places(self, text: str) -> list[tuple[int, ReferenceLink]]:
        """Return all references in a text in their order, each with where it begins."""
        found: dict[int, ReferenceLink] = {}
        for pattern, to in self._patterns:
            for match in pattern.finditer(text):
                begin, end = match.span()
                taken = any(at < end and begin < at + len(one.text) for at, one in found.items())
                if begin < end and not taken and (href := url(_filled(to, match))):
                    found[begin] = ReferenceLink(match[0], href)
        return sorted(found.items())


NO_REFERENCES = References({}, "")


def _filled(to: str, match: re.Match[str]) -> str:
    def group(place: re.Match[str]) -> str:
        number = int(place[1])
        return (match[number] or "") if number <= len(match.groups()) else place[0]

    return _GROUP.sub(group, to)


_GROUP = regex(r"\{(\d)\}")
