"""Shown stories, and what an earlier search kept -> Kept: the terms and the candidates of each.

Whatever was kept, the candidates are those that a search from nothing finds; tests/.../test_update.py holds
us to it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from plugins.related_articles.changes import changes, days, is_update
from plugins.related_articles.finding import find
from plugins.related_articles.kept import Kept, facts
from plugins.related_articles.library import library
from plugins.related_articles.reading import read
from plugins.related_articles.rows import Row
from plugins.related_articles.story import Story
from plugins.related_articles.terms import Terms
from plugins.related_articles.update import updated
from plugins.related_articles.work import Workers


def search(shown: Sequence[Story], before: Kept | None, workers: Workers) -> Kept:
    """`shown` in order."""
    if before is None:
        return _from_nothing(shown, read(shown, workers), workers)
    found = changes(shown, before)
    if is_update(found, shown, before):
        return updated(shown, before, found, workers)
    unread = iter(read([it for it, place in zip(shown, found.known, strict=True) if place < 0], workers))
    return _from_nothing(
        shown, [next(unread) if place < 0 else before.terms(place) for place in found.known], workers
    )


def _from_nothing(shown: Sequence[Story], terms: Sequence[Terms], workers: Workers) -> Kept:
    everywhere = np.arange(len(shown))
    stories = library([it.id for it in shown], days(shown), [Row(it.ids, it.weights) for it in terms])
    said = facts(terms)
    del terms  # the library has a copy, and what follows needs the room
    return Kept(
        tuple(it.version for it in shown),
        stories,
        said,
        stories.own(everywhere),
        find(everywhere, stories, workers),
        np.full(len(shown), -1, np.int64),
        np.empty(0, np.int32),
    )
