"""Stories with a label (a column 【】, a series 专题) -> Shelf, one page per label."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from article.address import label_address


class Dated(Protocol):
    """What a shelf must know of a story."""

    slug: str
    date: dt.datetime


Story = TypeVar("Story", bound=Dated)


@dataclass(frozen=True)
class Shelf(Generic[Story]):
    """The stories of one label, newest first. `url` has no leading slash: `column/街坊故事/`.

    A page that shows only `count` stays as it is when one of the stories is edited.
    """

    name: str
    url: str
    save_as: str
    count: int
    articles: tuple[Story, ...]


def shelves(
    stories: Iterable[Story], label_of: Callable[[Story], str], folder: str
) -> tuple[Shelf[Story], ...]:
    """One shelf per label in `folder` (`column`), that of the newest story first. "" is no label."""
    groups: dict[str, list[Story]] = {}
    for story in newest_first(stories):
        label = label_of(story)
        if label:
            groups.setdefault(label, []).append(story)
    return tuple(_shelf(label, folder, group) for label, group in groups.items())


def newest_first(stories: Iterable[Story]) -> list[Story]:
    """By date, the newest first; on one minute by address, so that any machine gives one order."""
    return sorted(sorted(stories, key=lambda it: it.slug), key=lambda it: it.date, reverse=True)


def _shelf(label: str, folder: str, stories: Iterable[Story]) -> Shelf[Story]:
    url = f"{folder}/{label_address(label)}/"
    members = tuple(stories)
    return Shelf(label, url, f"{url}index.html", len(members), members)
