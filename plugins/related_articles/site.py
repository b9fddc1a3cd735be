"""Shown stories and their candidates -> Site: what is known of all of them before any list is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates
from plugins.related_articles.finding import find
from plugins.related_articles.kept import Kept
from plugins.related_articles.likeness import cosines, groups, hubness, same_text
from plugins.related_articles.ranking import Ranked, ranked
from plugins.related_articles.story import Story
from plugins.related_articles.work import Workers

LONGEST = 20
"""Links that a list may have. Where reprints leave fewer texts among the candidates, more are looked for."""


@dataclass(frozen=True)
class Readers:
    """Stories whose lists are made, with their candidates.

    `cosine` says how alike each candidate is, `text` is the first place of the same text among the shown, or
    -1.
    """

    stories: Sequence[Story]
    found: Candidates
    cosine: NDArray[np.float64]
    text: NDArray[np.int64]


@dataclass(frozen=True)
class Site:
    """All by place. `text` is the first place of the same text, `hub` how much a story is like everything."""

    shown: Sequence[Story]
    kept: Kept
    text: NDArray[np.int64]
    hub: NDArray[np.float64]

    @cached_property
    def places(self) -> dict[str, int]:
        return {story.id: place for place, story in enumerate(self.shown)}

    def ranked(self, readers: Readers) -> Ranked:
        """For each reader its candidates in the order of a list, without its own text and what editors ban.

        The reader's own series comes last: another part of the page shows it whole.
        """
        found = readers.found
        left_out = self.text[found.places] == readers.text[:, None]
        for number, story in enumerate(readers.stories):
            if story.bans:
                left_out[number] |= np.isin(
                    found.places[number], [self.places.get(it, -1) for it in story.bans]
                )
        series = _numbers([it.series for it in (*self.shown, *readers.stories)])
        shown, own = series[: len(self.shown)], series[len(self.shown) :, None]
        return ranked(
            found,
            readers.cosine,
            self.hub,
            np.array([it.date.toordinal() for it in readers.stories], np.int64),
            self.kept.library.days,
            left_out,
            (own >= 0) & (shown[found.places] == own),
        )


def site(shown: Sequence[Story], kept: Kept, workers: Workers) -> tuple[Site, Readers]:
    """`shown` in order, as in `kept`; they are the first readers."""
    found = kept.found.used()
    cosine = cosines(found, kept.own, kept.own)
    lengths = kept.facts.lengths
    text = groups(same_text(cosine, found, lengths, lengths), found, kept.facts.marks)
    crowded = _crowded(found, text)
    if len(crowded):
        found = found.take(np.arange(len(found)))
        found.put(crowded, find(crowded, kept.library, workers, text).used())
        cosine = cosines(found, kept.own, kept.own)
    return Site(shown, kept, text, hubness(cosine, found, text)), Readers(shown, found, cosine, text)


def _crowded(found: Candidates, text: NDArray[np.int64]) -> NDArray[np.int64]:
    """The readers whose lines are full, but hold fewer than LONGEST texts besides their own."""
    texts = np.sort(np.where(found.places < 0, -1, text[found.places]), axis=1)
    count = 1 + (np.diff(texts, axis=1) > 0).sum(axis=1) - (texts == text[:, None]).any(axis=1)
    return np.flatnonzero((found.places[:, -1] >= 0) & (count < LONGEST))


def _numbers(names: Sequence[str]) -> NDArray[np.int64]:
    """One number for each name, -1 for none."""
    number = {"": -1}
    return np.array([number.setdefault(name, len(number)) for name in names], np.int64)
