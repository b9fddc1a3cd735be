"""The blocks around a story -> what they say about date, source, editor and authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import MEDIUM
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.lines import Line, joined
from newsdesk.importing.page.look import look
from newsdesk.importing.page.names import is_usual, names
from newsdesk.importing.webpage.measured import Measured
from newsdesk.importing.webpage.surroundings import Around

ABOVE = 14
"""Blocks above the title in which a date or a paper may stand."""

BELOW = 30
LONGEST = 60
LABEL_ONLY = re.compile(
    r"^(?:发布时间|发布日期|时间|日期|来源|稿源|信息来源|文章来源|作者|编辑|责任编辑|责编|记者|发布机构|发布单位)\s*:?$"
)
SPLIT_DATE = re.compile(r"^(?:(?:19|20)\d\d[-/.年]?|\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{1,2}:\d\d(?::\d\d)?|[-/])$")
BY_PAPER = re.compile(r"^(?P<names>[^/|]{2,20})[/|]\s*(?P<paper>[^/|]{2,20})$")
MARKS = re.compile(r"^(?:(?:原创|转载|首发|独家|头条)\s+)+")
TAIL = re.compile(r"(?:返回.{1,8}查看更多|举报|收藏|关注|\+\s?关注|字号.*|订阅|已关注)+$")
TOWN = re.compile(r"\s*[(（\[［](?:[\u4e00-\u9fff]{2,5}|ID[:：].*|微信.*)[)）\]］]$")
NOT_HERE = (Around.COMMENTS, Around.RELATED, Around.HIDDEN, Around.ADS)
CODE = re.compile(r"[A-Za-z_]*\d+[A-Za-z]*|[a-z]{5,}", re.I)


def facts_above(them: Sequence[Measured], title: tuple[int, int], start: int) -> list[Finding]:
    """What stands between the title's blocks and the story's start, and just above the title."""
    first, end = title
    findings = facts_in(them[end:start], Zone.HEAD)
    above = [it for it in them[max(0, first - ABOVE) : first] if _is_dated(it)]
    return findings + facts_in(above, Zone.HEAD)


def facts_below(them: Sequence[Measured], end: int) -> list[Finding]:
    """What stands below the story, up to the comments."""
    below: list[Measured] = []
    for it in them[end : end + BELOW]:
        if it.around is Around.COMMENTS:
            break
        below.append(it)
    findings = facts_in(below, Zone.AFTER)
    return [it for it in findings if it.found.weight > 0 or it.found.reason.startswith("和“") or not it.found.field]


def _is_dated(it: Measured) -> bool:
    return any(found.field in ("date", "source") for found in it.look.meta)


def facts_in(them: Sequence[Measured], zone: Zone) -> list[Finding]:
    """What these blocks say; a label and its value, or the parts of a date, may be blocks of their own."""
    findings: list[Finding] = []
    number = 0
    while number < len(them):
        lines, size = _lines(them, number)
        founds = facts_of(lines, labelled=zone is not Zone.HEAD) if size else ()
        findings += [Finding(found, lines, zone) for found in founds]
        number += max(1, size)
    return findings


def _lines(them: Sequence[Measured], number: int) -> tuple[Line, int]:
    """The text at `number` and how many blocks it takes; 0 where it can be no fact."""
    it = them[number]
    line = it.block.line
    if it.block.picture or it.around in NOT_HERE or len(line.text) > 200:
        return line, 0
    following = [other for other in them[number + 1 : number + 5] if other.around not in NOT_HERE]
    near = [other.block.line for other in following if other.block.text and len(other.block.text) <= LONGEST]
    if LABEL_ONLY.match(line.folded) and near and not LABEL_ONLY.match(near[0].folded):
        return joined([line, near[0]]), 2
    if SPLIT_DATE.match(line.folded):
        parts = [line]
        for other in near:
            if not SPLIT_DATE.match(other.folded):
                break
            parts.append(other)
        return joined(parts), len(parts)
    return line, 1


def facts_of(line: Line, *, labelled: bool = False) -> tuple[Found, ...]:
    """The facts on a line beside a story. `labelled`: a name or a date without a label says nothing."""
    start, end = _kept(line)
    part = Line(line.number, line.text[start:end], line.places[start:end])
    if not part.text.strip():
        return ()
    it = look(part)
    founds = it.meta or it.byline or _by_paper(part)
    if not founds and not labelled:
        founds = bare_names(part) or _paper(part)
    moved = [replace(found, start=found.start + start, end=found.end + start) for found in founds]
    return tuple(_tidy(found) for found in moved)


def _kept(line: Line) -> tuple[int, int]:
    """Without 原创 before and 查看更多 behind."""
    mark = MARKS.match(line.folded)
    start = mark.end() if mark else 0
    tail = TAIL.search(line.folded, start)
    return start, tail.start() if tail else len(line.text)


def _by_paper(line: Line) -> tuple[Found, ...]:
    """`江一帆/槐树里日报`: who wrote it and for which paper."""
    match = BY_PAPER.match(line.folded)
    if not match or not MEDIUM.fullmatch(match["paper"].strip()):
        return ()
    spots = names(line, *match.span("names"))
    if not spots or not all(is_usual(spot.name) for spot in spots):
        return ()
    start = match.start("paper")
    source = Found(
        "source", line.text[start:].strip(), start, len(line.text), "和姓名写在一起的媒体", Confidence.LIKELY
    )
    authors = [
        Found("authors", spot.name, spot.start, spot.end, "和“媒体”写在一起的姓名", Confidence.LIKELY)
        for spot in spots
    ]
    return (*authors, source)


def _paper(line: Line) -> tuple[Found, ...]:
    """A paper's name alone on its line."""
    if not 2 <= line.han <= 12 or not MEDIUM.fullmatch(line.folded) or len(line.text) > 16:
        return ()
    return (
        Found("source", line.text, 0, len(line.text), "标题下面单独一行的媒体名称", Confidence.LIKELY),
    )


def _tidy(found: Found) -> Found:
    """A paper without its town, an editor without a code; a code alone is no name."""
    if found.field == "source":
        return replace(found, value=TOWN.sub("", found.value))
    if found.field in ("editor", "authors") and CODE.fullmatch(found.value):
        return cut(found.start, found.end, found.value, "只有代号，没有姓名")
    return found
