"""All stories that are shown -> Library, in which stories are looked up by place and by term.

A place is a number in the order of time, the newest first. What a build kept is one shelf, which is large and
does not change; stories added or edited since stand on another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from plugins.related_articles.commonness import Commonness, rounded
from plugins.related_articles.postings import Postings, postings
from plugins.related_articles.rows import Row, Rows, packed
from plugins.related_articles.stretches import numbers
from plugins.related_articles.terms import SIZE

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
    """`ids` and `days` in the order of time; each story stands on one shelf. `sizes` are the lengths of
    rows."""

    ids: Sequence[str]
    days: NDArray[np.int64]
    shelves: tuple[Shelf, ...]
    sizes: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def common(self) -> Commonness:
        holders = np.zeros(SIZE, np.int32)
        for shelf in self.shelves:
            holders += shelf.postings.counts
            np.subtract.at(holders, shelf.rows.take(np.flatnonzero(shelf.places < 0)).ids, 1)
        return Commonness(holders, rounded(len(self)))

    @cached_property
    def stretches(self) -> NDArray[np.int32]:
        """For each level and place the number of the stretch."""
        return numbers(self.ids, self.days, self.common.first_lead, self.common.size)

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
    def tables(self) -> list[csr_array]:
        """For each shelf the rows as a matrix."""
        return [table(shelf.rows) for shelf in self.shelves]

    @cached_property
    def common_tables(self) -> list[csr_array]:
        """The same without the terms that lead to candidates or say nothing."""
        return [table(shelf.rows.only(self._is_common)) for shelf in self.shelves]

    @cached_property
    def _is_common(self) -> NDArray[np.bool_]:
        levels = self.common.levels
        return np.asarray(
            (levels < self.common.first_lead) & (self.common.weights[levels] > 0), dtype=np.bool_
        )

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
        lines = [slice(shelf.postings.starts[id], shelf.postings.starts[id + 1]) for shelf in self.shelves]
        places = [it.places[it.postings.holders[line]] for it, line in zip(self.shelves, lines, strict=True)]
        weights = [it.postings.weights[line] for it, line in zip(self.shelves, lines, strict=True)]
        there = np.concatenate(places) >= 0
        return np.concatenate(places)[there], np.concatenate(weights)[there].astype(np.int64)

    def row(self, place: int) -> Row:
        """The terms of one story."""
        for shelf, at in zip(self.shelves, self.numbers, strict=True):
            if at[place] >= 0:
                return shelf.rows.row(at[place])
        raise IndexError(place)


def own(rows: Rows, common: Commonness) -> NDArray[np.int64]:
    """What each row shares with itself."""
    return rows.sums(common.weights[common.levels[rows.ids]] * rows.weights.astype(np.int64) ** 2)


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
    return Library(ids, days, (shelf(rows, np.arange(len(ids))),), sizes(rows))


def table(rows: Rows) -> csr_array:
    """A line for each row, a column for each term."""
    return csr_array((rows.weights, rows.ids, rows.starts.astype(np.int32)), shape=(len(rows), SIZE))
