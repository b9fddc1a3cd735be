"""All stories that are shown -> Library, in which stories are looked up by place and by term.

A place is a number in the order of time, the newest first. What a build kept is one shelf, which is large and
does not change; stories added or edited since stand on another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.commonness import Commonness, rounded
from plugins.related_articles.postings import Postings, postings
from plugins.related_articles.rows import Row, Rows, packed
from plugins.related_articles.stretches import hashes, numbers

AT_ONCE = 4096
"""Rows that are added up together, so that memory stays small."""


@dataclass(frozen=True)
class Shelf:
    """Some of the stories. `places[k]` is where story k of its rows stands now, -1 where it is gone.

    Those that are not gone are in the order of time. `number` is the one that the store has for rows and
    postings, 0 where it has not.
    """

    rows: Rows
    postings: Postings
    places: NDArray[np.int64]
    number: int = 0


@dataclass(frozen=True)
class Library:
    """All by place; each story stands on one shelf. `sizes` are the lengths of rows, `hashes` those of
    addresses."""

    hashes: NDArray[np.uint32]
    days: NDArray[np.int64]
    shelves: tuple[Shelf, ...]
    sizes: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.days)

    @cached_property
    def common(self) -> Commonness:
        return Commonness(self.holders, rounded(len(self)))

    def holders(self, ids: NDArray[np.int32]) -> NDArray[np.int32]:
        """How many stories have each of these terms."""
        terms, counts = self._gone
        at = np.searchsorted(terms, ids)
        gone = np.where(np.append(terms, -1)[at] == ids, np.append(counts, 0)[at], 0)
        return np.asarray(sum(it.postings.counts(ids) for it in self.shelves) - gone, dtype=np.int32)

    @cached_property
    def _gone(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The terms of all stories that are gone from a shelf, and of how many."""
        rows = [it.rows.take(np.flatnonzero(it.places < 0)).ids for it in self.shelves]
        return np.unique(np.concatenate(rows), return_counts=True)

    @cached_property
    def stretches(self) -> NDArray[np.int32]:
        """For each level and place the number of the stretch."""
        return numbers(self.hashes, self.days, self.common.first_lead, self.common.size)

    @cached_property
    def pieces(self) -> NDArray[np.int64]:
        """For each level into how many stretches the site is divided."""
        return np.asarray(self.stretches.max(axis=1, initial=0), dtype=np.int64) + 1

    @cached_property
    def rough(self) -> list[NDArray[np.float32]]:
        """For each shelf and story about 1 / size, 0 where it is gone."""
        places = [shelf.places for shelf in self.shelves]
        return [((it >= 0) / self.sizes[it]).astype(np.float32) for it in places]

    @cached_property
    def smallest(self) -> float:
        """The length of the shortest row."""
        return float(self.sizes.min())

    @cached_property
    def numbers(self) -> list[NDArray[np.int64]]:
        """For each shelf and place the story's number there, -1 where it stands on another."""
        found = [np.full(len(self), -1, np.int64) for _ in self.shelves]
        for number, shelf in zip(found, self.shelves, strict=True):
            there = np.flatnonzero(shelf.places >= 0)
            number[shelf.places[there]] = there
        return found

    def rows(self, places: NDArray[np.int64]) -> Iterator[tuple[Rows, NDArray[np.int64]]]:
        """The terms of the stories at these places, by shelf; and which of the places they belong to."""
        for shelf, at in zip(self.shelves, self.numbers, strict=True):
            which = np.flatnonzero(at[places] >= 0)
            if len(which):
                yield shelf.rows.take(at[places[which]]), which

    def own(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """What each of these stories shares with itself."""
        found = np.zeros(len(places), np.int64)
        for start in range(0, len(places), AT_ONCE):
            for rows, which in self.rows(places[start : start + AT_ONCE]):
                found[start + which] = own(rows, self.common)
        return found

    def holding(self, id: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of the stories that hold a term, and how much it weighs in each."""
        found = [(it.places, it.postings.of(np.array([id], np.int32))) for it in self.shelves]
        places = np.concatenate([places[holders] for places, (_, holders, _) in found])
        weights = np.concatenate([weights for _, (_, _, weights) in found]).astype(np.int64)
        return places[places >= 0], weights[places >= 0]

    def checked(self) -> Library:
        """The same for another process, which has not the file."""
        shelves = [
            replace(it, rows=it.rows.checked(), postings=it.postings.checked(len(it.rows)))
            for it in self.shelves
        ]
        return replace(self, shelves=tuple(shelves))

    def row(self, place: int) -> Row:
        """The terms of one story."""
        for shelf, at in zip(self.shelves, self.numbers, strict=True):
            if at[place] >= 0:
                return shelf.rows.row(at[place])
        raise IndexError(place)


def own(rows: Rows, common: Commonness) -> NDArray[np.int64]:
    """What each row shares with itself."""
    return rows.sums(common.weights[common.of(rows.ids)] * rows.weights.astype(np.int64) ** 2)


def shelf(rows: Sequence[Row], places: NDArray[np.int64]) -> Shelf:
    """Of these stories, none of them gone."""
    all_rows = packed(rows)
    return Shelf(all_rows, postings(all_rows), places)


def sizes(rows: Sequence[Row]) -> NDArray[np.float64]:
    """The length of each row, as of a vector; 1 for an empty one."""
    squares = [int(np.square(row.weights, dtype=np.int64).sum()) for row in rows]
    return np.sqrt(np.maximum(np.array(squares, np.float64), 1))


def library(ids: Sequence[str], days: NDArray[np.int64], rows: Sequence[Row]) -> Library:
    """Of stories in the order of time, on one shelf."""
    return Library(hashes(ids), days, (shelf(rows, np.arange(len(ids))),), sizes(rows))
