"""Ranked candidates -> the lists: of each text one story, and what editors pin first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def lists(
    ranked: NDArray[np.int64], own: NDArray[np.integer], group: NDArray[np.int32], how_many: int
) -> NDArray[np.int32]:
    """At most `how_many` places per reader, then -1. `own` are the readers' groups, which are left out."""
    chosen = np.full((len(ranked), how_many), -1, np.int32)
    taken = np.full((len(ranked), how_many + 1), -1, np.int64)
    taken[:, how_many] = own
    count = np.zeros(len(ranked), np.int64)
    unfilled = np.arange(len(ranked))
    for column in ranked.T:
        unfilled = unfilled[(count[unfilled] < how_many) & (column[unfilled] >= 0)]
        its = group[column[unfilled]]
        fits = (taken[unfilled] != its[:, None]).all(axis=1)
        free = unfilled[fits]
        chosen[free, count[free]] = column[free]
        taken[free, count[free]] = its[fits]
        count[free] += 1
    return chosen


def pinned(pins: Sequence[int], rest: Sequence[int], group: NDArray[np.int32], how_many: int) -> list[int]:
    """Pins first, in their order, whatever they are; then the rest without their texts."""
    texts = {int(group[pin]) for pin in pins}
    return [*pins, *(place for place in rest if int(group[place]) not in texts)][:how_many]
