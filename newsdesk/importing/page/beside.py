"""What stands on a line of facts without a label -> dates, the paper, a name, buttons."""

from __future__ import annotations

import re
from dataclasses import replace

from article.likeness import HAN
from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import people, trimmed
from newsdesk.importing.page.dates import DateSpot
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.labels import COUNTERS
from newsdesk.importing.page.lines import WORD, Line
from newsdesk.importing.page.word_beside import (
    LONGEST_SOURCE,
    MAYBE_SOURCE,
    MEDIUM,
    NOT_FIELDS,
    OFFICIAL,
    SENTENCE,
    with_authors,
    word_beside,
)

EDITION_WORDS = "报纸的版次"
SECTION_WORDS = "栏目的名称"
SECTION = re.compile(r"\s*·\s")
LOGIN = re.compile(r"[a-z][a-z0-9_-]{2,19}")
TOKEN = re.compile(r"(?:[^\s|·]|(?<=[^\s|·])·(?=[^\s|·]))+")
REPORTERS = re.compile(r"\[[^\[\]]*(?:记者|报[导道])[^\[\]]*\]?")
EDITION = re.compile(r"第?\s?[A-Z]?\d{1,3}\s?版\S*")


def unlabelled(
    line: Line, start: int, end: int, spots: list[DateSpot], *, strict: bool, beside_source: bool = False
) -> list[Found] | None:
    """Dates, buttons and one or two names without a label; None where this is a sentence or a heading."""
    founds = []
    for spot in [it for it in spots if start <= it.start < end]:
        more = _words(line, start, spot.start, strict)
        if more is None or _is_glued(line, spot, end):
            return None
        sure = Confidence.HIGH if beside_source and spot.when and spot.when.year else Confidence.LIKELY
        reason = "和来源写在同一行的日期" if beside_source else "没有字段名的日期，在标题附近"
        date = date_found(line, spot, "date", reason, sure)
        founds += [*_logins(more), date]
        start = spot.end
    more = _words(line, start, end, strict)
    if more is not None and founds and SECTION.match(line.folded, start):
        more = [_section(line, found) for found in more]
    return None if more is None else with_authors([*founds, *more])


def _logins(founds: list[Found]) -> list[Found]:
    """`anna • 2026-05-03 09:26`: who writes on a blog, not an account."""
    return [
        replace(it, field="authors", reason="写在日期旁边，像是姓名", weight=0)
        if it.reason == MAYBE_SOURCE and LOGIN.fullmatch(it.value)
        else it
        for it in founds
    ]


def _section(line: Line, found: Found) -> Found:
    """Behind the time and a dot (`09:26 • 院子`) a blog names its section, unless it is a paper."""
    doubtful = found.confidence is Confidence.UNSURE and found.field in ("source", "authors")
    return cut(found.start, found.end, found.value, SECTION_WORDS) if doubtful else found


def date_found(
    line: Line, spot: DateSpot, field: str, reason: str, confidence: Confidence, weight: int = 0
) -> Found:
    """A date as what it says; one that cannot be is for a person to look at."""
    text = line.text[spot.start : spot.end]
    if spot.when is None:
        return Found(field, text, spot.start, spot.end, "日期不存在，或只写了多久以前", Confidence.UNSURE)
    return Found(field, text, spot.start, spot.end, reason, confidence, spot.when, weight)


def buttons(line: Line, tokens: list[tuple[int, int]], end: int) -> list[Found]:
    """Buttons and counters, from the first token on."""
    if not tokens:
        return []
    place = tokens[0][0]
    return [cut(place, end, line.text[place:end].strip(), NOT_FIELDS[COUNTERS])]


def _is_glued(line: Line, spot: DateSpot, end: int) -> bool:
    """`5月3日起早市搬新址`: the date belongs to a sentence or a title."""
    before, after = line.folded[: spot.start].split(" ")[-1], line.folded[spot.end : end].split(" ")[0]
    touching = [word for word, edge in ((before, before[-1:]), (after, after[:1])) if HAN.search(edge)]
    known = (MEDIUM, OFFICIAL, EDITION)
    return any(not any(it.fullmatch(word) for it in known) for word in touching)


def _words(line: Line, start: int, end: int, strict: bool) -> list[Found] | None:
    founds = list(people(line, start, end)) if start < end else []
    if founds:
        return founds
    bar = line.folded.find("|", start, end)
    if bar >= 0:  # 槐树里日报 | 记者 江一帆 | 评论（23）
        parts = [_words(line, start, bar, strict), _words(line, bar + 1, end, strict)]
        return None if None in parts else [found for part in parts for found in part or ()]
    bracket = REPORTERS.search(line.folded, start, end)
    if bracket and bracket.start() > start:  # 槐树里日报【记者江一帆／台北报导】
        parts = [_words(line, start, bracket.start(), strict), _words(line, bracket.start(), end, strict)]
        return None if None in parts else [found for part in parts for found in part or ()]
    edition = EDITION.search(line.folded, start, end)
    if edition:
        parts = [_words(line, start, edition.start(), strict), _words(line, edition.end(), end, strict)]
        words = cut(*edition.span(), line.text[slice(*edition.span())].strip(), EDITION_WORDS)
        return None if None in parts else [*(parts[0] or ()), words, *(parts[1] or ())]
    for match in TOKEN.finditer(line.folded, start, end):
        left, right = trimmed(line, *match.span())
        if left >= right or not WORD.search(match.group()):
            continue
        more = word_beside(line, left, right, strict)
        if more is None:
            return None
        founds += more
    return sorted(founds, key=lambda found: found.start)


__all__ = [
    "EDITION_WORDS",
    "LONGEST_SOURCE",
    "MEDIUM",
    "NOT_FIELDS",
    "SENTENCE",
    "TOKEN",
    "buttons",
    "date_found",
    "unlabelled",
]
