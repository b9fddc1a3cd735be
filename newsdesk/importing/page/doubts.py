"""What was found, used and cut -> what a person must look at, one Chinese sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdesk.importing.field_names import called
from newsdesk.importing.imported import Confidence, Piece
from newsdesk.importing.markdown_text import Block
from newsdesk.importing.page.body import Body
from newsdesk.importing.page.choosing import Choice, Choices
from newsdesk.importing.page.cut_doubts import cut_doubts
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.headings import CAPTION
from newsdesk.importing.page.zones import skeleton

NUMBERS = (
    ("手机号码", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")),
    ("像身份证号的号码", re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)")),
    ("像银行卡号的号码", re.compile(r"(?<!\d)62\d{14,17}(?!\d)")),
)
"""Numbers that are someone's own."""

FEW = 2
MANY_SENTENCES = 6
SHOWN = 20
LONGEST_CAPTION = 60
GARBLED = "\ufffd"


def doubts(
    chosen: Choices, findings: Sequence[Finding], parts: Sequence[Piece], story: Body
) -> Iterator[str]:
    """Everything about this page that a person must check, in the order of the page."""
    yield from _of_fields(chosen, findings)
    yield from cut_doubts(parts)
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
    heaviest = max((it.found.weight for it in choice.used), default=0)
    for it in choice.rejected:
        if choice.name == "editor" and it.found.weight < heaviest:  # 编辑 beside 责编
            continue
        as_good = it.found.weight > 0 or (it.found.weight == 0 and it.zone is Zone.HEAD)
        if as_good and skeleton(it.found.value) not in skeleton(choice.value):
            other = f"{called(choice.name)}“{it.found.value}”"
            yield f"第 {it.line.number} 行另有一个{other}，没有采用，请核对。"


def _of_text(blocks: Sequence[Block]) -> Iterator[str]:
    if not blocks:
        yield "没有找到正文，请核对原文件是否完整。"
    if len(blocks) == 1 and blocks[0].text.count("。") >= MANY_SENTENCES:
        yield "正文只有一段，原文可能在复制时丢了分段，请按意思分段。"
    yield from _of_captions(blocks)
    text = "\n".join(block.text for block in blocks)
    for what, pattern in NUMBERS:
        for number in sorted(set(pattern.findall(text))):
            yield f"正文里有{what} {number}，请确认可以公开。"
    if GARBLED in text:
        yield f"正文里有 {text.count(GARBLED)} 个读不出的字（�），请对照原文补上。"


def _of_captions(blocks: Sequence[Block]) -> Iterator[str]:
    captions = [
        block.text
        for block in blocks
        if len(block.text) <= LONGEST_CAPTION and CAPTION.search(fold(block.text))
    ]
    if len(captions) <= FEW:
        for text in captions:
            yield f"“{text}”像是图片说明，图片不在文字里，请另外添加图片，或删去这一行。"
    else:
        shown = "、".join(f"“{text[:SHOWN]}”" for text in captions[:FEW])
        yield (
            f"有 {len(captions)} 行像是图片说明（{shown}等），图片不在文字里，请另外添加图片，或删去这些行。"
        )
