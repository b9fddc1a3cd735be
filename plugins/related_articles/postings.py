"""Rows -> Postings: for each term the stories that hold it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.rows import Check, Rows, begins, ranges, unchecked

FEW = 1 << 18
"""Terms in all that are sorted without loading scipy, which takes longer."""


@dataclass(frozen=True)
class Postings:
    """Term `terms[k]` stands in the stories `holders[starts[k] : starts[k + 1]]`, ascending, with these
    weights. The terms ascend."""

    terms: NDArray[np.int32]
    starts: NDArray[np.int32]
    holders: NDArray[np.int32]
    weights: NDArray[np.uint8]
    check: Check = field(default=unchecked, repr=False)

    def lines(self, ids: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Where the holders of each of these terms begin and end."""
        at = np.searchsorted(self.terms, ids)
        there = np.append(self.terms, -1)[at] == ids
        return self.starts[at], np.where(there, np.append(self.starts, 0)[at + 1], self.starts[at])

    def checked(self, stories: int) -> Postings:
        """The same, all of it looked at: scipy would follow a story that is none."""
        self.check(self.starts[:1], self.starts[-1:])
        if len(self.holders) and not 0 <= int(self.holders.min()) <= int(self.holders.max()) < stories:
            raise IndexError("no story")
        return replace(self, check=unchecked)

    def counts(self, ids: NDArray[np.int32]) -> NDArray[np.int32]:
        """How many stories hold each of these terms."""
        first, last = self.lines(ids)
        return np.asarray(last - first, dtype=np.int32)

    def of(self, ids: NDArray[np.int32]) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.uint8]]:
        """The holders of these terms, one term after another: the term's index in `ids`, the story, the
        weight."""
        first, last = self.lines(ids)
        self.check(first, last)
        at = ranges(first, last - first)
        return np.repeat(np.arange(len(ids)), last - first), self.holders[at], self.weights[at]


def postings(rows: Rows) -> Postings:
    """Of these rows, numbered as they are."""
    if len(rows.ids) > FEW:
        from plugins.related_articles.matrices import by_term

        starts, holders, weights = by_term(rows)
        terms = np.flatnonzero(np.diff(starts)).astype(np.int32)
        return Postings(terms, np.append(starts[terms], starts[-1:]), holders, weights)
    order = np.argsort(rows.ids, kind="stable")
    terms, counts = np.unique(rows.ids, return_counts=True)
    holders = rows.of_each()[order].astype(np.int32)
    return Postings(terms, begins(counts).astype(np.int32), holders, rows.weights[order])
