"""Kept -> the same with all stories on one shelf, and slots in the order of time, as after a search from
nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from plugins.related_articles.kept import Kept
from plugins.related_articles.library import Library, shelf
from plugins.related_articles.table import Table

FRESH = 32
"""When a 32nd of the stories have changed since the large shelf was made, it is made anew."""


def is_worth_folding(kept: Kept) -> bool:
    """Whether much has changed since."""
    large, *small = kept.library.shelves
    changed = np.count_nonzero(large.places < 0) + sum(len(it.rows) for it in small)
    return bool(FRESH * changed > len(kept.ids))


def folded(kept: Kept) -> Kept:
    """Nothing of it is in the store."""
    everywhere, its = np.arange(len(kept.ids)), kept.library
    large = shelf([its.row(place) for place in everywhere.tolist()], everywhere)
    slots = kept.table.slots
    return replace(
        kept,
        library=Library(its.hashes, its.days, (large,), its.sizes),
        table=Table(
            kept.table.take(everywhere), everywhere.astype(np.int32), np.ones(len(everywhere), np.bool_)
        ),
        said=kept.said.whole(slots),
        shown=replace(kept.shown, whys=kept.shown.whys.whole(slots)) if kept.shown else None,
        number=0,
    )
