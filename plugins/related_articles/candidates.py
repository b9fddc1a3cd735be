"""Readers -> Candidates: for each of them the stories that share most with it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.library import Library
from plugins.related_articles.nearness import nearness

USED = 32
"""Candidates per story that lists are made of. With 24 to 100 the lists were alike within .002 nDCG."""

HELD = 48
"""Candidates per story that are kept, so that an update may lose some and still has USED."""


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

    def take(self, which: NDArray[np.integer]) -> Candidates:
        """The lines with these numbers."""
        return Candidates(self.places[which], self.leading[which], self.whole[which], self.floors[which])

    def put(self, which: NDArray[np.integer], lines: Candidates) -> None:
        """Write `lines` in the place of those with these numbers."""
        self.places[which], self.leading[which] = lines.places, lines.leading
        self.whole[which], self.floors[which] = lines.whole, lines.floors

    def keys(self, at: NDArray[np.int64], library: Library) -> NDArray[np.float64]:
        """Of these lines, whose readers stand `at` these places; -1 where there is no story."""
        return np.where(self.places < 0, -1.0, keys(self.leading, at[:, None], self.places, library))


def keys(
    leading: NDArray[np.integer], places: NDArray[np.int64], others: NDArray[np.integer], library: Library
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


def one_of_each(
    places: NDArray[np.int64], key: NDArray[np.float64], text: NDArray[np.integer], own: int
) -> NDArray[np.int64]:
    """The indexes of the best story of each text but the reader's own."""
    order = np.lexsort((places, -key))
    first = order[np.sort(np.unique(text[places[order]], return_index=True)[1])]
    kept = (text[places[first]] != text[own]) | (own < 0)
    return np.asarray(first[kept], dtype=np.int64)


def best(places: NDArray[np.int64], key: NDArray[np.float64], own: int) -> tuple[NDArray[np.int64], float]:
    """The indexes of the HELD with the highest keys, best first, without `own`; and the floor."""
    bound = np.partition(key, -HELD - 1)[-HELD - 1] if len(key) > HELD + 1 else 0.0
    kept = np.flatnonzero((key >= bound) & (places != own))
    found = kept[np.lexsort((places[kept], -key[kept]))][:HELD]
    return found, float(key[found[-1]]) if len(found) == HELD else 0.0
