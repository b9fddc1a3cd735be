"""Many readers -> Candidates: for each of them the stories that share most with it, by tables of scipy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import HELD, Candidates, best, keys, nothing, one_of_each
from plugins.related_articles.leads import leads, shared
from plugins.related_articles.library import Library
from plugins.related_articles.nearness import MOST
from plugins.related_articles.rows import Rows
from plugins.related_articles.terms import SIZE

AT_ONCE = 16
"""Readers that are worked on together."""

BESIDE = 2048
ROUGH = 1e-5
"""More than the error of a product of short numbers."""


def candidates_of_many(
    readers: Rows,
    own: NDArray[np.int64],
    at: NDArray[np.int64],
    library: Library,
    text: NDArray[np.integer] | None = None,
) -> Candidates:
    """`own` is the place of each reader, `at` the same, or for one that is not shown the place nearest in
    time.

    No story is its own candidate. With `text`, a number for each place, a line holds one story of each
    number, and none of the reader's own.
    """
    found = nothing(len(readers))
    some = np.zeros(SIZE, np.bool_)
    some[readers.ids] = True
    paths = [leads(np.flatnonzero(some).astype(np.int32), library, shelf) for shelf in library.shelves]
    for start in range(0, len(readers), AT_ONCE):
        block = np.arange(start, min(start + AT_ONCE, len(readers)))
        rows = readers.take(block)
        sums = [shared(rows, library.stretches[:, at[block]], library, path) for path in paths]
        for number, lines in zip(block, zip(*sums, strict=True), strict=True):
            places, values = _by_place(lines, library, int(at[number]), every=text is not None)
            key = keys(values, at[number], places, library)
            if text is not None:
                kept = one_of_each(places, key, text, own[number])
                places, values, key = places[kept], values[kept], key[kept]
            first, found.floors[number] = best(places, key, own[number])
            found.places[number, : len(first)] = places[first]
            found.leading[number, : len(first)] = values[first]
    return found


def _by_place(
    lines: Sequence[NDArray[np.int32]], library: Library, at: int, every: bool
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """The places of those that share most, or of all that share anything; and how much."""
    there = [
        np.flatnonzero(line)
        if every or len(line) <= 4 * HELD
        else _most(line, rough, at * len(line) // len(library), library.smallest)
        for rough, line in zip(library.rough, lines, strict=True)
    ]
    places = [shelf.places[some] for shelf, some in zip(library.shelves, there, strict=True)]
    return np.concatenate(places), np.concatenate(
        [line[some] for line, some in zip(lines, there, strict=True)]
    )


def _most(
    line: NDArray[np.int32], weight: NDArray[np.float32], about: int, smallest: float
) -> NDArray[np.int64]:
    """Which stories of a shelf may be among the best: nearness at most doubles a key, so half of a bound is
    enough. The bound is one that more than HELD reach among those beside story number `about`."""
    begin = max(0, min(about - BESIDE // 2, len(line) - BESIDE))
    beside = line[begin : begin + BESIDE] * weight[begin : begin + BESIDE]
    least = max(np.partition(beside, -HELD - 2)[-HELD - 2] / MOST * (1 - ROUGH), ROUGH)
    kept = np.flatnonzero(line >= int(least * smallest))
    return np.asarray(kept[line[kept] * weight[kept] >= least], dtype=np.int64)
