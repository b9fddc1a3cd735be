"""Stories -> for each of them the ids of those that go with it, best first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from plugins.related_articles.neighbours import Neighbours, neighbours
from plugins.related_articles.terms import terms
from plugins.related_articles.vectors import vectors, weights

REPRINT = 0.8
"""Two stories at this cosine are one text: copies of a press release had .89 and more, others at most .52."""

NEAR, DAYS = 0.5, 365
"""A story of the same day gains half of its score, one of another time less: x (1 + .5 e^(-days / 365))."""

HUB, HUB_OF = 0.25, 10
"""A story that is a little like everything loses: / (mean cosine to its 10 nearest)^.25."""

SHARED_TAGS = 0.05
"""The most that tags in common add."""


@dataclass(frozen=True)
class Story:
    """`id` is the address; `text` is plain, without the title."""

    id: str
    title: str
    text: str
    date: dt.date
    tags: frozenset[str] = frozenset()


def related(
    published: Sequence[Story], unlisted: Sequence[Story], how_many: int
) -> dict[str, tuple[str, ...]]:
    """At most `how_many` ids of published stories for each story. `unlisted` ones read, but are never shown.

    A story that shares no term is not related, so a list may be shorter. Of reprints of one text a list has
    one, and none where the reader has that text already. The order of the input does not matter.
    """
    shown = sorted(published, key=lambda it: it.id)
    words = [terms(it.title, it.text) for it in shown]
    weight = weights(words)
    rows = vectors(words, weight)
    near = neighbours(rows, rows, same=True)
    ranking = _Ranking(shown, near)
    lists = {it.id: ranking.best(it, near[at], at, how_many) for at, it in enumerate(shown)}
    others = vectors([terms(it.title, it.text) for it in unlisted], weight)
    for story, around in zip(unlisted, neighbours(others, rows, same=False), strict=True):
        lists[story.id] = ranking.best(story, around, None, how_many)
    return lists


class _Ranking:
    """What is known of the shown stories before any list is made."""

    def __init__(self, shown: Sequence[Story], near: Sequence[Neighbours]) -> None:
        self._shown = shown
        self._days = np.array([it.date.toordinal() for it in shown], dtype=np.int64)
        self._group = _groups(near)
        self._hub = np.array([self._hubness(at, it) for at, it in enumerate(near)], dtype=np.float64)

    def _hubness(self, at: int, near: Neighbours) -> float:
        """Of a story, without its reprints: they make no hub. Stories it shares nothing with count as 0."""
        cosines = near.cosines[self._group[near.places] != self._group[at]][:HUB_OF]
        return float(np.sum(cosines) / HUB_OF) ** HUB if len(cosines) else 1.0

    def best(self, reader: Story, near: Neighbours, at: int | None, how_many: int) -> tuple[str, ...]:
        """`at` is the reader's place among the shown stories, if it is one of them."""
        used = set(self._group[near.places[near.cosines >= REPRINT]].tolist())
        if at is not None:
            used.add(int(self._group[at]))
        chosen: list[str] = []
        for place in self._by_score(reader, near):
            if len(chosen) == how_many:
                break
            if self._group[place] not in used:
                used.add(int(self._group[place]))
                chosen.append(self._shown[place].id)
        return tuple(chosen)

    def _by_score(self, reader: Story, near: Neighbours) -> list[int]:
        """Places, the best first; those of one score by date, the newest first, then by address."""
        places = near.places
        apart = np.abs(self._days[places] - reader.date.toordinal())
        score = near.cosines * (1 + NEAR * np.exp(-apart / DAYS)) / self._hub[places]
        score += SHARED_TAGS * np.array([_shared(reader.tags, self._shown[it].tags) for it in places])
        order = np.lexsort((places, -self._days[places], -np.round(score, 6)))
        return [int(place) for place in places[order]]


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _groups(near: Sequence[Neighbours]) -> NDArray[np.int32]:
    """For each story the number of its group: it and its reprints, and theirs."""
    reprints = [it.places[it.cosines >= REPRINT] for it in near]
    first = np.repeat(np.arange(len(near)), [len(it) for it in reprints])
    second = np.concatenate([np.empty(0, np.int64), *reprints])
    pairs = coo_array((np.ones(len(first)), (first, second)), shape=(len(near), len(near)))
    return np.asarray(connected_components(pairs, directed=False)[1], dtype=np.int32)
