"""A related story -> RelatedLink, what a page says of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol


class Picture(Protocol):
    """The cover of a story, as the images stage gives it."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class RelatedLink:
    """One line of the list. `url` has no leading slash; `source` and `category` are "" if not given."""

    title: str
    url: str
    date: dt.datetime
    date_has_time: bool
    source: str
    category: str
    picture: Picture | None
