"""What was found and cut on a web page -> what a person must look at, one Chinese sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdesk.importing.field_names import called
from newsdesk.importing.imported import Confidence, Evidence, Kind, Piece
from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.choosing import Choices
from newsdesk.importing.page.credits import TAKEN_FROM
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.found import LEFT_OVER
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.webpage.surroundings import Around

PHONE = re.compile(r"(?<![\d.])1[3-9]\d{9}(?!\d)")
RIGHTS = re.compile(r"(?:转载|授权|摘编|侵权)")
SHORT = 40
BROKEN = "\ufffd"


def field_doubts(chosen: Choices, findings: Sequence[Finding]) -> Iterator[str]:
    """Fields of which a person must be sure."""
    for choice in chosen.by_field.values():
        evidence = choice.evidence()
        if evidence.confidence is Confidence.UNSURE:
            yield f"{called(choice.name)}“{choice.value}”请核对（{evidence.reason}）。"
        for it in choice.rejected:
            if it.found.weight > 0 or (it.found.weight == 0 and it.zone is Zone.HEAD):
                yield f"页面上另有一个{called(choice.name)}“{it.found.value}”，没有采用，请核对。"
    for it in findings:
        if it.found.field in ("date", "modified") and it.found.when is None and it.found.value:
            yield f"页面上的“{it.found.value}”算不出是哪一天，请查清发布日期。"


def text_doubts(parts: Sequence[Piece], headings: Sequence[Evidence], markdown: str) -> Iterator[str]:
    """What was cut of which a person should know, unsure headings, and what should not be published."""
    for part in parts:
        if part.kind is Kind.CUT:
            yield from _of_cut(part)
    for it in headings:
        if it.confidence is Confidence.UNSURE:
            yield f"“{it.value}”当作了小标题，请核对（{it.reason}）。"
    for phone in sorted(set(PHONE.findall(markdown))):
        yield f"正文里有手机号码 {phone}，请确认可以公开。"
    if BROKEN in markdown:
        yield f"正文里有 {markdown.count(BROKEN)} 个读不出的字（�），请对照原文补上。"


def _of_cut(part: Piece) -> Iterator[str]:
    calls = part.reason == Sort.BELOW and any(is_for_people(fold(it)) for it in part.text.split("\n"))
    if calls or part.reason in (LEFT_OVER, Around.BESIDE):
        yield f"“{' '.join(part.text.split())[:SHORT]}”没有用到，请看看要不要写进稿件。"
    elif part.reason == TAKEN_FROM:
        yield f"转载的说明里还写着“{part.text[:SHORT]}”，要告诉读者的话，请写在正文末尾。"
    elif part.reason == Sort.PAGES:
        buttons = " ".join(part.text.split())[:SHORT]
        yield f"页面上有翻页（{buttons}），原文可能不止一页，请把后面几页也导入或补上。"
    elif part.reason == Sort.TURNS:
        yield f"页面上写着“{part.text}”，文章可能不完整，请对照原报。"
    elif part.reason == Sort.RIGHTS and RIGHTS.search(part.text):
        yield f"页面上写着“{_around_rights(part.text)}”，请确认可以转载。"


def _around_rights(text: str) -> str:
    """The line that speaks of rights."""
    line = next(line for line in text.split("\n") if RIGHTS.search(line))
    return line if len(line) <= SHORT else line[:SHORT] + "……"


def media_doubts(media: int) -> Iterator[str]:
    """Videos and sounds."""
    if media:
        yield f"原文里有 {media} 处视频、音频或小程序，没有导入，需要时请另外添加链接。"
