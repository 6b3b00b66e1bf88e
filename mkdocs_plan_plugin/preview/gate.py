"""Who may ask for changes: a page of this very run, in a browser on this machine."""

from __future__ import annotations

import hmac
import ipaddress
from typing import NamedTuple
from urllib.parse import urlsplit

JSON = "application/json"
_WEB_PORT = 80
LONGEST = 65_536
"""Bytes of a request."""


class Reply(NamedTuple):
    """The status of HTTP, and what to tell the reader."""

    status: str
    said: str


class Request(NamedTuple):
    """What of a request tells where it comes from; the headers as they came, empty where they did not."""

    method: str
    host: str
    origin: str
    site: str
    """`Sec-Fetch-Site`, which browsers of today send."""
    content_type: str
    token: str


def turned_away(request: Request, bound: tuple[str, int], token: str) -> Reply | None:
    """Return why a request may not change anything, None for one that may.

    `bound` are address and port that the server listens on. A page of another site can't name another origin
    than its own, nor send JSON unasked, nor read the token; one whose name was made to lead here (DNS
    rebinding) gives that name as host. All of these are looked at, each for itself.
    """
    address, port = bound
    if not is_loopback(address):
        return _no(f"plans are changed only where the site is served on a loopback address, not on {address}")
    if request.method != "POST":
        return Reply("405 Method Not Allowed", "changes come by POST")
    if not _is_here(request.host, port):
        return _no(f"'{request.host}' is no name of this machine")
    if request.origin.lower() != f"http://{request.host}".lower() or request.site not in ("", "same-origin"):
        return _no(f"a page of '{request.origin or 'nobody'}' changes nothing here")
    if request.content_type.partition(";")[0].strip().lower() != JSON:
        return Reply("415 Unsupported Media Type", f"changes come as {JSON}")
    if not hmac.compare_digest(request.token.encode(), token.encode()):
        return _no("the page is of an earlier run of the preview; load it again")
    return None


def is_loopback(host: str) -> bool:
    """True for an address or name that leads to this machine and to no other."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_here(host: str, port: int) -> bool:
    try:
        parts = urlsplit(f"//{host}")
        named, asked = parts.hostname or "", parts.port or _WEB_PORT
    except ValueError:
        return False
    return parts.netloc == host and is_loopback(named) and asked == port


def _no(said: str) -> Reply:
    return Reply("403 Forbidden", said)
