"""What was found, used and cut -> what a person must look at, one Chinese sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdesk.importing.field_names import called
from newsdesk.importing.imported import Confidence, Kind, Piece
from newsdesk.importing.markdown_text import Block
from newsdesk.importing.page.body import Body
from newsdesk.importing.page.choosing import Choice, Choices
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.headings import CAPTION
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.pieces import LEFT_OVER
from newsdesk.importing.page.zones import skeleton

PHONE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
RIGHTS = re.compile(r"转载|授权|摘编")
LONGEST_CAPTION = 60
GARBLED = "\ufffd"


def doubts(
    chosen: Choices, findings: Sequence[Finding], parts: Sequence[Piece], story: Body
) -> Iterator[str]:
    """Everything about this page that a person must check, in the order of the page."""
    yield from _of_fields(chosen, findings)
    for part in parts:
        if part.kind is Kind.CUT:
            yield from _of_cut(part)
    for it in story.evidence:
        if it.confidence is Confidence.UNSURE:
            yield f"第 {it.line} 行：“{it.value}”当作了小标题，请核对（{it.reason}）。"
    yield from _of_text(story.blocks)


def _of_fields(chosen: Choices, findings: Sequence[Finding]) -> Iterator[str]:
    if "title" not in chosen.by_field:
        yield "没有找到标题，暂用了正文开头的几个字，请改成真正的标题。"
    for choice in chosen.by_field.values():
        yield from _of_field(choice)
    for it in findings:
        if it.found.field in ("date", "modified") and it.found.when is None and it.found.value:
            why = "日期不存在，或只写了多久以前"
            yield f"第 {it.line.number} 行的“{it.found.value}”算不出是哪一天（{why}），请查清发布日期。"


def _of_field(choice: Choice) -> Iterator[str]:
    """An unsure value, and others that the page gives with as good a reason."""
    evidence = choice.evidence()
    if evidence.confidence is Confidence.UNSURE:
        yield f"第 {evidence.line} 行：{called(choice.name)}“{choice.value}”请核对（{evidence.reason}）。"
    for it in choice.rejected:
        as_good = it.found.weight > 0 or (it.found.weight == 0 and it.zone is Zone.HEAD)
        if as_good and skeleton(it.found.value) not in skeleton(choice.value):
            other = f"{called(choice.name)}“{it.found.value}”"
            yield f"第 {it.line.number} 行另有一个{other}，没有采用，请核对。"


def _of_cut(part: Piece) -> Iterator[str]:
    if part.reason == LEFT_OVER:
        yield f"第 {part.line} 行的“{part.text}”没有用到，请看看要不要写进稿件。"
    elif part.reason == Sort.PAGES:
        yield f"第 {part.line} 行是翻页按钮，原文可能不止一页，请把后面几页的文字也补上。"
    elif part.reason == Sort.TURNS:
        yield f"第 {part.line} 行写着“{part.text}”，文章可能不完整，请对照原报。"
    elif part.reason == Sort.PICTURE:
        yield f"第 {part.line} 行原来有图片或视频，纯文本里没有，需要时请另外添加。"
    elif part.reason == Sort.RIGHTS and RIGHTS.search(part.text):
        yield f"第 {part.line} 行写着“{part.text[:40]}”，请确认可以转载。"


def _of_text(blocks: Sequence[Block]) -> Iterator[str]:
    if not blocks:
        yield "没有找到正文，请核对原文件是否完整。"
    for block in blocks:
        if CAPTION.search(fold(block.text)) and len(block.text) <= LONGEST_CAPTION:
            yield f"“{block.text}”像是图片说明，图片不在文字里，请另外添加图片，或删去这一行。"
    text = "\n".join(block.text for block in blocks)
    for phone in sorted(set(PHONE.findall(text))):
        yield f"正文里有手机号码 {phone}，请确认可以公开。"
    if GARBLED in text:
        yield f"正文里有 {text.count(GARBLED)} 个读不出的字（�），请对照原文补上。"
