"""A line of facts about the story (时间, 来源, 编辑, 浏览次数) -> each fact at its place."""

from __future__ import annotations

import re

from article.likeness import HAN
from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import NOT_FIELDS, SENTENCE, date_found, unlabelled
from newsdesk.importing.page.bylines import trimmed
from newsdesk.importing.page.credits import credit_of
from newsdesk.importing.page.dates import DateSpot, dates
from newsdesk.importing.page.found import LABEL, LEFT_OVER, Found, cut
from newsdesk.importing.page.labels import LabelSpot, labels
from newsdesk.importing.page.lines import WORD, Line
from newsdesk.importing.page.names import is_usual, names
from newsdesk.importing.page.values import label_of, stated, value_of

LONGEST = 220
WHOLE_LINE = ("title", "kicker", "subtitle", "column", "summary", "source_url")
"""Labels whose value goes to the end of the line, whatever is in it."""

ALSO_COLUMNS = frozenset(
    {
        "视频",
        "图",
        "图片",
        "语音",
        "文字",
        "图文",
        "策划",
        "摄影",
        "阅读",
        "评论",
        "热点",
        "分享",
        "发布",
        "导读",
        "提要",
        "采访",
    }
)
SHORTEST_TITLE = 8
LONGEST_FACTS = 70
PROSE = re.compile(r"。|[!?;]\s*\w|[\u3400-\u9fff],[\u3400-\u9fff]")
ADDRESS = re.compile(
    r"\s*(?P<url>https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#][!-~]*)?)(?=\s|$)"
)
"""An address as front matter takes it."""

NAME_FIRST = re.compile(r"[(\[]\s?(?P<name>[\u3400-\u9fff]{2,4})\s?(?P<label>(?:责任)?编辑|责编)\s?[)\]]")
LONGEST_REST = 12
"""Characters of a button behind the bracket in which the editor is named: ［编辑：林小满］频道精选."""

BRACKETS = {"(": ")", "[": "]"}
SAID = re.compile(
    r"(?:[^\s:]{1,8}:\s?\S{1,40}\s+|[—*·\s]*(?:END|[Ee]nd|完)[—*·\s]*|\[[^\[\]]{1,6}\]\s*)+(?=\S*编)"
)
"""What may stand before an editor's name: labels that we do not know (热线：81230000), the end, a button."""

DATED_TITLE = re.compile(r"[^()]*[\u3400-\u9fff”!?]\s?\((?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?\)(?:\s?\(图\))?")
"""`早市搬家，街坊说好 (2026-05-03)`: another story and its day."""

QUOTED_TITLE = re.compile(r"《[^《》]*》")


def meta_of(line: Line, *, first: bool = False) -> tuple[Found, ...]:
    """The facts on `line` if it holds nothing else; () otherwise.

    The `first` line of a page may be a title with a date in it, so what has no label must look like a paper.
    """
    if len(line.text) > LONGEST:
        return ()
    if credit := credit_of(line):
        return credit
    if editor := _editor_behind(line):
        return editor
    marks, spots = labels(line.folded), dates(line.folded)
    if not marks and (not spots or (DATED_TITLE.fullmatch(line.folded) and line.han >= LONGEST_REST)):
        return ()
    return _strictly(line, marks, spots, first=first) or _in_parts(line, marks, spots, first=first)


def _editor_behind(line: Line) -> tuple[Found, ...]:
    """`（林小满 编辑）`: the name before the label."""
    match = NAME_FIRST.fullmatch(line.folded)
    if not match or not is_usual(match["name"]):
        return ()
    (start, end), (left, right) = match.span("name"), match.span("label")
    reason = f"“{match['label']}”前面的姓名"
    name = Found("editor", line.text[start:end], start, end, reason, Confidence.HIGH, weight=2)
    return (name, cut(left, right, line.text[left:right], LABEL))


def _strictly(line: Line, marks: list[LabelSpot], spots: list[DateSpot], *, first: bool) -> tuple[Found, ...]:
    """Every word of the line is a fact, or () ."""
    lead_end = marks[0].start if marks else len(line.text)
    labelled = any(mark.label.field == "source" for mark in marks)
    founds: list[Found] | None = unlabelled(
        line, 0, lead_end, spots, strict=first or not spots, beside_source=labelled
    )
    taken = 0
    for number, mark in enumerate(marks):
        if founds is None:
            return ()
        if mark.start < taken:
            continue
        if mark.label.field in WHOLE_LINE:
            taken = _whole_end(line, marks, number)
            more = _whole(line, mark, taken)
        else:
            more = _in_its_bracket(line, marks, number, spots)
        founds = None if more is None else [*founds, *more]
    return tuple(founds or ())


def _in_its_bracket(
    line: Line, marks: list[LabelSpot], number: int, spots: list[DateSpot]
) -> list[Found] | None:
    """What a label says, up to the next one or to the end of the bracket that it opens: （责编：甲）打印."""
    mark = marks[number]
    end = marks[number + 1].start if number + 1 < len(marks) else len(line.text)
    edge = _bracket_end(line, mark, end)
    value = _labelled(line, mark, edge, spots)
    rest = unlabelled(line, edge, end, [spot for spot in spots if spot.start >= edge], strict=True)
    if rest is None and mark.label.field == "editor" and 0 < end - edge - 1 <= LONGEST_REST:
        rest = [cut(edge + 1, end, line.text[edge + 1 : end].strip(), LEFT_OVER)]
    return None if value is None or rest is None else [*value, *rest]


