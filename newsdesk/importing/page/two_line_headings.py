"""The lines of a story -> the same with each heading of two lines (a word or half above it) on one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdesk.importing.page.heading_lines import (
    CALL,
    CAPTION,
    LISTED,
    NUMBER_ALONE,
    TURN,
    is_caption,
    may_head,
    numbering,
    parallel,
    repeated,
)
from newsdesk.importing.page.lines import WORD, Line, joined
from newsdesk.importing.page.look import is_paragraph
from newsdesk.importing.page.names import is_usual

HALF = 14
"""Han characters of half a heading that a comma parts."""

LONGEST_HALF, LONGEST_BOTH = 20, 30
KICKER = 4
"""Han characters of a word above a heading: 动态, 链接."""

SHORT = 6
"""Han characters of a line that is rather a part of the heading below than a caption."""

CLOSED = re.compile(r"[。!?;,:…][”\"]?$")
HALF_ENDS = re.compile(r"[^。;!?…·]$")
ANNOUNCES = re.compile(r"[:,、]$")
BRACKETED = re.compile(r"\[[^\[\]]+\]")
QUOTED = re.compile(r"[“\"「].*[”\"」]$")


def headed(lines: Sequence[Line], page: str) -> list[Line]:
    """`lines` of a story with a heading of two lines on one.

    Nothing that was cut from `page` may stand between the two.
    """
    pairs = _pairs(lines)
    result: list[Line] = []
    at = 0
    while at < len(lines):
        two = at in pairs or (at + 2 < len(lines) and _is_cut_in_two(*lines[at : at + 3]))
        two = two and not WORD.search(page, lines[at].places[-1] + 1, lines[at + 1].places[0])
        space = " " if at in pairs or NUMBER_ALONE.fullmatch(lines[at].folded) else ""
        result.append(joined(lines[at : at + 2], space) if two else lines[at])
        at += 2 if two else 1
    return result


def _is_cut_in_two(first: Line, second: Line, following: Line) -> bool:
    """`语言贫瘠的背后，` and `是思考的危机`, or `01` and `摊位自己定`, above a paragraph."""
    short = 2 <= second.han <= HALF and not CLOSED.search(second.folded)
    half = 3 <= first.han <= HALF and first.folded.endswith(",") and "。" not in first.text
    if not short or not (half or NUMBER_ALONE.fullmatch(first.folded)):
        return False
    return is_paragraph(following) and second.indent == first.indent


def _pairs(lines: Sequence[Line]) -> frozenset[int]:
    """Where two short lines, alone between paragraphs, head a section: twice, or a mere word below others.

    Of two lines where the lower one is built like the headings that stand alone, the upper one is a caption.
    """
    again = repeated(lines)
    found = [at for at in range(1, len(lines) - 2) if _is_pair(lines, at) and lines[at + 1].text not in again]
    alone = [lines[at] for at in _alone(lines)]
    found = [at for at in found if _is_word(lines[at]) or not _is_caption(lines, at, alone)]
    words = [at for at in found if _is_word(lines[at])]
    return frozenset(found if len(found) > 1 else words if alone else ())


def _is_pair(lines: Sequence[Line], at: int) -> bool:
    first, second, following = lines[at : at + 3]
    above = lines[at - 1]
    if not (is_paragraph(above) or CAPTION.search(above.folded)):
        return False
    if not (is_paragraph(following) or TURN.match(following.folded)):
        return False
    if first.han + second.han > LONGEST_BOTH and not ANNOUNCES.search(first.folded):
        return False
    return _is_upper(first) and _is_lower(second, first)


def _is_upper(line: Line) -> bool:
    if not 2 <= line.han <= LONGEST_HALF or is_paragraph(line) or not HALF_ENDS.search(line.folded):
        return False
    if is_usual(line.text) or (numbering(line) and not BRACKETED.fullmatch(line.folded)):
        return False  # 苏禾, and below it what she does
    told = any((LISTED.match(line.folded), TURN.match(line.folded), CALL.match(line.folded)))
    return not told and not is_caption(line)


def _is_lower(line: Line, first: Line) -> bool:
    if is_caption(line) or numbering(line):
        return False
    return may_head(line) or (
        bool(ANNOUNCES.search(first.folded)) and bool(QUOTED.search(line.folded) or line.folded.endswith("”"))
    )


def _alone(lines: Sequence[Line]) -> Iterator[int]:
    """Lines like headings, each between two paragraphs."""
    for at in range(1, len(lines) - 1):
        if may_head(lines[at]) and is_paragraph(lines[at - 1]) and is_paragraph(lines[at + 1]):
            yield at


def _is_word(line: Line) -> bool:
    bracketed = BRACKETED.fullmatch(line.folded) is not None
    return bracketed or line.folded.endswith(":") or line.han <= KICKER


def _is_caption(lines: Sequence[Line], at: int, alone: Sequence[Line]) -> bool:
    first, second = lines[at : at + 2]
    if first.han <= SHORT:
        return False
    return any(parallel(second, it) for it in alone) and not any(parallel(first, it) for it in alone)
