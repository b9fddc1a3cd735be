"""What was kept and what changed since -> Kept, as a search from nothing would find it, from much less work.

A story that is gone leaves the lines, a new one is found candidates and enters the lines in which it is among
the best; an edited one does both. Where a term became rarer or more common by a level, the stories that hold
it share more or less, by an amount that is known. Nothing else can change: what two stories share depends on
their terms, on the levels of these and on the stretches (docs/decisions/0009). A line that cannot be sure of
its best is found anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import USED, Candidates
from plugins.related_articles.changes import Changes, days
from plugins.related_articles.commonness import levels
from plugins.related_articles.finding import find
from plugins.related_articles.kept import Facts, Kept, facts
from plugins.related_articles.library import Library, library, shelf, sizes
from plugins.related_articles.newcomers import take_in
from plugins.related_articles.other_levels import Moved, reweigh
from plugins.related_articles.reading import read
from plugins.related_articles.rows import Row
from plugins.related_articles.story import Story
from plugins.related_articles.terms import Terms
from plugins.related_articles.work import Workers

FRESH = 32
"""When a 32nd of the stories have changed since the large shelf was made, it is made anew."""


def updated(shown: Sequence[Story], before: Kept, since: Changes, workers: Workers) -> Kept:
    """`shown` are in order, `since` what changed."""
    new, same = np.flatnonzero(since.same < 0), since.same >= 0
    terms = _terms(shown, before, since, workers)
    now = _shelved(shown, before, since, terms)
    lines, touched = _carried_over(before.found, since)
    own = before.own[since.same]
    moved = _moved(before, since, now, terms)
    for term in moved:
        touched[reweigh(term, lines, own, same, now)] = True
    own[new] = now.own(new)
    touched[take_in(new, np.flatnonzero(same), lines, now)] = True
    again = np.flatnonzero(~_sorted(lines, np.flatnonzero(touched), now) | ~same)
    lines.put(again, find(again, now, workers))
    versions, its = tuple(it.version for it in shown), _facts(before.facts, since, terms)
    return Kept(versions, now, its, own, lines, since.same, np.array([it.id for it in moved], np.int32))


def _terms(shown: Sequence[Story], before: Kept, since: Changes, workers: Workers) -> Mapping[int, Terms]:
    """Of the stories at new places. Those of one that has only another date are known."""
    new = np.flatnonzero(since.same < 0).tolist()
    unread = [place for place in new if since.known[place] < 0]
    found = dict(zip(unread, read([shown[place] for place in unread], workers), strict=True))
    return {place: found.get(place) or before.terms(int(since.known[place])) for place in new}


def _shelved(shown: Sequence[Story], before: Kept, since: Changes, terms: Mapping[int, Terms]) -> Library:
    """The large shelf with what is gone from it, and a small one of all that is not on it."""
    ids = [it.id for it in shown]
    large = before.library.shelves[0]
    places = np.where(large.places < 0, -1, since.now[large.places])
    fresh = np.setdiff1d(np.arange(len(ids)), places)
    rows = [
        Row(terms[it].ids, terms[it].weights) if it in terms else before.library.row(int(since.same[it]))
        for it in fresh.tolist()
    ]
    size = before.library.sizes[since.same]
    size[fresh] = sizes(rows)
    now = Library(ids, days(shown), (replace(large, places=places), shelf(rows, fresh)), size)
    if FRESH * (len(fresh) + np.count_nonzero(places < 0)) > len(ids):
        return library(ids, now.days, [now.row(place) for place in range(len(ids))])
    return now


def _carried_over(before: Candidates, since: Changes) -> tuple[Candidates, NDArray[np.bool_]]:
    """The lines of before with the places of now; and which of them lost a story."""
    lines = before.take(since.same)
    there = lines.places >= 0
    places = np.where(there, since.now[lines.places], -1).astype(np.int32)
    lost = np.asarray((there & (places < 0)).any(axis=1), dtype=np.bool_)
    return Candidates(places, lines.leading, lines.whole, lines.floors), lost


def _moved(before: Kept, since: Changes, now: Library, terms: Mapping[int, Terms]) -> list[Moved]:
    """The terms that are rarer or more common than before, by a level."""
    gone = [before.terms(it).ids for it in np.flatnonzero(since.now < 0).tolist()]
    came = [it.ids for it in terms.values()]
    changed = np.concatenate([np.empty(0, np.int32), *gone, *came])
    more = np.repeat([1, -1], [sum(map(len, gone)), sum(map(len, came))])
    ids, number = np.unique(changed, return_inverse=True)
    holders = now.common.holders[ids]
    were = levels(holders + np.bincount(number, more, len(ids)).astype(np.int32), now.common.size)
    are = levels(holders, now.common.size)
    return [Moved(int(ids[it]), int(were[it]), int(are[it])) for it in np.flatnonzero(were != are)]


def _sorted(lines: Candidates, touched: NDArray[np.int64], now: Library) -> NDArray[np.bool_]:
    """Put the touched lines in order; which lines are sure of their best USED."""
    keys = lines.keys(touched, now)
    keys[keys <= 0] = -1
    order = np.lexsort((lines.places[touched], -keys), axis=1)
    for values in (lines.places, lines.leading, lines.whole):
        values[touched] = np.take_along_axis(values[touched], order, axis=1)
    keys = np.take_along_axis(keys, order, axis=1)
    lines.places[touched] = np.where(keys < 0, -1, lines.places[touched])
    sure = np.ones(len(lines), np.bool_)
    floors = lines.floors[touched]
    sure[touched] = (floors == 0) | ((keys > floors[:, None]).sum(axis=1) >= USED)
    return sure


def _facts(before: Facts, since: Changes, terms: Mapping[int, Terms]) -> Facts:
    of_new = facts(list(terms.values()))
    lengths, marks = before.lengths[since.same], before.marks[since.same]
    lengths[list(terms)], marks[list(terms)] = of_new.lengths, of_new.marks
    return Facts(lengths, marks)
