"""The lines of a story's body -> which of them are section headings, judged together and not one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
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
    may_head,
    numbering,
    parallel,
    repeated,
)
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph

NEIGHBOURS = 12
LONGEST_QUESTION = 20
LONGEST_ABOVE, LONGER = 6, 8
"""Han characters of a heading above headings, and by how much those are longer."""

GOES_ON = re.compile(r"[那而但可你我他她它这]|难道|所以|于是|不过|然后|因此|如果")
"""A question that begins so belongs to the text around it."""


@dataclass(frozen=True)
class HeadingMark:
    """Line `at` of the body is a heading of `level` (2 or 3)."""

    at: int
    level: int
    confidence: Confidence
    reason: str


def headings(lines: Sequence[Line]) -> list[HeadingMark]:
    """The headings among `lines`; a paragraph follows each of them."""
    again = repeated(lines)
    spaced = _is_spaced(lines)
    found = [at for at in range(len(lines) - 1) if may_head(lines[at]) and lines[at].text not in again]
    listed = _listed_styles(lines)
    found = [at for at in found if numbering(lines[at]) not in listed and not _is_point(lines, at)]
    if spaced:
        both = sum(1 for at in found if lines[at + 1].gap) * 5 > len(found) * 3
        found = [at for at in found if lines[at + 1].gap or (lines[at].gap and not both)]
    found = _one_of_two(lines, found)
    among = set(found)
    lone = frozenset(style for style, count in Counter(map(numbering, lines)).items() if count == 1)
    found = [at for at in found if _leads_to_text(lines, at, among, again, lone)]
    found = [at for place, at in enumerate(found) if _is_plain(lines, found, place, spaced=spaced)]
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


def _listed_styles(lines: Sequence[Line]) -> frozenset[str]:
    """Ways of numbering whose lines are mostly entries (一、时间：), so that none of them is a heading."""
    every, listed = Counter[str](), Counter[str]()
    for line in lines:
        style = numbering(line)
        every[style] += 1
        listed[style] += bool(style and LISTED.match(line.folded))
    return frozenset(style for style, count in listed.items() if style and count * 2 >= every[style] > 1)


def _one_of_two(lines: Sequence[Line], found: Sequence[int]) -> list[int]:
    """Of two candidates right above each other the one that is built like those that stand alone."""
    among = set(found)
    alone = [lines[at] for at in found if not {at - 1, at + 1} & among]
    alike = {at for at in found if any(parallel(lines[at], it) for it in alone)}
    dropped = set()
    for at in found:
        two = at + 1 in among and not {at - 1, at + 2} & among and not _is_above(lines, at)
        if two and len({at, at + 1} & alike) == 1:
            dropped.add(at if at + 1 in alike else at + 1)
    return [at for at in found if at not in dropped]


def _is_point(lines: Sequence[Line], at: int) -> bool:
    """The line above or below is a short one with the same mark or the same way of numbering: a list."""
    near = [lines[it] for it in (at - 1, at + 1) if 0 <= it < len(lines)]
    style = numbering(lines[at])
    if style == "mark":
        mark = lines[at].text[0]
        return mark not in "[【〔［" and mark in [line.text[0] for line in near]
    return bool(style) and any(numbering(line) == style and not is_paragraph(line) for line in near)


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Do empty lines stand between the parts of this text, as they do above and below its headings?"""
    return sum(1 for line in lines[1:] if line.gap) * 4 >= len(lines) - 1 > 0


def _others(lines: Sequence[Line], found: Sequence[int], place: int) -> list[Line]:
    """The headings around the one at `place`, not all of a long page."""
    around = [*found[max(0, place - NEIGHBOURS) : place], *found[place + 1 : place + 1 + NEIGHBOURS]]
    return [lines[at] for at in around]


def _is_plain(lines: Sequence[Line], found: Sequence[int], place: int, *, spaced: bool) -> bool:
    """Ends like a heading. One that ends with ！ or ？ or has no Han character needs a twin or a number.

    A question with empty lines around it may stand among other headings.
    """
    line = lines[found[place]]
    cries = re.search(r"[!?…][”\"]?$", line.folded)
    if numbering(line) or NUMBER_ALONE.fullmatch(line.folded) or (not cries and line.han > 1):
        return True
    others = _others(lines, found, place)
    if any(parallel(line, other) for other in others):
        return True
    asks = line.folded.endswith("?") and line.han <= LONGEST_QUESTION and not GOES_ON.match(line.folded)
    apart = spaced and line.gap > 0 and lines[found[place] + 1].gap > 0
    return bool(asks and apart and sum(1 for other in others if not other.folded.endswith("?")) > 1)


def _leads_to_text(lines: Sequence[Line], at: int, found: Set[int], again: Set[str], lone: Set[str]) -> bool:
    """A paragraph follows, or a heading numbered in another way; a list of short lines has no headings.

    `lone` are ways of numbering that one line has: that says nothing.
    """
    near = lines[at + 1 : at + 4]
    following = next((it for it in near if not CAPTION.search(it.folded) and it.text not in again), near[0])
    if at - 1 in found and numbering(lines[at - 1]) == numbering(lines[at]) and not _is_above(lines, at - 1):
        return False
    if at + 1 in found:
        other = numbering(lines[at]) != numbering(lines[at + 1])
        return (bool(numbering(lines[at])) and other) or _is_above(lines, at)
    style = numbering(lines[at])
    strong = style in ("chapter", "chinese", "bracket") and style not in lone
    return is_paragraph(following) or bool(TURN.match(following.folded)) or strong or _is_above(lines, at)


def _is_above(lines: Sequence[Line], at: int) -> bool:
    """A short heading (国内) right above a longer one and its paragraph."""
    line, following = lines[at], lines[at + 1]
    after = lines[at + 2] if at + 2 < len(lines) else None
    if numbering(line) or numbering(following) or line.han > LONGEST_ABOVE or after is None:
        return False
    return following.han >= line.han + LONGER and is_paragraph(after)


def _levels(styles: Sequence[str]) -> dict[str, int]:
    """The first way of numbering is level 2; another that comes below it is level 3."""
    order = list(dict.fromkeys(styles))
    ranks = [name for name, _ in NUMBERINGS]
    numbered = sorted((style for style in order if style in ranks[:5]), key=ranks.index)
    return {style: 3 if style in numbered[1:] else 2 for style in order}


def _usual_indent(lines: Sequence[Line]) -> int:
    counts = Counter(line.indent for line in lines if is_paragraph(line))
    return max(counts, key=lambda indent: (counts[indent], -indent), default=0)


def _sure(lines: Sequence[Line], found: Sequence[int], place: int, usual: int) -> tuple[Confidence, str]:
    """Two reasons beside its looks make it sure; one, or any other heading, makes it likely."""
    line = lines[found[place]]
    others = _others(lines, found, place)
    reasons = []
    if numbering(line) and any(numbering(other) == numbering(line) for other in others):
        reasons.append("和别的小标题编号相连")
    elif any(parallel(line, other) for other in others):
        reasons.append("和别的小标题字数、句式相近")
    if line.indent != usual and (not others or any(other.indent == line.indent for other in others)):
        reasons.append("缩进和正文不同")
    words = "；".join(["短句，句末没有句号，下面是一段正文", *reasons])
    if reasons and others:
        return Confidence.HIGH, words
    return (Confidence.LIKELY if reasons or others else Confidence.UNSURE), words


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
    "numbering",
    "parallel",
]
