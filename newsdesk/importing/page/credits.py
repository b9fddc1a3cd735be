"""A line that says whose story this was first (以下文章来源于, 本文来自微信公众号) -> source and author."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.found import LABEL, Found, cut
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import is_usual

BORROWED = "以下文章来源于"
WECHAT = re.compile(
    rf"\s*(?:·\s)?(?P<label>{BORROWED})\s*(?P<source>[^,]{{2,24}}?)\s*"
    r"(?:,\s*(?P<role>作者\s?:?)\s*(?P<author>.{2,16}))?\s*\.?"
)
"""What WeChat prints above a story that an account took over from another one."""

TAKEN_OVER = re.compile(
    r"[(\[]?(?P<label>(?:本文|文章|本内容)(?:来自|转自|转载自|首发于|首发|原载|源自|摘自)(?:微信)?(?:公众号|订阅号)?\s?:?\s?[“\"《「]?)"
    r"(?P<source>[^,。“”\"《》「」():]{2,20})[”\"》」]?(?P<id>\s?\((?:ID|id|微信号)?:?[^()]{1,30}\))?"
    r"(?:,(?P<role>(?:原文)?作者\s?:?)\s?(?P<author>[^,。:()]{2,16}))?(?P<rest>[,。].{0,80})?[)\]]?"
)
"""What other sites print above or below such a story."""

REPRINT = re.compile(
    r"[(\[](?P<label>(?:(?:本文|文章|此文)(?:摘自|选自)|(?:本文|文章|此文)?(?:原载于?|原刊于?|首发于|刊载于|转载自|转自))"
    r"\s?:?\s?)《(?P<source>[^《》]{2,20})》"
    r"(?P<rest>[^《》()\[\]]{0,60}?)(?:[,;、\s]+(?P<role>(?:原文)?作者\s?[:为是]?\s?)(?P<author>[\u3400-\u9fff·]{2,8}))?"
    r"(?P<more>[,。;、\s][^《》()\[\]]{0,60})?[)\]]"
)
"""（原载《槐树里晚报》2026年5月3日第3版，作者：江一帆，有删节）: the paper that had it first."""

TAKEN_FROM = "转载的说明"
MARKS = " ,，。；;、\u3000"
AUTHORISED = re.compile(r"授权|公众号|订阅号|作者")


def credit_of(line: Line) -> tuple[Found, ...]:
    """What the line says, () where it is another one."""
    if reprint := REPRINT.fullmatch(line.folded):
        return _reprint(line, reprint)
    match = WECHAT.fullmatch(line.folded)
    if not match and (other := TAKEN_OVER.fullmatch(line.folded)) and AUTHORISED.search(line.folded):
        match = other
    if not match:
        return ()
    parts = match.groupdict()
    founds = []
    for name, field in (
        ("label", ""),
        ("source", "source"),
        ("id", ""),
        ("role", ""),
        ("author", "authors"),
        ("rest", ""),
    ):
        if parts.get(name):
            start, end = match.span(name)
            text = line.text[start:end]
            sure = Confidence.LIKELY if field == "authors" else Confidence.HIGH
            reason = BORROWED if field else LABEL if name in ("label", "role") else TAKEN_FROM
            founds.append(
                Found(field, text, start, end, reason, sure, weight=4)
                if field
                else cut(start, end, text, reason)
            )
    return tuple(founds)


def _reprint(line: Line, match: re.Match[str]) -> tuple[Found, ...]:
    """Paper and author, if it names a person; the rest (day, page, 有删节) is for a person to see."""
    fields = {"source": "source", "author": "authors" if is_usual(match["author"] or "") else ""}
    founds = []
    for name in ("label", "source", "rest", "role", "author", "more"):
        start, end = match.span(name)
        start += len(line.text[start:end]) - len(line.text[start:end].lstrip(MARKS))
        text = line.text[start:end].rstrip(MARKS)
        if not text:
            continue
        if field := fields.get(name):
            founds.append(Found(field, text, start, end, TAKEN_FROM, Confidence.LIKELY, weight=2))
        else:
            founds.append(cut(start, end, text, LABEL if name in ("label", "role") else TAKEN_FROM))
    return tuple(founds)
