"""Hold a wheel and an sdist against the sources: `python .ci/inspect_package.py DIST FROM_SDIST`.

`DIST` holds both, `FROM_SDIST` the wheel that was made from the sdist.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from email.parser import BytesParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = "mkdocs_plan_plugin"
WITH_IT = {"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md", "pyproject.toml"}

METADATA = ("Summary", "License-Expression", "Project-URL", "Requires-Python")


def only(folder: str, pattern: str) -> Path:
    """Return the one file of a folder that a pattern matches."""
    (file,) = Path(folder).glob(pattern)
    return file


def sources() -> set[str]:
    """Return the files of the package, as paths from the root of the repository."""
    return {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / PACKAGE).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def held(wheel: Path) -> tuple[set[str], dict[str, str]]:
    """Return the files of a wheel without those about it, and its metadata."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (about,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = dict(BytesParser().parsebytes(archive.read(about)).items())
    return {name for name in names if ".dist-info/" not in name}, metadata


def differences(name: str, found: set[str], expected: set[str]) -> list[str]:
    """Return a line for each file that is missing or too many."""
    return [
        *(f"{name} lacks {file}" for file in sorted(expected - found)),
        *(f"{name} holds {file}, too" for file in sorted(found - expected)),
    ]


def main(dist: str, from_sdist: str) -> int:
    """Say what is wrong with the two, and return an exit status."""
    wheel, sdist = only(dist, "*.whl"), only(dist, "*.tar.gz")
    files, metadata = held(wheel)
    wrong = differences(wheel.name, files, sources())
    wrong += differences("the wheel made from the sdist", held(only(from_sdist, "*.whl"))[0], files)
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    wrong += [f"{sdist.name} lacks {name}" for name in sorted((WITH_IT | sources()) - inside)]
    wrong += [f"the metadata lack {key}" for key in METADATA if key not in metadata]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
