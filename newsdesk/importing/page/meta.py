"""A line of facts about the story (时间, 来源, 编辑, 浏览次数) -> each fact at its place."""

from __future__ import annotations

import re

from article.likeness import HAN
from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import ROLE, people, trimmed
from newsdesk.importing.page.dates import DateSpot, dates
from newsdesk.importing.page.found import LABEL, Found, cut
from newsdesk.importing.page.labels import COUNTERS, STAFF, LabelSpot, labels
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import is_usual, names

LONGEST = 220
SENTENCE = re.compile(r"。|[!?;]\s*\w")
WHOLE_LINE = ("title", "kicker", "subtitle", "column", "summary", "source_url")
"""Labels whose value goes to the end of the line, whatever is in it."""

NOT_FIELDS = {
    COUNTERS: "网页上的按钮或计数",
    STAFF: "没有对应字段的署名",
}
BUTTON = re.compile(
    r"[\[(]?(?:大|中|小|超大|特大|标准|默认|打印(?:本页)?|关闭(?:窗口)?|收藏|纠错|分享(?:到)?|复制链接|A[+-]?|微信|微博|QQ空间|朋友圈|"
    r"字体|字号|\d+\s*次?|-+|次|人(?:参与|浏览|阅读)?|评论\(?\d*\)?|阅读\(?\d*\+?\)?|浏览\(?\d*\)?|点赞|听新闻|语音播报|播报)[\])]?"
)
TOKEN = re.compile(r"[^\s|·]+")
MEDIUM = re.compile(
    r"(?:.*(?:报|网|社|台|电视|站|刊|志|客户端|号|频道|中心|发布|在线|新闻|融媒|融媒体|媒体|局|委|办|部|厅|社区|街道|居委会|政府|时报|观察|视点|消息|之声))(?:[(—-].*)?"
)
QUOTED_TITLE = re.compile(r"《[^《》]*》")
EDITION = re.compile(r"第?\s?[A-Z]?\d{1,3}\s?版\S*")
LONGEST_SOURCE = 40
LONGEST_UNNAMED = 12


def meta_of(line: Line, *, first: bool = False) -> tuple[Found, ...]:
    """The facts on `line` if it holds nothing else; () otherwise.

    The `first` line of a page may be a title with a date in it, so what has no label must look like a paper.
    """
    if len(line.text) > LONGEST:
        return ()
    marks, spots = labels(line.folded), dates(line.folded)
    if not marks and not spots:
        return ()
    lead_end = marks[0].start if marks else len(line.text)
    labelled = any(mark.label.field == "source" for mark in marks)
    founds = _unlabelled(line, 0, lead_end, spots, strict=first or not spots, beside_source=labelled)
    for number, mark in enumerate(marks):
        if founds is None:
            return ()
        end = marks[number + 1].start if number + 1 < len(marks) else len(line.text)
        if mark.label.field in WHOLE_LINE:
            return (*founds, _label(line, mark), *_whole(line, mark))
        more = _labelled(line, mark, end, spots)
        founds = None if more is None else [*founds, *more]
    return tuple(founds or ())


def _label(line: Line, mark: LabelSpot) -> Found:
    return cut(mark.start, mark.end, line.text[mark.start : mark.end].strip(), LABEL)


def _whole(line: Line, mark: LabelSpot) -> list[Found]:
    value = line.text[mark.end :].strip()
    if not value:
        return []
    start, end = trimmed(line, mark.end, len(line.text))
    if QUOTED_TITLE.fullmatch(line.text[start:end]):
        start, end = start + 1, end - 1
    return [_found(line, mark, start, end, Confidence.HIGH)]


def _found(line: Line, mark: LabelSpot, start: int, end: int, confidence: Confidence) -> Found:
    reason = f"“{mark.word}”后面的文字"
    return Found(
        mark.label.field,
        line.text[start:end].strip(),
        start,
        end,
        reason,
        confidence,
        weight=mark.label.weight,
    )


