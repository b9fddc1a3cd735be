"""What a page states for machines -> findings, which count only where no reader sees more."""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.importing.imported import Confidence, When
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import is_usual
from newsdesk.importing.webpage.stated import (
    DATE_NAMES,
    SOURCE_NAMES,
    TITLE_NAMES,
    Stated,
    when_of,
)
from newsdesk.importing.webpage.title import without_site

BEHIND = -2
"""Weight: below everything that readers see."""


def hints(said: Stated) -> list[Finding]:
    """A finding for each thing that `said` states, in the order in which it is believed."""
    return [*_titles(said), *_dates(said), *_sources(said)]


def hint(
    field: str, value: str, where: str, when: When | None = None, confidence: Confidence = Confidence.LIKELY
) -> Finding:
    """A value that stands on no line of the page."""
    line = Line(0, value, range(0))
    found = Found(field, value, 0, len(value), where, confidence, when, BEHIND)
    return Finding(found, line, Zone.AFTER)


def _titles(said: Stated) -> Iterator[Finding]:
    if said.headline:
        yield hint("title", said.headline, "网页源代码里的标题（JSON-LD）")
    name, value = said.first(TITLE_NAMES)
    if value:
        yield hint("title", without_site(value), f"网页源代码里的标题（meta {name}）")
    if said.title:
        yield hint("title", without_site(said.title), "浏览器窗口的标题，去掉了网站名称")


def _dates(said: Stated) -> Iterator[Finding]:
    if said.published:
        yield hint("date", str(said.published), "网页源代码里的发布时间（JSON-LD）", said.published)
    for name in DATE_NAMES:
        when = when_of(said.meta.get(name, ""))
        if when:
            yield hint("date", str(when), f"网页源代码里的发布时间（meta {name}）", when)
            break
    days = {(it.year, it.month, it.day) for it in said.dates}
    if len(days) == 1:
        where = "网页源代码里的发布时间"
        yield hint("date", str(said.dates[0]), where, said.dates[0], Confidence.UNSURE)


def same_moment(when: When, said: Stated) -> list[Finding]:
    """A stated date that gives the year or the time which the visible `when` leaves out, if only one does."""
    found = [it for it in said.dates if _fits(when, it)]
    if len({(it.year, it.hour, it.minute) for it in found}) != 1:
        return []
    return [hint("date", str(found[0]), "网页源代码里同一天的发布时间", found[0])]


def _fits(when: When, other: When) -> bool:
    day = (when.month, when.day) == (other.month, other.day) and when.year in (None, other.year)
    same_clock = when.hour is None or (when.hour, when.minute) == (other.hour, other.minute)
    says_more = when.year is None or (when.hour is None and other.hour is not None)
    return day and same_clock and says_more


def _sources(said: Stated) -> Iterator[Finding]:
    name, value = said.first(SOURCE_NAMES)
    if value and not value.startswith("http") and not value.isdecimal():
        yield hint("source", value, f"网页源代码里的来源（meta {name}）", confidence=Confidence.UNSURE)
    elif said.media and not _is_site(said):
        yield hint("source", said.media, "网页脚本里的媒体名称", confidence=Confidence.UNSURE)


def _is_site(said: Stated) -> bool:
    """Does a script name the site itself? Then it says nothing about where the story comes from."""
    site = "\n".join((said.title, said.meta.get("og:site_name", ""), said.meta.get("author", "")))
    return said.media in site


def stated_authors(said: Stated, known: frozenset[str]) -> list[Finding]:
    """A person's name that a machine reads as the author, where it is not known as someone else."""
    return [
        hint("authors", name, "网页源代码里的作者（JSON-LD）", confidence=Confidence.UNSURE)
        for name in said.authors
        if is_usual(name) and name not in known
    ]
