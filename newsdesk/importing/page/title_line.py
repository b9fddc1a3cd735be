"""A title line -> its column 【】, the title itself, and the site's name behind it."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.lines import Line

BULLET = re.compile(r"[•·●▪*]\s+")
COLUMN = re.compile(r"(?P<open>[\[「])(?P<column>[^\[\]「」]{1,40})(?P<close>[\]」])\s*(?=\S)")
COLUMN_BAR = re.compile(r"(?P<column>[\w·\s“”]{2,10}?)\s?\|\s?(?=\S.{3,})")
COLUMN_ALONE = re.compile(r"[\[「](?P<column>[^\[\]「」]{1,40})[\]」]")
SITE = re.compile(
    r"\s*(?:_.+|(?:\s[-—|]+|--|\||-(?=[^-]+$))\s*[\w·]{2,14}(?:网|报|社|台|站|客户端|频道|在线|发布|公众号)(?:\s?[-_|]\s?[\w·]{2,12})*)$"
)
DATED = re.compile(r"\s*\(\s*(?P<day>(?:19|20)\d\d\s?[-/.年][^()]{3,12}?)\s*\)$")


def title_of(line: Line, confidence: Confidence, reason: str) -> list[Found]:
    """A title line as column, title and the site's name behind it."""
    founds: list[Found] = []
    start, end = after_bullet(line), len(line.text)
    column = COLUMN.match(line.folded, start) or COLUMN_BAR.match(line.folded, start)
    if column:
        bar = "open" not in column.groupdict()
        why = "标题前面、竖线左边的文字" if bar else "标题开头【】里的文字"
        sure = Confidence.LIKELY if bar else Confidence.HIGH
        left, right = column.span("column")
        founds.append(Found("column", line.text[left:right], left, right, why, sure))
        start = column.end()
    site = SITE.search(line.folded, start + 4)
    if site:
        end = site.start()
        founds.append(cut(end, len(line.text), line.text[end:].strip(), "网站或频道的名称"))
    if dated := DATED.search(line.folded, start + 4, end):  # 关于办集市的通知（2026年5月3日）
        spots = dates(line.folded[dated.start() : dated.end()])
        if len(spots) == 1 and spots[0].when:
            why, when = "标题末尾括号里的日期", spots[0].when
            left, right = dated.span("day")
            founds.append(Found("date", line.text[left:right], left, right, why, Confidence.LIKELY, when))
            end = dated.start()
    why = f"{reason}，栏目后面的文字" if column else reason
    return [*founds, Found("title", line.text[start:end], start, end, why, confidence)]


def after_bullet(line: Line) -> int:
    """Where the words begin."""
    bullet = BULLET.match(line.text)
    return bullet.end() if bullet else 0
