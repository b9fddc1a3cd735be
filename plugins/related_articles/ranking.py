"""Candidates and how alike they are -> for each reader its candidates in the order of a list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates
from plugins.related_articles.nearness import nearness

STEPS = 1 << 20
"""Scores are whole numbers of this part."""

BITS = 24
PLACES = 1 << BITS
"""More stories than any site has."""

FIRST = 1 << 38
"""Above all scores."""


@dataclass(frozen=True)
class Ranked:
    """One line per reader: places of candidates, the best first, then -1; and their scores."""

    places: NDArray[np.int64]
    scores: NDArray[np.float64]


def ranked(
    found: Candidates,
    cosine: NDArray[np.float64],
    hub: NDArray[np.float64],
    days: NDArray[np.int64],
    shown: NDArray[np.int64],
    left_out: NDArray[np.bool_],
    last: NDArray[np.bool_],
) -> Ranked:
    """Ties go to the lower place: the newer story, then the first address.

    `days` are the readers' dates, `shown` those of all shown stories. Candidates that are `left_out` are not
    in the lines; those that come `last` follow all others.
    """
    score = cosine * nearness(days[:, None], shown[found.places]) / np.sqrt(hub[found.places])
    steps = np.rint(score * STEPS).astype(np.int64)
    keys = (steps + np.where(last, 0, FIRST)) * PLACES + (PLACES - 1 - found.places)
    keys = np.sort(np.where((found.places < 0) | left_out, -1, keys), axis=1)[:, ::-1]
    there = keys >= 0
    return Ranked(
        np.where(there, PLACES - 1 - (keys & (PLACES - 1)), -1),
        np.where(there, (keys >> BITS & (FIRST - 1)) / STEPS, 0.0),
    )
