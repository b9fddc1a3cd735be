"""Places of stories in a library -> their Candidates, on any executor."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.candidates import Candidates, candidates, nothing
from plugins.related_articles.library import Library
from plugins.related_articles.sharing import whole
from plugins.related_articles.work import Workers


def find(
    places: NDArray[np.int64], library: Library, workers: Workers, text: NDArray[np.int64] | None = None
) -> Candidates:
    """A line for each of these places, in this order; with `text` one story of each text."""
    found = nothing(len(places))
    parts = workers.split(len(places))
    lines = workers.map(partial(_find, library, text), [places[part] for part in parts])
    for part, its in zip(parts, lines, strict=True):
        found.put(np.arange(part.start, part.stop), its)
    return found


def _find(library: Library, text: NDArray[np.int64] | None, places: NDArray[np.int64]) -> Candidates:
    found = nothing(len(places))
    for rows, which in library.rows(places):
        at = places[which]
        lines = candidates(rows, at, at, library, text)
        found.put(which, replace(lines, whole=whole(rows, at, lines, library)))
    return found
