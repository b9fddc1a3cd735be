"""Relations -> Explained: each candidate of one story with all that decided whether it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from plugins.related_articles.nearness import nearness
from plugins.related_articles.relations import Relations
from plugins.related_articles.story import Story
from plugins.related_articles.unlisted import Ranking


class Verdict(StrEnum):
    """Why a story is in the list, or is not."""

    PINNED = "pinned"
    SHOWN = "shown"
    RESCUED = "rescued"
    BANNED = "banned"
    BOTH = "both"
    NO_STORY = "no story"
    UNLISTED = "unlisted"
    ITSELF = "itself"
    NO_ROOM = "no room"
    SAME_TEXT = "same text"
    REPRINT = "reprint"
    GAVE_WAY = "gave way"
    SERIES = "series"
    LATER = "later"


LOST = (Verdict.BOTH, Verdict.NO_STORY, Verdict.UNLISTED, Verdict.ITSELF, Verdict.NO_ROOM)
"""What an editor wrote leads nowhere."""


@dataclass(frozen=True)
class Candidate:
    """`rank` counts from 1 by score, 0 for one that has none. `likeness` is 0 to 1; the score is
    likeness x nearness / root of hub; likeness is 0 for one that is no candidate. `place` in the list counts
    from 1, 0 for none.
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
    """Of one story: what an editor named in vain, the list in its order, what an editor banned, and the rest
    by rank."""

    title: str
    candidates: tuple[Candidate, ...]


def explained(found: Relations, slug: str) -> Explained | None:
    """None where no such story is known."""
    ranking = found.ranking(slug)
    if ranking is None:
        return None
    teller, reader = _Teller(found, ranking), ranking.reader
    named = dict.fromkeys((*reader.pins, *sorted(reader.bans)))
    rows = [teller.candidate(place) for place in teller.places()]
    rows += [_elsewhere(found, it, slug) for it in named if not ranking.site.kept.places([it])]
    last = len(rows) + 1
    rows.sort(key=lambda it: (_group(it), it.place or last, it.rank or last, it.slug))
    return Explained(reader.title, tuple(rows))


def _group(it: Candidate) -> int:
    if it.place:
        return 1
    return 0 if it.verdict in LOST else 2 if it.verdict is Verdict.BANNED else 3


def _elsewhere(found: Relations, slug: str, reader: str) -> Candidate:
    """A story that can be in no list."""
    where = found.ranking(slug)
    title = where.reader.title if where else ""
    verdict = Verdict.UNLISTED if where else Verdict.NO_STORY
    return _no_candidate(slug, title, Verdict.ITSELF if slug == reader else verdict)


def _no_candidate(slug: str, title: str, verdict: Verdict) -> Candidate:
    return Candidate(slug, title, 0, 0.0, 0, 0.0, 0.0, 0.0, (), "", 0, verdict)


class _Teller:
    """Of one reader."""

    def __init__(self, found: Relations, ranking: Ranking) -> None:
        self._site, self._ranking, self._reader = ranking.site, ranking, ranking.reader
        readers = ranking.readers
        cosine, found_places = readers.cosine[0].tolist(), readers.found.places[0].tolist()
        self._cosine = {place: it for place, it in zip(found_places, cosine, strict=True) if place >= 0}
        ranked, scores = ranking.ranked.places[0].tolist(), ranking.ranked.scores[0].tolist()
        self._rank = {place: at for at, place in enumerate(ranked, 1) if place >= 0}
        self._score = dict(zip(ranked, scores, strict=True))
        self._first = [it for it in ranking.first[0].tolist() if it >= 0]
        self._list = [it for it in ranking.list[0].tolist() if it >= 0]
        self._whys = {it.id: it.why for it in found.links(self._reader.id)}

    def places(self) -> list[int]:
        """Of all that have to do with this story."""
        wishes = (*self._reader.pins, *sorted(self._reader.bans))
        named = self._site.kept.places(wishes)
        return list(dict.fromkeys([*self._list, *named, *self._rank, *self._cosine]))

    def candidate(self, place: int) -> Candidate:
        other, day = self._site.kept.story(place), self._reader.date.toordinal()
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
        named = self._why_in_vain(other)
        if named:
            return named
        text = self._site.text
        if place not in self._rank and text[place] == self._ranking.readers.text[0]:
            return Verdict.SAME_TEXT
        if place in self._first:
            return Verdict.GAVE_WAY
        if text[place] in text[self._list]:
            return Verdict.REPRINT
        if other.series and other.series == self._reader.series:
            return Verdict.SERIES
        return Verdict.LATER

    def _why_in_vain(self, other: Story) -> Verdict | None:
        """Of a story that is not in the list: what became of an editor's wish for it."""
        is_pinned, is_banned = other.id in self._reader.pins, other.id in self._reader.bans
        if other.id == self._reader.id:
            return Verdict.ITSELF
        if is_banned:
            return Verdict.BOTH if is_pinned else Verdict.BANNED
        return Verdict.NO_ROOM if is_pinned else None
