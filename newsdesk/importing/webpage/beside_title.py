"""The blocks right above and below a title -> kicker, subtitle and a summary that readers see."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_dek
from newsdesk.importing.page.title_line import COLUMN_ALONE
from newsdesk.importing.webpage.block import Box, Page
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.says import SAYS
from newsdesk.importing.webpage.story_run import Run
from newsdesk.importing.webpage.title import TitleLine

KICKER = re.compile(
    r"(?:^|[\s_-])(?:pre-?title|yin-?ti|jian-?ti|mei-?ti|kicker|eyebrow|shoulder|intro-?title)"
)
SUBTITLE = re.compile(
    r"(?:^|[\s_-])(?:sub-?tit(?:le)?\w*|fu-?(?:biao-?)?ti|fbt|second-?title|dek|standfirst)"
)
SUMMARY = re.compile(
    r"(?:^|[\s_-])(?:summary|abstract|zhai-?yao|dao-?(?:du|yu)|digest|brief|lead-?in|standfirst|introduction|guide|foreword)(?:$|[\s_-])"
)

LONGEST_SUMMARY = 220
FEWEST = 2
MOST = 0.8
"""Share of a story's text in one box from which a paragraph outside is none of it."""

SHORTEST, LONGEST = 4, 60
HEADINGS = ("h2", "h3", "h4")


def beside_title(page: Page, them: Sequence[Measured], title: TitleLine, start: int) -> list[Finding]:
    """What stands beside the title and above block `start`, where the story begins."""
    found = list[Finding]()
    above = them[title.first - 1] if title.first else None
    if above and (column := COLUMN_ALONE.fullmatch(above.block.line.folded)):
        found.append(_column(above.block.line, *column.span("column")))
    elif above and _may_be_dek(above) and _is_kicker(page, above):
        found.append(_finding(above, "kicker", "标题上面的一行"))
    below = them[title.end : start]
    for it in below[:2]:
        dashed = is_dek(it.block.line)
        named = _called(page, it, SUBTITLE) or (it is below[0] and it.block.tag in HEADINGS)
        if _may_be_dek(it) and (dashed or named):
            found.append(_finding(it, "subtitle", "标题下面的一行"))
    summed = [it for it in below if it.is_paragraph and it.look.is_text]
    return found + [_finding(it, "summary", "标题下面的摘要") for it in summed[:1]]


def _is_kicker(page: Page, it: Measured) -> bool:
    return _called(page, it, KICKER) or (it.block.tag in HEADINGS and not it.block.links)


def below_summary(page: Page, them: Sequence[Measured], run: Run) -> Run:
    """`run` without a first paragraph in a box of its own that sums the story up."""
    home = _home(page, them, run)
    first = run.first
    while first + 1 < run.end and _sums_up(page, them, them[first], home):
        first += 1
    paragraphs = any(it.is_paragraph for it in them[first : run.end])
    return replace(run, first=first) if paragraphs else run


def _sums_up(page: Page, them: Sequence[Measured], it: Measured, home: int) -> bool:
    """Does not stand where all other paragraphs do, or stands in a box that is called a summary."""
    if it.block.picture or not it.is_paragraph or it.block.line.han > LONGEST_SUMMARY:
        return False
    if SAYS.search(it.block.line.folded):  # what a photo shows
        return False
    called = [box for box in page.around(it.block)[:2] if box.number != home and SUMMARY.search(box.words)]
    if any(not _holds_more(them[box.first : box.end], it) for box in called):
        return True
    return home >= 0 and _home_of(page, it) != home


def _holds_more(them: Sequence[Measured], it: Measured) -> bool:
    """A box with more text than this paragraph is the story's, whatever it is called."""
    return (
        sum(other.block.line.han for other in them if other.is_paragraph and other is not it)
        > it.block.line.han
    )


def _home(page: Page, them: Sequence[Measured], run: Run) -> int:
    """The box that most of the run's paragraphs stand in, or whose boxes they are; -1 where there is none."""
    weights: dict[int, int] = {}
    homes = [(_home_of(page, it), it) for it in them[run.first + 1 : run.end] if it.is_paragraph]
    for number, it in homes:
        weights[number] = weights.get(number, 0) + it.block.line.han
    if len(homes) < FEWEST:
        return -1
    home = max(weights, key=lambda number: weights[number], default=-1)
    return home if home >= 0 and weights[home] > sum(weights.values()) * MOST else -1


def _home_of(page: Page, it: Measured) -> int:
    """The box around a paragraph's own, or around those that hold it alone."""
    number = it.block.box
    while number >= 0 and (page.boxes[number].tag == "p" or _holds_one(page.boxes[number])):
        number = page.boxes[number].parent
    return number


def _holds_one(box: Box) -> bool:
    return box.end - box.first == 1


def _may_be_dek(it: Measured) -> bool:
    block = it.block
    words = it.is_text and SHORTEST <= len(block.text) <= LONGEST and "。" not in block.text
    return words and block.linked < LINKED and block.line.han >= SHORTEST


def _called(page: Page, it: Measured, words: re.Pattern[str]) -> bool:
    return any(words.search(box.words) for box in page.around(it.block)[:2])


def _column(line: Line, start: int, end: int) -> Finding:
    """`【街巷人物】` alone above the title."""
    found = Found("column", line.text[start:end], start, end, "标题上面单独一行的【】")
    return Finding(found, line, Zone.HEAD)


def _finding(it: Measured, field: str, reason: str) -> Finding:
    line = it.block.line
    return Finding(Found(field, line.text, 0, len(line.text), reason, Confidence.LIKELY), line, Zone.HEAD)
