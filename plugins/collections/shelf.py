"""Stories with a label (a column 【】, a series 专题) -> Shelf, one page per label."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from article.address import label_address


class Placed(Protocol):
    """What a shelf must know of a story."""

    slug: str


Story = TypeVar("Story", bound=Placed)


@dataclass(frozen=True)
class Shelf(Generic[Story]):
    """The stories of one label, newest first. `url` has no leading slash: `column/街坊故事/`."""

    name: str
    url: str
    articles: tuple[Story, ...]

    oldest_first_url: str = ""
    """Of the same stories from the first one on; "" where there is no such page."""


def shelves(
    stories: Iterable[Story], label_of: Callable[[Story], str], folder: str, both_orders: bool
) -> tuple[Shelf[Story], ...]:
    """One shelf per label in `folder` (`column`), that of the newest story first. "" is no label.

    `stories` stand newest first. With `both_orders` a shelf of two stories or more can also be read from
    its first story on.
    """
    groups: dict[str, list[Story]] = {}
    for story in stories:
        label = label_of(story)
        if label:
            groups.setdefault(label, []).append(story)
    return tuple(_shelf(label, folder, group, both_orders) for label, group in groups.items())


def newest_first(stories: Iterable[Story], moment: Callable[[Story], int | dt.datetime]) -> list[Story]:
    """By `moment`, then by address, backwards: of one day, `part-1` is older than `part-2` on any machine."""
    return sorted(stories, key=lambda it: (moment(it), it.slug), reverse=True)


def _shelf(label: str, folder: str, stories: Sequence[Story], both_orders: bool) -> Shelf[Story]:
    url = f"{folder}/{label_address(label)}/"
    turned = f"{url}oldest-first/" if both_orders and len(stories) > 1 else ""
    return Shelf(label, url, tuple(stories), turned)
