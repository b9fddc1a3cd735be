"""`related:` in front matter -> Wish: another story that an editor wants in a story's list, or does not."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

WISH = re.compile(
    r"(不要|-)?\s*(?:(https?://[^\s/?#，、；]+)(?=/))?(/[^\s?#，、；]*)(?:[?#]\S*)?", re.IGNORECASE
)
"""An address as a reader sees it, or as a browser has it; before it `不要`, or a minus sign for short, where
the story is not to be shown."""

ONE = re.compile(r"(?:不要\s*|-\s*)?(?:https?://|/)[^\s,，、；]*", re.IGNORECASE)


@dataclass(frozen=True)
class Wish:
    """`slug` is the other story's address without slashes at its ends.

    `host` is what stood before the address, as `http://127.0.0.1:8000`, or "". Nothing follows from it: staff
    copy from the site, from its preview and from copies of it elsewhere.
    """

    slug: str
    is_wanted: bool
    host: str = ""


def wish(text: str) -> Wish | None:
    """What an entry says: `/news/2026/fair/` or `不要 /news/2025/lift/`; None for anything else.

    All spellings of one address are one: `/news/2026/fair/index.html#top`, `/news/%E9%9B%86`, `fair.md`.
    """
    found = WISH.fullmatch(text.strip())
    if not found:
        return None
    path = posixpath.normpath(unicodedata.normalize("NFC", unquote(found[3]))).strip("/")
    slug = re.sub(r"(?:^|/)index\.html$|\.md$", "", path)
    return Wish(slug, not found[1], found[2] or "") if slug else None


def several(text: str) -> list[str]:
    """The addresses in what should have been a list, or one entry of it: `/a/，/b/` -> `/a/`, `/b/`."""
    return ONE.findall(text)


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
