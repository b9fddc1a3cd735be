"""What a plugin keeps between builds -> Store: named arrays of plain numbers in one file each.

Nothing that is read is run, as a pickle would be. A file that is torn, damaged, foreign or made by other code
is thrown away with one line: a build then makes all anew. Files are replaced in one step, so a killed build
harms none.

The format: MAGIC, the length of the head in eight bytes, the head as JSON, then for each array the sums of
its blocks and the array, each at a multiple of 64 bytes. The head says who made the file, and of each array
its type, its shape, the places of both and the sum of the sums. A build that looks at a little of a file
checks a little.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import mmap
import tempfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)

MAGIC = b"linli store 2\n\0\0"
ALIGNED = 64
BLOCK = 1 << 12
"""Bytes that have a sum of their own."""

KINDS = frozenset({"|u1", "<i4", "<i8", "<u4", "<u8", "<f8"})

UNSOUND = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What reading raises where the content of a file is not what somebody here wrote."""

Parts = Mapping[str, NDArray[Any]]


class UnsoundError(ValueError):
    """What was looked at in a file is not what was written."""


class Part:
    """One array of a file, not yet checked; in this process alone it may be written over."""

    def __init__(self, array: NDArray[Any], data: memoryview, sums: NDArray[np.uint32]) -> None:
        self.array = array
        self._data, self._sums = data, sums
        self._unchecked = np.ones(len(sums), np.bool_)

    def whole(self) -> NDArray[Any]:
        """The array. Raises UnsoundError where it is damaged."""
        self._check(range(len(self._sums)))
        return self.array

    def check(self, begins: NDArray[np.integer], ends: NDArray[np.integer]) -> None:
        """Look at these ranges of its rows alone. Raises UnsoundError where one is damaged or outside."""
        if not len(begins):
            return
        if int(begins.min()) < 0 or int(ends.max()) > len(self.array) or (ends < begins).any():
            raise UnsoundError("数字越界")
        row = self.array.dtype.itemsize * math.prod(self.array.shape[1:])
        first, last = begins * row // BLOCK, -(-ends * row // BLOCK)
        steps = np.zeros(len(self._sums) + 1, np.int64)
        np.add.at(steps, first, 1)
        np.add.at(steps, np.maximum(first, last), -1)
        self._check(np.flatnonzero((np.cumsum(steps[:-1]) > 0) & self._unchecked).tolist())

    def _check(self, blocks: Iterable[int]) -> None:
        data, sums = self._data, self._sums.tolist()
        for block in blocks:
            if self._unchecked[block]:
                if zlib.crc32(data[block * BLOCK : (block + 1) * BLOCK]) != sums[block]:
                    raise UnsoundError("内容坏了")
                self._unchecked[block] = False


@dataclass(frozen=True)
class Loaded:
    """The arrays of a file; and one number, not 0, for all that is in them."""

    parts: Mapping[str, Part]
    number: int


class Store:
    """The files of one folder. It may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str, made_by: str) -> Loaded | None:
        """What a file holds; None where there is none, or none that `made_by` wrote."""
        try:
            with self._file(name).open("rb") as opened:
                return _loaded(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_COPY), made_by)
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
    pieces: list[bytes | memoryview] = []
    for name, part in parts.items():
        data = _bytes(part)
        sums = np.array([zlib.crc32(data[it : it + BLOCK]) for it in range(0, len(data), BLOCK)], np.uint32)
        places = []
        for piece in (_bytes(sums), data):
            places.append(at)
            pieces += [piece, bytes(-len(piece) % ALIGNED)]
            at += len(piece) + -len(piece) % ALIGNED
        heads[name] = [part.dtype.str, list(part.shape), *places, zlib.crc32(_bytes(sums))]
    head = json.dumps({"made_by": made_by, "parts": heads}).encode()
    new.write(MAGIC + len(head).to_bytes(8, "little") + head)
    new.write(bytes(-new.tell() % ALIGNED))
    new.writelines(pieces)
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


def _part(file: mmap.mmap, body: int, kind: str, shape: list[int], sums: int, at: int, check: int) -> Part:
    if kind not in KINDS:
        raise ValueError(f"不认识 {kind}")
    array = np.frombuffer(file, kind, math.prod(shape), body + at).reshape(shape)
    its = np.frombuffer(file, "<u4", -(-array.nbytes // BLOCK), body + sums)
    if zlib.crc32(_bytes(its)) != check:
        raise ValueError("内容坏了")
    return Part(array, memoryview(file)[body + at : body + at + array.nbytes], its)
