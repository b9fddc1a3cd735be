"""All stories that are shown -> Kept: the terms and the candidates of each, from nothing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from plugins.related_articles.changes import days, in_order
from plugins.related_articles.finding import find
from plugins.related_articles.kept import Kept, facts
from plugins.related_articles.library import library
from plugins.related_articles.listing import Listing
from plugins.related_articles.reading import read
from plugins.related_articles.rows import Row
from plugins.related_articles.said import Lines, said
from plugins.related_articles.series import number
from plugins.related_articles.story import Story
from plugins.related_articles.table import Table
from plugins.related_articles.terms import Terms
from plugins.related_articles.work import Workers


def search(given: Listing, before: Kept | None, workers: Workers) -> Kept:
    """What was kept of terms is not read again."""
    version = dict(zip(given.ids, given.versions, strict=True))
    shown = in_order(given.story(it) for it in range(len(given.ids)))
    terms = _terms(shown, version, before, workers)
    everywhere = np.arange(len(shown))
    stories = library([it.id for it in shown], days(shown), [Row(it.ids, it.weights) for it in terms])
    its = facts(terms)
    del terms  # the library has a copy, and what follows needs the room
    return Kept(
        [it.id for it in shown],
        [version[it.id] for it in shown],
        stories,
        its,
        stories.own(everywhere),
        np.array([number(it.series) for it in shown], np.uint64),
        np.flatnonzero([bool(it.pins or it.bans) for it in shown]).astype(np.int32),
        Table(find(everywhere, stories, workers), everywhere.astype(np.int32), np.ones(len(shown), np.bool_)),
        Lines(since={place: said(it) for place, it in enumerate(shown)}),
    )


def _terms(
    shown: Sequence[Story], version: dict[str, str], before: Kept | None, workers: Workers
) -> Sequence[Terms]:
    known: dict[str, int] = {}
    if before is not None:
        same = zip(before.ids, before.versions, strict=True)
        known = {id: place for place, (id, its) in enumerate(same) if version.get(id) == its}
    unread = iter(read([it for it in shown if it.id not in known], workers))
    return [
        before.terms(known[it.id]) if before is not None and it.id in known else next(unread) for it in shown
    ]
