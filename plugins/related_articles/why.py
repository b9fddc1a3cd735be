"""A story and one below it -> what they have in common, in words that a reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.commonness import LEVELS, RATIO, Commonness
from plugins.related_articles.kept import Kept
from plugins.related_articles.phrases import Title, phrases, title_of
from plugins.related_articles.rows import Row
from plugins.related_articles.story import Story
from plugins.related_articles.terms import LATIN, SIZE, pairs_at, plain, tag_id, word_id

TELLING_SHARE, TELLING_FEW = 16, 8
"""What at most a 16th of the stories share, or so few, tells why one of them is shown."""

SURE = 2
"""Two characters in a row may be chance; so short a phrase must stand in both titles."""


class Reasons:
    """Of one site. A phrase tells something only where few stories have it."""

    def __init__(self, common: Commonness) -> None:
        self._common = common
        shares = common.size // RATIO ** np.arange(LEVELS)
        self._telling = int(np.flatnonzero(shares <= max(common.size // TELLING_SHARE, TELLING_FEW))[0])
        self._held = np.zeros(SIZE, np.bool_)
        self._titles: dict[str, Title] = {}

    def of(self, reader: Story, terms: Row, others: Sequence[Story]) -> list[str]:
        """For each of the others the rarest tag or the most telling phrase of its title that both have, or
        ""."""
        self._held[terms.ids] = True
        found = [self._tag(reader, it) or self._phrase(reader, it) for it in others]
        self._held[terms.ids] = False
        return found

    def _tag(self, reader: Story, other: Story) -> str:
        rarest = max(((self._level(tag_id(it)), it) for it in other.tags if it in reader.tags), default=None)
        return f"同为{rarest[1]}" if rarest and self._tells(tag_id(rarest[1])) else ""

    def _phrase(self, reader: Story, other: Story) -> str:
        found = [
            (sum(map(self._weight, it.terms)), it.text)
            for it in phrases(self._title(other), self._is_held, self._level)
            if any(map(self._tells, it.terms)) and (len(it.text) > SURE or it.text in reader.title)
        ]
        return f"都说到“{max(found)[1]}”" if found else ""

    def _title(self, story: Story) -> Title:
        """Most titles are compared with several stories."""
        if story.title not in self._titles:
            self._titles[story.title] = title_of(story.title)
        return self._titles[story.title]

    def _is_held(self, term: int) -> bool:
        return bool(self._held[term])

    def _level(self, term: int) -> int:
        return int(self._common.levels[term])

    def _tells(self, term: int) -> bool:
        return self._level(term) >= self._telling

    def _weight(self, term: int) -> int:
        return int(self._common.weights[self._level(term)])


def reasons(
    shown: Sequence[Story], lists: NDArray[np.int64], kept: Kept, before: Kept | None
) -> list[Sequence[str]]:
    """For each shown story why each of its links is there. What was said before is not made out again."""
    teller = Reasons(kept.library.common)
    said = _said_before(shown, lists, kept, before)
    return [
        said[number]
        or teller.of(shown[number], kept.library.row(number), [shown[it] for it in line if it >= 0])
        for number, line in enumerate(lists.tolist())
    ]


def _said_before(
    shown: Sequence[Story], lists: NDArray[np.int64], kept: Kept, before: Kept | None
) -> Sequence[Sequence[str]]:
    """For each story the whys of before, or () where they may be others now."""
    if before is None or before.shown is None or before.shown.places.shape[1] != lists.shape[1]:
        return [()] * len(lists)
    was = np.append(kept.was, -1)  # a line is filled up with -1
    was[_reweighed(shown, kept)] = -1
    links = before.shown.places[kept.was]
    same = ((was[lists] == links) & ((links >= 0) | (lists < 0))).all(axis=1) & (kept.was >= 0)
    whys = before.shown.whys
    return [whys[place] if it else () for place, it in zip(kept.was.tolist(), same.tolist(), strict=True)]


def _reweighed(shown: Sequence[Story], kept: Kept) -> list[int]:
    """The places of stories that have a term in title or tags which weighs more or less than before."""
    moved = set(kept.moved.tolist())
    holders = {place for term in moved for place in kept.library.holding(term)[0].tolist()}
    return [place for place in holders if moved.intersection(_said(shown[place]))]


def _said(story: Story) -> Iterator[int]:
    title = plain(story.title)
    yield from pairs_at(title).tolist()
    yield from map(word_id, LATIN.findall(title))
    yield from map(tag_id, story.tags)
