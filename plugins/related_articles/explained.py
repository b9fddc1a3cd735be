"""Relations -> Explained: each candidate of one story with all that decided whether it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plugins.related_articles.nearness import nearness
from plugins.related_articles.relations import Ranking, Relations
from plugins.related_articles.story import Story


class Verdict(StrEnum):
    """Why a story is in the list, or is not."""

    PINNED = "pinned"
    SHOWN = "shown"
    RESCUED = "rescued"
    BANNED = "banned"
    NO_STORY = "no story"
    SAME_TEXT = "same text"
    REPRINT = "reprint"
    GAVE_WAY = "gave way"
    SERIES = "series"
    LATER = "later"


@dataclass(frozen=True)
class Candidate:
    """`rank` counts from 1 by score, 0 for one that has none. `likeness` is 0 to 1; the score is
    likeness x nearness / root of hub. `place` in the list counts from 1, 0 for none.
    """

    slug: str
    title: str
    rank: int
    likeness: float
    days: int
    nearness: float
    hub: float
    score: float
    tags: tuple[str, ...]
    why: str
    place: int
    verdict: Verdict


@dataclass(frozen=True)
class Explained:
    """Of one story, the shown ones first in the order of the list."""

    title: str
    candidates: tuple[Candidate, ...]


def explained(found: Relations, slug: str) -> Explained | None:
    """None where no such story is known."""
    where = found.where(slug)
    if where is None:
        return None
    ranking, number = where
    teller = _Teller(found, ranking, number)
    reader = ranking.readers.stories[number]
    unknown = [it for it in (*reader.pins, *sorted(reader.bans)) if it not in ranking.site.places]
    rows = [teller.candidate(place) for place in teller.places()]
    last = len(rows) + 1
    rows.sort(key=lambda it: (it.place or last, it.rank or last, it.slug))
    return Explained(reader.title, (*rows, *map(_no_story, unknown)))


def _no_story(slug: str) -> Candidate:
    return Candidate(slug, "", 0, 0.0, 0, 0.0, 0.0, 0.0, (), "", 0, Verdict.NO_STORY)


class _Teller:
    """Of one reader: `number` in a ranking."""

    def __init__(self, found: Relations, ranking: Ranking, number: int) -> None:
        self._site, self._ranking, self._number = ranking.site, ranking, number
        self._reader: Story = ranking.readers.stories[number]
        readers = ranking.readers
        cosine, found_places = readers.cosine[number].tolist(), readers.found.places[number].tolist()
        self._cosine = {place: it for place, it in zip(found_places, cosine, strict=True) if place >= 0}
        ranked, scores = ranking.ranked.places[number].tolist(), ranking.ranked.scores[number].tolist()
        self._rank = {place: at for at, place in enumerate(ranked, 1) if place >= 0}
        self._score = dict(zip(ranked, scores, strict=True))
        self._first = [it for it in ranking.first[number].tolist() if it >= 0]
        self._list = [it for it in ranking.lists[number].tolist() if it >= 0]
        self._whys = {it.id: it.why for it in found.links(self._reader.id)}

    def places(self) -> list[int]:
        """Of all that have to do with this story."""
        named = [self._site.places[it] for it in self._reader.pins if it in self._site.places]
        return list(dict.fromkeys([*self._list, *named, *self._rank, *self._cosine]))

    def candidate(self, place: int) -> Candidate:
        other, day = self._site.shown[place], self._reader.date.toordinal()
        near = nearness(np.array([day]), self._site.kept.library.days[[place]])
        return Candidate(
            other.id,
            other.title,
            self._rank.get(place, 0),
            self._cosine.get(place, 0.0),
            other.date.toordinal() - day,
            float(near[0]),
            float(self._site.hub[place]),
            self._score.get(place, 0.0),
            tuple(it for it in self._reader.tags if it in other.tags),
            self._whys.get(other.id, ""),
            self._list.index(place) + 1 if place in self._list else 0,
            self._verdict(place, other),
        )

    def _verdict(self, place: int, other: Story) -> Verdict:
        if place in self._list:
            is_pinned = other.id in self._reader.pins and other.id not in self._reader.bans
            usual = Verdict.SHOWN if place in self._first else Verdict.RESCUED
            return Verdict.PINNED if is_pinned else usual
        return self._why_not(place, other)

    def _why_not(self, place: int, other: Story) -> Verdict:
        text = self._site.text
        if other.id in self._reader.bans:
            return Verdict.BANNED
        if place not in self._rank and text[place] == self._ranking.readers.text[self._number]:
            return Verdict.SAME_TEXT
        if place in self._first:
            return Verdict.GAVE_WAY
        if text[place] in text[self._list]:
            return Verdict.REPRINT
        if other.series and other.series == self._reader.series:
            return Verdict.SERIES
        return Verdict.LATER
