"""Edited stories, and what the last build kept -> the lists that became others, without a look at other
stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from plugins.related_articles.arranging import Followed, arranged
from plugins.related_articles.changes import edits
from plugins.related_articles.keeping import STORIES, load, save
from plugins.related_articles.kept import Kept
from plugins.related_articles.listing import After, Link, Listing
from plugins.related_articles.unlisted import listed
from plugins.related_articles.update import updated
from plugins.related_articles.work import Workers, workers
from plugins.store import Store, UnsoundError

FEW = 64
"""Stories that are not shown, as drafts: the list of each is made anew."""


def lists_after(
    changed: Listing, how_many: int, state: int, folder: Path, kind: str, processes: int
) -> After | None:
    """None where all stories must be looked at: `Relations.state` of the last build that was finished is not
    `state`, a story has another date or is new, too many changed, or there are many drafts.

    `changed` are published stories whose text, title, tags, series or wishes are others; the rest of
    what is given is as `remembered` has it. All other stories, drafts too, are as the last build saw them.
    """
    store = Store(folder)
    before = load(store)
    if before is None or before.state != state or len(before.unlisted) > FEW:
        return None
    with workers(kind, processes) as pool:
        try:
            found = after(changed, before, how_many, pool)
        except (UnsoundError, IndexError) as error:  # a number that leads nowhere
            store.discard(STORIES, str(error))
            return None
    return After(found[0], save(store, found[1], before)) if found else None


def after(
    changed: Listing, before: Kept, how_many: int, pool: Workers
) -> tuple[Mapping[str, tuple[Link, ...]], Kept] | None:
    """The same, from what was kept; and what is to be kept. The arrays of `before` are written over."""
    if before.shown is None or before.shown.lists.shape[1] != how_many:
        return None
    since = edits([changed.story(it) for it in range(len(changed.ids))], changed.versions, before)
    if since is None:
        return None
    kept, touched = updated(before, since, pool)
    kept, our, others = arranged(kept, Followed(before.shown, since, touched), how_many, pool)
    unlisted = [listed(it.story, it.terms, our) for it in before.unlisted]
    new = {kept.ids[it]: _links(kept, it) for it in others}
    again = zip(unlisted, before.unlisted, strict=True)
    new |= {it.story.id: it.links for it, was in again if it.links != was.links}
    return new, replace(kept, unlisted=unlisted)


def _links(kept: Kept, place: int) -> tuple[Link, ...]:
    if kept.shown is None:
        return ()
    whys = kept.shown.whys[int(kept.table.slots[place])].split("\n")
    return tuple(map(Link, [kept.ids[it] for it in kept.shown.lists[place].tolist() if it >= 0], whys))
