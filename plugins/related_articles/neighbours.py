"""Rows of stories -> Neighbours: for each row the most like others, by cosine."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

LOOKED_AT = 60
"""Candidates per story that the ranking may reorder."""

CELLS = 4_000_000
"""Cosines held at once (16 MB), so that memory does not grow with the square of the stories."""

DIGITS = 6
"""Cosines are rounded, so that the last bit of a sum, which differs between machines, decides nothing."""


@dataclass(frozen=True)
class Neighbours:
    """Of one story: places of the others, and their cosines, the most like first; never one at 0."""

    places: NDArray[np.int64]
    cosines: NDArray[np.float64]


def neighbours(rows: csr_array, others: csr_array, same: bool) -> list[Neighbours]:
    """One per row. `same` says that row k of both is one story, which is no neighbour of its own."""
    count = others.shape[0]
    if not count:
        return [Neighbours(np.empty(0, np.int64), np.empty(0))] * rows.shape[0]
    columns = others.T.tocsr()
    height = max(1, CELLS // count)
    found: list[Neighbours] = []
    for start in range(0, rows.shape[0], height):
        block = (rows[start : start + height] @ columns).toarray()
        if same:
            at = np.arange(block.shape[0])
            block[at, at + start] = 0
        found += [_most_like(row) for row in block]
    return found


def _most_like(row: NDArray[np.float32]) -> Neighbours:
    cosines = row.astype(np.float64).round(DIGITS)
    least = np.partition(cosines, -LOOKED_AT)[-LOOKED_AT] if len(cosines) > LOOKED_AT else 0.0
    places = np.flatnonzero((cosines >= least) & (cosines > 0))
    order = np.lexsort((places, -cosines[places]))[:LOOKED_AT]
    return Neighbours(places[order], cosines[places[order]])
