"""Stories, and what the last build kept -> Relations; what they rest on is kept for the next build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.related_articles.changes import changes
from plugins.related_articles.keeping import STORIES, load, save
from plugins.related_articles.listing import Listing
from plugins.related_articles.relations import Relations, related
from plugins.related_articles.story import Story
from plugins.related_articles.work import workers
from plugins.store import Store, UnsoundError

FEWEST = 2048
"""Stories that are worth a process of their own, where all is searched from nothing."""


def remembered(
    published: Listing,
    unlisted: Sequence[Story],
    how_many: int,
    folder: Path | None,
    kind: str,
    processes: int,
) -> Relations:
    """As `related`; `folder` is where things are kept, None for nowhere, the rest as `workers` has it."""
    if not folder:
        with workers(kind, processes) as pool:
            return related(published, unlisted, how_many, None, None, pool)
    store = Store(folder)
    before = load(store)
    since = changes(published, before) if before else None
    if since is None and kind == "processes" and len(published.ids) >= FEWEST:
        from plugins.related_articles.apart import search_apart

        search_apart(published, before, how_many, folder, processes)
        before = load(store)
        since = changes(published, before) if before else None
    with workers(kind, processes) as pool:
        try:
            found = related(published, unlisted, how_many, before, since, pool)
        except (UnsoundError, IndexError) as error:  # a number that leads nowhere
            if before is None:
                raise
            store.discard(STORIES, str(error))
            before = None
            found = related(published, unlisted, how_many, None, None, pool)
    found.state = save(store, found.kept, before)
    return found
