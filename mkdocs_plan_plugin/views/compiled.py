"""Templates compiled once: the plugin's own for all runs, those of a site for the builds of one process.

To compile them takes longer than to draw the views of fifty plans. The plugin's own are kept in the folder
where Python keeps the bytecode of this package: who can write there can change what runs anyway. To load
compiled code is to run it, so none is in a cache folder, which may come from anywhere, as it does in CI.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from functools import cached_property
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from mkdocs_plan_plugin.cache.digests import digest

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_ENVIRONMENT = Path(__file__).with_name("render.py")
"""What says how templates are compiled."""


class Compiled(FileSystemBytecodeCache):
    """Compiled templates. Those in the folder `own` are kept on disk, in `place`.

    Where that can't be written, or Python was told to write no bytecode, the process has its own.
    """

    def __init__(self, own: Path, place: Path | None = None) -> None:
        place = place or Path(cache_from_source(__file__)).parent
        super().__init__(str(place), f"template-%s.{sys.implementation.cache_tag}.pyc")
        self._own = own
        self._code: dict[str, bytes] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the bare name of a template of the plugin's own, the file of another one."""
        file = Path(filename or name)
        return file.stem if file.parent == self._own else str(file)

    def get_source_checksum(self, source: str) -> str:
        """Return a digest of a template and of what it is compiled by."""
        return digest(f"{self._compiled_by}{source}").hex()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what has been compiled of the same source."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)
        elif _is_own(bucket):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if _is_own(bucket) and not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)
                return
        self._code[bucket.key] = bucket.bytecode_to_string()

    @cached_property
    def _compiled_by(self) -> str:
        return f"{version('jinja2')} {_ENVIRONMENT.read_text('utf-8')}"


def _is_own(bucket: Bucket) -> bool:
    return not Path(bucket.key).suffix
