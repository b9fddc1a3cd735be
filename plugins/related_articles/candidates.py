"""Readers -> Candidates: for each of them the stories that share most with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.leads import leads, shared
from plugins.related_articles.library import Library
from plugins.related_articles.nearness import MOST, nearness
from plugins.related_articles.rows import Rows
from plugins.related_articles.terms import SIZE

USED = 32
"""Candidates per story that lists are made of. With 24 to 100 the lists were alike within .002 nDCG."""

HELD = 48
"""Candidates per story that are kept, so that an update may lose some and still has USED."""

AT_ONCE = 16
"""Readers that are worked on together."""

BESIDE = 2048
ROUGH = 1e-5
"""More than the error of a product of short numbers."""


@dataclass(frozen=True)
class Candidates:
    """One line per reader: HELD places of stories, the best first, filled up with -1.

    `leading` is what they share in terms that lead to candidates, `whole` in all terms. The best are those
    with the highest keys (see `keys`); no story outside of the line has a higher one than `floors`. The first
    USED are the best USED of the site.
    """

    places: NDArray[np.int32]
    leading: NDArray[np.int32]
    whole: NDArray[np.int32]
    floors: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.places)

    def used(self) -> Candidates:
        """The part that lists are made of."""
        return Candidates(self.places[:, :USED], self.leading[:, :USED], self.whole[:, :USED], self.floors)

    def take(self, which: NDArray[np.int64]) -> Candidates:
        """The lines with these numbers."""
        return Candidates(self.places[which], self.leading[which], self.whole[which], self.floors[which])

    def put(self, which: NDArray[np.int64], lines: Candidates) -> None:
        """Write `lines` in the place of those with these numbers."""
        self.places[which], self.leading[which] = lines.places, lines.leading
        self.whole[which], self.floors[which] = lines.whole, lines.floors

    def keys(self, which: NDArray[np.int64], library: Library) -> NDArray[np.float64]:
        """Of these lines; -1 where there is no story."""
        places = self.places[which]
        return np.where(places < 0, -1.0, keys(self.leading[which], which[:, None], places, library))


def keys(
    leading: NDArray[np.int32], places: NDArray[np.int64], others: NDArray[np.integer], library: Library
) -> NDArray[np.float64]:
    """What counts is what a story shares, less for a long one, which shares much with all; and how near it
    is."""
    near = nearness(library.days[places], library.days[others])
    return np.asarray(leading / library.sizes[others] * near, dtype=np.float64)


def nothing(readers: int) -> Candidates:
    """For so many readers no candidate."""
    shape = (readers, HELD)
    zeros = np.zeros(shape, np.int32)
    return Candidates(np.full(shape, -1, np.int32), zeros, zeros.copy(), np.zeros(readers))


def candidates(
    readers: Rows,
    own: NDArray[np.int64],
    at: NDArray[np.int64],
    library: Library,
    text: NDArray[np.int64] | None = None,
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
                kept = _one_of_each(places, key, text, own[number])
                places, values, key = places[kept], values[kept], key[kept]
            best, found.floors[number] = _best(places, key, own[number])
            found.places[number, : len(best)] = places[best]
            found.leading[number, : len(best)] = values[best]
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


def _one_of_each(
    places: NDArray[np.int64], key: NDArray[np.float64], text: NDArray[np.int64], own: int
) -> NDArray[np.int64]:
    """The indexes of the best story of each text but the reader's own."""
    order = np.lexsort((places, -key))
    first = order[np.sort(np.unique(text[places[order]], return_index=True)[1])]
    kept = (text[places[first]] != text[own]) | (own < 0)
    return np.asarray(first[kept], dtype=np.int64)


def _best(places: NDArray[np.int64], key: NDArray[np.float64], own: int) -> tuple[NDArray[np.int64], float]:
    """The indexes of the HELD with the highest keys, best first, without `own`; and the floor."""
    bound = np.partition(key, -HELD - 1)[-HELD - 1] if len(key) > HELD + 1 else 0.0
    kept = np.flatnonzero((key >= bound) & (places != own))
    best = kept[np.lexsort((places[kept], -key[kept]))][:HELD]
    return best, float(key[best[-1]]) if len(best) == HELD else 0.0
