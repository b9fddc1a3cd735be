"""A line of facts about the story (时间, 来源, 编辑, 浏览次数) -> each fact at its place."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import (
    BUTTON,
    LONGEST_SOURCE,
    NOT_FIELDS,
    SENTENCE,
    TOKEN,
    buttons,
    date_found,
    unlabelled,
)
from newsdesk.importing.page.bylines import ROLE, people, trimmed
from newsdesk.importing.page.dates import DateSpot, dates
from newsdesk.importing.page.found import LABEL, Found, cut
from newsdesk.importing.page.labels import LabelSpot, labels
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import NameSpot, names

LONGEST = 220
WHOLE_LINE = ("title", "kicker", "subtitle", "column", "summary", "source_url")
"""Labels whose value goes to the end of the line, whatever is in it."""

NOBODY = re.compile(r"佚名|未知|匿名|网络|原创|转载|管理员|无|admin", re.I)
QUOTED_TITLE = re.compile(r"《[^《》]*》")


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
    founds: list[Found] | None = unlabelled(
        line, 0, lead_end, spots, strict=first or not spots, beside_source=labelled
    )
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
        value: list[Found] | None = [
            cut(mark.start, stop, line.text[mark.start : stop].strip(), NOT_FIELDS[field])
        ]
    else:
        value = _value(line, mark, stop)
    rest = unlabelled(line, stop, end, inside, strict=True)
    return None if value is None or rest is None else [*value, *rest]


def _dated(line: Line, mark: LabelSpot, end: int, spots: list[DateSpot]) -> list[Found] | None:
    """A date label and its date. 时间 is a label only with a date (not 时间：周六上午)."""
    if not spots or spots[0].start > mark.end + 1:
        weak = mark.label.weight == 1 and mark.label.field == "date"
        says = re.search(r"\w", line.folded[mark.end : end])
        if weak or says:
            return None
        return [_label(line, mark)]
    found = date_found(
        line, spots[0], mark.label.field, f"“{mark.word}”后面的日期", Confidence.HIGH, mark.label.weight
    )
    rest = unlabelled(line, spots[0].end, end, spots[1:], strict=mark.label.weight == 1)
    return None if rest is None else [_label(line, mark), found, *rest]


def _value(line: Line, mark: LabelSpot, end: int) -> list[Found] | None:
    """The label and the value of 来源, 编辑, 作者 or 标签; the label alone where nothing follows it."""
    start, stop = trimmed(line, mark.end, end)
    if start >= stop:
        return [_label(line, mark)]
    if mark.label.field in ("authors", "editor"):
        persons = _persons(line, mark, start, stop, end)
        return None if persons is None else [_label(line, mark), *persons]
    rest = _after_value(line, start, stop)
    stop = rest[0].start if rest else stop
    if stop - start > LONGEST_SOURCE and mark.label.field == "source":
        return None
    return [_label(line, mark), _found(line, mark, start, stop, Confidence.HIGH), *rest]


def _persons(line: Line, mark: LabelSpot, start: int, end: int, bracket_end: int) -> list[Found] | None:
    """Names; those of authors may have a role or an office in brackets behind them."""
    field = mark.label.field
    spots = names(line, start, end)
    unusual = not all(spot.is_usual for spot in spots) or not spots
    if (
        field == "authors"
        and unusual
        and (founds := people(line, start, bracket_end) or people(line, mark.start, bracket_end))
    ):
        return [found for found in founds if found.start >= start]
    if spots:
        reason = f"“{mark.word}”后面的姓名"
        return [_person(spot, field, reason, mark.label.weight) for spot in spots]
    if end - start > LONGEST_SOURCE:
        return None
    if NOBODY.fullmatch(line.folded, start, end):
        return [cut(start, end, line.text[start:end], "没有写明是谁")]
    return [_found(line, mark, start, end, Confidence.UNSURE if field == "editor" else Confidence.LIKELY)]


def _person(spot: NameSpot, field: str, reason: str, weight: int) -> Found:
    sure = spot.is_usual or len(spot.name) == 1
    confidence = Confidence.HIGH if sure else Confidence.UNSURE
    return Found(field, spot.name, spot.start, spot.end, reason, confidence, weight=weight)


def _after_value(line: Line, start: int, end: int) -> list[Found]:
    """Reporters, buttons and counters behind a value: `来源：槐树里融媒体站 记者 江一帆`, `... 打印 关闭`."""
    tokens = [match.span() for match in TOKEN.finditer(line.folded, start, end)]
    first = len(tokens)
    while first > 1 and BUTTON.fullmatch(line.folded[slice(*tokens[first - 1])]):
        first -= 1
    for number in range(1, first):
        founds = people(line, tokens[number][0], tokens[first - 1][1])
        if founds and ROLE.match(line.folded, tokens[number][0]):
            return [*founds, *buttons(line, tokens[first:], end)]
    return buttons(line, tokens[first:], end)
