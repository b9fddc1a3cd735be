"""Stories, and what the last build kept -> Relations; what they rest on is kept for the next build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.related_articles.keeping import STORIES, load, save
from plugins.related_articles.listing import Listing
from plugins.related_articles.relations import Relations, related
from plugins.related_articles.story import Story
from plugins.related_articles.work import workers
from plugins.store import Store, UnsoundError


def remembered(
    published: Listing,
    unlisted: Sequence[Story],
    how_many: int,
    folder: Path | None,
    kind: str,
    processes: int,
) -> Relations:
    """As `related`; `folder` is where things are kept, None for nowhere, the rest as `workers` has it."""
    store = Store(folder) if folder else None
    before = load(store) if store else None
    with workers(kind, processes) as pool:
        try:
            found = related(published, unlisted, how_many, before, pool)
        except (UnsoundError, IndexError) as error:  # a number that leads nowhere
            if store is None or before is None:
                raise
            store.discard(STORIES, str(error))
            before = None
            found = related(published, unlisted, how_many, None, pool)
    if store:
        found.state = save(store, found.kept, before)
    return found
