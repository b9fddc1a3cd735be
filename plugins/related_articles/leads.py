"""A shelf -> Leads: from a reader's terms to the stories of the shelf that hold them too.

A term is divided by stretches into pieces, so that a common one leads to what is near in time alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from plugins.related_articles.library import Library, Shelf
from plugins.related_articles.rows import Rows, begins, ranges
from plugins.related_articles.terms import SIZE

AT_ONCE = 1 << 15
"""Terms that are divided together, so that memory stays small."""


@dataclass(frozen=True)
class Leads:
    """Term t has the pieces `first[t]` and on, one for each stretch of its level; -1 where it leads nowhere.

    `table` has a line for each piece: the stories and how much the term weighs in them.
    """

    first: NDArray[np.int32]
    table: csr_array


def leads(ids: NDArray[np.int32], library: Library, shelf: Shelf) -> Leads:
    """Of these terms, which ascend without repeats. Stories that are gone from the shelf weigh nothing."""
    common, postings = library.common, shelf.postings
    ids = ids[(common.levels[ids] >= common.first_lead) & (postings.counts(ids) > 0)]
    pieces = library.pieces[common.levels[ids]]
    first = np.full(SIZE, -1, np.int32)
    first[ids] = np.cumsum(pieces) - pieces
    held = np.zeros(int(pieces.sum()), np.int32)
    there = library.stretches[:, np.maximum.accumulate(np.maximum(shelf.places, 0))]
    ends = begins(postings.counts(ids))
    stories, values = np.empty(ends[-1], np.int32), np.empty(ends[-1], np.uint8)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        here = slice(ends[start], ends[start + len(some)])
        which, found, weights = postings.of(some)
        term = some[which]
        pieces_of = first[term] + there[common.levels[term], found]
        held += np.bincount(pieces_of, minlength=len(held)).astype(np.int32)
        stories[here] = found
        values[here] = np.where(shelf.places[found] < 0, 0, weights)
    starts = begins(held).astype(np.int32)
    return Leads(first, csr_array((values, stories, starts), shape=(len(held), len(shelf.places))))


def shared(readers: Rows, stretches: NDArray[np.int32], library: Library, found: Leads) -> NDArray[np.int32]:
    """For each reader what it shares with each story of the shelf: a sum of level weight x weight x weight.

    `stretches` holds for each level and reader the number of the stretch. All are whole numbers, so the order
    of a sum does not matter.
    """
    common = library.common
    leading = np.flatnonzero(found.first[readers.ids] >= 0)
    terms, reader = readers.ids[leading], readers.of_each()[leading]
    levels = common.levels[terms]
    here = stretches[levels, reader]
    first, last = np.maximum(here - 1, 0), np.minimum(here + 2, library.pieces[levels])
    lines = found.table[ranges(found.first[terms] + first, last - first)]
    stories = found.table.shape[1]
    weights = np.repeat((common.weights[levels] * readers.weights[leading]).astype(np.int32), last - first)
    apart = np.repeat((reader * stories).astype(np.int32), last - first)
    lines.indices += np.repeat(apart, np.diff(lines.indptr))
    table = csr_array((lines.data, lines.indices, lines.indptr), shape=(len(weights), len(readers) * stories))
    return np.asarray(table.T @ weights, dtype=np.int32).reshape(len(readers), stories)
