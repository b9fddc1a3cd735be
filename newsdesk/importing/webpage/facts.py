"""The blocks around a story -> what they say about date, source, editor and authors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line, joined
from newsdesk.importing.page.people import ROLE_WORDS
from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.fact_line import facts_of, spaced
from newsdesk.importing.webpage.linked_names import beside_dates, known_by_link, linked_names
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.surroundings import Around

ABOVE = 14
"""Blocks above the title in which a date or a paper may stand."""

BELOW = 30
"""Blocks below the story in which an editor may stand."""

CALLED = re.compile(
    r"(?:^|[\s_-])(?:author|avatar|source|media|account|user|nick|publisher|origin|laiyuan|writer)(?:(?:__|[_-])?(?:name|txt|text|title|nick|info))?(?=$|[\s_-])"
)
WORD = re.compile(r"[^\W\d_]")
LONGEST_ACCOUNT = 20
LONGEST = 60
NEAR_LINKS = 6
"""Blocks above a title in which whose post it is may stand."""
HEADLINE = 6
"""Han characters of a link that is a title and no name."""

NEAR = 3
"""Blocks between a date and a name without a label."""

LABEL_ONLY = re.compile(
    r"^(?:发布时间|发布日期|时间|日期|来源|稿源|信息来源|文章来源|作者|编辑|责任编辑|责编|记者|通讯员|摄影|撰稿|供稿|供稿单位|来稿单位|审核|校对|发布机构|发布单位|发文机关|发文单位|发布机关|制发机关)\s*:?$"
)
"""A label whose value stands in a block of its own."""

SPLIT_DATE = re.compile(
    r"^(?:(?:19|20)\d\d[-/.年]?|\d{1,2}\s?[-/.月]\s?\d{1,2}日?|\d{1,2}:\d\d(?::\d\d)?|[-/])$"
)
CLOCK = re.compile(r"^\d{1,2}:\d\d(?::\d\d)?$")
DAY = re.compile(r"^(?:19|20)\d\d[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?$")
NOT_HERE = (Around.COMMENTS, Around.RELATED, Around.HIDDEN, Around.ADS)


def facts_above(page: Page, them: Sequence[Measured], title: tuple[int, int], start: int) -> list[Finding]:
    """What stands between the title's blocks and the story's start, and just above the title."""
    first, end = title
    below = facts_in(them[end:start], Zone.HEAD)
    known = {it.line.number for it in below}
    linked = list(linked_names([*them[end:start], *them[max(0, first - NEAR_LINKS) : first]]))
    called = [it for it in _called(page, them[end:start]) if it.line.number not in known]
    if not called and not any(it.found.field == "source" for it in below):
        called = _called(page, beside_dates(them[max(0, first - NEAR_LINKS) : first]))
    below += called[:1]
    above = facts_in(them[max(0, first - ABOVE) : first], Zone.HEAD)
    has_date = any(it.found.field == "date" and it.found.when for it in below)
    dated = {
        it.line.number for it in above if it.found.weight > 0 or (it.found.field == "date" and not has_date)
    }
    return _near_dates(below) + linked + [it for it in above if it.line.number in dated]


def facts_below(them: Sequence[Measured], end: int) -> list[Finding]:
    """What stands below the story, up to the comments."""
    below: list[Measured] = []
    for it in them[end : end + BELOW]:
        if it.around is Around.COMMENTS:
            break
        below.append(it)
    findings = facts_in(below, Zone.END)
    return [it for it in findings if it.found.weight > 0 or not it.found.field or it.found.field == "authors"]


def _called(page: Page, them: Sequence[Measured]) -> list[Finding]:
    """An account whose box is called author or source: self-media have no other label."""
    found = []
    for it in them:
        line = it.block.line
        named = any(CALLED.search(box.words) for box in page.around(it.block)[:2])
        fits = it.look.is_text and not it.block.picture and it.around not in NOT_HERE
        if named and fits and 2 <= len(line.text) <= LONGEST_ACCOUNT and WORD.search(line.text):
            why = "标题旁边的账号名称"
            name = line.text.removesuffix("()")
            source = Found("source", name, 0, len(name), why, Confidence.LIKELY)
            found.append(Finding(source, line, Zone.HEAD))
    return found


def _near_dates(findings: list[Finding]) -> list[Finding]:
    """Without lines that only look like a name or a paper and stand far from any date: buttons, menus."""
    dated = {
        it.line.number for it in findings if it.found.field in ("date", "modified") or it.found.weight > 0
    }
    dated |= {it.line.number for it in findings if it.found.reason == ROLE_WORDS}
    near = {number + step for number in dated for step in range(-NEAR, NEAR + 1)}
    return [it for it in findings if it.found.weight or it.line.number in dated | near or not it.found.field]


def facts_in(them: Sequence[Measured], zone: Zone) -> list[Finding]:
    """What these blocks say; a label and its value, or the parts of a date, may be blocks of their own."""
    findings: list[Finding] = []
    number = 0
    while number < len(them):
        lines, size = _lines(them, number)
        founds = facts_of(lines, labelled=zone is not Zone.HEAD) if size else ()
        founds = known_by_link(them[number].block, founds)
        findings += [Finding(found, lines, zone) for found in founds]
        number += max(1, size)
    return findings


def _lines(them: Sequence[Measured], number: int) -> tuple[Line, int]:
    """The text at `number` and how many blocks it takes; 0 where it can be no fact."""
    it = them[number]
    line = it.block.line
    if it.block.picture or it.around in NOT_HERE or len(line.text) > 200:
        return line, 0
    if it.block.linked >= LINKED and it.block.item:
        return line, 0
    following = enumerate(them[number + 1 : number + 5], start=2)
    short = list(_short(following))
    near = [(other.block.line, size) for other, size in short]
    if (
        LABEL_ONLY.match(line.folded)
        and near
        and not (LABEL_ONLY.match(near[0][0].folded) or _is_button(short[0][0]))
    ):
        return joined([line, near[0][0]], "" if line.folded.endswith(":") else ":"), near[0][1]
    if SPLIT_DATE.match(line.folded) or DAY.match(line.folded):
        parts, size = [line], 1
        for other, until in near:
            if not (
                SPLIT_DATE.match(other.folded)
                or (size == 1 and CLOCK.match(line.folded) and DAY.match(other.folded))
            ):
                break
            parts, size = [*parts, other], until
        return spaced(joined(parts)), size
    return spaced(line), 1


def _is_button(it: Measured) -> bool:
    """`分享到：微信` or another story's title below `责任编辑：` is no one's name."""
    if it.block.linked >= LINKED and it.block.line.han >= HEADLINE:
        return True
    return it.look.junk is not None and it.look.junk.sort in (Sort.SHARE, Sort.RELATED, Sort.RIGHTS)


def _short(them: Iterable[tuple[int, Measured]]) -> Iterator[tuple[Measured, int]]:
    """Those that may belong to a label or a date, each with how many blocks reach up to it."""
    for size, it in them:
        if it.around not in NOT_HERE and 0 < len(it.block.text) <= LONGEST:
            yield it, size
