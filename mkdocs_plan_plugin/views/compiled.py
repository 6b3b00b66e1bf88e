"""Templates compiled once: for the builds of one process, and in the user's cache folder for later ones.

To compile them takes longer than to show ten plans. What Python does with its own modules is done here
with Jinja2's: a file is used only for the very source, and for what it was compiled by.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

import platformdirs
from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Compiled templates. `environment` is the file that says how they are compiled.

    Where the folder can't be used, or Python was told not to write bytecode, the process has its own.
    """

    def __init__(self, environment: Path, folder: Path | None = None) -> None:
        self._environment = environment
        self._folder = folder
        self._code: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return a template's name: its source decides, wherever it lies."""
        del filename
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what has been compiled of the same source."""
        code = self._code.get(bucket.key + bucket.checksum)
        if code is None:
            with suppress(OSError):
                code = self._file(bucket).read_bytes()
        if code is not None:
            bucket.load_bytecode(io.BytesIO(code))  # leaves it empty where the file is of no use
            self._code[bucket.key + bucket.checksum] = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        code = self._code[bucket.key + bucket.checksum] = bucket.bytecode_to_string()
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                _write(self._file(bucket), code)

    def _file(self, bucket: Bucket) -> Path:
        """Return where a compiled template is kept. Raises FileNotFoundError for a user without a home."""
        folder = self._folder or platformdirs.user_cache_path("mkdocs-plan")
        if not folder.is_absolute():
            raise FileNotFoundError(folder)
        compiled_by = f"{self._stamp}{bucket.key}{bucket.checksum}".encode()
        return folder / "templates" / sha256(compiled_by).hexdigest()

    @cached_property
    def _stamp(self) -> str:
        return f"{version('jinja2')} {sha256(self._environment.read_bytes()).hexdigest()}"


def _write(file: Path, data: bytes) -> None:
    """Write a file as a whole or not at all: other processes may be reading it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=file.parent, delete=False) as written:
        try:
            written.write(data)
            written.close()
            os.replace(written.name, file)  # noqa: PTH105 - as a context, `written` has only its name
        except BaseException:
            Path(written.name).unlink(missing_ok=True)
            raise
