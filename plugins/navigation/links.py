"""Categories and pages -> the links that every page shows: the columns of the paper, and the foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A name that leads somewhere. `url` has no leading slash."""

    name: str
    url: str


@dataclass(frozen=True)
class Shelf:
    """A category and how many stories it holds."""

    link: Link
    size: int


def columns(categories: Iterable[Shelf], first: Sequence[str]) -> tuple[Link, ...]:
    """Those named in `first` in that order, then the others, the largest first; those of one size as
    given."""
    by_name = {it.link.name: it for it in categories}
    named = [by_name[name].link for name in first if name in by_name]
    others = sorted((it for it in by_name.values() if it.link.name not in first), key=lambda it: -it.size)
    return (*named, *(it.link for it in others))


def foot(pages: Iterable[Link], archives: str, feed: str) -> tuple[Link, ...]:
    """The pages, then all stories and the feed; an address that is "" is left out."""
    more = (Link("全部稿件", archives), Link("订阅（Atom）", feed))
    return (*pages, *(it for it in more if it.url))
