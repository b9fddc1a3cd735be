"""Stories -> Relations: which stories each of them is shown with, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.arranging import Followed, arranged, ranked_lists, with_pins
from plugins.related_articles.changes import Changes, changes
from plugins.related_articles.kept import Kept
from plugins.related_articles.listing import Listing, listing
from plugins.related_articles.ranking import Ranked
from plugins.related_articles.reading import read
from plugins.related_articles.rows import Row
from plugins.related_articles.search import search
from plugins.related_articles.site import Readers, Site
from plugins.related_articles.story import Story
from plugins.related_articles.unlisted import unlisted as unlisted_readers
from plugins.related_articles.update import updated
from plugins.related_articles.why import Reasons, whys
from plugins.related_articles.work import HERE, Workers


class Link(NamedTuple):
    """`why` is a line of Chinese for readers, or ""."""

    id: str
    why: str


@dataclass(frozen=True)
class Ranking:
    """One story, its candidates in order, and its list as places, filled up with -1; `first` is the list
    before any story was rescued. All arrays have one line."""

    site: Site
    reader: Story
    readers: Readers
    ranked: Ranked
    first: NDArray[np.int32]
    list: NDArray[np.int32]


class Relations:
    """What was found: the links of each story, how they came about, and what the next search may begin
    with. `state` names what was kept of it, 0 for nothing."""

    state = 0

    def __init__(
        self, kept: Kept, site: Site | None, unlisted: Mapping[str, tuple[Ranking, Sequence[str]]]
    ) -> None:
        """`site` is None where no lists are made; with the ranking of an unlisted story go its reasons."""
        self.kept, self.site = kept, site
        self._unlisted = unlisted
        # Python's own are quicker to walk through; pages ask for all
        self._lines: list[list[int]] = kept.shown.lists.tolist() if kept.shown else []
        self._whys = kept.shown.whys.all(kept.table.slots) if kept.shown else []

    def links(self, id: str) -> tuple[Link, ...]:
        """The stories shown with this one, the best first."""
        if id in self._unlisted:
            ranking, whys = self._unlisted[id]
            return self._links(ranking.list[0].tolist(), whys)
        place = self.kept.place_of.get(id)
        if self.kept.shown is None or place is None:
            return ()
        return self._links(self._lines[place], self._whys[place].split("\n"))

    def _links(self, line: Sequence[int], whys: Sequence[str]) -> tuple[Link, ...]:
        ids = self.kept.ids
        return tuple(map(Link, [ids[place] for place in line if place >= 0], whys))

    def ranking(self, id: str) -> Ranking | None:
        """How the list of one story came about."""
        places = self.kept.places([id])
        if self.site is None or self.kept.shown is None or (not places and id not in self._unlisted):
            return None
        if not places:
            return self._unlisted[id][0]
        its, shown = self.site.readers(np.array(places)), self.kept.shown
        return Ranking(
            self.site,
            self.kept.story(places[0]),
            its,
            self.site.ranked(its),
            shown.first[places],
            shown.lists[places],
        )


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
    matters; its arrays are written over.
    """
    given = listing(published)
    since = changes(given, before) if before is not None else None
    return related(given, unlisted, how_many, before, since, workers)


def related(
    given: Listing,
    unlisted: Sequence[Story],
    how_many: int,
    before: Kept | None,
    since: Changes | None,
    workers: Workers,
) -> Relations:
    """As `relate`. `since` is what changed since `before`; None to search from nothing."""
    kept, last = _found(given, before, since, workers)
    if not kept.ids or not how_many:
        return Relations(replace(kept, shown=None), None, {})
    if last is not None and last.shown.lists.shape[1] != how_many:
        last = None
    kept, our, _ = arranged(kept, last, how_many, workers)
    kept = replace(kept, unlisted=len(unlisted))
    return Relations(kept, our, _of_unlisted(unlisted, our, how_many, workers))


def _found(
    given: Listing, before: Kept | None, since: Changes | None, workers: Workers
) -> tuple[Kept, Followed | None]:
    if before is None or since is None:
        return search(given, before, workers), None
    kept, touched = updated(before, since, workers)
    return kept, Followed(before.shown, since, touched) if before.shown else None


def _of_unlisted(
    stories: Sequence[Story], our: Site, how_many: int, workers: Workers
) -> dict[str, tuple[Ranking, Sequence[str]]]:
    if not stories:
        return {}
    found: dict[str, tuple[Ranking, Sequence[str]]] = {}
    teller = Reasons(our.kept.library.common)
    terms = read(stories, workers)
    for story, its in zip(stories, terms, strict=True):
        readers = unlisted_readers(story, its, our)
        order = our.ranked(readers)
        line = ranked_lists(our, readers, order, how_many, np.array([-1]))
        line[0] = with_pins(our.pinned(story), line[0], our, how_many)
        others = [our.kept.story(it) for it in line[0].tolist() if it >= 0]
        said = whys(teller, story, Row(its.ids, its.weights), others)
        found[story.id] = Ranking(our, story, readers, order, line, line), said
    return found
