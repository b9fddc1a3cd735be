"""Places of stories -> sets of them. Those of numpy load a part of it that takes longer than they save."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def union(below: int, *places: NDArray[np.integer]) -> NDArray[np.int64]:
    """All of these, ascending; each is below `below`."""
    there = np.zeros(below, np.bool_)
    for some in places:
        there[some] = True
    return np.flatnonzero(there)


def without(below: int, places: NDArray[np.integer], others: NDArray[np.integer]) -> NDArray[np.int64]:
    """Those of the places that are not among the others, ascending."""
    there = np.zeros(below, np.bool_)
    there[places] = True
    there[others] = False
    return np.flatnonzero(there)


def among(below: int, places: NDArray[np.integer], others: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Of each place whether it is among the others; -1 never is."""
    there = np.zeros(below + 1, np.bool_)
    there[others] = True
    found: NDArray[np.bool_] = there[places]
    return found
