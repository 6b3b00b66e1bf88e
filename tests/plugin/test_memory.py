"""`mkdocs serve` may run for weeks: what a rebuild makes goes with the next ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site import draw

SITE = """
mkdocs.yml
  site_name: Site
  theme: mkdocs
  plugins: [search, plan]
docs/index.md
  # Start
  <!-- plans:table -->
docs/plans/a.md
  ---
  plan: true
  ---
  # A

  ## Phase 1: Dig

  - [ ] a
docs/plans/b.md
  ---
  plan: true
  ---
  # B

  ## Phase 1: Pour

  - [x] b
"""

REBUILDS = """
import gc, logging
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

logging.disable(logging.CRITICAL)
plan = Path("docs/plans/a.md")
for number in range(80):
    plan.write_text(plan.read_text() + "\\n- [ ] one more\\n")
    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    pages = Path("/proc/self/statm").read_text().split()[1]
    print(pages)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks Linux how much memory is in use")
def test_rebuilds_do_not_add_up(tmp_path: Path) -> None:
    draw(tmp_path, SITE)
    run = subprocess.run(
        [sys.executable, "-c", REBUILDS], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    pages = [int(line) for line in run.stdout.split()]
    assert max(pages[40:]) < 1.1 * max(pages[10:20])
