"""Lines of one fact or title that the page had set apart (a date in boxes, a long title) -> one Line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.endings import part_of
from newsdesk.importing.page.labels import labels
from newsdesk.importing.page.lines import Line, joined, stripped
from newsdesk.importing.page.meta import meta_of

YEAR = re.compile(r"(?:19|20)\d\d\s?年?")
MONTH = re.compile(r"\d\d?\s?[/.月-]")
DAY = re.compile(r"\d\d?\s?[/.月-]\s?\d\d?日?")
CLOCK = re.compile(r"[012]?\d:\d\d(?::\d\d)?")
DAY_AND_CLOCK = re.compile(rf"{DAY.pattern}\s+{CLOCK.pattern}")
OFFICE = re.compile(r".{2,24}(?:委员会|人民政府|办公室|办公厅|委员会|人民代表大会|政府|[局厅部委办院会处])")
ABOUT = re.compile(r"关于.{4,}")
DOCUMENT = re.compile(
    r".*(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|规定|办法|方案|条例|细则|规划|要点)(?:\(.{1,12}\))?"
)
LONGEST = 4
"""Lines of one title."""

SHORTEST_TITLE, LONGEST_TITLE = 5, 40
NEAR = 30
"""Characters behind the day within which the labels of the same facts begin."""

TOP = 40
"""Lines of a page among which its title and its date are."""


def rejoined(lines: Sequence[Line]) -> list[Line]:
    """`lines` with a date's parts and a document's title each on one line, and a title without the facts."""
    result: list[Line] = []
    lines = [*_split(lines[0]), *lines[1:]] if lines else []
    at = 0
    while at < len(lines):
        size = (_of_date(lines, at) or _of_title(lines, at)) if at < TOP else 0
        result.append(joined(lines[at : at + size]) if size else lines[at])
        at += size or 1
    return result


def _of_date(lines: Sequence[Line], at: int) -> int:
    """How many lines from `at` are one date: 2026, 05/ 03, 13:43."""
    texts = [line.folded for line in lines[at : at + 4]]
    if len(texts) < 2 or not YEAR.fullmatch(texts[0]):
        return 0
    if len(texts) == 4 and MONTH.fullmatch(texts[1]) and CLOCK.fullmatch(texts[3]):
        return 4 if texts[2].strip("日").isdigit() else 0
    if DAY_AND_CLOCK.fullmatch(texts[1]):
        return 2
    if not DAY.fullmatch(texts[1]):
        return 0
    return 3 if len(texts) > 2 and CLOCK.fullmatch(texts[2]) else 2


def _of_title(lines: Sequence[Line], at: int) -> int:
    """How many lines from `at` are one document's title: an office, 关于..., ...的通知."""
    if not OFFICE.fullmatch(lines[at].folded) and not ABOUT.fullmatch(lines[at].folded):
        return 0
    for size in range(2, LONGEST + 1):
        part = lines[at : at + size]
        if len(part) < size or any("。" in line.text or line.han > 40 for line in part):
            return 0
        text = "".join(line.folded for line in part)
        if "关于" in text and DOCUMENT.fullmatch(text):
            return size if not DOCUMENT.fullmatch(lines[at].folded) else 0
    return 0


def _split(line: Line) -> list[Line]:
    """`标题 2026-05-03 来源：槐树里日报 正文……`: title, facts and story, where one line has them all."""
    day = next((spot for spot in dates(line.folded) if spot.when and spot.when.year), None)
    start = day.start if day else 0
    title = part_of(line, 0, start)
    if day is None or not SHORTEST_TITLE <= title.han <= LONGEST_TITLE or "。" in title.text:
        return [line]
    if not line.folded[start - 1].isspace():
        return [line]
    marks = [mark for mark in labels(line.folded) if mark.start < day.end + NEAR]
    end = max((mark.end for mark in marks if mark.start >= start), default=day.end)
    word = re.compile(r"\S+").match(line.folded, end) if end > day.end else None
    end = word.end() if word and "。" in line.text else len(line.text) if "。" not in line.text else end
    facts, rest = part_of(line, start, end), part_of(line, end, len(line.text))
    if not any(found.weight > 0 for found in meta_of(facts)):
        return [line]
    return [title, facts, *([stripped(rest)] if rest.text.strip() else [])]
