"""A line of a story -> how it is set apart (bold, larger, coloured...), where it may head a section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.importing.page.headings import CAPTION, LISTED, SPOKEN, TURN, numbering
from newsdesk.importing.page.names import is_usual
from newsdesk.importing.webpage.part import Part, Role

LONGEST = 32
NARROWEST, WIDEST = 2, 64
TAGS = ("h1", "h2", "h3", "h4", "h5")
LABEL_ALONE = re.compile(r"^(?:(?:PART|Part|part|NO|No)\.?\s*)?[\d一二三四五六七八九十]{1,3}[.、]?$")
NO_HEADING = re.compile(
    r"^(?:点击|关注|扫码|编者按|导语|摘要|记者|作者|文/|图/|图为|注:|注释|参考|问:|答:|Q:|A:|—|▲|△|↑|\(图|\[图)"
    r"|(?:未完待续|全文完)|^\[[^\[\]]{2,20}(?:讯|电|消息|报道)\]$"
)
SHORTEST_MATTER = 4
SPEAKER = re.compile("记者|主持|网友|嘉宾|读者|[问答者人员长师生授]$")
LARGER = 1.12
MARK = re.compile(r"(?:>{2}|》》|[■◆▍▌])\s*[^\s■◆>]")
GREY = re.compile(
    r"#?(?:(?P<one>[0-6a-f])(?P=one){2}|(?P<two>[0-6][0-9a-f])(?P=two){2})|black|windowtext|gr[ae]y"
)
"""Colours in which whole pages are set."""


@dataclass(frozen=True)
class Usual:
    """How most of a story's text is set: `size` in px, 0 where the page says nothing; `colour` as written."""

    size: float
    colour: str


def usual_look(parts: Sequence[Part]) -> Usual:
    """Of the kept `parts` of a story."""
    sizes, colours = Counter[float](), Counter[str]()
    for part in parts:
        if part.role is Role.TEXT:
            sizes[part.it.block.style.size] += part.it.block.line.han
            colours[part.it.block.style.colour] += part.it.block.line.han
    if not sizes:
        return Usual(0.0, "")
    return Usual(sizes.most_common(1)[0][0], colours.most_common(1)[0][0])


def kind_of(part: Part, usual: Usual) -> str:
    """How the line is set apart, "" where it is not or cannot head a section."""
    block = part.it.block
    if part.role is not Role.TEXT or not may_head(part) or block.style.quoted or block.style.pre:
        return ""
    if block.tag in TAGS:
        return block.tag
    if block.cell or (block.item and not block.bold):
        return ""
    return _kind_of_text(part, usual)


def _kind_of_text(part: Part, usual: Usual) -> str:
    block = part.it.block
    if block.bold:
        return "bold"
    if usual.size and block.style.size > usual.size * LARGER:
        return "large"
    if numbering(block.line) in ("chinese", "chapter", "bracket"):
        return "numbered"
    if block.style.centred:
        return "centred"
    colour = block.style.colour
    if colour and colour != usual.colour and not GREY.fullmatch(colour):
        return "coloured"
    return "marked" if MARK.match(block.line.folded) else ""  # >>变化解读


def may_head(part: Part) -> bool:
    """As far as the line's own words tell."""
    line, text = part.it.block.line, part.it.block.line.folded
    if part.it.look.meta or part.it.look.byline:
        return False
    if not NARROWEST <= len(text) <= WIDEST or line.han > LONGEST or LABEL_ALONE.match(text):
        return False
    if "。" in text or re.search(r"[。；;]$", line.text) or not re.search(r"[^\W\d_]", text) or "://" in text:
        return False
    if TURN.match(text) and not _asks(part):
        return False
    return not any((LISTED.match(text), CAPTION.search(text), NO_HEADING.search(text), SPOKEN.match(text)))


def _asks(part: Part) -> bool:
    """`集市之争：摊位归谁？` in bold: what stands before the colon is a matter and no speaker."""
    speaker, _, question = part.it.block.line.folded.partition(":")
    asks = part.it.block.bold and question.endswith("?") and len(speaker) >= SHORTEST_MATTER
    return asks and not (is_usual(speaker) or SPEAKER.search(speaker))
