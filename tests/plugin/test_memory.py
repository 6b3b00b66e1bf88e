"""`mkdocs serve` may run for weeks: what a rebuild makes goes with the next ones.

`REBUILDS=1000 pytest tests/plugin/test_memory.py` is the long form.
"""

from __future__ import annotations

import os
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

COUNT = int(os.environ.get("REBUILDS", "80"))

REBUILDS = """
import gc, logging, sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config

logging.disable(logging.CRITICAL)
plan = Path("docs/plans/a.md")
first = plan.read_text()
for number in range(int(sys.argv[1])):
    plan.write_text(first + f"\\n- [ ] number {number}\\n" * (number % 30))
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
        [sys.executable, "-c", REBUILDS, str(COUNT)], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    pages = [int(line) for line in run.stdout.split()]
    assert len(pages) == COUNT
    assert max(pages[COUNT // 2 :]) < 1.1 * max(pages[COUNT // 8 : COUNT // 4])
