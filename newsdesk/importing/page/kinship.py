"""The lines of a story -> how much of a line's wording is theirs: a title shares it, a menu does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.zones import skeleton


@dataclass(frozen=True)
class Kinship:
    """The pairs of characters that the story uses."""

    pairs: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Kinship:
        """The story's own wording."""
        return cls(frozenset(pair for line in lines for pair in _pairs(line.text)))

    def share(self, text: str) -> float:
        """0.0 where no pair of `text` is the story's, 1.0 where all are."""
        pairs = _pairs(text)
        return len(pairs & self.pairs) / len(pairs) if pairs else 0.0


def alike(one: str, other: str) -> bool:
    """Is one line another wording or a part of the other?"""
    first, second = _pairs(one), _pairs(other)
    if not first or not second:
        return False
    return len(first & second) >= 0.6 * min(len(first), len(second))


def _pairs(text: str) -> set[str]:
    return set(map("".join, pairwise(skeleton(fold(text)))))
