"""A page's tree -> what it states for machines: title, meta elements, JSON-LD, dates in scripts.

Readers do not see these, so they count only where the visible text says nothing or says less.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import html

from article.likeness import HAN
from newsdesk.importing.imported import When
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.lines import INVISIBLE
from newsdesk.importing.webpage.page_address import PageAddress, page_address

BEIJING = dt.timezone(dt.timedelta(hours=8))
DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "og:release_date",
    "weibo:article:create_at",
    "bytedance:published_time",
    "datepublished",
    "publishdate",
    "publish_date",
    "publish_time",
    "publishtime",
    "pubdate",
    "pub_date",
    "apub:time",
    "firstpublishedtime",
    "dc.date",
    "date",
)
TITLE_NAMES = ("og:title", "articletitle", "twitter:title", "title")
SOURCE_NAMES = ("contentsource", "article:source", "source", "mediaid", "og:article:source")
AUTHOR_NAMES = ("article:author", "og:article:author", "author", "byl")
EDITOR_NAMES = ("editor", "contenteditor", "responsibleeditor")
META_DATE = re.compile(r"^(?!.*(?:modif|expir|last|revis)).*(?:date|time)", re.I)
QUOTE = r"""\\{0,3}["']?"""
MOMENT = r"""
    (?P<value>\d{4}[-/]\d\d?[-/]\d\d?[T\s]\d\d?:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?|1\d{9}(?:\d{3})?)(?!\d)
"""
SCRIPT_DATES = tuple(
    re.compile(rf"{QUOTE}(?:{names}){QUOTE}\s*[:=]\s*{QUOTE}{MOMENT}", re.X | re.I)
    for names in (
        "pub(?:lish(?:ed)?)?_?(?:date|time|at) | datePublished | newsTime | releaseTime | issueTime | ptime",
        "created?_?(?:time|at) | ctime",
    )
)
"""What scripts call a date of publication; the second only where the first is nowhere."""

SCRIPT_MEDIA = re.compile(
    rf"""["']media_?(?:name)?{QUOTE}\s*:\s*{QUOTE}([^"'\\<>{{}}]{{2,24}})["'\\]""", re.I
)
LONGEST_SCRIPT = 400_000
MOST_DATES = 40


@dataclass(frozen=True)
class Stated:
    """title: of the browser's window. meta: names in small letters -> content, the first of each."""

    title: str = ""
    meta: Mapping[str, str] = field(default_factory=dict)
    headline: str = ""
    published: When | None = None
    authors: tuple[str, ...] = ()
    publisher: str = ""
    address: PageAddress = field(default_factory=PageAddress)
    media: str = ""
    """The paper that scripts name, if all name one."""

    dates: tuple[When, ...] = ()
    """All that meta elements and scripts call a date of publication, each once."""

    def first(self, names: tuple[str, ...]) -> tuple[str, str]:
        """The first of the meta elements `names` with content: (name, content), or ("", "")."""
        return next(((name, self.meta[name]) for name in names if self.meta.get(name)), ("", ""))


def stated(root: html.HtmlElement, opened: str) -> Stated:
    """What `root` says outside its visible text; `opened` is where it was fetched from, "" for a file."""
    title = root.find(".//title")
    linked = _linked_data(root)
    return Stated(
        title=_words(title.text_content()) if title is not None else "",
        meta=_meta(root),
        headline=_text(linked, "headline"),
        published=when_of(_text(linked, "datePublished")),
        authors=_names(linked.get("author")),
        publisher="、".join(_names(linked.get("publisher"))),
        address=page_address(root, opened),
        media=_media(root),
        dates=_dates(root),
    )


def when_of(text: str) -> When | None:
    """A date as meta elements and scripts write it: ISO 8601 with or without a zone, or seconds since 1970.

    00:00:00 and 23:59:59 are no time: programs write them where only a day is known.
    """
    text = text.strip()
    if re.fullmatch(r"1\d{9}(?:\d{3})?", text):
        return _minute(dt.datetime.fromtimestamp(int(text[:10]), BEIJING))
    try:
        moment = dt.datetime.fromisoformat(text)
        moment = moment.astimezone(BEIJING) if moment.tzinfo else moment
    except (ValueError, OverflowError):  # no date, or one before year 1 in Beijing
        spots = [spot.when for spot in dates(fold(text)) if spot.when and spot.when.year]
        return spots[0] if spots else None
    return _minute(moment)


def _minute(moment: dt.datetime) -> When:
    no_time = (moment.hour, moment.minute, moment.second) in ((0, 0, 0), (23, 59, 59))
    hour, minute = (None, None) if no_time else (moment.hour, moment.minute)
    return When(moment.year, moment.month, moment.day, hour, minute)


def _meta(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = _words(node.get("content") or "")
        if content:
            found.setdefault(name.strip().lower(), content)
    return found


def _words(text: str) -> str:
    return " ".join(INVISIBLE.sub("", text).split())


def _linked_data(root: html.HtmlElement) -> dict[str, object]:
    """The first JSON-LD object that has a headline or a date."""
    for node in root.iter("script"):
        if "ld+json" not in (node.get("type") or "") or not node.text or len(node.text) > LONGEST_SCRIPT:
            continue
        try:
            data = json.loads(node.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for it in _objects(data):
            if it.get("headline") or it.get("datePublished"):
                return it
    return {}


def _objects(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"))
    elif isinstance(data, list):
        for it in data:
            yield from _objects(it)


def _text(data: Mapping[str, object], name: str) -> str:
    value = data.get(name)
    return _words(value) if isinstance(value, str) else ""


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_words(value),) if value.strip() else ()
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return tuple(name for it in value if not isinstance(it, list) for name in _names(it))
    return ()


def _dates(root: html.HtmlElement) -> tuple[When, ...]:
    found: dict[When, None] = {}
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        when = when_of(node.get("content") or "") if META_DATE.search(name) else None
        found.update({when: None} if when else {})
    scripts = [(node.text or "")[:LONGEST_SCRIPT] for node in root.iter("script")]
    for pattern in SCRIPT_DATES:
        values = [match["value"] for text in scripts for match in pattern.finditer(text)]
        found.update({when: None for value in values if (when := when_of(value))})
        if values:
            break
    return tuple(found)[:MOST_DATES]


def _media(root: html.HtmlElement) -> str:
    texts = [(node.text or "")[:LONGEST_SCRIPT] for node in root.iter("script")]
    found = {
        match[1].strip() for text in texts for match in SCRIPT_MEDIA.finditer(text) if HAN.search(match[1])
    }
    return found.pop() if len(found) == 1 else ""
