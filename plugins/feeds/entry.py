"""A story's facts -> Entry, what a feed says of it."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass, replace
from urllib.parse import quote

from plugins.feeds.absolute import absolute

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""XML 1.0 has no place for these (U+007F is allowed and useless): one of them makes a whole feed unreadable."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One story. `link` is whole and percent-encoded and also the id; `summary` and `content` are HTML."""

    title: str
    link: str
    summary: str
    content: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    published: dt.datetime
    updated: dt.datetime


def entry(raw: Entry, site: str) -> Entry:
    """Make `raw` fit for a feed of `site` (its address without a closing slash).

    In `raw` the link is the path below the site (`news/2026/fair/`), the summary plain text and the content the
    page's HTML.
    """
    link = f"{site}/{quote(raw.link, safe='/+')}"
    return replace(
        raw,
        title=printable(raw.title),
        link=link,
        summary=html.escape(printable(raw.summary), quote=False),
        content=absolute(printable(raw.content), link, site),
        authors=tuple(map(printable, raw.authors)),
        categories=tuple(map(printable, raw.categories)),
    )


def printable(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return NOT_XML.sub("", text)
