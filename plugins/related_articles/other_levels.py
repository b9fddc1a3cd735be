"""Terms that became rarer or more common -> the lines of the stories that hold them, as they weigh now."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.library import Library
from plugins.related_articles.nearness import MOST
from plugins.related_articles.table import Table

SLACK = 1 + 1e-9
"""Floors rise by a little more than needed, whatever the last bit of a product."""


@dataclass(frozen=True)
class Moved:
    """A term, and its levels before and now."""

    id: int
    before: int
    now: int


def reweigh(
    moved: Moved, table: Table, own: NDArray[np.int64], same: NDArray[np.bool_], now: Library
) -> NDArray[np.int64]:
    """Change the lines of those of the `same` stories that hold the term, and their `own`; which they are.

    What two of them share in this term is known, so that nothing is added up again. Stories that are in no
    line may have gained as well: the floors rise by the most that any of them can have gained.
    """
    places, weights = now.holding(moved.id)
    places, weights = places[same[places]], weights[same[places]]
    of_place = np.zeros(len(now), np.int64)
    of_place[places] = weights
    lines = table.take(places)
    others = lines.places
    products = weights[:, None] * np.where(others < 0, 0, of_place[others])
    before, after = int(now.common.weights[moved.before]), int(now.common.weights[moved.now])
    own[places] += (after - before) * weights**2
    lines.whole[:] += ((after - before) * products).astype(np.int32)
    led = _near(moved.before, places, others, now) * before
    leads = _near(moved.now, places, others, now) * after
    lines.leading[:] += ((leads - led) * products).astype(np.int32)
    most = (weights / now.sizes[places]).max(initial=0.0)
    lines.floors[:] += _gain(moved, before, after, now) * weights * most * MOST * SLACK
    table.put(places, lines)
    return places


def _near(
    level: int, places: NDArray[np.int64], others: NDArray[np.int32], now: Library
) -> NDArray[np.bool_]:
    """Whether a term of this level leads from each story to each of its others."""
    stretch = now.stretches[level]
    apart = np.abs(stretch[places][:, None] - stretch[others])
    return np.asarray((level >= now.common.first_lead) & (apart <= 1), dtype=np.bool_)


def _gain(moved: Moved, before: int, after: int, now: Library) -> int:
    """How much more the term can weigh between two stories; where it leads farther now, all that it
    weighs."""
    if moved.now < now.common.first_lead:
        return 0
    leads_farther = now.pieces[moved.before] > 1 or moved.before < now.common.first_lead
    return after if moved.now > moved.before and leads_farther else max(0, after - before)
