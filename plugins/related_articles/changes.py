"""Stories, and what was kept of them -> Changes: which are new, edited or gone, and the order of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import eq

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.commonness import first_lead, rounded
from plugins.related_articles.kept import Kept
from plugins.related_articles.listing import Listing
from plugins.related_articles.story import Story
from plugins.related_articles.stretches import ends_one

MANY = 16
"""From a sixteenth of the stories on a search from nothing is as quick as an update."""

FEW = 3
"""So many edits are followed in any case where no story has to be looked at for it."""


@dataclass(frozen=True)
class Changes:
    """`was` says for each place the place before, -1 for a new story; `now` is the way back, -1 where a story
    is gone. `fresh` are the new and the edited ones by place, in order. `ids` and `versions` are those of
    now."""

    was: NDArray[np.int64]
    now: NDArray[np.int64]
    fresh: Mapping[int, Story]
    ids: Sequence[str]
    versions: Sequence[str]


def in_order(stories: Iterable[Story]) -> list[Story]:
    """The newest first; those of one day by address."""
    return sorted(stories, key=key)


def key(story: Story) -> tuple[int, str]:
    """What stories are sorted by."""
    return -story.date.toordinal(), story.id


def days(stories: Sequence[Story]) -> NDArray[np.int64]:
    """The dates as numbers."""
    return np.array([it.date.toordinal() for it in stories], np.int64)


def changes(given: Listing, before: Kept) -> Changes | None:
    """None where so many stories changed, or such, that what was kept is of little use."""
    if not before.ids or rounded(len(given.ids)) != rounded(len(before.ids)):
        return None
    now = dict(zip(given.ids, given.versions, strict=True))
    same = np.array(list(map(eq, map(now.get, before.ids), before.versions)), np.bool_)
    edited = [before.ids[place] for place in np.flatnonzero(~same).tolist()]
    fresh = {it for it in edited if it in now} | (now.keys() - before.place_of.keys())
    if MANY * (len(fresh) + len(edited)) > len(now):
        return None
    numbers = [number for number, it in enumerate(given.ids) if it in fresh]
    stories = sorted(map(given.story, numbers), key=key)
    found = _changes(same, stories, now, before)
    return None if _moves_a_stretch(found, before) else found


def edits(stories: Sequence[Story], versions: Sequence[str], before: Kept) -> Changes | None:
    """The same where all stories but these are as they were, and none has another date or is new."""
    places = before.places([it.id for it in stories])
    dated = [int(before.library.days[it]) for it in places] == [it.date.toordinal() for it in stories]
    if len(places) != len(stories) or not dated or MANY * (len(places) - FEW) > len(before.ids):
        return None
    everywhere, now = np.arange(len(before.ids)), list(before.versions)
    for place, version in zip(places, versions, strict=True):
        now[place] = version
    fresh = dict(sorted(zip(places, stories, strict=True)))
    return Changes(everywhere, everywhere, fresh, before.ids, now)


def _changes(
    same: NDArray[np.bool_], stories: Sequence[Story], version: Mapping[str, str], before: Kept
) -> Changes:
    """The places of those that are the same, and between them the others, which are in order."""
    left = np.flatnonzero(same)
    ids = [before.ids[it] for it in left.tolist()]
    versions = [before.versions[it] for it in left.tolist()]
    dates = -before.library.days[left]
    at: list[int] = []
    for story in stories:
        day, id = key(story)
        first, last = np.searchsorted(dates, day, "left"), np.searchsorted(dates, day, "right")
        at.append(int(first) + sum(other < id for other in ids[int(first) : int(last)]))
    fresh = {place + many: story for many, (place, story) in enumerate(zip(at, stories, strict=True))}
    for place, story in fresh.items():
        ids.insert(place, story.id)
        versions.insert(place, version[story.id])
    was = np.insert(left, at, [before.place_of.get(it.id, -1) for it in stories]) if at else left
    now = np.full(len(same), -1, np.int64)
    now[was[was >= 0]] = np.flatnonzero(was >= 0)
    return Changes(was, now, fresh, ids, versions)


def _moves_a_stretch(found: Changes, before: Kept) -> bool:
    came = {(it.id, it.date.toordinal()) for it in found.fresh.values()}
    places = np.append(found.was[list(found.fresh)], np.flatnonzero(found.now < 0))
    went = {(before.ids[at], int(before.library.days[at])) for at in places.tolist() if at >= 0}
    size = rounded(len(found.was))
    return any(ends_one(id, first_lead(size), size) for id, _ in came ^ went)
