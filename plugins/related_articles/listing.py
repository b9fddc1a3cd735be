"""Stories of a build -> Listing: all their addresses and versions, and each story itself when asked for; and
what comes back of them, Link and After. Nothing here loads numpy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

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


def at_hand(given: Listing) -> Listing:
    """The same with all stories made and their texts read, to be handed to another process."""
    stories = [given.story(number) for number in range(len(given.ids))]
    stories = [replace(it, text=partial(str, it.text())) for it in stories]
    return Listing(given.ids, given.versions, stories.__getitem__)


def version_of(it: Story) -> str:
    """Of all that it says."""
    said = repr((it.version, it.date.toordinal(), it.series, it.pins, sorted(it.bans)))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Link(NamedTuple):
    """`why` is a line of Chinese for readers, or ""."""

    id: str
    why: str


@dataclass(frozen=True)
class After:
    """`lists` has the new list of each story whose links or reasons are others than before; all other lists
    are as they were. `state` names what was kept of it."""

    lists: Mapping[str, tuple[Link, ...]]
    state: int
