"""`related:` in front matter -> Wish: another story that an editor wants in a story's list, or does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

WISH = re.compile(r"(不要|-)?\s*(/[^\s?#]*[^\s?#/])/?")
"""An address as a reader sees it; before it `不要`, or a minus sign for short, where the story is not to be
shown."""


@dataclass(frozen=True)
class Wish:
    """`slug` is the other story's address without slashes at its ends."""

    slug: str
    is_wanted: bool


def wish(text: str) -> Wish | None:
    """What an entry says: `/news/2026/fair/` or `不要 /news/2025/lift/`; None for anything else."""
    found = WISH.fullmatch(text.strip())
    return Wish(found[2].strip("/").removesuffix(".md"), not found[1]) if found else None


def in_short(entries: Iterable[str]) -> str:
    """All wishes of a story in one line: `+news/2026/fair -news/2025/lift`."""
    wishes = [it for it in map(wish, entries) if it]
    return " ".join(f"{'+' if it.is_wanted else '-'}{it.slug}" for it in wishes)


def wanted(short: str) -> tuple[str, ...]:
    """The slugs that come first, in the editor's order."""
    return tuple(it[1:] for it in short.split() if it[0] == "+")


def banned(short: str) -> frozenset[str]:
    """The slugs that are left out."""
    return frozenset(it[1:] for it in short.split() if it[0] == "-")
