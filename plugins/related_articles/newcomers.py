"""A new story and the lines of others -> the lines, with the new story where it is among the best."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import keys
from plugins.related_articles.library import Library
from plugins.related_articles.rows import Row, packed
from plugins.related_articles.sharing import shared_in_all
from plugins.related_articles.table import Table


def take_in(
    new: int, row: Row, shares: NDArray[np.int64], same: NDArray[np.bool_], table: Table, now: Library
) -> NDArray[np.int64]:
    """Change lines of the stories that are the `same`, without putting them in order; which were changed.

    `shares` are what the new story shares with each place: it is the same both ways. Of the new story and the
    last of a line one stays.
    """
    others = np.flatnonzero((shares > 0) & same)
    key = keys(shares[others], others, np.array([new]), now)
    near = key >= table.floors(others)
    places, key = others[near], key[near]
    lines = table.take(places)
    theirs = lines.keys(places, now)
    every = np.arange(len(places))
    last = theirs.argmin(axis=1)
    least = theirs[every, last]
    lines.floors[:] = np.maximum(lines.floors, np.minimum(least, key))
    at, last = every[key > least], last[key > least]
    lines.places[at, last] = new
    lines.leading[at, last] = shares[places[at]]
    line = places[at][None, :].astype(np.int32)
    lines.whole[at, last] = shared_in_all(packed([row]), line, now)[0]
    table.put(places, lines)
    return places
