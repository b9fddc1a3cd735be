"""Stories that read and are not shown, as drafts -> Readers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from plugins.related_articles.candidates import candidates
from plugins.related_articles.kept import facts
from plugins.related_articles.library import own
from plugins.related_articles.likeness import cosines, same_text
from plugins.related_articles.rows import Row, packed
from plugins.related_articles.sharing import whole
from plugins.related_articles.site import Readers, Site
from plugins.related_articles.story import Story
from plugins.related_articles.terms import Terms


def unlisted(stories: Sequence[Story], terms: Sequence[Terms], among: Site) -> Readers:
    """Their candidates are found anew each time: nothing that is shown depends on them."""
    library, shown = among.kept.library, among.kept
    rows = packed([Row(it.ids, it.weights) for it in terms])
    order = [(-day, id) for day, id in zip(library.days.tolist(), library.ids, strict=True)]
    at = [min(bisect_left(order, (-it.date.toordinal(), it.id)), len(order) - 1) for it in stories]
    nowhere = np.full(len(stories), -1, np.int64)
    found = candidates(rows, nowhere, np.array(at), library, among.text)
    found = replace(found, whole=whole(rows, np.array(at), found, library)).used()
    its, theirs = facts(terms), shown.facts
    cosine = cosines(found, own(rows, library.common), shown.own)
    same = same_text(cosine, found, its.lengths, theirs.lengths)
    marks = {
        mark: text
        for text, both in zip(among.text.tolist(), theirs.marks.tolist(), strict=True)
        for mark in both
    }
    text = [
        marks.get(whole, marks.get(rest, min(among.text[line[here]].tolist(), default=-1)))
        for (whole, rest), line, here in zip(its.marks.tolist(), found.places, same, strict=True)
    ]
    return Readers(stories, found, cosine, np.array(text, np.int64))
