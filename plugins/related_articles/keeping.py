"""Kept <-> the store, in three files: what an edit changes, and two that stay as they are for many builds."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from plugins.related_articles.folding import folded, is_worth_folding
from plugins.related_articles.kept import Kept, Unlisted
from plugins.related_articles.loading import kept_of
from plugins.related_articles.said import said
from plugins.related_articles.written import all_in_file, line_parts, shelf_parts, story_parts
from plugins.store import UNSOUND, Store

SHELF, LINES, STORIES = "related-shelf", "related-lines", "related"
"""Terms and who holds them; candidates and what stories say; all that is others after an edit."""

MANY = 8
"""When an eighth of the lines are others than in their file, it is written anew."""


def load(store: Store) -> Kept | None:
    """What the last build kept, if all of it is sound and this code made it.

    Of the large files only what is looked at is checked: UnsoundError may come later.
    """
    stories = store.load(STORIES, _made_by())
    lines = store.load(LINES, _made_by()) if stories else None
    shelf = store.load(SHELF, _made_by()) if lines else None
    if stories is None or lines is None or shelf is None:
        return None
    try:
        return kept_of(stories, lines, shelf)
    except UNSOUND as error:
        store.discard(STORIES, str(error))
        return None


def save(store: Store, kept: Kept, before: Kept | None) -> int:
    """Write what is not there already. The number of all that is kept, 0 where it cannot be written."""
    if before is not None and _is_the_same(kept, before):
        return before.state
    if is_worth_folding(kept):
        kept = folded(kept)
    large = kept.library.shelves[0]
    shelf = large.number or store.save(SHELF, _made_by(), shelf_parts(large))
    lines = kept.number
    if not lines or MANY * np.count_nonzero(kept.table.changed) > len(kept.table.lines):
        kept = all_in_file(kept)
        lines = store.save(LINES, _made_by(), line_parts(kept))
    return store.save(STORIES, _made_by(), story_parts(kept, shelf, lines)) if shelf and lines else 0


@cache
def _made_by() -> str:
    """A digest of this code and of what it rests on: what other code kept may mean something else."""
    code = hashlib.blake2b(digest_size=16)
    for file in sorted(Path(__file__).parent.glob("*.py")):
        code.update(file.read_bytes())
    return f"{code.hexdigest()} {unicodedata.unidata_version} {np.__version__}"


def _is_the_same(kept: Kept, before: Kept) -> bool:
    shown, were = kept.shown, before.shown
    return (
        kept.ids == before.ids
        and kept.versions == before.versions
        and _said(kept.unlisted) == _said(before.unlisted)
        and shown is not None
        and were is not None
        and np.array_equal(shown.lists, were.lists)
    )


def _said(stories: Sequence[Unlisted]) -> list[object]:
    return [
        (said(it.story), it.story.date, it.terms.ids.tobytes(), it.terms.weights.tobytes(), it.links)
        for it in stories
    ]
