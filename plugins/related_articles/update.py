"""What was kept and what changed since -> Kept, as a search from nothing would find it, from much less work.

A story that is gone leaves the lines, a new one is found candidates and enters the lines in which it is among
the best; an edited one does both. Where a term became rarer or more common by a level, the stories that hold
it share more or less, by an amount that is known. Nothing else can change: what two stories share depends on
their terms, on the levels of these and on the stretches (docs/decisions/0009). A line that cannot be sure of
its best is found anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import USED, nothing
from plugins.related_articles.candidates_of_few import line, shares
from plugins.related_articles.changes import Changes
from plugins.related_articles.commonness import levels
from plugins.related_articles.finding import find
from plugins.related_articles.kept import Facts, Kept, facts
from plugins.related_articles.library import Library, Shelf, shelf, sizes
from plugins.related_articles.newcomers import take_in
from plugins.related_articles.other_levels import Moved, reweigh
from plugins.related_articles.places import without
from plugins.related_articles.reading import read
from plugins.related_articles.rows import Row, packed
from plugins.related_articles.said import said
from plugins.related_articles.series import number
from plugins.related_articles.sharing import shared_in_all
from plugins.related_articles.stretches import hashes
from plugins.related_articles.table import Table, extended
from plugins.related_articles.terms import Terms
from plugins.related_articles.work import Workers


@dataclass(frozen=True)
class Touched:
    """By place: whose line is another, who shares something else with itself. `moved` are the terms that
    weigh more or less than before."""

    lines: NDArray[np.int64]
    own: NDArray[np.int64]
    moved: frozenset[int]


def updated(before: Kept, since: Changes, workers: Workers) -> tuple[Kept, Touched]:
    """The tables of `before` are written over."""
    found = read(list(since.fresh.values()), workers)
    terms = dict(zip(since.fresh, found, strict=True))
    fresh = np.array(list(terms), np.int64)
    same = np.ones(len(since.was), np.bool_)
    same[fresh] = False
    dropped = np.concatenate([since.was[fresh], np.flatnonzero(since.now < 0)])
    dropped = dropped[dropped >= 0]
    kept = _placed(before, since, terms)
    now, table, own = kept.library, kept.table, kept.own
    touched = np.zeros(len(same), np.bool_)
    losing = table.holding(before.table.slots[dropped])
    table.drop(before.table.slots[dropped], losing)
    touched[losing] = True
    moved = _moved([before.library.row(it) for it in dropped.tolist()], list(terms.values()), now)
    others = np.zeros(len(same), np.bool_)
    for term in moved:
        holders = reweigh(term, table, own, same, now)
        touched[holders] = others[holders] = True
    own[fresh] = now.own(fresh)
    for place, its in terms.items():
        row = Row(its.ids, its.weights)
        sums = shares(row, place, now)
        touched[take_in(place, row, sums, same, table, now)] = True
        its_line = line(sums, place, place, now)
        table.put(
            np.array([place]), replace(its_line, whole=shared_in_all(packed([row]), its_line.places, now))
        )
    touched[fresh] = False
    unsure = _sort(table, np.flatnonzero(touched), now)
    table.put(unsure, find(unsure, now, workers))
    touched[fresh] = others[fresh] = True
    return kept, Touched(np.flatnonzero(touched), np.flatnonzero(others), frozenset(it.id for it in moved))


def _placed(before: Kept, since: Changes, terms: Mapping[int, Terms]) -> Kept:
    """All that is known of each story without looking at others, in the order of now."""
    was, stories = since.was, since.fresh
    came = was < 0
    slots = before.table.slots[was]
    slots[came] = len(before.table.lines) + np.arange(np.count_nonzero(came))
    lines, changed = before.table.lines, before.table.changed
    if came.any():
        lines = extended(lines, nothing(int(np.count_nonzero(came))))
        changed = np.append(changed, np.ones(len(lines) - len(changed), np.bool_))
    new = list(stories)
    own, series, its = before.own[was], before.series[was], facts(list(terms.values()))
    series[new] = np.array([number(it.series) for it in stories.values()], np.uint64)
    lengths, marks = before.facts.lengths[was], before.facts.marks[was]
    lengths[new], marks[new] = its.lengths, its.marks
    wishes = since.now[before.wishes]
    wishes = without(len(was), wishes[wishes >= 0], np.array(new, np.int64))
    wishing = [it for it, story in stories.items() if story.pins or story.bans]
    table = Table(lines, slots, changed)
    for place, story in stories.items():
        before.said.since[int(slots[place])] = said(story)
    return Kept(
        since.ids,
        since.versions,
        _shelved(before.library, since, table, terms),
        Facts(lengths, marks),
        own,
        series,
        np.sort(np.append(wishes, wishing)).astype(np.int32),
        table,
        before.said,
        number=before.number,
    )


def _shelved(before: Library, since: Changes, table: Table, terms: Mapping[int, Terms]) -> Library:
    """The large shelf with what is gone from it, and a small one of all that is not on it."""
    new = list(terms)
    now = since.now.copy()
    now[since.was[new][since.was[new] >= 0]] = -1
    large, *small = before.shelves
    places = np.append(now, -1)[large.places]
    rows = {it: Row(its.ids, its.weights) for it, its in terms.items()}
    for it in small:
        for row, place in enumerate(np.append(now, -1)[it.places].tolist()):
            if place >= 0:
                rows[place] = it.rows.row(row)
    fresh = sorted(rows)
    size, hashed, days = before.sizes[since.was], before.hashes[since.was], before.days[since.was]
    size[new] = sizes([rows[it] for it in new])
    hashed[new] = hashes([it.id for it in since.fresh.values()])
    days[new] = [it.date.toordinal() for it in since.fresh.values()]
    shelves: tuple[Shelf, ...] = (replace(large, places=places),)
    if fresh:
        shelves = (*shelves, shelf([rows[it] for it in fresh], np.array(fresh)))
    return Library(hashed, days, shelves, size)


def _moved(gone: list[Row], came: list[Terms], now: Library) -> list[Moved]:
    """The terms that are rarer or more common than before, by a level."""
    changed = np.concatenate([np.empty(0, np.int32), *(it.ids for it in gone), *(it.ids for it in came)])
    more = np.repeat([1, -1], [sum(len(it.ids) for it in gone), sum(len(it.ids) for it in came)])
    ids, at = np.unique(changed, return_inverse=True)
    holders = now.holders(ids)
    were = levels(holders + np.bincount(at, more, len(ids)).astype(np.int32), now.common.size)
    are = levels(holders, now.common.size)
    return [Moved(int(ids[it]), int(were[it]), int(are[it])) for it in np.flatnonzero(were != are)]


def _sort(table: Table, touched: NDArray[np.int64], now: Library) -> NDArray[np.int64]:
    """Put the touched lines in order; the places of those that are not sure of their best USED."""
    lines = table.take(touched)
    keys = lines.keys(touched, now)
    keys[keys <= 0] = -1
    order = np.lexsort((lines.places, -keys), axis=1)
    for values in (lines.places, lines.leading, lines.whole):
        values[:] = np.take_along_axis(values, order, axis=1)
    keys = np.take_along_axis(keys, order, axis=1)
    lines.places[keys < 0] = -1
    table.put(touched, lines)
    sure = (lines.floors == 0) | ((keys > lines.floors[:, None]).sum(axis=1) >= USED)
    unsure: NDArray[np.int64] = touched[~sure]
    return unsure
