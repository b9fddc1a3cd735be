"""Terms of many stories -> one row each, of length 1, in which rare terms weigh more (sublinear TF-IDF)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from plugins.related_articles.terms import SIZE, Terms

FEW = 50
"""Below this many stories each term counts; from here on those in one story or in more than COMMON do not."""

COMMON = 0.3


def weights(stories: Sequence[Terms]) -> NDArray[np.float32]:
    """For each term how much it says: ln((1 + N) / (1 + df)) + 1, or 0 for one that says nothing."""
    count = len(stories)
    frequency = np.zeros(SIZE, dtype=np.int64)
    for story in stories:
        frequency[story.ids] += 1
    least, most = (1, count) if count < FEW else (2, COMMON * count)
    telling = np.flatnonzero((frequency >= least) & (frequency <= most))
    weight = np.zeros(SIZE, dtype=np.float32)
    weight[telling] = np.log((1 + count) / (1 + frequency[telling])) + 1
    return weight


def vectors(stories: Sequence[Terms], weight: NDArray[np.float32]) -> csr_array:
    """A row per story: (1 + ln count) x weight, divided by its length; empty where no term is known."""
    rows = [_row(story, weight) for story in stories]
    ends = np.cumsum([0, *(len(ids) for ids, _ in rows)])
    ids = np.concatenate([np.empty(0, np.int64), *(ids for ids, _ in rows)])
    values = np.concatenate([np.empty(0, np.float32), *(values for _, values in rows)])
    return csr_array((values, ids, ends), shape=(len(stories), SIZE), dtype=np.float32)


def _row(story: Terms, weight: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    known = weight[story.ids] > 0
    ids = story.ids[known]
    values = (1 + np.log(story.counts[known])) * weight[ids]
    length = np.sqrt(np.sum(values * values))
    return ids, (values / length if length else values).astype(np.float32)
