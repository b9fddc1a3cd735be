"""A story that reads and is not shown, as a draft -> Unlisted, it with its list."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.arranging import ranked_lists, with_pins
from plugins.related_articles.changes import key
from plugins.related_articles.finding import candidates
from plugins.related_articles.kept import Unlisted, facts
from plugins.related_articles.library import own
from plugins.related_articles.likeness import cosines, same_text
from plugins.related_articles.listing import Link
from plugins.related_articles.ranking import Ranked
from plugins.related_articles.rows import Row, packed
from plugins.related_articles.series import number
from plugins.related_articles.sharing import whole
from plugins.related_articles.site import Readers, Site
from plugins.related_articles.story import Story
from plugins.related_articles.terms import Terms
from plugins.related_articles.why import Reasons, whys


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


def listed(story: Story, terms: Terms, among: Site) -> Unlisted:
    """Its list is made anew each time: nothing that is shown depends on it."""
    kept, row = among.kept, Row(terms.ids, terms.weights)
    line = [it for it in ranking(story, terms, among).list[0].tolist() if it >= 0]
    said = whys(Reasons(kept.library.common), story, row, [kept.story(it) for it in line])
    return Unlisted(story, terms, tuple(map(Link, [kept.ids[it] for it in line], said)))


def ranking(story: Story, terms: Terms, among: Site) -> Ranking:
    """How it comes about."""
    shown = among.kept.shown
    how_many = shown.lists.shape[1] if shown else 0
    readers = _readers(story, terms, among)
    order = among.ranked(readers)
    line = ranked_lists(among, readers, order, how_many, np.array([-1]))
    line[0] = with_pins(among.pinned(story), line[0], among, how_many)
    return Ranking(among, story, readers, order, line, line)


def _readers(story: Story, terms: Terms, among: Site) -> Readers:
    kept, library = among.kept, among.kept.library
    rows = packed([Row(terms.ids, terms.weights)])
    places = range(len(kept.ids))
    at = bisect_left(places, key(story), key=lambda it: (-int(library.days[it]), kept.ids[it]))
    there = np.array([min(at, len(kept.ids) - 1)])
    found = candidates(rows, np.array([-1]), there, library, among.text)
    found = replace(found, whole=whole(rows, there, found, library)).used()
    its, theirs = facts([terms]), kept.facts
    cosine = cosines(found, own(rows, library.common), kept.own)
    same = same_text(cosine, found, its.lengths, theirs.lengths)
    text = _marked(terms.marks[0], among)
    if text < 0:
        text = _marked(terms.marks[1], among)
    if text < 0:
        text = min(among.text[found.places[0][same[0]]].tolist(), default=-1)
    return Readers(
        found,
        cosine,
        np.array([text], np.int32),
        np.array([story.date.toordinal()]),
        np.array([number(story.series)], np.uint64),
        {0: kept.places(sorted(story.bans))} if story.bans else {},
    )


def _marked(mark: int, among: Site) -> int:
    """The text with this mark, or -1."""
    held = np.flatnonzero((among.kept.facts.marks == np.uint64(mark)).any(axis=1))
    return int(among.text[held[-1]]) if len(held) else -1
