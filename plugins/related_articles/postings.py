"""Rows -> Postings: for each term the stories that hold it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from plugins.related_articles.rows import Rows
from plugins.related_articles.terms import SIZE


@dataclass(frozen=True)
class Postings:
    """Term t stands in the stories `holders[starts[t] : starts[t + 1]]`, ascending, with these weights."""

    starts: NDArray[np.int32]
    holders: NDArray[np.int32]
    weights: NDArray[np.uint8]

    @cached_property
    def counts(self) -> NDArray[np.int32]:
        """How many stories hold each term."""
        return np.diff(self.starts)


def postings(rows: Rows) -> Postings:
    """Of these rows, numbered as they are."""
    shape = (len(rows), SIZE)
    by_story = csr_array((rows.weights, rows.ids, rows.starts.astype(np.int32)), shape=shape)
    by_term = by_story.tocsc()
    return Postings(by_term.indptr, by_term.indices, by_term.data)
