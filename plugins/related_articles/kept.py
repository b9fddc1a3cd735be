"""What one search for related stories leaves to the next -> Kept. No result depends on it, only the time it
takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates
from plugins.related_articles.library import Library
from plugins.related_articles.terms import Terms


@dataclass(frozen=True)
class Facts:
    """Of each story: Han characters of its text, its text's two marks."""

    lengths: NDArray[np.int32]
    marks: NDArray[np.uint64]


@dataclass(frozen=True)
class Shown:
    """The links of each story as places, filled up with -1; and for each why, "" where nothing tells it."""

    places: NDArray[np.int32]
    whys: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Kept:
    """All by place. `own` is what each story shares with itself.

    `was` is the place before of a story that is as it was, or -1; `moved` are the terms that weigh more or
    less than before.
    """

    versions: Sequence[str]
    library: Library
    facts: Facts
    own: NDArray[np.int64]
    found: Candidates
    was: NDArray[np.int64]
    moved: NDArray[np.int32]
    shown: Shown | None = None

    def terms(self, place: int) -> Terms:
        """Those of one story."""
        ids, weights = self.library.row(place)
        whole, rest = self.facts.marks[place].tolist()
        return Terms(ids, weights, int(self.facts.lengths[place]), (whole, rest))


def facts(stories: Sequence[Terms]) -> Facts:
    """Of each of these."""
    return Facts(
        np.array([it.length for it in stories], np.int32),
        np.array([it.marks for it in stories], np.uint64).reshape(-1, 2),
    )
