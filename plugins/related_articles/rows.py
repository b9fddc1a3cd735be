"""Terms of many stories -> Rows, packed one after another in three arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.terms import SIZE

Check = Callable[[NDArray[np.integer], NDArray[np.integer]], None]
"""Looks at the ranges with these begins and ends before they are read, as they lie in a file."""


def unchecked(begins: NDArray[np.integer], ends: NDArray[np.integer]) -> None:
    """Of what was made in this build."""


class Row(NamedTuple):
    """The terms of one story, and how much each weighs in it."""

    ids: NDArray[np.int32]
    weights: NDArray[np.uint8]


@dataclass(frozen=True)
class Rows:
    """Story k holds the terms `ids[starts[k] : starts[k + 1]]`, with these weights."""

    starts: NDArray[np.int64]
    ids: NDArray[np.int32]
    weights: NDArray[np.uint8]
    check: Check = field(default=unchecked, repr=False)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def checked(self) -> Rows:
        """The same, all of it looked at: scipy would follow a term that is none."""
        self.check(self.starts[:1], self.starts[-1:])
        if len(self.ids) and not 0 <= int(self.ids.min()) <= int(self.ids.max()) < SIZE:
            raise IndexError("no term")
        return replace(self, check=unchecked)

    def of_each(self) -> NDArray[np.int64]:
        """For each term in turn the number of its story."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def sums(self, values: NDArray[np.int64]) -> NDArray[np.int64]:
        """`values`, one for each term in turn, added up by story."""
        ends: NDArray[np.int64] = begins(values)
        return np.asarray(ends[self.starts[1:]] - ends[self.starts[:-1]], dtype=np.int64)

    def only(self, wanted: NDArray[np.bool_]) -> Rows:
        """The rows with these terms alone; `wanted` says it of each term."""
        kept = wanted[self.ids]
        starts = self.starts.tolist()
        counts = [np.count_nonzero(kept[begin:end]) for begin, end in pairwise(starts)]
        return Rows(begins(np.array(counts, np.int64)), self.ids[kept], self.weights[kept])

    def row(self, number: int) -> Row:
        """One of the stories."""
        self.check(self.starts[number : number + 1], self.starts[number + 1 : number + 2])
        line = slice(self.starts[number], self.starts[number + 1])
        return Row(self.ids[line], self.weights[line])

    def take(self, which: NDArray[np.int64]) -> Rows:
        """The stories with these numbers, in this order; no copy where they stand side by side."""
        if len(which) and (np.diff(which) == 1).all():
            starts = self.starts[which[0] : which[-1] + 2]
            line = slice(starts[0], starts[-1])
            self.check(starts[:1], starts[-1:])
            return Rows(starts - starts[0], self.ids[line], self.weights[line])
        self.check(self.starts[which], self.starts[which + 1])
        lengths = self.starts[which + 1] - self.starts[which]
        at = ranges(self.starts[which], lengths)
        return Rows(begins(lengths), self.ids[at], self.weights[at])


def packed(rows: Sequence[Row]) -> Rows:
    """These, in this order."""
    ids = np.concatenate([np.empty(0, np.int32), *(ids for ids, _ in rows)])
    weights = np.concatenate([np.empty(0, np.uint8), *(weights for _, weights in rows)])
    return Rows(begins(np.array([len(ids) for ids, _ in rows], np.int64)), ids, weights)


def begins(lengths: NDArray[np.integer] | NDArray[np.bool_]) -> NDArray[np.int64]:
    """Where each of several things begins that stand one after another; and where the last ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def ranges(starts: NDArray[np.integer], lengths: NDArray[np.integer]) -> NDArray[np.int64]:
    """All positions of several ranges, one range after another."""
    ends = begins(lengths)
    return np.arange(ends[-1]) + np.repeat(starts - ends[:-1], lengths)
