"""The candidates of all stories, as they are kept <-> Candidates, those of some of them by place.

A story has a slot as long as the table lasts, and places change: in the table stand slots, so that a new
story changes the lines that it enters and no other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates
from plugins.related_articles.places import among, union

FEW = 8
"""Stories that are looked for one by one."""


@dataclass
class Table:
    """`lines` by slot, of slots. `slots` says for each place its slot, `changed` which lines are no longer
    those of the file."""

    lines: Candidates
    slots: NDArray[np.int32]
    changed: NDArray[np.bool_]

    def __post_init__(self) -> None:
        """Slots that are gone have the place -1, as nothing has."""
        self.places = np.full(len(self.lines) + 1, -1, np.int32)
        self.places[self.slots] = np.arange(len(self.slots), dtype=np.int32)

    def take(self, places: NDArray[np.int64]) -> Candidates:
        """The lines of the stories at these places."""
        found = self.lines.take(self.slots[places])
        return Candidates(self.places[found.places], found.leading, found.whole, found.floors)

    def put(self, places: NDArray[np.int64], lines: Candidates) -> None:
        """Write `lines` in the place of those of these stories."""
        slots = np.append(self.slots, np.int32(-1))[lines.places]
        self.lines.put(self.slots[places], Candidates(slots, lines.leading, lines.whole, lines.floors))
        self.changed[self.slots[places]] = True

    def floors(self, places: NDArray[np.int64]) -> NDArray[np.float64]:
        """Those of the lines of these stories."""
        return self.lines.floors[self.slots[places]]

    def holding(self, slots: NDArray[np.integer]) -> NDArray[np.int64]:
        """The places of the stories in whose lines one of these stands, ascending."""
        lines = self.lines.places
        if len(slots) <= FEW:
            found = [np.flatnonzero(lines.ravel() == it) // lines.shape[1] for it in slots.tolist()]
            rows = union(len(lines), *found)
        else:
            rows = np.flatnonzero(among(len(lines), lines, slots).any(axis=1))
        places = self.places[rows]
        return np.sort(places[places >= 0]).astype(np.int64)

    def drop(self, slots: NDArray[np.integer], readers: NDArray[np.int64]) -> None:
        """Take these stories out of the lines of those at the places `readers`."""
        rows = self.slots[readers]
        its = self.lines.places[rows]
        self.lines.places[rows] = np.where(among(len(self.lines), its, slots), -1, its)
        self.changed[rows] = True


def extended(lines: Candidates, more: Candidates) -> Candidates:
    """With more lines behind."""
    return Candidates(
        np.concatenate([lines.places, more.places]),
        np.concatenate([lines.leading, more.leading]),
        np.concatenate([lines.whole, more.whole]),
        np.concatenate([lines.floors, more.floors]),
    )
