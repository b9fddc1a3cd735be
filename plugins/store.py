"""What a plugin keeps between builds -> Store: named arrays of plain numbers in one file each.

Nothing that is read is run, as a pickle would be. A file that is torn, damaged, foreign or made by other code
is thrown away with one line: a build then makes all anew. Files are replaced in one step, so a killed build
harms none.

The format: MAGIC, the length of the head in eight bytes, the head as JSON, the arrays one after another, each
at a multiple of 64 bytes. The head says who made the file, and of each array its type, shape, place and sum.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import mmap
import tempfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)

MAGIC = b"linli store 1\n\0\0"
ALIGNED = 64
KINDS = frozenset({"|u1", "<i4", "<i8", "<u8", "<f8"})

UNSOUND = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What reading raises where the content of a file is not what somebody here wrote."""

Parts = Mapping[str, NDArray[Any]]


@dataclass(frozen=True)
class Loaded:
    """The arrays of a file, read-only; and one number, not 0, for all that is in them."""

    parts: Parts
    number: int


class Store:
    """The files of one folder. It may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str, made_by: str) -> Loaded | None:
        """What a file holds; None where there is none, or none that `made_by` wrote."""
        try:
            with self._file(name).open("rb") as opened:
                return _loaded(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ), made_by)
        except FileNotFoundError:
            return None
        except (OSError, *UNSOUND) as error:
            self.discard(name, str(error))
            return None

    def save(self, name: str, made_by: str, parts: Parts) -> int:
        """Replace a file; the number that `load` will give. A disk that is full costs the next build some
        time."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, prefix=f"{name}.", delete=False) as new:
                try:
                    number = _write(new, made_by, {it: np.ascontiguousarray(parts[it]) for it in parts})
                    new.close()
                    Path(new.name).replace(self._file(name))
                except BaseException:
                    Path(new.name).unlink()
                    raise
        except OSError as error:
            log.warning("%s 写不进去（%s），下次要从头计算", self._file(name), error)
            return 0
        return number

    def discard(self, name: str, why: str) -> None:
        """Throw a file away, with one line."""
        log.warning("%s 用不了（%s），这次从头计算", self._file(name), why)
        with contextlib.suppress(OSError):
            self._file(name).unlink()

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.store"


def _write(new: IO[bytes], made_by: str, parts: Parts) -> int:
    heads: dict[str, list[Any]] = {}
    at = 0
    for name, part in parts.items():
        at += -at % ALIGNED
        heads[name] = [part.dtype.str, list(part.shape), at, zlib.crc32(_bytes(part))]
        at += part.nbytes
    head = json.dumps({"made_by": made_by, "parts": heads}).encode()
    new.write(MAGIC + len(head).to_bytes(8, "little") + head)
    for part in parts.values():
        new.write(b"\0" * (-new.tell() % ALIGNED))
        new.write(_bytes(part))
    return _number(heads)


def _bytes(part: NDArray[Any]) -> memoryview:
    return part.ravel().data.cast("B")


def _number(heads: Mapping[str, list[Any]]) -> int:
    return zlib.crc32(json.dumps(heads, sort_keys=True).encode()) or 1


def _loaded(file: mmap.mmap, made_by: str) -> Loaded:
    """The content of a file; ValueError, KeyError or TypeError where anything is not as written."""
    begin = len(MAGIC) + 8
    if file[: len(MAGIC)] != MAGIC:
        raise ValueError("不是这里写的文件")
    body = begin + int.from_bytes(file[len(MAGIC) : begin], "little")
    head = json.loads(file[begin:body])
    if head["made_by"] != made_by:
        raise ValueError("是别的版本写的")
    body += -body % ALIGNED
    parts = {name: _part(file, body, *it) for name, it in head["parts"].items()}
    return Loaded(parts, _number(head["parts"]))


def _part(file: mmap.mmap, body: int, kind: str, shape: list[int], at: int, check: int) -> NDArray[Any]:
    if kind not in KINDS:
        raise ValueError(f"不认识 {kind}")
    part = np.frombuffer(file, kind, math.prod(shape), body + at)
    if zlib.crc32(_bytes(part)) != check:
        raise ValueError("内容坏了")
    return part.reshape(shape)
