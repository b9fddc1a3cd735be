"""Two texts -> are they one story? Only Han characters count, so that marks, spaces and layout do not."""

from __future__ import annotations

import re

_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN = re.compile(f"[{_HAN}]")
"""One Han character: the unit in which an import is balanced."""

NOT_HAN = re.compile(f"[^{_HAN}]+")

SHINGLE = 5
"""Han characters in a row that two texts share by chance hardly ever."""

ALIKE = 0.8
"""Share of common shingles (Jaccard) from which two texts are one story, edited."""

ONE_IN = 8
_FIRST = "".join(chr(code) for code in range(0x4E00, 0xA000) if code % ONE_IN == 3)
_ANCHOR = re.compile(f"(?=([{_FIRST}].{{{SHINGLE - 1}}}))")


def han(text: str) -> str:
    """The Han characters of `text`, in order."""
    return NOT_HAN.sub("", text)


def likeness(one: str, other: str) -> float:
    """1.0 where both have the same Han characters in the same order, 0.0 where no run of five is common."""
    first, second = han(one), han(other)
    if first == second:
        return 1.0
    ours, theirs = _shingles(first), _shingles(second)
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def anchors(text: str) -> frozenset[str]:
    """About one in eight of the text's shingles, always the same ones: by these a story is looked up.

    Of two texts that are alike, nearly as large a share of anchors is common as of all shingles.
    """
    return frozenset(_ANCHOR.findall(han(text)))


def _shingles(text: str) -> set[str]:
    return {text[i : i + SHINGLE] for i in range(len(text) - SHINGLE + 1)}
