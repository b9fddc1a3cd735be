"""Stories of a build -> Listing: all their addresses and versions, and each story itself when asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plugins.related_articles.story import Story


@dataclass(frozen=True)
class Listing:
    """In any order. `versions` change with anything that a Story says; none holds a line break. `story` makes
    the one with a number, which takes longer than to name it, and most are as they were."""

    ids: Sequence[str]
    versions: Sequence[str]
    story: Callable[[int], Story]


def listing(stories: Sequence[Story]) -> Listing:
    """Of stories that are at hand."""
    return Listing([it.id for it in stories], [version_of(it) for it in stories], stories.__getitem__)


def version_of(it: Story) -> str:
    """Of all that it says."""
    said = repr((it.version, it.date.toordinal(), it.series, it.pins, sorted(it.bans)))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
