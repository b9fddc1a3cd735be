"""Stories newest first -> for each the one before and the one after it, and its place in its series."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from plugins.collections.shelf import Shelf


class Told(Protocol):
    """What a link must know of a story."""

    slug: str
    title: str
    url: str
    date: dt.datetime
    date_has_time: bool


Story = TypeVar("Story", bound=Told)


@dataclass(frozen=True)
class StoryLink:
    """What a page says of the story before or after its own; asked of `story` when a page is made, as most
    builds make few."""

    story: Told

    @property
    def made_from(self) -> tuple[Told]:
        """All that it depends on, for who compares two builds."""
        return (self.story,)

    @property
    def title(self) -> str:
        return self.story.title

    @property
    def url(self) -> str:
        """Without a leading slash."""
        return self.story.url

    @property
    def date(self) -> dt.datetime:
        return self.story.date

    @property
    def date_has_time(self) -> bool:
        return self.story.date_has_time


@dataclass(frozen=True)
class Beside:
    """The next older story and the next newer one; None at the ends and for a story that is on no list."""

    previous: StoryLink | None = None
    next: StoryLink | None = None


@dataclass(frozen=True)
class SeriesPlace:
    """Where a story stands in its series. `url` is that of the series; of `count` stories the oldest is 1."""

    name: str
    url: str
    count: int

    number: int | None = None
    """None for a story that is hidden: it belongs to the series and is not counted."""

    beside: Beside = Beside()


def beside(stories: Sequence[Told]) -> dict[str, Beside]:
    """By the story's slug. `stories` stand newest first."""
    links = [StoryLink(it) for it in stories]
    older, newer = [*links[1:], None], [None, *links[:-1]]
    return {it.slug: Beside(*both) for it, *both in zip(stories, older, newer, strict=False)}


def places(shelf: Shelf[Story]) -> dict[str, SeriesPlace]:
    """By slug, for each story of a series."""
    count, around = len(shelf.articles), beside(shelf.articles)
    return {
        it.slug: SeriesPlace(shelf.name, shelf.url, count, count - at, around[it.slug])
        for at, it in enumerate(shelf.articles)
    }


def uncounted(shelf: Shelf[Story]) -> SeriesPlace:
    """The place of a story that names the series and is not on its page."""
    return SeriesPlace(shelf.name, shelf.url, len(shelf.articles))
