"""The last paragraph -> its text, and what stands behind it: （完）, （记者 张三）, （责编：李四）."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import bare_names, byline_of, people
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.junk import Sort, junk_of
from newsdesk.importing.page.labels import labels
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.meta import meta_of
from newsdesk.importing.page.names import is_usual

LAST = re.compile(
    r"""\s*(?: [(\[](?P<inside>[^()\[\]]{1,50})[)\]]
    | (?P<mark>[■□◆]|(?<=\))1\d{6}|(?<=[。!?”])\s*(?:完|END))
    | (?<=[。!?”])\s*(?P<label>(?:作者|记者|撰文|通讯员|责任编辑|编辑|责编|来源|供稿|文)
        \s?[:/|]\s?[^。!?]{2,24})
    | (?<=[。!?”])\s*(?P<byline>(?:[\u3400-\u9fff]{2,10}\s?)?(?:记者|通讯员|评论员)
        \s?[\u3400-\u9fff·、\s]{2,30})
    | (?<=[。!?”])\s+(?P<names>[\u3400-\u9fff]{2,3}(?:[\s、][\u3400-\u9fff]{2,3}){0,2})
    | (?P<link>(?<=[。!?”])返回.{1,8}(?:查看更多|首页)) )\s*$""",
    re.X,
)
BEHIND = {"byline": byline_of, "names": bare_names}
"""What stands behind the last sentence -> how it is read."""

OFFICE = re.compile(
    r"[\u3400-\u9fff]{2,14}(?:局|委|办|科|处|部|厅|中心|街道|社区|居委会|办公室|支队|大队|学院|医院|学校)"
)
WRITERS = re.compile(
    r"(?<=[。!?”])\s?[(\[](?P<inside>(?:[^()\[\]摄图]{0,10})(?:记者|通讯员|评论员|撰稿|撰文|作者)[^()\[\]摄图]{2,24})[)\]]\s*$"
)
BRACKETED = re.compile(r"\(([^()]+)\)")
LONGEST = 80
SENTENCE_ENDS = '。!?…”"’)]'


def ending_of(line: Line) -> tuple[Line, Line, tuple[Found, ...]]:
    """The paragraph's own text, the rest of its line, and what that rest says."""
    end = len(line.text)
    founds: list[Found] = []
    while match := LAST.search(line.folded, max(0, end - LONGEST), end):
        more = _said(line, match)
        if not more or match.start() == 0:
            break
        founds += more
        end = match.start()
    rest = [_moved(found, -end) for found in sorted(founds, key=lambda found: found.start)]
    return part_of(line, 0, end), part_of(line, end, len(line.text)), tuple(rest)


def _said(line: Line, match: re.Match[str]) -> list[Found]:
    if name := next((name for name in ("label", "byline", "names") if match[name]), ""):
        start, end = match.span(name)
        part = part_of(line, start, end)
        founds = meta_of(part, first=True) if name == "label" else BEHIND[name](part)
        return [_moved(found, start) for found in founds]
    if match["inside"] is None:
        place = match.start() + len(match[0]) - len(match[0].lstrip())
        return [cut(place, match.end(), line.text[place : match.end()].strip(), Sort.END.value)]
    start, end = match.span("inside")
    bracket = part_of(line, start, end)
    if junk_of(bracket):
        return [cut(start - 1, end + 1, line.text[start - 1 : end + 1], Sort.END.value)]
    founds = meta_of(bracket, first=True) if labels(bracket.folded) else ()  # 记者：甲 摄像：乙
    founds = founds or people(bracket, 0, len(bracket.text)) or meta_of(bracket, first=True)
    if not founds and line.folded[: match.start()].rstrip()[-1:] in SENTENCE_ENDS:
        founds = bare_names(bracket)
    founds = founds or _office(bracket)
    if any(found.confidence is Confidence.UNSURE and found.field == "source" for found in founds):
        return []
    return [_moved(found, start) for found in founds]


def writers_behind(line: Line) -> tuple[Found, ...]:
    """`（记者 江一帆）` behind a paragraph that is not the last: who wrote this part; the words stay."""
    match = WRITERS.search(line.folded)
    if not match:
        return ()
    start, end = match.span("inside")
    founds = people(part_of(line, start, end), 0, end - start)
    authors = [found for found in founds if found.field == "authors" and is_usual(found.value)]
    return tuple(_moved(found, start) for found in authors)


def _office(line: Line) -> tuple[Found, ...]:
    if not OFFICE.fullmatch(line.folded):
        return ()
    reason = "文末括号里的单位"
    return (Found("authors", line.text, 0, len(line.text), reason, Confidence.UNSURE),)


def office_alone(line: Line) -> tuple[Found, ...]:
    """`（社区发展科）` on a line of its own below the story."""
    inside = BRACKETED.fullmatch(line.folded)
    founds = _office(part_of(line, *inside.span(1))) if inside else ()
    return tuple(_moved(found, inside.start(1)) for found in founds) if inside else ()


def part_of(line: Line, start: int, end: int) -> Line:
    """A part of a line as a line of its own."""
    return Line(line.number, line.text[start:end], line.places[start:end])


def _moved(found: Found, by: int) -> Found:
    return Found(
        found.field,
        found.value,
        found.start + by,
        found.end + by,
        found.reason,
        found.confidence,
        found.when,
        found.weight,
    )
