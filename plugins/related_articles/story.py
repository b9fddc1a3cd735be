"""What the search for related stories knows of a story -> Story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """`id` is the address without slashes at its ends.

    `text` gives the plain text without the title; it is asked only where `version` is not known from the
    build before. `version` changes whenever title, tags or text do, as a digest of them.
    """

    id: str
    title: str
    text: Callable[[], str]
    version: str
    date: dt.date
    tags: tuple[str, ...] = ()
    series: str = ""
    pins: tuple[str, ...] = ()
    """Ids that an editor wants first in this story's list, in this order."""

    bans: frozenset[str] = frozenset()
    """Ids that an editor wants never in it."""
