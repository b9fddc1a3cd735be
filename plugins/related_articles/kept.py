"""What one search for related stories leaves to the next -> Kept. No result depends on it, only the time it
takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.library import Library
from plugins.related_articles.listing import Link
from plugins.related_articles.said import Lines, story_of
from plugins.related_articles.story import Story
from plugins.related_articles.table import Table
from plugins.related_articles.terms import Terms


@dataclass(frozen=True)
class Facts:
    """Of each story: Han characters of its text, its text's two marks."""

    lengths: NDArray[np.int32]
    marks: NDArray[np.uint64]


@dataclass(frozen=True)
class Shown:
    """What became of the candidates. By place, but `whys` by slot: lines of Chinese, one for each link.

    `text` is the first place of the same text, `hub` how much a story is like everything; `pairs` are readers
    and candidates that are one text, at a glance; `crowded` the stories among whose candidates are mostly
    reprints. `first` are the lists before any story was rescued, `lists` those that are shown, both filled up
    with -1.
    """

    text: NDArray[np.int32]
    hub: NDArray[np.float64]
    pairs: NDArray[np.int32]
    crowded: NDArray[np.int32]
    first: NDArray[np.int32]
    lists: NDArray[np.int32]
    whys: Lines


@dataclass(frozen=True)
class Unlisted:
    """A story that reads and is not shown, with its list."""

    story: Story
    terms: Terms
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Kept:
    """All by place, but `said` by slot. `own` is what each story shares with itself; `series` are numbers of
    names, 0 for none; `wishes` are the places of stories whose editors pin or ban.

    `number` is the one that the store has for the
    lines of `table`, 0 where it has not; `state` the one for all of this, as the store had it.
    """

    ids: Sequence[str]
    versions: Sequence[str]
    library: Library
    facts: Facts
    own: NDArray[np.int64]
    series: NDArray[np.uint64]
    wishes: NDArray[np.int32]
    table: Table
    said: Lines
    shown: Shown | None = None
    unlisted: Sequence[Unlisted] = ()
    number: int = 0
    state: int = 0

    def terms(self, place: int) -> Terms:
        """Those of one story."""
        ids, weights = self.library.row(place)
        whole, rest = self.facts.marks[place].tolist()
        return Terms(ids, weights, int(self.facts.lengths[place]), (whole, rest))

    def story(self, place: int) -> Story:
        """Without its text."""
        return story_of(self.said[int(self.table.slots[place])], int(self.library.days[place]))

    def places(self, ids: Sequence[str]) -> list[int]:
        """Where those of these stories are that are shown."""
        return [self.place_of[it] for it in ids if it in self.place_of]

    @cached_property
    def place_of(self) -> dict[str, int]:
        """By address."""
        return dict(zip(self.ids, range(len(self.ids)), strict=True))


def facts(stories: Sequence[Terms]) -> Facts:
    """Of each of these."""
    return Facts(
        np.array([it.length for it in stories], np.int32),
        np.array([it.marks for it in stories], np.uint64).reshape(-1, 2),
    )
