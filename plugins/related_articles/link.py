"""Related stories -> RelatedLink, what a page says of each; made when a page asks, as most builds ask for
few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar, overload

S = TypeVar("S")


class Picture(Protocol):
    """The cover of a story, as the images stage gives it."""

    url: str
    width: int
    height: int
    alt: str


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


class RelatedLinks(Sequence[RelatedLink], Generic[S]):
    """The list of one story. `made_from` is all that its links depend on, for who compares two builds."""

    def __init__(
        self, stories: Sequence[S], whys: Sequence[str], link: Callable[[S, str], RelatedLink]
    ) -> None:
        self._stories, self._whys, self._link = stories, whys, link

    @property
    def made_from(self) -> tuple[object, ...]:
        return (*self._stories, "\n".join(self._whys))

    def __len__(self) -> int:
        return len(self._stories)

    @overload
    def __getitem__(self, at: int) -> RelatedLink: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[RelatedLink]: ...
    def __getitem__(self, at: int | slice) -> RelatedLink | Sequence[RelatedLink]:
        if isinstance(at, slice):
            return RelatedLinks(self._stories[at], self._whys[at], self._link)
        return self._link(self._stories[at], self._whys[at])