def _bracket_end(line: Line, mark: LabelSpot, end: int) -> int:
    before, behind = line.folded[: mark.start].rstrip()[-1:], line.folded[mark.end : mark.end + 1]
    named = mark.label.field in ("source", "editor", "authors")
    closing = BRACKETS.get(before) or (BRACKETS.get(behind) if named else None)
    edge = line.folded.find(closing, mark.end, end) if closing else -1
    return edge if edge >= 0 else end


def _whole_end(line: Line, marks: list[LabelSpot], number: int) -> int:
    """A title ends where its bracket does, or where the line goes on to name an editor or an author."""
    mark, end = marks[number], len(line.text)
    if mark.label.field == "title":
        people = [it.start for it in marks[number + 1 :] if it.label.field in ("editor", "authors")]
        end = min([end, *people])
    return _bracket_end(line, mark, end)


def _in_parts(line: Line, marks: list[LabelSpot], spots: list[DateSpot], *, first: bool) -> tuple[Found, ...]:
    """A line that is plainly one of facts, though not all of it is understood; the rest is left over."""
    exact = any(spot.when and spot.when.year and spot.when.hour is not None for spot in spots)
    sorts = {mark.label.field for mark in marks}
    plain = not PROSE.search(line.folded) and line.han <= LONGEST_FACTS
    signed = any(mark.label.field == "editor" for mark in marks) and SAID.match(line.folded)
    enough = len(sorts) + exact > 1 or signed or (exact and _is_stamped(line, spots))
    if first or not plain or not enough or sorts & set(WHOLE_LINE):
        return ()
    founds = []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start if number + 1 < len(marks) else len(line.text)
        end = _bracket_end(line, mark, end)
        inside = [spot.start for spot in spots if mark.end <= spot.start < end]
        founds += _labelled(line, mark, min([end, *inside[1:]]), spots) or [label_of(line, mark)]
    taken = {found.start for found in founds if found.when}
    for spot in spots:
        if spot.start not in taken and all(not found.start <= spot.start < found.end for found in founds):
            founds.append(date_found(line, spot, "date", "没有字段名的日期，在标题附近", Confidence.LIKELY))
    return tuple(sorted(founds, key=lambda found: found.start))


def _is_stamped(line: Line, spots: list[DateSpot]) -> bool:
    """`2026-05-03 09:26博客佚名`, `原创：槐树里网2026-05-03 09:26:00`: little more than the time."""
    spot = spots[0]
    rest = line.text[: spot.start] + line.text[spot.end :]
    at_edge = spot.start == 0 or spot.end == len(line.text)
    return len(spots) == 1 and at_edge and len(rest) <= LONGEST_REST


def _whole(line: Line, mark: LabelSpot, end: int) -> list[Found] | None:
    """The label and all behind it; None where that is no address of a page behind 原文链接：."""
    if not line.text[mark.end : end].strip():
        return [label_of(line, mark)]
    if mark.label.field == "source_url":
        address = ADDRESS.match(line.text, mark.end)
        span = address.span("url") if address else None
        return [label_of(line, mark), stated(line, mark, *span, Confidence.HIGH)] if span else None
    start, end = trimmed(line, mark.end, end)
    if QUOTED_TITLE.fullmatch(line.text[start:end]):
        start, end = start + 1, end - 1
    return [label_of(line, mark), stated(line, mark, start, end, Confidence.HIGH)]


def _labelled(line: Line, mark: LabelSpot, end: int, spots: list[DateSpot]) -> list[Found] | None:
    """The label and its value, up to `end`; None where it is no such thing."""
    field = mark.label.field
    inside = [spot for spot in spots if mark.end <= spot.start < end]
    if field in ("date", "modified"):
        return _dated(line, mark, end, inside)
    stop = min([spot.start for spot in inside] + [end])
    sentence = (
        "。" in line.folded[mark.end : end]
        if field == "tags"
        else SENTENCE.search(line.folded, mark.end, end)
    )
    if sentence or _is_column(line, mark, stop):
        return None
    if field in NOT_FIELDS:
        value: list[Found] | None = [
            cut(mark.start, stop, line.text[mark.start : stop].strip(), NOT_FIELDS[field])
        ]
    else:
        value = value_of(line, mark, stop)
    rest = unlabelled(line, stop, end, inside, strict=True)
    return None if value is None or rest is None else [*value, *rest]


def _is_column(line: Line, mark: LabelSpot, end: int) -> bool:
    """`视频丨槐树里办起集市`: a column and a title, no one's name."""
    bar = line.folded[mark.start : mark.end].rstrip().endswith("|")
    long = len(HAN.findall(line.text, mark.end, end)) >= SHORTEST_TITLE
    return bar and mark.word in ALSO_COLUMNS and mark.start == 0 and long and not names(line, mark.end, end)


def _dated(line: Line, mark: LabelSpot, end: int, spots: list[DateSpot]) -> list[Found] | None:
    """A date label and its date. 时间 is a label only with a date (not 时间：周六上午)."""
    if not spots or spots[0].start > mark.end + 1:
        weak = mark.label.weight == 1 and mark.label.field == "date"
        says = WORD.search(line.folded, mark.end, end)
        if weak or says:
            return None
        return [label_of(line, mark)]
    found = date_found(
        line, spots[0], mark.label.field, f"“{mark.word}”后面的日期", Confidence.HIGH, mark.label.weight
    )
    rest = unlabelled(line, spots[0].end, end, spots[1:], strict=mark.label.weight == 1)
    return None if rest is None else [label_of(line, mark), found, *rest]
