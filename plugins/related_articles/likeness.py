"""Candidates -> how alike each is to its reader; which stories are one text; which are a little like
everything."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates
from plugins.related_articles.terms import SHORT

REPRINT = 0.8
"""Two long stories at this cosine are one text: copies of an article had .89 and more, others at most .52.

Short ones are not: “新增11例” and “新增17例” are two pieces of news.
Those are one text only with the same letters.
"""

NEAREST = 10
"""So many of its nearest say how much a story is like everything."""

EXACT = 1 << 20
"""Cosines are added up as whole numbers of this part, so that no order of a sum decides."""


def cosines(found: Candidates, readers: NDArray[np.int64], shown: NDArray[np.int64]) -> NDArray[np.float64]:
    """0 to 1; 0 where there is no candidate. `readers` and `shown` are what each story shares with itself."""
    whole = np.where(found.places >= 0, found.whole, 0)
    ours, theirs = np.maximum(readers, 1)[:, None].astype(float), np.maximum(shown, 1)[found.places]
    return np.asarray(whole / np.sqrt(ours * theirs), dtype=np.float64)


def same_text(
    cosine: NDArray[np.float64], found: Candidates, lengths: NDArray[np.int32], shown: NDArray[np.int32]
) -> NDArray[np.bool_]:
    """Of each candidate whether it is the reader's text again. `lengths` are the readers', in Han
    characters."""
    long = (lengths >= SHORT)[:, None] & (shown >= SHORT)[found.places]
    return np.asarray((found.places >= 0) & long & (cosine >= REPRINT), dtype=np.bool_)


def groups(pairs: NDArray[np.int32], marks: NDArray[np.uint64]) -> NDArray[np.int32]:
    """For each story the lowest place of its text: it and its reprints, and theirs; `pairs` are those of
    `same_text`, `marks` two of each story."""
    values, number = np.unique(marks, return_inverse=True)
    whole, rest = number.reshape(-1, 2).T
    reader, other = pairs.T
    group = np.arange(len(marks), dtype=np.int32)
    while True:
        lower = group.copy()
        np.minimum.at(lower, reader, group[other])
        np.minimum.at(lower, other, group[reader])
        marked = np.full(len(values), len(marks), np.int32)
        np.minimum.at(marked, whole, lower)
        np.minimum.at(marked, rest, lower)
        lower = np.minimum(lower, np.minimum(marked[whole], marked[rest]))
        lower = lower[lower]
        if np.array_equal(lower, group):
            return group
        group = lower


def hubness(
    cosine: NDArray[np.float64], found: Candidates, readers: NDArray[np.int32], group: NDArray[np.int32]
) -> NDArray[np.float64]:
    """Of each reader the mean cosine to its NEAREST; 1 where it shares nothing. Its reprints do not count.
    `readers` are the readers' groups."""
    others = (found.places >= 0) & (group[found.places] != readers[:, None])
    exact = np.where(others, np.rint(cosine * EXACT), 0).astype(np.int64)
    nearest = np.sort(exact, axis=1)[:, -NEAREST:].sum(axis=1)
    return np.where(nearest > 0, nearest / (NEAREST * EXACT), 1.0)
