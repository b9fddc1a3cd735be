"""The blocks right above and below a title -> kicker, subtitle and a summary that readers see."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.look import is_dek
from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.title import TitleLine

KICKER = re.compile(
    r"(?:^|[\s_-])(?:pre-?title|yin-?ti|jian-?ti|mei-?ti|kicker|eyebrow|shoulder|intro-?title)"
)
SUBTITLE = re.compile(
    r"(?:^|[\s_-])(?:sub-?tit(?:le)?\w*|fu-?(?:biao-?)?ti|fbt|second-?title|dek|standfirst)"
)
SUMMARY = re.compile(r"(?:^|[\s_-])(?:summary|abstract|zhai-?yao|dao-?(?:du|yu)|digest|brief)(?:$|[\s_-])")
SHORTEST, LONGEST = 4, 60
HEADINGS = ("h2", "h3", "h4")


def beside_title(page: Page, them: Sequence[Measured], title: TitleLine, start: int) -> list[Finding]:
    """What stands beside the title and above block `start`, where the story begins."""
    found = list[Finding]()
    if title.first and _may_be_dek(them[title.first - 1]):
        it = them[title.first - 1]
        if _called(page, it, KICKER) or (it.block.tag in HEADINGS and not it.block.links):
            found.append(_finding(it, "kicker", "标题上面的一行"))
    below = them[title.end : start]
    for it in below[:2]:
        dashed = is_dek(it.block.line)
        named = _called(page, it, SUBTITLE) or (it is below[0] and it.block.tag in HEADINGS)
        if _may_be_dek(it) and (dashed or named):
            found.append(_finding(it, "subtitle", "标题下面的一行"))
    summed = [it for it in below if it.is_text and it.block.line.han >= 20 and _called(page, it, SUMMARY)]
    return found + [_finding(it, "summary", "标题下面的摘要") for it in summed[:1]]


def _may_be_dek(it: Measured) -> bool:
    block = it.block
    words = it.is_text and SHORTEST <= len(block.text) <= LONGEST and "。" not in block.text
    return words and block.linked < LINKED and block.line.han >= SHORTEST


def _called(page: Page, it: Measured, words: re.Pattern[str]) -> bool:
    return any(words.search(box.words) for box in page.around(it.block)[:2])


def _finding(it: Measured, field: str, reason: str) -> Finding:
    line = it.block.line
    return Finding(Found(field, line.text, 0, len(line.text), reason, Confidence.LIKELY), line, Zone.HEAD)
