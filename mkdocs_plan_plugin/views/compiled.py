"""Templates compiled once: for the builds of one process, and in the user's cache folder for later ones.

To compile them takes longer than to show ten plans. What Python does with its own modules is done here
with Jinja2's, with as much care: to load compiled code is to run it.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from mkdocs_plan_plugin.cache.folder import folder

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_DIGEST = sha256().digest_size


class Compiled(BytecodeCache):
    """Compiled templates. `environment` is the file that says how they are compiled.

    A file is used for the very source, and by the very interpreter and Jinja2 that it was compiled by.
    Where no folder is the user's alone, or Python was told to write no bytecode, the process has its own.
    """

    def __init__(self, environment: Path, folder: Path | None = None) -> None:
        self._environment = environment
        self._root = folder
        self._code: dict[str, tuple[str, bytes]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return a template's name: its source decides, wherever it lies."""
        del filename
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what has been compiled of the same source."""
        checksum, code = self._code.get(bucket.key, ("", b""))
        if checksum != bucket.checksum:
            code = self._read(bucket)
        if code:
            self._code[bucket.key] = bucket.checksum, code
            bucket.load_bytecode(io.BytesIO(code))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        code = bucket.bytecode_to_string()
        self._code[bucket.key] = bucket.checksum, code
        if self._folder is not None and not sys.dont_write_bytecode:
            with suppress(OSError):
                _write(self._folder / _name(bucket), sha256(code).digest() + code)

    def _read(self, bucket: Bucket) -> bytes:
        """Return what is kept in a file, nothing of one that is not whole."""
        if self._folder is None:
            return b""
        try:
            data = (self._folder / _name(bucket)).read_bytes()
        except OSError:
            return b""
        digest, code = data[:_DIGEST], data[_DIGEST:]
        return code if sha256(code).digest() == digest else b""

    @cached_property
    def _folder(self) -> Path | None:
        """The folder of what is compiled like this, None without one to trust."""
        try:
            by = f"{sys.implementation.cache_tag} {MAGIC_NUMBER.hex()} {version('jinja2')}"
            compiled_by = sha256(by.encode() + self._environment.read_bytes()).hexdigest()
        except (OSError, ImportError):  # no such file or package
            return None
        make = not sys.dont_write_bytecode
        return folder("templates", compiled_by[:16], root=self._root, make=make)


def _name(bucket: Bucket) -> str:
    return sha256(f"{bucket.key} {bucket.checksum}".encode()).hexdigest()


def _write(file: Path, data: bytes) -> None:
    """Write a file as a whole or not at all: other processes may be reading it."""
    with NamedTemporaryFile(dir=file.parent, delete=False) as written:
        try:
            written.write(data)
            written.close()
            os.replace(written.name, file)  # noqa: PTH105 - as a context, `written` has only its name
        except BaseException:
            Path(written.name).unlink(missing_ok=True)
            raise
