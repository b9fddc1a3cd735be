"""In how many stories each term stands -> Commonness: the level of each term, and what a level weighs.

Frequencies are rounded to a geometric series, and the number of stories to a power of two, so that an edit
seldom moves a weight: lists are a function of the stories alone, and yet cheap to update
(docs/decisions/0009).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.terms import SIZE

RATIO = 4
"""A term of level k stands in at most one of 4^k stories. Ratios of 2, 4 and 8 were alike within .004
nDCG."""

WEIGHTS = (4, 11, 23, 38, 57, 80, 106, 137, 171, 210, 251, 297, 347)
"""Of each level, (2 + k ln 4)^2: the square of an idf, as both stories of a pair weigh the term."""

LEVELS = len(WEIGHTS)

MANY = 64
"""On a site of so many stories (33, rounded) a term in more than a quarter of them says nothing."""

MANY_TERMS = SIZE // 8
"""To look up so many is slower than to know all."""

LEAD_SHARE, LEAD_FEW = 16, 256
"""A term leads to candidates if it stands in at most a 16th of the stories, or in so few."""


@dataclass(frozen=True)
class Commonness:
    """`holders` says of terms how many stories have each; `size` is the number of stories, rounded up to a
    power of two."""

    holders: Callable[[NDArray[np.int32]], NDArray[np.int32]]
    size: int

    @cached_property
    def levels(self) -> NDArray[np.int8]:
        """Of every term: for who looks at all stories."""
        return levels(self.holders(np.arange(SIZE, dtype=np.int32)), self.size)

    def of(self, ids: NDArray[np.int32]) -> NDArray[np.int8]:
        """The levels of these terms."""
        return self.levels[ids] if len(ids) > MANY_TERMS else levels(self.holders(ids), self.size)

    @cached_property
    def weights(self) -> NDArray[np.int64]:
        """Of each level; 0 for one that says nothing."""
        return np.where((np.arange(LEVELS) == 0) & (self.size >= MANY), 0, np.array(WEIGHTS, np.int64))

    @property
    def first_lead(self) -> int:
        """The level from which on terms lead to candidates."""
        return first_lead(self.size)


def rounded(stories: int) -> int:
    """The next power of two."""
    return 1 << max(0, stories - 1).bit_length()


def first_lead(size: int) -> int:
    """The level from which on terms lead to candidates, on a site of this size."""
    shares = size // RATIO ** np.arange(LEVELS)
    return int(np.flatnonzero(shares <= max(size // LEAD_SHARE, LEAD_FEW))[0])


def levels(holders: NDArray[np.int32], size: int) -> NDArray[np.int8]:
    """Of a term with so many holders the largest k with holders x 4^k <= size."""
    found = np.zeros(len(holders), np.int8)
    for level in range(1, LEVELS):
        if bound := size // RATIO**level:
            found += holders <= bound
    return found
