"""Stories, and what the last build kept -> Relations; what they rest on is kept for the next build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.related_articles.keeping import load, save
from plugins.related_articles.relations import Relations, relate
from plugins.related_articles.story import Story
from plugins.related_articles.work import workers
from plugins.store import Store


def remembered(
    published: Sequence[Story],
    unlisted: Sequence[Story],
    how_many: int,
    folder: Path | None,
    kind: str,
    processes: int,
) -> Relations:
    """As `relate`; `folder` is where things are kept, None for nowhere, the rest as `workers` has it."""
    store = Store(folder) if folder else None
    before = load(store) if store else None
    with workers(kind, processes) as pool:
        found = relate(published, unlisted, how_many, before, pool)
    if store:
        save(store, found.kept, before)
    return found