def _labelled(line: Line, mark: LabelSpot, end: int, spots: list[DateSpot]) -> list[Found] | None:
    """The label and its value, up to `end`; None where it is no such thing."""
    field = mark.label.field
    inside = [spot for spot in spots if mark.end <= spot.start < end]
    if field in ("date", "modified"):
        return _dated(line, mark, end, inside)
    stop = min([spot.start for spot in inside] + [end])
    if SENTENCE.search(line.folded, mark.end, end):
        return None
    if field in NOT_FIELDS:
        value = [cut(mark.start, stop, line.text[mark.start : stop].strip(), NOT_FIELDS[field])]
    else:
        value = _value(line, mark, stop)
    rest = _unlabelled(line, stop, end, inside, strict=True)
    return None if value is None or rest is None else [*value, *rest]


def _dated(line: Line, mark: LabelSpot, end: int, spots: list[DateSpot]) -> list[Found] | None:
    """A date label and its date. 时间 alone is a label only with a date and nothing else (not 时间：周六上午)."""
    if not spots or spots[0].start > mark.end + 1:
        weak = mark.label.weight == 1 and mark.label.field == "date"
        says = re.search(r"\w", line.folded[mark.end : end])
        if weak or says:
            return None
        return [_label(line, mark)]
    found = _date(
        line, spots[0], mark.label.field, f"“{mark.word}”后面的日期", Confidence.HIGH, mark.label.weight
    )
    rest = _unlabelled(line, spots[0].end, end, spots[1:], strict=mark.label.weight == 1)
    return None if rest is None else [_label(line, mark), found, *rest]


def _date(
    line: Line, spot: DateSpot, field: str, reason: str, confidence: Confidence, weight: int = 0
) -> Found:
    text = line.text[spot.start : spot.end]
    if spot.when is None:
        return Found(field, text, spot.start, spot.end, "日期不存在，或只写了多久以前", Confidence.UNSURE)
    return Found(field, text, spot.start, spot.end, reason, confidence, spot.when, weight)


def _value(line: Line, mark: LabelSpot, end: int) -> list[Found] | None:
    """The label and the value of 来源, 编辑, 作者 or 标签; the label alone where nothing follows it."""
    start, stop = trimmed(line, mark.end, end)
    if start >= stop:
        return [_label(line, mark)]
    if mark.label.field in ("authors", "editor"):
        persons = _persons(line, mark, start, stop)
        return None if persons is None else [_label(line, mark), *persons]
    rest = _after_value(line, start, stop)
    stop = rest[0].start if rest else stop
    if stop - start > LONGEST_SOURCE and mark.label.field == "source":
        return None
    return [_label(line, mark), _found(line, mark, start, stop, Confidence.HIGH), *rest]


def _persons(line: Line, mark: LabelSpot, start: int, end: int) -> list[Found] | None:
    field = mark.label.field
    spots = names(line, start, end)
    if spots and all(spot.is_usual or len(spot.name) == 1 for spot in spots):
        reason = f"“{mark.word}”后面的姓名"
        return [
            Found(field, spot.name, spot.start, spot.end, reason, Confidence.HIGH, weight=mark.label.weight)
            for spot in spots
        ]
    if field == "authors" and (founds := people(line, mark.start, end)):
        return [found for found in founds if found.start >= start]
    if end - start > LONGEST_SOURCE:
        return None
    return [_found(line, mark, start, end, Confidence.UNSURE if field == "editor" else Confidence.LIKELY)]


def _after_value(line: Line, start: int, end: int) -> list[Found]:
    """Reporters, buttons and counters behind a value: `来源：槐树里融媒体站 记者 江一帆`, `... 打印 关闭`."""
    tokens = [match.span() for match in TOKEN.finditer(line.folded, start, end)]
    first = len(tokens)
    while first > 1 and BUTTON.fullmatch(line.folded[slice(*tokens[first - 1])]):
        first -= 1
    for number in range(1, first):
        founds = people(line, tokens[number][0], tokens[first - 1][1])
        if founds and ROLE.match(line.folded, tokens[number][0]):
            return [*founds, *_buttons(line, tokens[first:], end)]
    return _buttons(line, tokens[first:], end)


def _buttons(line: Line, tokens: list[tuple[int, int]], end: int) -> list[Found]:
    if not tokens:
        return []
    place = tokens[0][0]
    return [cut(place, end, line.text[place:end].strip(), NOT_FIELDS[COUNTERS])]


def _unlabelled(
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
        date = _date(line, spot, "date", reason, sure)
        founds += [*more, date]
        start = spot.end
    more = _words(line, start, end, strict)
    return None if more is None else [*founds, *more]


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
