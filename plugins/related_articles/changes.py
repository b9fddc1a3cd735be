"""Stories, and what was kept of them -> Changes: which are new, edited or gone, and the order of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    if not before.ids:
        return None
    number = dict(zip(given.ids, range(len(given.ids)), strict=True))
    numbers = [number.get(it, -1) for it in before.ids]
    versions = given.versions
    same = [it >= 0 and versions[it] == version for it, version in zip(numbers, before.versions, strict=True)]
    kept = set(before.ids)
    fresh = [it for it, is_same in zip(numbers, same, strict=True) if it >= 0 and not is_same]
    fresh += [it for id, it in number.items() if id not in kept]
    if MANY * (len(fresh) + len(same) - sum(same)) > len(number) or _rounds(len(number), before):
        return None
    found = _changes(np.array(same), [given.story(it) for it in fresh], fresh, given, before)
    return found if found and not _moves_a_stretch(found, before) else None


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


def _rounds(stories: int, before: Kept) -> bool:
    return rounded(stories) != rounded(len(before.ids))


def _changes(
    same: NDArray[np.bool_], stories: Sequence[Story], numbers: Sequence[int], given: Listing, before: Kept
) -> Changes:
    """The places of those that are the same, and between them the others."""
    left = np.flatnonzero(same)
    ids = [before.ids[it] for it in left.tolist()]
    versions = [before.versions[it] for it in left.tolist()]
    dates = -before.library.days[left]
    order = sorted(range(len(stories)), key=lambda it: key(stories[it]))
    fresh: dict[int, Story] = {}
    known = {it.id for it in stories}
    were = {id: place for place, id in enumerate(before.ids) if id in known}
    at_old: list[int] = []
    was: list[int] = []
    for many, it in enumerate(order):
        day, id = key(stories[it])
        first, last = np.searchsorted(dates, day), np.searchsorted(dates, day, "right")
        at = int(first) + sum(other < id for other in ids[int(first) : int(last)])
        fresh[at + many] = stories[it]
        at_old.append(at)
        was.append(were.get(id, -1))
    for many, (at, it) in enumerate(zip(at_old, order, strict=True)):
        ids.insert(at + many, stories[it].id)
        versions.insert(at + many, given.versions[numbers[it]])
    places = np.insert(left, at_old, was) if was else left
    now = np.full(len(same), -1, np.int64)
    now[places[places >= 0]] = np.flatnonzero(places >= 0)
    return Changes(places, now, fresh, ids, versions)


def _moves_a_stretch(found: Changes, before: Kept) -> bool:
    came = {(it.id, it.date.toordinal()) for it in found.fresh.values()}
    places = np.append(found.was[list(found.fresh)], np.flatnonzero(found.now < 0))
    went = {(before.ids[at], int(before.library.days[at])) for at in places.tolist() if at >= 0}
    size = rounded(len(found.was))
    return any(ends_one(id, first_lead(size), size) for id, _ in came ^ went)
