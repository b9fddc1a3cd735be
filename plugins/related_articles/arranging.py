"""Kept, and the lists of before -> Kept with the lists of now: those that cannot be others are left alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.changes import Changes
from plugins.related_articles.kept import Kept, Shown
from plugins.related_articles.lists import lists, pinned
from plugins.related_articles.places import union
from plugins.related_articles.ranking import Ranked
from plugins.related_articles.rescue import rescued
from plugins.related_articles.said import Lines
from plugins.related_articles.site import Before, Readers, Site, moved, site
from plugins.related_articles.update import Touched
from plugins.related_articles.why import reasons, reweighed
from plugins.related_articles.work import Workers


@dataclass(frozen=True)
class Followed:
    """What is known of a build that follows another."""

    shown: Shown
    changes: Changes
    touched: Touched


def arranged(
    kept: Kept, last: Followed | None, how_many: int, workers: Workers
) -> tuple[Kept, Site, list[int]]:
    """Also the places of the stories whose list or a reason in it is another. `last` is None where nothing is
    known, or lists were of another length."""
    everyone = np.arange(len(kept.ids))
    if last is None:
        our, rows = site(kept, None, everyone, workers)
        first, before, whys = np.full((len(everyone), how_many), -1, np.int32), None, Lines()
    else:
        before, whys = _before(last), last.shown.whys
        first = before.first.copy()
        our, rows = site(kept, before, _others(kept, last.touched), workers)
    readers = our.readers(rows)
    order = our.ranked(readers)
    first[rows] = ranked_lists(our, readers, order, how_many, rows)
    final = rescued(first, our.text, _near(our, rows, order), our.pins, our.bans)
    again = everyone if before is None or last is None else _told_again(kept, before, last, final)
    changed = again if before is None else np.flatnonzero((final != before.lists).any(axis=1))
    found = set(changed.tolist())
    for place, its in reasons(kept, again, final).items():
        slot = int(kept.table.slots[place])
        if before is None or slot not in whys or whys[slot] != its:
            whys.since[slot] = its
            found.add(place)
    shown = Shown(our.text, our.hub, our.pairs, our.crowded, first, final, whys)
    kept = replace(kept, shown=shown)
    return kept, replace(our, kept=kept), sorted(found)


def ranked_lists(
    our: Site, readers: Readers, order: Ranked, how_many: int, places: NDArray[np.int64]
) -> NDArray[np.int32]:
    """The lists of these readers before any story is rescued."""
    found = lists(order.places, readers.text, our.text, how_many)
    for number, place in enumerate(places.tolist()):
        if place in our.pins:
            found[number] = with_pins(our.pins[place], found[number], our, how_many)
    return found


def with_pins(pins: Sequence[int], line: NDArray[np.int32], our: Site, how_many: int) -> NDArray[np.int32]:
    """One list, with what an editor wants first in it."""
    its = pinned(pins, [it for it in line.tolist() if it >= 0], our.text, how_many)
    return np.array([*its, *[-1] * (how_many - len(its))], np.int32)


def _before(last: Followed) -> Before:
    its = last.shown
    before = Before(its.pairs, its.text, its.hub, its.crowded, its.first, its.lists)
    was, now = last.changes.was, last.changes.now
    return moved(before, was, now)


def _others(kept: Kept, touched: Touched) -> NDArray[np.int64]:
    """Who has other candidates than before, or shares something else with one."""
    holding = kept.table.holding(kept.table.slots[touched.own])
    return union(len(kept.ids), touched.lines, touched.own, holding)


def _near(
    our: Site, rows: NDArray[np.int64], order: Ranked
) -> Callable[[NDArray[np.int64]], NDArray[np.int64]]:
    """The candidates of stories in order, for `rescued`."""
    number = np.full(len(our.text), -1, np.int64)
    number[rows] = np.arange(len(rows))

    def near(places: NDArray[np.int64]) -> NDArray[np.int64]:
        known = number[places]
        if (known >= 0).all():
            return order.places[known]
        return our.ranked(our.readers(places)).places

    return near


def _told_again(kept: Kept, before: Before, last: Followed, final: NDArray[np.int32]) -> NDArray[np.int64]:
    """Whose list is another, or who or whose link says something else than before, or in rarer words."""
    other = np.zeros(len(final) + 1, np.bool_)
    other[list(last.changes.fresh)] = True
    other[reweighed(kept, last.touched.moved)] = True
    again = (final != before.lists).any(axis=1) | other[:-1] | other[final].any(axis=1)
    return np.flatnonzero(again)
