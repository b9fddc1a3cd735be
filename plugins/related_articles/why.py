"""A story and one below it -> what they have in common, in words that a reader understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.commonness import LEVELS, RATIO, Commonness
from plugins.related_articles.kept import Kept
from plugins.related_articles.phrases import Title, phrases, title_of
from plugins.related_articles.rows import Row
from plugins.related_articles.said import END
from plugins.related_articles.story import Story
from plugins.related_articles.terms import LATIN, SIZE, pairs_at, plain, tag_id, word_id

TELLING_SHARE, TELLING_FEW = 16, 8
"""What at most a 16th of the stories share, or so few, tells why one of them is shown."""

PINNED = "编辑推荐"

BREAKS = str.maketrans({"\n": " ", END: " "})
"""Reasons are kept a line for each."""

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
        self._levels: dict[int, int] = {}

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
            title = self._titles[story.title] = title_of(story.title)
            self._learn([it for it in title.pairs if it >= 0])
        return self._titles[story.title]

    def _learn(self, terms: Sequence[int]) -> None:
        """Their levels, at once."""
        its = self._common.of(np.array(terms, np.int32)).tolist()
        self._levels.update(zip(terms, its, strict=True))

    def _is_held(self, term: int) -> bool:
        return bool(self._held[term])

    def _level(self, term: int) -> int:
        if term not in self._levels:
            self._levels[term] = int(self._common.of(np.array([term], np.int32))[0])
        return self._levels[term]

    def _tells(self, term: int) -> bool:
        return self._level(term) >= self._telling

    def _weight(self, term: int) -> int:
        return int(self._common.weights[self._level(term)])


def reasons(kept: Kept, places: NDArray[np.int64], lists: NDArray[np.int32]) -> dict[int, str]:
    """For each of these stories why each of its links is there, one line for each."""
    teller = Reasons(kept.library.common)
    stories: dict[int, Story] = {}
    found = {}
    for place in places.tolist():
        line = [it for it in lists[place].tolist() if it >= 0]
        for it in (place, *line):
            if it not in stories:
                stories[it] = kept.story(it)
        found[place] = "\n".join(
            whys(teller, stories[place], kept.library.row(place), [stories[it] for it in line])
        )
    return found


def whys(teller: Reasons, reader: Story, terms: Row, others: Sequence[Story]) -> list[str]:
    """For each of the others one line, or ""."""
    said = zip(others, teller.of(reader, terms, others), strict=True)
    return [(_of_wishes(reader, it) or why).translate(BREAKS) for it, why in said]


def _of_wishes(reader: Story, other: Story) -> str:
    """What neither title nor text nor tags say."""
    if other.id in reader.pins:
        return PINNED
    return f"同属专题“{other.series}”" if other.series and other.series == reader.series else ""


def reweighed(kept: Kept, moved: frozenset[int]) -> list[int]:
    """The places of stories that have a term in title or tags which weighs more or less than before."""
    holders = {place for term in sorted(moved) for place in kept.library.holding(term)[0].tolist()}
    return [place for place in sorted(holders) if moved.intersection(_said(kept.story(place)))]


def _said(story: Story) -> Iterator[int]:
    title = plain(story.title)
    yield from pairs_at(title).tolist()
    yield from map(word_id, LATIN.findall(title))
    yield from map(tag_id, story.tags)
