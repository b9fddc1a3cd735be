"""A story that reads and is not shown, as a draft -> Readers, of it alone."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

import numpy as np

from plugins.related_articles.changes import key
from plugins.related_articles.finding import candidates
from plugins.related_articles.kept import facts
from plugins.related_articles.library import own
from plugins.related_articles.likeness import cosines, same_text
from plugins.related_articles.rows import Row, packed
from plugins.related_articles.series import number
from plugins.related_articles.sharing import whole
from plugins.related_articles.site import Readers, Site
from plugins.related_articles.story import Story
from plugins.related_articles.terms import Terms


def unlisted(story: Story, terms: Terms, among: Site) -> Readers:
    """Its candidates are found anew each time: nothing that is shown depends on them."""
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
