"""Stories and what was kept of them -> Changes: which are as they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.commonness import first_lead, rounded
from plugins.related_articles.kept import Kept
from plugins.related_articles.story import Story
from plugins.related_articles.stretches import ends_one

MANY = 8
"""From an eighth of the stories on a search from nothing is as quick as an update."""


@dataclass(frozen=True)
class Changes:
    """`same[k]` is the place before of the story that is now at place k, -1 where it is new, edited or has
    another date; `known[k]` too, but also of one that has only another date. `now` is the way back from
    `same`."""

    same: NDArray[np.int64]
    known: NDArray[np.int64]
    now: NDArray[np.int64]


def in_order(stories: Sequence[Story]) -> list[Story]:
    """The newest first; those of one day by address."""
    return sorted(sorted(stories, key=attrgetter("id")), key=attrgetter("date"), reverse=True)


def days(stories: Sequence[Story]) -> NDArray[np.int64]:
    """The dates as numbers."""
    return np.array([it.date.toordinal() for it in stories], np.int64)


def changes(shown: Sequence[Story], before: Kept) -> Changes:
    """`shown` are in order."""
    versions = zip(before.library.ids, before.versions, strict=True)
    place = {story: at for at, story in enumerate(versions)}
    known = np.array([place.get((it.id, it.version), -1) for it in shown], np.int64)
    same = np.where((known >= 0) & (before.library.days[known] == days(shown)), known, -1)
    now = np.full(len(before.library.days), -1, np.int64)
    now[same[same >= 0]] = np.flatnonzero(same >= 0)
    return Changes(same, known, now)


def is_update(found: Changes, shown: Sequence[Story], before: Kept) -> bool:
    """Whether what was kept holds for most stories: few are changed, and weights and stretches are the
    same."""
    new, gone = np.flatnonzero(found.same < 0).tolist(), np.flatnonzero(found.now < 0).tolist()
    if MANY * (len(new) + len(gone)) > len(shown) or rounded(len(shown)) != rounded(len(found.now)):
        return False
    came = {(shown[at].id, shown[at].date.toordinal()) for at in new}
    went = {(before.library.ids[at], int(before.library.days[at])) for at in gone}
    size = rounded(len(shown))
    return not any(ends_one(id, first_lead(size), size) for id, _ in came ^ went)
