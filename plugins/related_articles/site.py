"""Shown stories and their candidates -> Site: what is known of all of them before any list is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates
from plugins.related_articles.finding import find
from plugins.related_articles.kept import Kept
from plugins.related_articles.likeness import cosines, groups, hubness, same_text
from plugins.related_articles.places import among, union, without
from plugins.related_articles.ranking import Ranked, ranked
from plugins.related_articles.story import Story
from plugins.related_articles.work import Workers

LONGEST = 20
"""Links that a list may have. Where reprints leave fewer texts among the candidates, more are looked for."""


@dataclass(frozen=True)
class Readers:
    """Stories whose lists are made, with their candidates.

    `cosine` says how alike each candidate is, `text` is the first place of the same text among the shown, or
    -1; `series` are numbers as in Kept; `bans` are places, for those who have any.
    """

    found: Candidates
    cosine: NDArray[np.float64]
    text: NDArray[np.int32]
    days: NDArray[np.int64]
    series: NDArray[np.uint64]
    bans: Mapping[int, Sequence[int]]


@dataclass(frozen=True)
class Site:
    """All by place, as in Shown. `lines` are the candidates of the `crowded`, one of each text."""

    kept: Kept
    pairs: NDArray[np.int32]
    text: NDArray[np.int32]
    hub: NDArray[np.float64]
    crowded: NDArray[np.int32]
    lines: Candidates

    def readers(self, places: NDArray[np.int64]) -> Readers:
        """The stories at these places."""
        kept = self.kept
        found = kept.table.take(places).used()
        some = np.flatnonzero(among(len(self.text), places, self.crowded))
        if len(some):
            found = found.take(np.arange(len(found)))
            found.put(some, self.lines.take(np.searchsorted(self.crowded, places[some])))
        bans = {number: self.bans[it] for number, it in enumerate(places.tolist()) if it in self.bans}
        cosine = cosines(found, kept.own[places], kept.own)
        days, series = kept.library.days[places], kept.series[places]
        return Readers(found, cosine, self.text[places], days, series, bans)

    @cached_property
    def wishing(self) -> Mapping[int, Story]:
        """The stories whose editors pin or ban, by place."""
        return {it: self.kept.story(it) for it in self.kept.wishes.tolist()}

    @cached_property
    def bans(self) -> Mapping[int, Sequence[int]]:
        """For each story what it must not show."""
        return {it: self.kept.places(sorted(story.bans)) for it, story in self.wishing.items() if story.bans}

    @cached_property
    def pins(self) -> Mapping[int, Sequence[int]]:
        """For each story what comes first in its list."""
        found = {it: self.pinned(story) for it, story in self.wishing.items()}
        return {it: pins for it, pins in found.items() if pins}

    def pinned(self, story: Story) -> Sequence[int]:
        """What a story's editor wants first in its list."""
        return self.kept.places(
            [it for it in dict.fromkeys(story.pins) if it != story.id and it not in story.bans]
        )

    def ranked(self, readers: Readers) -> Ranked:
        """For each reader its candidates in the order of a list, without its own text and what editors ban.

        The reader's own series comes last: another part of the page shows it whole.
        """
        found, series = readers.found, self.kept.series
        left_out = self.text[found.places] == readers.text[:, None]
        for number, bans in readers.bans.items():
            left_out[number] |= among(len(self.text), found.places[number], np.array(bans, np.int64))
        own = readers.series[:, None]
        return ranked(
            found,
            readers.cosine,
            self.hub,
            readers.days,
            self.kept.library.days,
            left_out,
            (own > 0) & (series[found.places] == own),
        )


@dataclass(frozen=True)
class Before:
    """What the last build knew, by the places of now: where a story is new it is another, and so are its
    lists."""

    pairs: NDArray[np.int32]
    text: NDArray[np.int32]
    hub: NDArray[np.float64]
    crowded: NDArray[np.int32]
    first: NDArray[np.int32]
    lists: NDArray[np.int32]


def site(
    kept: Kept, before: Before | None, touched: NDArray[np.int64], workers: Workers
) -> tuple[Site, NDArray[np.int64]]:
    """`touched` are the readers that have other candidates than before, or of whom these share something
    else; also who is to be ranked again."""
    pairs = _pairs(kept, touched)
    if before is not None:
        stay = ~among(len(kept.ids), before.pairs[:, 0], touched)
        pairs = np.concatenate([before.pairs[stay], pairs])
    text = groups(pairs, kept.facts.marks)
    rows = touched
    if before is not None:
        rows = _and_readers(rows, np.flatnonzero(text != before.text), kept)
    crowded = _crowded(kept, rows, text)
    if before is not None:
        crowded = union(len(text), without(len(text), before.crowded, rows), crowded)
        rows = union(len(text), rows, before.crowded, crowded)
    lines = find(crowded, kept.library, workers, text).used()
    hub = np.empty(len(text)) if before is None else before.hub.copy()
    found = Site(kept, pairs, text, hub, crowded.astype(np.int32), lines)
    readers = found.readers(rows)
    hub[rows] = hubness(readers.cosine, readers.found, readers.text, text)
    if before is not None:
        rows = _and_readers(rows, np.flatnonzero(hub != before.hub), kept)
        rows = union(len(text), rows, kept.wishes)
    return found, rows


def _pairs(kept: Kept, rows: NDArray[np.int64]) -> NDArray[np.int32]:
    """Which of these readers are one text with which of their candidates."""
    found, lengths = kept.table.take(rows).used(), kept.facts.lengths
    same = same_text(cosines(found, kept.own[rows], kept.own), found, lengths[rows], lengths)
    reader, column = np.nonzero(same)
    return np.stack([rows[reader], found.places[reader, column]], axis=1).astype(np.int32)


def _and_readers(rows: NDArray[np.int64], others: NDArray[np.int64], kept: Kept) -> NDArray[np.int64]:
    """`rows`, and the `others` with all who have them among their candidates."""
    if not len(others):
        return rows
    return union(len(kept.ids), rows, others, kept.table.holding(kept.table.slots[others]))


def _crowded(kept: Kept, rows: NDArray[np.int64], text: NDArray[np.int32]) -> NDArray[np.int64]:
    """The readers whose lines are full, but hold fewer than LONGEST texts besides their own."""
    found = kept.table.take(rows).used()
    texts = np.sort(np.where(found.places < 0, -1, text[found.places]), axis=1)
    own = (texts == text[rows][:, None]).any(axis=1)
    count = 1 + (np.diff(texts, axis=1) > 0).sum(axis=1) - own
    some: NDArray[np.int64] = rows[(found.places[:, -1] >= 0) & (count < LONGEST)]
    return some


def moved(before: Before, was: NDArray[np.int64], now: NDArray[np.int64]) -> Before:
    """The same by other places: `was` of each place of now, `now` of each of before, -1 for none."""
    to: NDArray[np.int32] = np.append(now, -1).astype(np.int32)
    pairs, crowded = to[before.pairs], to[before.crowded]
    text = np.where(was < 0, -2, to[before.text[was]])
    return Before(
        pairs[(pairs >= 0).all(axis=1)],
        text.astype(np.int32),
        np.where(was < 0, -1.0, before.hub[was]),
        crowded[crowded >= 0],
        to[before.first[was]],
        to[before.lists[was]],
    )
