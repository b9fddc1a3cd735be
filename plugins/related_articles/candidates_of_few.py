"""A few readers, one after another -> Candidates: what candidates_of_many.py finds, without loading scipy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates, best, keys, nothing, one_of_each
from plugins.related_articles.library import Library
from plugins.related_articles.rows import Row, Rows


def shares(row: Row, at: int, library: Library) -> NDArray[np.int64]:
    """For each place what its story shares with the reader in terms that lead. The reader stands `at` that
    place in time."""
    common = library.common
    levels = common.of(row.ids)
    leading = levels >= common.first_lead
    ids, levels = row.ids[leading], levels[leading]
    weights = common.weights[levels] * row.weights[leading]
    here = library.stretches[levels, at]
    found = np.zeros(len(library))
    for shelf in library.shelves:
        which, holders, held = shelf.postings.of(ids)
        places = shelf.places[holders]
        near = (places >= 0) & (np.abs(library.stretches[levels[which], places] - here[which]) <= 1)
        values = weights[which[near]] * held[near]
        found += np.bincount(places[near], values, len(library))  # whole numbers, far below 2^53
    return found.astype(np.int64)


def candidates_of_few(
    readers: Rows,
    own: NDArray[np.int64],
    at: NDArray[np.int64],
    library: Library,
    text: NDArray[np.integer] | None = None,
) -> Candidates:
    """As `candidates_of_many`."""
    found = nothing(len(readers))
    for number, (place, there) in enumerate(zip(own.tolist(), at.tolist(), strict=True)):
        sums = shares(readers.row(number), there, library)
        found.put(np.array([number]), line(sums, place, there, library, text))
    return found


def line(
    sums: NDArray[np.int64], own: int, at: int, library: Library, text: NDArray[np.integer] | None = None
) -> Candidates:
    """That of one reader, from its `shares`."""
    found = nothing(1)
    places = np.flatnonzero(sums)
    key = keys(sums[places], np.array([at]), places, library)
    if text is not None:
        kept = one_of_each(places, key, text, own)
        places, key = places[kept], key[kept]
    first, found.floors[0] = best(places, key, own)
    found.places[0, : len(first)] = places[first]
    found.leading[0, : len(first)] = sums[places[first]]
    return found
