"""`mkdocs serve` for real, in a process of its own."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from tests.site import draw

NOW = "1795305600"
"""22 November 2026."""

PLAN = """
docs/plans/a.md
  ---
  plan: true
  updated: 2026-11-01
  ---
  # Plan: dig

  ## Phase 1: Dig

  **Status:** In Progress

  - [x] Fence
  - [ ] Hole
  - [~] Pipe

  ## Phase 2: Pour
"""


class Served:
    """A site that is being served."""

    def __init__(self, root: Path, host: str, port: int, log: Path) -> None:
        self.root, self.host, self.port, self.log = root, host, port, log

    @property
    def origin(self) -> str:
        return f"http://{self.host}:{self.port}"

    def text(self, path: str = "plans/a.md") -> str:
        return (self.root / "docs" / path).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """All files of the site and beside it."""
        found = (path for path in self.root.rglob("*") if path.is_file() and path != self.log)
        return {str(path): path.read_bytes() for path in found}

    def send(
        self, method: str, address: str, body: str | bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        """Return status, headers and body of an answer."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            named = {name.replace("_", "-"): value for name, value in headers.items() if value}
            connection.request(method, address, body, named)
            answer = connection.getresponse()
            said = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, said, answer.read().decode()

    def page(self, address: str) -> BeautifulSoup:
        return BeautifulSoup(self.send("GET", address)[2], "html.parser")

    def token(self, address: str = "/plans/a/") -> str:
        found = self.page(address).select_one("[data-plan-preview]")
        return json.loads(found["data-plan-preview"])["token"] if found else ""

    def wish(self, state: str, text: str, address: str = "/plans/a/", **other: Any) -> dict[str, Any]:
        """What the script asks for where the page shows a text."""
        one = self.page(address).find(attrs={"data-plan-text": text})
        assert isinstance(one, Tag), f"nothing of '{text}' can be changed"
        path, _, line = one["data-plan-at"].rpartition(":")
        kind = "task" if one.name == "input" else "phase"
        asked = {"kind": kind, "path": path, "line": int(line), "text": text, "was": one["data-plan-was"]}
        return {**asked, "state": state, **other}

    def ask(self, wish: object, address: str = "/.plan/edit", **headers: str) -> tuple[int, str]:
        """Ask as the page does, but for the headers given; return the status and what is said."""
        usual = {
            "Origin": self.origin,
            "Host": f"{self.host}:{self.port}",
            "Content_Type": "application/json",
        }
        if "Plan_Token" not in headers:
            usual["Plan_Token"] = self.token()
        body = wish if isinstance(wish, str | bytes) else json.dumps(wish)
        status, _, said = self.send("POST", address, body, **usual | headers)
        return status, json.loads(said)["said"] if said.startswith("{") else said

    def settle(self) -> None:
        """Wait until no page will be loaded anew for what was changed so far."""

        def built() -> tuple[int, int]:
            log = self.log.read_text()
            return log.count("Detected file changes"), log.count("Reloading browsers")

        seen = (-1, 0)
        while (now := built()) != seen or now[0] != now[1]:
            seen = now
            time.sleep(0.7)

    def until(self, what: Any, seconds: float = 30) -> None:
        """Wait until something holds, such as that the site has been built again."""
        end = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < end, f"not within {seconds} s\n{self.log.read_text()}"
            time.sleep(0.1)


def free_port() -> int:
    with closing(socket.socket()) as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


@contextmanager
def served(
    root: Path,
    drawn: str = PLAN,
    *,
    host: str = "127.0.0.1",
    told: str = "{preview_edits: true}",
    more: str = "",
) -> Iterator[Served]:
    """Draw a site, and serve it; `told` are the plugin's options, `more` is the rest of `mkdocs.yml`."""
    port = free_port()
    (root / "docs").mkdir(parents=True, exist_ok=True)
    (root / "docs" / "index.md").write_text("# Start\n\n<!-- plans:actions -->\n", "utf-8")
    if not (root / "mkdocs.yml").exists():
        (root / "mkdocs.yml").write_text(f"site_name: Site\nplugins: [search, plan: {told}]\n{more}", "utf-8")
    draw(root, drawn)
    log = root / "serve.log"
    environment = os.environ | {"SOURCE_DATE_EPOCH": NOW, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"{host}:{port}"]
    with log.open("w") as out:
        run = subprocess.Popen(command, cwd=root, env=environment, stdout=out, stderr=out)
    try:
        one = Served(root, "127.0.0.1" if host == "0.0.0.0" else host, port, log)
        one.until(lambda: "Serving on" in log.read_text() or run.poll() is not None)
        assert run.poll() is None, log.read_text()
        yield one
    finally:
        run.terminate()
        run.wait()
