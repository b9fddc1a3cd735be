"""The lines of a story's body -> which of them are section headings, judged together and not one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.heading_lines import (
    CAPTION,
    LISTED,
    NUMBER_ALONE,
    NUMBERINGS,
    OPEN_END,
    SIGNED,
    SPOKEN,
    TURN,
    is_caption,
    numbering,
    parallel,
)
from newsdesk.importing.page.heading_places import others, places
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph


@dataclass(frozen=True)
class HeadingMark:
    """Line `at` of the body is a heading of `level` (2 or 3)."""

    at: int
    level: int
    confidence: Confidence
    reason: str


def headings(lines: Sequence[Line]) -> list[HeadingMark]:
    """The headings among `lines`; a paragraph follows each of them."""
    found = places(lines)
    styles = {at: numbering(lines[at]) for at in found}
    levels = _levels(list(styles.values()))
    longest = max((lines[at].han for at in found if at + 1 in styles and not styles[at]), default=0)
    usual = _usual_indent([line for at, line in enumerate(lines) if at not in styles])
    return [
        HeadingMark(at, _level(lines[at], longest) or levels[styles[at]], *_sure(lines, found, place, usual))
        for place, at in enumerate(found)
    ]


def _level(line: Line, longest_above: int) -> int:
    """Where short headings stand right above others, those are of level 2 and the longer ones of level 3."""
    if not longest_above or numbering(line):
        return 0
    return 2 if line.han <= longest_above else 3


def _levels(styles: Sequence[str]) -> dict[str, int]:
    """The first way of numbering is level 2; another that comes below it is level 3."""
    order = list(dict.fromkeys(styles))
    ranks = [name for name, _ in NUMBERINGS]
    numbered = sorted((style for style in order if style in ranks[:6]), key=ranks.index)
    return {style: 3 if style in numbered[1:] else 2 for style in order}


def _usual_indent(lines: Sequence[Line]) -> int:
    counts = Counter(line.indent for line in lines if is_paragraph(line))
    return max(counts, key=lambda indent: (counts[indent], -indent), default=0)


def _sure(lines: Sequence[Line], found: Sequence[int], place: int, usual: int) -> tuple[Confidence, str]:
    """Two reasons beside its looks make it sure; one, or any other heading, makes it likely."""
    line = lines[found[place]]
    around = others(lines, found, place)
    reasons = []
    if numbering(line) and any(numbering(other) == numbering(line) for other in around):
        reasons.append("和别的小标题编号相连")
    elif any(parallel(line, other) for other in around):
        reasons.append("和别的小标题字数、句式相近")
    if line.indent != usual and (not around or any(other.indent == line.indent for other in around)):
        reasons.append("缩进和正文不同")
    words = "；".join(["短句，句末没有句号，下面是一段正文", *reasons])
    if reasons and around:
        return Confidence.HIGH, words
    return (Confidence.LIKELY if reasons or around else Confidence.UNSURE), words


__all__ = [
    "CAPTION",
    "LISTED",
    "NUMBERINGS",
    "NUMBER_ALONE",
    "OPEN_END",
    "SIGNED",
    "SPOKEN",
    "TURN",
    "HeadingMark",
    "headings",
    "is_caption",
    "numbering",
    "parallel",
]
