"""Readers and their candidates -> what they share in all terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.library import Library
from plugins.related_articles.rows import Rows
from plugins.related_articles.terms import SIZE

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from plugins.related_articles.candidates import Candidates

MANY = 4
"""For a quarter of the site or more it is worth to take out the common terms first."""


def whole(readers: Rows, at: NDArray[np.int64], found: Candidates, library: Library) -> NDArray[np.int32]:
    """For each reader's line. `at` is where each stands in time.

    What is shared in terms that lead is known where these led from the one to the other.
    """
    if MANY * len(readers) < len(library):
        return shared_in_all(readers, found.places, library)
    from plugins.related_articles.matrices import common_tables, tables

    led = _led(at, found.places, library)
    rest = _sums(readers, np.where(led, found.places, -1), library, common_tables(library))
    far = _sums(readers, np.where(led, -1, found.places), library, tables(library))
    return np.where(led, found.leading + rest, far).astype(np.int32)


def _led(at: NDArray[np.int64], places: NDArray[np.int32], library: Library) -> NDArray[np.bool_]:
    """Whether every leading term led there: if that of the shortest stretches did, all did."""
    stretch = library.stretches[library.common.first_lead]
    return np.asarray((places >= 0) & (np.abs(stretch[at][:, None] - stretch[places]) <= 1), dtype=np.bool_)


def shared_in_all(readers: Rows, places: NDArray[np.int32], library: Library) -> NDArray[np.int32]:
    """What each reader shares with each of the stories in its line of `places`; 0 where it is -1."""
    return _sums(readers, places, library, None)


def _sums(
    readers: Rows, places: NDArray[np.int32], library: Library, tables: Sequence[csr_array] | None
) -> NDArray[np.int32]:
    """With the tables of the shelves, or where a few lines are all that is needed, without."""
    weights = (library.common.weights[library.common.of(readers.ids)] * readers.weights).astype(np.int32)
    of_term = np.zeros(SIZE, np.int32)
    found = np.zeros(places.shape, np.int32)
    for reader in np.flatnonzero((places >= 0).any(axis=1)):
        line = places[reader]
        terms = slice(readers.starts[reader], readers.starts[reader + 1])
        of_term[readers.ids[terms]] = weights[terms]
        for number, numbers in enumerate(library.numbers):
            here = np.flatnonzero((line >= 0) & (numbers[line] >= 0))
            if len(here):
                its = numbers[line[here]]
                if tables:
                    found[reader, here] = tables[number][its] @ of_term
                else:
                    rows = library.shelves[number].rows.take(its)
                    found[reader, here] = rows.sums(of_term[rows.ids].astype(np.int64) * rows.weights)
        of_term[readers.ids[terms]] = 0
    return found
