"""A story's facts -> Entry, what a feed says of it."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import dataclass
from urllib.parse import quote

from plugins.feeds.absolute import absolute

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold (and U+007F): one of them makes a whole feed unreadable."""


@dataclass(frozen=True, kw_only=True)
class StoryFacts:
    """A story as its page has it. `url` is below the site, `summary` plain text, `body` the page's HTML."""

    url: str
    title: str
    summary: str
    body: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    published: dt.datetime
    updated: dt.datetime


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A story as a feed has it. `link` is whole, percent-encoded, and the id too; the last two are HTML."""

    title: str
    link: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    published: dt.datetime
    updated: dt.datetime
    summary: str
    content: str


def entry(story: StoryFacts, site: str) -> Entry:
    """`site` is the site's address without a closing slash."""
    link = f"{site}/{quote(story.url)}"
    return Entry(
        title=printable(story.title),
        link=link,
        authors=tuple(map(printable, story.authors)),
        categories=tuple(map(printable, story.categories)),
        published=story.published,
        updated=story.updated,
        summary=html.escape(printable(story.summary), quote=False),
        content=absolute(printable(story.body), link, site),
    )


def printable(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return NOT_XML.sub("", text)
