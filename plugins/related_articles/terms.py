"""A story's title and text -> Terms: how often each pair of Han characters and each Latin word stands in it.

Pairs need no dictionary and no model, and found more than words did: see
docs/decisions/0007-related-stories-first-method.md.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIZE = 1 << 20
"""A term is a number below this, its hash. Two terms on one number cost less than .001 nDCG (0007)."""

TITLE = 4
"""A term of the title counts this often; 2 to 11 were alike within .004."""

HAN = "〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD = re.compile(rf"[^\W_{HAN}](?:[^\W{HAN}]|[.+#-])*")
"""A Latin word or a number, also `5G`, `3.15` or `C++`."""


@dataclass(frozen=True)
class Terms:
    """`ids` ascending and without repeats; `counts[k]` says how often term `ids[k]` stands in the story."""

    ids: NDArray[np.int64]
    counts: NDArray[np.float32]


def terms(title: str, text: str) -> Terms:
    """Full-width letters, and capitals, count as their plain forms."""
    everything = np.concatenate([np.repeat(_hashes(title), TITLE), _hashes(text)])
    ids, counts = np.unique(everything, return_counts=True)
    return Terms(ids, counts.astype(np.float32))


def _hashes(text: str) -> NDArray[np.int64]:
    plain = unicodedata.normalize("NFKC", text).lower()
    words = [zlib.crc32(word.rstrip(".+-_").encode()) % SIZE for word in WORD.findall(plain)]
    return np.concatenate([_pairs(plain), np.array(words, dtype=np.int64)])


def _pairs(text: str) -> NDArray[np.int64]:
    """A hash for each two Han characters side by side; our own, as Python's hash() differs by process."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    han = _is_han(codes)
    first, second = codes[:-1], codes[1:]
    mixed = (first * np.uint64(0x9E3779B1) + second * np.uint64(0x85EBCA77)) & np.uint64(0xFFFFFFFF)
    mixed ^= mixed >> np.uint64(15)
    return (mixed % np.uint64(SIZE))[han[:-1] & han[1:]].astype(np.int64)


def _is_han(codes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    common = (codes >= 0x3400) & (codes <= 0x9FFF)
    rare = (codes >= 0x20000) & (codes <= 0x3FFFF)
    same_again = (codes >= 0xF900) & (codes <= 0xFAFF)
    return np.asarray(common | rare | same_again | (codes == 0x3007), dtype=np.bool_)
