"""The source of a template -> its code, kept where Python keeps that of this module: in `__pycache__`.

Not in the store, which holds plain data and may come from elsewhere: this is as much trusted as a .pyc file.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

FOLDER = Path(__file__).parent / "__pycache__" / "templates"
MOST = 400
"""Files that are kept: those of half a dozen settings and versions of the code."""

OPTIONS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized"),
    *("autoescape", "finalize", "is_async"),
)
"""Of an environment: what the code of a template depends on beside its source and the extensions."""


class CompiledTemplates(BytecodeCache):
    """One file for each name and each way to compile it."""

    def __init__(self, environment: Environment, made_by: str, folder: Path = FOLDER) -> None:
        """`made_by` tells code from code: Jinja asks filters of constants when it compiles."""
        self._folder = folder
        said = f"{sys.version} {jinja2.__version__} {made_by} {_options(environment)}"
        self._head = hashlib.blake2b(said.encode(), digest_size=16).digest()

    def load_bytecode(self, bucket: Bucket) -> None:
        head = self._head + bucket.checksum.encode()
        try:
            data = (self._folder / bucket.key).read_bytes()
            if data.startswith(head):
                bucket.code = marshal.loads(data[len(head) :])
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """A folder that cannot be written to only costs time."""
        if bucket.code is None:
            return
        data = self._head + bucket.checksum.encode() + marshal.dumps(bucket.code)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room()
            opened, beside = tempfile.mkstemp(dir=self._folder, prefix=".new-")
            with open(opened, "wb") as file:
                file.write(data)
            os.replace(beside, self._folder / bucket.key)
        except OSError:
            return

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return hashlib.blake2b(name.encode() + self._head, digest_size=16).hexdigest()

    def _make_room(self) -> None:
        """Code that changes leaves its files behind."""
        files = list(self._folder.iterdir())
        for file in files if len(files) >= MOST else ():
            file.unlink(missing_ok=True)


def _options(environment: Environment) -> str:
    values = (repr(getattr(environment, it)) for it in OPTIONS)
    return " ".join([*values, *sorted(environment.extensions)])
