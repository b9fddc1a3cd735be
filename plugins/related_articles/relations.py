"""Stories -> Relations: which stories each of them is shown with, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from plugins.related_articles.arranging import Followed, arranged
from plugins.related_articles.changes import Changes, changes
from plugins.related_articles.kept import Kept
from plugins.related_articles.listing import Link, Listing, listing
from plugins.related_articles.reading import read
from plugins.related_articles.search import search
from plugins.related_articles.site import Site
from plugins.related_articles.story import Story
from plugins.related_articles.unlisted import Ranking, listed, ranking
from plugins.related_articles.update import updated
from plugins.related_articles.work import HERE, Workers


class Relations:
    """What was found: the links of each story, how they came about, and what the next search may begin
    with. `state` names what was kept of it, 0 for nothing."""

    state = 0

    def __init__(self, kept: Kept, site: Site | None) -> None:
        """`site` is None where no lists are made."""
        self.kept, self.site = kept, site
        self._unlisted = {it.story.id: it for it in kept.unlisted}
        # Python's own are quicker to walk through; pages ask for all
        self._lines: list[list[int]] = kept.shown.lists.tolist() if kept.shown else []
        self._whys = kept.shown.whys.all(kept.table.slots) if kept.shown else []

    def links(self, id: str) -> tuple[Link, ...]:
        """The stories shown with this one, the best first."""
        return tuple(map(Link, *self.named(id)))

    def named(self, id: str) -> tuple[list[str], list[str]]:
        """Their addresses, and why each is there: for who asks for all stories' links."""
        if id in self._unlisted:
            links = self._unlisted[id].links
            return [it.id for it in links], [it.why for it in links]
        place = self.kept.place_of.get(id)
        if self.kept.shown is None or place is None:
            return [], []
        ids = self.kept.ids
        others = [ids[it] for it in self._lines[place] if it >= 0]
        return others, self._whys[place].split("\n")[: len(others)]

    def ranking(self, id: str) -> Ranking | None:
        """How the list of one story came about."""
        places = self.kept.places([id])
        if self.site is None or self.kept.shown is None or (not places and id not in self._unlisted):
            return None
        if not places:
            return ranking(self._unlisted[id].story, self._unlisted[id].terms, self.site)
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
        return Relations(replace(kept, shown=None, unlisted=()), None)
    if last is not None and last.shown.lists.shape[1] != how_many:
        last = None
    kept, our, _ = arranged(kept, last, how_many, workers)
    read_ones = zip(unlisted, read(unlisted, workers), strict=True)
    return Relations(replace(kept, unlisted=[listed(*it, our) for it in read_ones]), our)


def _found(
    given: Listing, before: Kept | None, since: Changes | None, workers: Workers
) -> tuple[Kept, Followed | None]:
    if before is None or since is None:
        return search(given, before, workers), None
    kept, touched = updated(before, since, workers)
    return kept, Followed(before.shown, since, touched) if before.shown else None
