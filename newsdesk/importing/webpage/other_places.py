"""Places far from the story (addresses, the page's head, a box at the side) -> its year, or its day.

They count only where nothing beside the story says it, and a person is asked where that may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsdesk.importing.imported import Confidence, When
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.finding import Finding
from newsdesk.importing.webpage.facts import NOT_HERE
from newsdesk.importing.webpage.hints import hint
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.surroundings import Around

DAY = re.compile(r"(?<!\d)(20\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d(?!\d{3}))")
"""/2026/05/03/, /2026/0503/, 20260503; a longer number may go on with the time."""

NEAR = 2
"""Blocks at both sides of a story's end."""

BESIDE = re.compile(
    r"\s*[(\[]?(?:星期|[周週]|礼拜)?[一二三四五六日天]?[)\]]?\s*(?:[\u3400-\u9fff]{0,4}(?:新闻|播出|快讯|报导|报道))?\s*"
)
ELSEWHERE = tuple(it for it in NOT_HERE if it is not Around.RELATED)


def year_in(addresses: Iterable[str], when: When) -> Iterator[Finding]:
    """The year of a day without one, where an address holds the same day with its year."""
    days = [day for address in addresses for day in _days(address)]
    years = {day.year for day in days if (day.month, day.day) == (when.month, when.day)}
    if len(years) == 1:
        full = When(years.pop(), when.month, when.day, when.hour, when.minute)
        yield hint("date", str(full), "网址里同一天的年份", full)


def day_elsewhere(them: Sequence[Measured], title: int, end: int, address: str) -> Iterator[Finding]:
    """The only day that a label names anywhere; alone at the `end`, above the title; in the address."""
    ways = (
        (_labelled(them), "页面上别处写明的日期", Confidence.LIKELY),
        (_alone(them[max(0, end - NEAR) : end + NEAR]), "文末的日期", Confidence.UNSURE),
        (_alone(them[:title]), "页面上方的日期", Confidence.UNSURE),
        (set(_days(address)), "网址里的日期", Confidence.UNSURE),
    )
    for found, where, sure in ways:
        if len({(it.year, it.month, it.day) for it in found}) == 1:
            when = max(found, key=lambda it: (it.hour is not None, str(it)))
            yield hint("date", str(when), where, when, sure)
            return


def _labelled(them: Sequence[Measured]) -> set[When]:
    return {
        found.when
        for it in them
        if it.around not in ELSEWHERE and it.block.linked < LINKED
        for found in it.look.meta
        if found.field == "date" and found.weight > 0 and found.when and found.when.year
    }


def _alone(them: Sequence[Measured]) -> set[When]:
    found = set[When]()
    for it in them:
        for spot in dates(it.block.line.folded) if it.around not in NOT_HERE else ():
            rest = it.block.line.folded[: spot.start] + it.block.line.folded[spot.end :]
            if spot.when and spot.when.year and BESIDE.fullmatch(rest):
                found.add(spot.when)
    return found


def _days(address: str) -> Iterator[When]:
    for year, month, day in DAY.findall(address):
        yield When(int(year), int(month), int(day))
