"""Related stories -> RelatedLink, what a page says of each; made when a page asks, as most builds ask for
few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, overload


class Picture(Protocol):
    """The cover of a story, as the images stage gives it."""

    url: str
    width: int
    height: int
    alt: str


class Label(Protocol):
    """A category."""

    name: str


class Linked(Protocol):
    """What is asked of a story that another one names. images, which sets `picture`, is a stage that a site
    may leave out."""

    title: str
    url: str
    date: dt.datetime
    date_has_time: bool
    source: str
    category: Label


@dataclass(frozen=True)
class RelatedLink:
    """One line of the list. `url` has no leading slash; `source`, `category` and `why` are "" if not given.

    `why` tells a reader what both stories have in common.
    """

    title: str
    url: str
    date: dt.datetime
    date_has_time: bool
    source: str
    category: str
    picture: Picture | None
    why: str


@dataclass(frozen=True, eq=False)
class RelatedLinks(Sequence[RelatedLink]):
    """The list of one story: the stories, and why for each. `made_from` is all that its links depend on, for
    who compares two builds."""

    stories: tuple[Linked, ...]
    whys: tuple[str, ...]

    @property
    def made_from(self) -> tuple[object, ...]:
        return (*self.stories, "\n".join(self.whys))

    def __len__(self) -> int:
        return len(self.stories)

    @overload
    def __getitem__(self, at: int) -> RelatedLink: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[RelatedLink]: ...
    def __getitem__(self, at: int | slice) -> RelatedLink | Sequence[RelatedLink]:
        if isinstance(at, slice):
            return RelatedLinks(self.stories[at], self.whys[at])
        return _link(self.stories[at], self.whys[at])


def _link(story: Linked, why: str) -> RelatedLink:
    return RelatedLink(
        title=story.title,
        url=story.url,
        date=story.date,
        date_has_time=story.date_has_time,
        source=story.source,
        category=story.category.name,
        picture=getattr(story, "picture", None),
        why=why,
    )
