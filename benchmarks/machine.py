"""What the figures were measured on: processor and versions, and nothing that names the machine."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2", "pyromark", "msgspec")
_TOOLS = ("rumdl", "markdownlint-cli2", "pymarkdown")


def machine() -> dict[str, str]:
    """Return what to know of the machine, in the order to show it."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        **{name: version(name) for name in _PACKAGES},
        **{name: _version(tool) for name in _TOOLS if (tool := find(name))},
    }


def find(tool: str) -> str | None:
    """Return where a tool is: beside this Python or on the path, None for nowhere."""
    return shutil.which(tool, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")


def _version(tool: str) -> str:
    """Return the first thing like a version that a tool says of itself."""
    flag = "version" if Path(tool).name.startswith("pymarkdown") else "--version"
    said = subprocess.run([tool, flag], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\d+(?:\.\d+)+", said)
    return found[0] if found else "unknown"


def _processor() -> str:
    """Return the processor's name, from Linux' own list where there is one."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown")
