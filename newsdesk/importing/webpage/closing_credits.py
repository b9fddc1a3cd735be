"""A line below a story -> the paper that it was taken from, the editor in a bracket among buttons."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import MEDIUM
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import names

HAN = "\u3400-\u9fff"
TAKEN_FROM = re.compile(
    r"[(\[]?\s*(?P<label>原载|摘自|选自|转自|来自|来源于|据)\s*:?\s*[《“\"]?(?P<paper>[^《》“”\",。:\s]{2,16}?)[》”\"]?"
    r"(?:报道|消息|讯|电)?\s*[)\]]?"
)
ROLE = "(?:责任编辑|责编|编辑)"
NAMES = rf"(?P<names>[{HAN}、,\s]{{2,16}}?)"
LONGEST_REPORTED = 40
SIGNED = re.compile(rf"[(\[]\s*[{HAN}]{{0,10}}{ROLE}\s*[:/]\s*{NAMES}\s*[)\]]")
SIGNED_BEFORE = re.compile(rf"^[(\[]\s*{NAMES}\s+{ROLE}\s*[)\]]")
LONGEST = 90
REPORTED = re.compile(
    rf"[(\[]?(?P<paper>[{HAN}《》]{{2,14}}(?:广播电台|电视台|电台|电视|新闻网|日报|晚报|时报|新闻|通讯社|报社|广播|网))\s?"
    rf"(?:(?:特派|驻地|实习)?记者)?\s?(?P<names>[{HAN}]{{2,3}}?(?:[、,][{HAN}]{{2,3}}?)*)\s?"
    rf"(?:[{HAN}]{{2}}(?:[{HAN}]{{2}}){{0,2}})??(?:采访|综合|编译|整理|专题|现场|连线)?报[导道][。.]?[)\]]?"
)
"""`槐树里电视台江一帆、林小满槐荫采访报道。`"""


def taken_from(line: Line) -> tuple[Found, ...]:
    """`（据《槐树里日报》）`, `摘自槐树里日报`: the paper alone, as old pages print it below a story."""
    match = TAKEN_FROM.fullmatch(line.folded)
    if not match or not MEDIUM.fullmatch(match["paper"]):
        return ()
    start, end = match.span("paper")
    why = f"“{match['label']}”后面的媒体名称"
    return (Found("source", line.text[start:end], start, end, why, Confidence.LIKELY, weight=2),)


def reported_by(line: Line) -> tuple[Found, ...]:
    """Who reported, and for whom, as broadcasters say it on a line of its own."""
    match = REPORTED.fullmatch(line.folded) if len(line.text) <= LONGEST_REPORTED else None
    spots = names(line, *match.span("names")) if match else []
    if not match or not spots or not all(it.is_usual for it in spots):
        return ()
    start, end = match.span("paper")
    why = "文末写明的记者"
    paper = Found("source", line.text[start:end], start, end, "文末写明的媒体", Confidence.LIKELY, weight=-1)
    authors = [Found("authors", it.name, it.start, it.end, why, Confidence.LIKELY) for it in spots]
    rest = line.text[spots[-1].end :].strip()
    return (paper, *authors, cut(spots[-1].end, len(line.text), rest, why))


def signed(line: Line) -> tuple[Found, ...]:
    """`返回顶部 [编辑：林小满]`, `[编辑：林小满]频道精选`, `（林小满 编辑）`."""
    match = SIGNED.search(line.folded) or SIGNED_BEFORE.search(line.folded)
    spots = names(line, *match.span("names")) if match and len(line.text) <= LONGEST else []
    if not spots or not all(it.is_usual for it in spots):
        return ()
    why = "括号里的编辑姓名"
    editors = [Found("editor", it.name, it.start, it.end, why, Confidence.HIGH, weight=3) for it in spots]
    rest = ((0, spots[0].start), (spots[-1].end, len(line.text)))
    others = [cut(*span, text, why) for span in rest if (text := line.text[slice(*span)].strip())]
    return tuple(sorted([*others, *editors], key=lambda found: found.start))
