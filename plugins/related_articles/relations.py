"""Stories -> Relations: which stories each of them is shown with, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.changes import in_order
from plugins.related_articles.kept import Kept, Shown
from plugins.related_articles.lists import lists, pinned
from plugins.related_articles.ranking import Ranked
from plugins.related_articles.reading import read
from plugins.related_articles.rescue import rescued
from plugins.related_articles.rows import Row
from plugins.related_articles.search import search
from plugins.related_articles.site import Readers, Site, site
from plugins.related_articles.story import Story
from plugins.related_articles.unlisted import unlisted as unlisted_readers
from plugins.related_articles.why import Reasons, reasons
from plugins.related_articles.work import HERE, Workers

PINNED = "编辑推荐"


class Link(NamedTuple):
    """`why` is a line of Chinese for readers, or ""."""

    id: str
    why: str


@dataclass(frozen=True)
class Ranking:
    """Readers, their candidates in order, and their lists as places, filled up with -1; `first` are the lists
    before any story was rescued."""

    site: Site
    readers: Readers
    ranked: Ranked
    first: NDArray[np.int64]
    lists: NDArray[np.int64]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Of each story the number among the readers."""
        return {story.id: number for number, story in enumerate(self.readers.stories)}

    @cached_property
    def lines(self) -> list[list[int]]:
        """The lists as Python's own, which are quicker to walk through."""
        lines: list[list[int]] = self.lists.tolist()
        return lines


class Relations:
    """What was found: the links of each story, how they came about, and what the next search may begin
    with."""

    def __init__(
        self, rankings: Sequence[Ranking], whys: Sequence[Sequence[Sequence[str]]], kept: Kept
    ) -> None:
        self.rankings, self.kept = rankings, kept
        self._whys = whys

    def where(self, id: str) -> tuple[Ranking, int] | None:
        """A story's ranking, and its number among the readers there."""
        return next(((it, it.numbers[id]) for it in self.rankings if id in it.numbers), None)

    def links(self, id: str) -> tuple[Link, ...]:
        """The stories shown with this one, the best first."""
        where = self.where(id)
        if where is None:
            return ()
        ranking, number = where
        reader = ranking.readers.stories[number]
        others = [ranking.site.shown[place] for place in ranking.lines[number] if place >= 0]
        whys = self._whys[self.rankings.index(ranking)][number]
        return tuple(Link(it.id, _why(reader, it) or why) for it, why in zip(others, whys, strict=True))


def relate(
    published: Sequence[Story],
    unlisted: Sequence[Story],
    how_many: int,
    before: Kept | None = None,
    workers: Workers = HERE,
) -> Relations:
    """At most `how_many` published stories for each story. `unlisted` ones read, but are never shown.

    A story that shares no term is not related, so a list may be shorter. Of reprints of one text a list has
    one, and none where the reader has that text already. Neither the order of the stories nor `before`
    matters.
    """
    shown = in_order(published)
    kept = search(shown, before, workers)
    if not shown or not how_many:
        return Relations((), (), kept)
    our, readers = site(shown, kept, workers)
    first = _ranking(our, readers, how_many)
    bans = {number: _places(our, it.bans) for number, it in enumerate(shown) if it.bans}
    pins = {number: len(_pins(our, it)) for number, it in enumerate(shown) if it.pins}
    first = replace(first, lists=rescued(first.lists, our.text, first.ranked.places, pins, bans))
    whys = reasons(shown, first.lists, kept, before)
    kept = replace(kept, shown=Shown(first.lists.astype(np.int32), whys))
    if not unlisted:
        return Relations((first,), (whys,), kept)
    terms = read(unlisted, workers)
    rows = [Row(it.ids, it.weights) for it in terms]
    second = _ranking(our, unlisted_readers(unlisted, terms, our), how_many)
    teller = Reasons(kept.library.common)
    theirs = [
        teller.of(it, row, [shown[place] for place in line.tolist() if place >= 0])
        for it, row, line in zip(unlisted, rows, second.lists, strict=True)
    ]
    return Relations((first, second), (whys, theirs), kept)


def _ranking(our: Site, readers: Readers, how_many: int) -> Ranking:
    order = our.ranked(readers)
    found = lists(order.places, readers.text, our.text, how_many)
    for number, story in enumerate(readers.stories):
        if story.pins:
            line = [place for place in found[number].tolist() if place >= 0]
            line = pinned(_pins(our, story), line, our.text, how_many)
            found[number] = [*line, *[-1] * (how_many - len(line))]
    return Ranking(our, readers, order, found, found)


def _pins(our: Site, story: Story) -> list[int]:
    wanted = dict.fromkeys(it for it in story.pins if it != story.id and it not in story.bans)
    return [our.places[it] for it in wanted if it in our.places]


def _places(our: Site, ids: Iterable[str]) -> frozenset[int]:
    return frozenset(our.places[it] for it in ids if it in our.places)


def _why(reader: Story, other: Story) -> str:
    """What neither title nor text nor tags say."""
    if other.id in reader.pins:
        return PINNED
    return f"同属专题“{other.series}”" if other.series and other.series == reader.series else ""
