"""What stands on a line of facts without a label -> dates, the paper, a name, buttons."""

from __future__ import annotations

import re

from article.likeness import HAN
from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import people, trimmed
from newsdesk.importing.page.dates import DateSpot
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.labels import COUNTERS, STAFF
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import is_usual

SENTENCE = re.compile(r"。|[!?;]\s*\w")
NOT_FIELDS = {COUNTERS: "网页上的按钮或计数", STAFF: "没有对应字段的署名"}
BUTTON = re.compile(
    r"""[\[(]?(?: 大|中|小|超大|特大|标准|默认|打印(?:本页)?|关闭(?:窗口)?|收藏|纠错|分享(?:到)?
    | 复制链接|A[+-]?|微信|微博|QQ空间|朋友圈|字体|字号|举报
    | \d+\s*(?:次|人)?(?:阅读|浏览|点击|评论|参与)?|-+|次
    | 人(?:参与|浏览|阅读)?|评论\(?\d*\)?
    | 阅读\(?\d*\+?\)?|浏览\(?\d*\)?|点赞|听新闻|语音播报|播报|发表于\w{1,6}|原创|首发 )[\])]?""",
    re.X,
)
TOKEN = re.compile(r"[^\s|·]+")
MEDIUM = re.compile(
    r"""(?:.*(?:报|网|社|台|电视|站|刊|志|客户端|号|频道|中心|发布|在线|新闻|融媒|融媒体|媒体|局|委|办|部|厅|社区|街道
    |居委会|政府|时报|观察|视点|消息|之声))(?:[(—-].*)?""",
    re.X,
)
"""A paper, a station, an office: what a source looks like."""

EDITION = re.compile(r"第?\s?[A-Z]?\d{1,3}\s?版\S*")
LONGEST_SOURCE = 40
LONGEST_UNNAMED = 12


def unlabelled(
    line: Line, start: int, end: int, spots: list[DateSpot], *, strict: bool, beside_source: bool = False
) -> list[Found] | None:
    """Dates, buttons and one or two names without a label; None where this is a sentence or a heading."""
    founds = []
    for spot in [it for it in spots if start <= it.start < end]:
        more = _words(line, start, spot.start, strict)
        if more is None or _is_glued(line, spot):
            return None
        sure = Confidence.HIGH if beside_source and spot.when and spot.when.year else Confidence.LIKELY
        reason = "和来源写在同一行的日期" if beside_source else "没有字段名的日期，在标题附近"
        date = date_found(line, spot, "date", reason, sure)
        founds += [*more, date]
        start = spot.end
    more = _words(line, start, end, strict)
    return None if more is None else [*founds, *more]


def date_found(
    line: Line, spot: DateSpot, field: str, reason: str, confidence: Confidence, weight: int = 0
) -> Found:
    """A date as what it says; one that cannot be is for a person to look at."""
    text = line.text[spot.start : spot.end]
    if spot.when is None:
        return Found(field, text, spot.start, spot.end, "日期不存在，或只写了多久以前", Confidence.UNSURE)
    return Found(field, text, spot.start, spot.end, reason, confidence, spot.when, weight)


def buttons(line: Line, tokens: list[tuple[int, int]], end: int) -> list[Found]:
    """Buttons and counters, from the first token on."""
    if not tokens:
        return []
    place = tokens[0][0]
    return [cut(place, end, line.text[place:end].strip(), NOT_FIELDS[COUNTERS])]


def _is_glued(line: Line, spot: DateSpot) -> bool:
    """`5月3日起早市搬新址`: the date belongs to a sentence or a title."""
    before, after = line.folded[: spot.start].split(" ")[-1], line.folded[spot.end :].split(" ")[0]
    touching = [word for word, edge in ((before, before[-1:]), (after, after[:1])) if HAN.search(edge)]
    return any(not MEDIUM.fullmatch(word) for word in touching)


def _words(line: Line, start: int, end: int, strict: bool) -> list[Found] | None:
    founds = list(people(line, start, end)) if start < end else []
    if founds:
        return founds
    edition = EDITION.search(line.folded, start, end)
    if edition:
        founds.append(cut(*edition.span(), line.text[slice(*edition.span())].strip(), "报纸的版次"))
        end = edition.start()
    for match in TOKEN.finditer(line.folded, start, end):
        left, right = trimmed(line, *match.span())
        if left >= right or not re.search(r"\w", match.group()):
            continue
        found = _word(line, left, right, strict)
        if found is None:
            return None
        founds.append(found)
    return sorted(founds, key=lambda found: found.start)


def _word(line: Line, start: int, end: int, strict: bool) -> Found | None:
    """One word beside a date: a button, the paper, a name."""
    folded, text = line.folded[start:end], line.text[start:end]
    if BUTTON.fullmatch(folded):
        return cut(start, end, text, NOT_FIELDS[COUNTERS])
    if SENTENCE.search(folded) or "," in folded or end - start > LONGEST_SOURCE:
        return None
    if MEDIUM.fullmatch(folded) and (not strict or end - start <= LONGEST_UNNAMED):
        return Found("source", text, start, end, "写在日期旁边，像是来源", Confidence.LIKELY)
    if strict or end - start > LONGEST_UNNAMED:
        return None
    if is_usual(text):
        return Found("authors", text, start, end, "写在日期旁边，像是姓名", Confidence.UNSURE)
    return Found("source", text, start, end, "写在日期旁边，可能是来源", Confidence.UNSURE)
