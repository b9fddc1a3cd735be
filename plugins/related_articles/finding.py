"""Places of stories in a library -> their Candidates, on any executor."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates, nothing
from plugins.related_articles.library import Library
from plugins.related_articles.rows import Rows
from plugins.related_articles.sharing import whole
from plugins.related_articles.work import Workers

FEW = 48
"""Readers that are worth no loading of scipy."""


def find(
    places: NDArray[np.int64], library: Library, workers: Workers, text: NDArray[np.integer] | None = None
) -> Candidates:
    """A line for each of these places, in this order; with `text` one story of each text."""
    found = nothing(len(places))
    parts = workers.split(len(places))
    if len(places) > FEW:
        library = library.checked()
    lines = workers.map(partial(_find, library, text), [places[part] for part in parts])
    for part, its in zip(parts, lines, strict=True):
        found.put(np.arange(part.start, part.stop), its)
    return found


def candidates(
    readers: Rows,
    own: NDArray[np.int64],
    at: NDArray[np.int64],
    library: Library,
    text: NDArray[np.integer] | None = None,
) -> Candidates:
    """`own` is the place of each reader, `at` the same, or for one that is not shown the place nearest in
    time.

    No story is its own candidate. With `text`, a number for each place, a line holds one story of each
    number, and none of the reader's own.
    """
    if len(readers) <= FEW:
        from plugins.related_articles.candidates_of_few import candidates_of_few

        return candidates_of_few(readers, own, at, library, text)
    from plugins.related_articles.candidates_of_many import candidates_of_many

    return candidates_of_many(readers, own, at, library, text)


def _find(library: Library, text: NDArray[np.integer] | None, places: NDArray[np.int64]) -> Candidates:
    found = nothing(len(places))
    for rows, which in library.rows(places):
        at = places[which]
        lines = candidates(rows, at, at, library, text)
        found.put(which, replace(lines, whole=whole(rows, at, lines, library)))
    return found
