"""Stories in the order of time -> stretches: runs of neighbours in time, long ones for rare terms.

A term that many stories hold leads only to those in the reader's stretch and the two beside it, so that the
work per story does not grow with the site. A stretch ends with a day on which a story has an address of a
certain hash, as in a file that is cut by its content: a story added or taken out changes its own stretch and
hardly ever another.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.commonness import LEVELS, RATIO

HOLDERS = 64
"""About so many stories of a stretch hold a term, at most. 32 to 500 were alike within .002 nDCG."""


def length(level: int) -> int:
    """How many stories a stretch has on average: HOLDERS, divided by the largest share of the level."""
    return HOLDERS * int(RATIO**level)


def hashes(ids: Sequence[str]) -> NDArray[np.uint32]:
    """Of addresses."""
    return np.fromiter((_hash(it) for it in ids), dtype=np.uint32, count=len(ids))


def numbers(hashes: NDArray[np.uint32], days: NDArray[np.int64], first: int, size: int) -> NDArray[np.int32]:
    """For each level and story the number of its stretch, the stories being in the order of time.

    Levels below `first` and those whose stretches would be as long as the site, `size`, are not divided. Nor
    are the stories of one day: what was imported in one go has no order in time.
    """
    day = np.cumsum(np.diff(days, prepend=days[:1]) != 0)
    found = np.zeros((LEVELS, len(hashes)), np.int32)
    for level in range(first, LEVELS):
        if length(level) < size:
            last = np.bincount(day, hashes % length(level) == 0) > 0
            found[level] = (np.cumsum(last) - last)[day]
    return found


def ends_one(id: str, first: int, size: int) -> bool:
    """Whether a stretch of the levels from `first` on ends at this story."""
    return length(first) < size and _hash(id) % length(first) == 0


def _hash(id: str) -> int:
    return zlib.crc32(id.encode())
