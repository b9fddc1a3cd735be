"""A story's title, tags and text -> Terms: how much each pair of Han characters and each Latin word weighs in
it.

Pairs need no dictionary and no model, and found more than words did. Figures: docs/decisions/0007 and 0009.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

SIZE = 1 << 20
"""A term is a number below this, its hash. Two terms on one number cost less than .001 nDCG (0007)."""

LONGEST = 40_000
"""Characters of a text that are looked at. With more, a sum over the terms of a story might pass 2^31."""

PAIR, NUMBER, TAG, WORD, CHARACTER = range(5)
"""Kinds of terms. They are counted apart: 电 alone is no pair, a tag is no word."""

UNIT = 8
"""The weight of what stands once. What stands twice weighs sqrt(2) as much: a word repeated on and on does
not drown the rest."""

TIMES = (1, 1, 2, 1.5)
"""Of PAIR, NUMBER, TAG and WORD: Latin words are mostly names, and say more than two characters do."""

CHARACTER_TIMES = 1.5
SHORT, LONG = 200, 400
"""Han characters. A short text shares few pairs with another on the same matter, so its single characters
count too; less and less up to LONG, from where they would only add noise."""

FOREIGN = 0x5A5A5
"""Turns the terms of a story in another script, so that it shares none with the Chinese ones."""

FEW_WORDS = 3
"""A text of so few Latin words, as a page number, is in no language."""

FEW_LETTERS = 20
"""A text of fewer says nothing without its title."""

REST, TIMES_FIRST = 60, 3
"""A short text is known also without its first sentence, as a reprint may begin with another: where so many
letters follow, and so many times those of the sentence."""

FIRST = re.compile("[。！？!?\\s]")
NUMERALS = np.array([ord(it) for it in "0123456789〇零一二三四五六七八九十百千万两"], np.uint32)
"""Two notices may differ in a number of the first sentence alone."""

HAN = "〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
LATIN = re.compile(rf"[^\W_{HAN}](?:[^\W{HAN}]|[.+#-])*")
"""A Latin word or a number, also `5G`, `3.15` or `C++`."""

FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ\uf900-\ufaff]")
BELOW_HAN = 0x3000
WORDS = 1 << 14
"""Latin words whose numbers are kept at hand."""

LETTERS = np.array([chr(code).isalnum() for code in range(BELOW_HAN)])


@dataclass(frozen=True)
class Terms:
    """`ids` ascend without repeats; `weights[k]`, 1 to 255, belongs to term `ids[k]`.

    `length` counts the Han characters of the text. `marks` are one number for all its letters and digits, and
    one without its first sentence: stories with a mark in common are one text, whatever their punctuation.
    """

    ids: NDArray[np.int32]
    weights: NDArray[np.uint8]
    length: int
    marks: tuple[int, int]


def terms(title: str, tags: Sequence[str], text: str) -> Terms:
    """Full-width letters, and capitals, count as their plain forms."""
    head, body = plain(title), plain(text[:LONGEST])
    codes, title_codes = _codes(body), _codes(head)
    han = _is_han(codes)
    length = int(np.count_nonzero(han))
    heading = [_pairs(title_codes, _is_han(title_codes)), _words(LATIN.findall(head))]
    words = LATIN.findall(body)
    found = [
        *heading * _times(head, body, length),
        _pairs(codes, han),
        _words(words),
        _numbered(np.array(sorted({tag_id(it) for it in tags}), np.int64), TAG),
        _numbered(_mixed(codes[han]) if length < LONG else np.empty(0, np.int64), CHARACTER),
    ]
    kinds, counts = np.unique(np.concatenate(found), return_counts=True)
    last = CHARACTER_TIMES * min(LONG - SHORT, max(0, LONG - length)) / (LONG - SHORT)
    weights = np.minimum(np.rint(UNIT * np.array([*TIMES, last])[kinds & 7] * np.sqrt(counts)), 255)
    ids = (kinds >> 3).astype(np.int32)
    kept = weights > 0
    kept[1:] &= ids[1:] != ids[:-1]
    ids = ids[kept] ^ (FOREIGN if len(words) > max(length, FEW_WORDS) else 0)
    order = np.argsort(ids)
    return Terms(ids[order], weights[kept][order].astype(np.uint8), length, _marks(head, body, codes, han))


def plain(text: str) -> str:
    """The form in which letters are compared; Chinese stays as it is."""
    return (unicodedata.normalize("NFKC", text) if FULL_WIDTH.search(text) else text).lower()


def pairs_at(text: str) -> NDArray[np.int32]:
    """For each character of a plain text the number of the pair that begins there, or -1."""
    codes = _codes(text)
    han = _is_han(codes)
    found = np.full(len(codes), -1, np.int32)
    found[:-1][han[:-1] & han[1:]] = _pairs(codes, han) >> 3
    return found


def tag_id(tag: str) -> int:
    """The number of a tag."""
    return _hash(f"#{plain(tag)}")


@lru_cache(WORDS)
def word_id(word: str) -> int:
    """The number of a Latin word."""
    return _hash(word.rstrip(".+-_"))


def _times(head: str, body: str, length: int) -> int:
    """How often the title counts: more beside a long text; less where the text says it again at its start."""
    return 2 + min(2, length // SHORT) - 2 * body.startswith(head)


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _pairs(codes: NDArray[np.uint32], han: NDArray[np.bool_]) -> NDArray[np.int64]:
    first = np.flatnonzero(han[:-1] & han[1:])
    mixed = _mixed(codes[first] * np.uint32(0x9E3779B1) + codes[first + 1] * np.uint32(0x85EBCA77))
    return _numbered(mixed, PAIR)


def _mixed(codes: NDArray[np.uint32]) -> NDArray[np.int64]:
    """A hash of our own, as Python's hash() differs by process. It must not change: stores depend on it."""
    mixed = codes * np.uint32(0xC2B2AE3D)
    mixed ^= mixed >> np.uint32(15)
    return (mixed % np.uint32(SIZE)).astype(np.int64)


def _words(words: Sequence[str]) -> NDArray[np.int64]:
    hashes = np.array([word_id(word) for word in words], np.int64)
    return _numbered(hashes, np.array([NUMBER if word[0].isdigit() else WORD for word in words], np.int64))


def _numbered(hashes: NDArray[np.int64], kind: int | NDArray[np.int64]) -> NDArray[np.int64]:
    return hashes * 8 + kind


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) % SIZE


def _marks(head: str, body: str, codes: NDArray[np.uint32], han: NDArray[np.bool_]) -> tuple[int, int]:
    small = codes < BELOW_HAN
    letters = han | small
    letters[small] = LETTERS[codes[small]]
    said = codes[letters]
    whole = _digest(said.tobytes() + head.encode("utf-8", "surrogatepass") * (len(said) < FEW_LETTERS))
    end = FIRST.search(body) if np.count_nonzero(han) < SHORT else None
    first = np.count_nonzero(letters[: end.start()]) if end else 0
    if not first or len(said) - first < max(REST, TIMES_FIRST * first):
        return whole, whole
    numbers = said[:first][np.isin(said[:first], NUMERALS)]
    return whole, _digest(np.concatenate([said[first:], numbers]).tobytes())


def _digest(said: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(said, digest_size=8).digest(), "little")


def _is_han(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    common = (codes >= 0x3400) & (codes <= 0x9FFF)
    rare = (codes >= 0x20000) & (codes <= 0x3FFFF)
    same_again = (codes >= 0xF900) & (codes <= 0xFAFF)
    return np.asarray(common | rare | same_again | (codes == 0x3007), dtype=np.bool_)
