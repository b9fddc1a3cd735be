"""New stories and the lines of others -> the lines, with the new stories where they are among the best."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import AT_ONCE, Candidates, keys
from plugins.related_articles.leads import leads, shared
from plugins.related_articles.library import Library
from plugins.related_articles.rows import Rows
from plugins.related_articles.sharing import shared_in_all


def take_in(
    new: NDArray[np.int64], others: NDArray[np.int64], lines: Candidates, now: Library
) -> NDArray[np.int64]:
    """Change lines of the `others`, without putting them in order; which were changed.

    What two stories share is the same both ways, so a line for each new story says all.
    """
    changed = [np.empty(0, np.int64)]
    for rows, which in now.rows(new):
        for shelf in now.shelves:
            path = leads(np.unique(rows.ids), now, shelf)
            here = np.flatnonzero(np.isin(shelf.places, others))
            for start in range(0, len(which), AT_ONCE):
                some = np.arange(start, min(start + AT_ONCE, len(which)))
                places = new[which[some]]
                sums = shared(rows.take(some), now.stretches[:, places], now, path)[:, here]
                for place, number, values in zip(places, some, sums, strict=True):
                    row = rows.take(np.array([number]))
                    changed.append(_enter(int(place), row, shelf.places[here], values, lines, now))
    return np.concatenate(changed)


def _enter(
    new: int,
    row: Rows,
    others: NDArray[np.int64],
    values: NDArray[np.int32],
    lines: Candidates,
    now: Library,
) -> NDArray[np.int64]:
    """`values` are what the new story shares with each of the others. Of it and the last of a line one
    stays."""
    key = keys(values, others, np.array([new]), now)
    near = np.flatnonzero((values > 0) & (key >= lines.floors[others]))
    places, key, values = others[near], key[near], values[near]
    theirs = lines.keys(places, now)
    last = theirs.argmin(axis=1)
    least = theirs[np.arange(len(places)), last]
    lines.floors[places] = np.maximum(lines.floors[places], np.minimum(least, key))
    better = key > least
    places, last = places[better], last[better]
    lines.places[places, last] = new
    lines.leading[places, last] = values[better]
    lines.whole[places, last] = shared_in_all(row, places[None, :].astype(np.int32), now)[0]
    return others[near]
