"""The last paragraph -> its text, and what stands behind it: （完）, （记者 张三）, （责编：李四）."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import bare_names, people
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.junk import Sort, junk_of
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.meta import meta_of

LAST = re.compile(
    r"""\s*(?: [(\[](?P<inside>[^()\[\]]{1,50})[)\]]
    | (?P<mark>[■□◆]|(?<=[。!?”])\s*(?:完|END))
    | (?P<link>(?<=[。!?”])返回.{1,8}(?:查看更多|首页)) )\s*$""",
    re.X,
)
LONGEST = 80
SENTENCE_ENDS = '。!?…”"’'


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
    if match["inside"] is None:
        place = match.start() + len(match[0]) - len(match[0].lstrip())
        return [cut(place, match.end(), line.text[place : match.end()].strip(), Sort.END.value)]
    start, end = match.span("inside")
    bracket = part_of(line, start, end)
    if junk_of(bracket):
        return [cut(start - 1, end + 1, line.text[start - 1 : end + 1], Sort.END.value)]
    founds = people(bracket, 0, len(bracket.text)) or meta_of(bracket, first=True)
    if not founds and line.folded[: match.start()].rstrip()[-1:] in SENTENCE_ENDS:
        founds = bare_names(bracket)
    if any(found.confidence is Confidence.UNSURE and found.field == "source" for found in founds):
        return []
    return [_moved(found, start) for found in founds]


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
