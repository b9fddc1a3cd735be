"""The lines of a story -> the places of its section headings, by what stands around short lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from newsdesk.importing.page.heading_lines import (
    ASKED,
    CAPTION,
    LISTED,
    NUMBER_ALONE,
    SPOKEN,
    TURN,
    is_caption,
    is_many_clauses,
    may_head,
    numbering,
    parallel,
    repeated,
)
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph
from newsdesk.importing.page.person_headings import persons_of

NEIGHBOURS = 12
LONGEST_QUESTION = 20
LONGEST_ABOVE, LONGER = 6, 8
"""Han characters of a heading above headings, and by how much those are longer."""

LISTED_ABOVE = 2
TWINS = 2
"""Headings built alike further down that a line above the first paragraph needs to be one too."""

STRONG = frozenset({"chapter", "chinese", "bracket"})
"""Ways of numbering that need no empty lines and no paragraph below."""

FEWEST_GAPS = 12
"""Lines of a long text, each a sentence, of which one at least has an empty line above."""

LONGEST_SENTENCE = 45
"""Han characters; half of the lines of a text in sentences are no longer."""

BULLETS = ("• ", "* ")
"""What text browsers print before any item of a list or a menu."""

GOES_ON = re.compile(r"[那而但可你我他她它这]|难道|所以|于是|不过|然后|因此|如果")
"""A question that begins so belongs to the text around it."""


def places(lines: Sequence[Line]) -> list[int]:
    """Where the headings among `lines` are; a paragraph follows each of them."""
    again = repeated(lines)
    spaced = _is_spaced(lines)
    once = _asked_once(lines)
    found = [
        at
        for at in range(len(lines) - 1)
        if may_head(lines[at], asks_once=at in once)
        and lines[at].text not in again
        and not _goes_on(lines[at])
    ]
    listed = _listed_styles(lines)
    found = [at for at in found if numbering(lines[at]) not in listed and not _is_point(lines, at)]
    lone = frozenset(style for style, count in Counter(map(numbering, lines)).items() if count == 1)
    verse = {at for at in found if spaced and not lines[at].gap and {at - 1, at - 2} <= {*found}}
    numbered = [at for at in found if numbering(lines[at]) in STRONG - lone]
    found = sorted({*_apart(lines, found), *numbered}) if spaced else found
    persons = persons_of(lines)
    found = [at for at in _one_of_two(lines, found) if at not in {*persons.values()}]
    among = set(found)
    found = [at for at in found if at in numbered or at not in verse]
    found = [at for at in found if _leads_to_text(lines, at, among, again, lone)]
    found = _plain(lines, found, spaced=spaced)
    found = [at for at in found if not _ends_a_list(lines, at, {*found})]
    found = _without_single_bullets(lines, _below_the_lead(lines, found))
    return sorted({*found, *persons})


def others(lines: Sequence[Line], found: Sequence[int], place: int) -> list[Line]:
    """The headings around the one at `place`, not all of a long page."""
    around = [*found[max(0, place - NEIGHBOURS) : place], *found[place + 1 : place + 1 + NEIGHBOURS]]
    return [lines[at] for at in around]


def _ends_a_list(lines: Sequence[Line], at: int, found: Set[int]) -> bool:
    """Two or more short lines stand right above, none of them a heading or a caption: the last of a list."""
    above = range(max(0, at - LISTED_ABOVE), at)
    if len(above) < LISTED_ABOVE or numbering(lines[at]) or NUMBER_ALONE.fullmatch(lines[at].folded):
        return False
    return all(_is_item(lines[it]) and it not in found for it in above)


def _is_item(line: Line) -> bool:
    """A short line that is no paragraph, no caption and no one's words."""
    return line.han > 1 and not (_is_text(line) or is_caption(line))


def _without_single_bullets(lines: Sequence[Line], found: Sequence[int]) -> list[int]:
    bulleted = [at for at in found if lines[at].text.startswith(BULLETS)]
    return [at for at in found if at not in bulleted or len(bulleted) > TWINS]


def _listed_styles(lines: Sequence[Line]) -> frozenset[str]:
    """Ways of numbering whose lines are mostly entries (一、时间：), so that none of them is a heading."""
    every, listed = Counter[str](), Counter[str]()
    for line in lines:
        style = numbering(line)
        every[style] += 1
        listed[style] += bool(style and LISTED.match(line.folded))
    return frozenset(style for style, count in listed.items() if style and count * 2 >= every[style] > 1)


def _is_point(lines: Sequence[Line], at: int) -> bool:
    """The line above or below is a short one with the same mark or the same way of numbering: a list."""
    near = [lines[it] for it in (at - 1, at + 1) if 0 <= it < len(lines)]
    style = numbering(lines[at])
    if style == "mark":
        mark = lines[at].text[0]
        return mark not in "[【〔［" and mark in [line.text[0] for line in near]
    return bool(style) and any(numbering(line) == style and not is_paragraph(line) for line in near)


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Do empty lines stand between the parts of this text, as they do above and below its headings?

    Where each sentence has a line of its own, fewer are enough.
    """
    gaps = sum(1 for line in lines[1:] if line.gap)
    lengths = sorted(line.han for line in lines if is_paragraph(line))
    sentences = bool(lengths) and lengths[len(lengths) // 2] <= LONGEST_SENTENCE
    return gaps * 4 >= len(lines) - 1 > 0 or (sentences and gaps * FEWEST_GAPS >= len(lines) > FEWEST_GAPS)


def _apart(lines: Sequence[Line], found: Sequence[int]) -> list[int]:
    """Those with an empty line below or, where most have none there, above.

    Where sentences of one paragraph stand below each other, a heading has one above and below.
    """
    below = {at for at in found if _has_gap_below(lines, at)}
    both = len(below) * 5 > len(found) * 3
    if _has_sentence_lines(lines):
        return [at for at in found if at in below and (lines[at].gap or at == 0)]
    return [at for at in found if at in below or (lines[at].gap and not both)]


def _has_gap_below(lines: Sequence[Line], at: int) -> bool:
    """An empty line, or a picture's caption and then one."""
    below = lines[at + 1 : at + 3]
    return below[0].gap > 0 or (is_caption(below[0]) and len(below) > 1 and below[1].gap > 0)


def _has_sentence_lines(lines: Sequence[Line]) -> bool:
    below = [it for above, it in pairwise(lines) if is_paragraph(above) and is_paragraph(it)]
    return sum(1 for it in below if not it.gap) * 4 >= len(below) > 0


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
    strong = style in STRONG - lone
    return _is_text(following) or strong or _is_above(lines, at)


def _is_text(line: Line) -> bool:
    """A paragraph (its full stop may be missing), or something said."""
    said = TURN.match(line.folded) or SPOKEN.match(line.folded)
    return is_paragraph(line) or bool(said) or is_many_clauses(line)


def _is_above(lines: Sequence[Line], at: int) -> bool:
    """A short heading (国内) right above a longer one and its paragraph."""
    line, following = lines[at], lines[at + 1]
    after = lines[at + 2] if at + 2 < len(lines) else None
    if numbering(line) or numbering(following) or line.han > LONGEST_ABOVE or after is None:
        return False
    return following.han >= line.han + LONGER and is_paragraph(after)


def _plain(lines: Sequence[Line], found: Sequence[int], *, spaced: bool) -> list[int]:
    """Those that end like a heading; where two questions head sections, all that stand apart do."""
    plain = {at for place, at in enumerate(found) if _is_plain(lines, found, place, spaced=spaced)}
    asking = {at for at in found if spaced and _asks(lines, at)}
    return sorted(plain | asking if len(plain & asking) > 1 else plain)


def _asked_once(lines: Sequence[Line]) -> frozenset[int]:
    """`摊位：怎么分？`, where no line above or below begins with 摊位： and no one answers."""
    before = Counter(line.folded.partition(":")[0] for line in lines if ":" in line.folded[:11])
    asked = ((at, ASKED.match(line.folded)) for at, line in enumerate(lines[:-1]))
    return frozenset(
        at
        for at, match in asked
        if match and before[match["who"]] == 1 and ":" not in lines[at + 1].folded[:11]
    )


def _goes_on(line: Line) -> bool:
    """`那么，账本谁来管？` belongs to the text above it."""
    return line.folded.endswith("?") and bool(GOES_ON.match(line.folded))


def _asks(lines: Sequence[Line], at: int) -> bool:
    """A short question with empty lines around it."""
    line = lines[at]
    return (
        line.folded.endswith("?") and line.han <= LONGEST_QUESTION and line.gap > 0 and lines[at + 1].gap > 0
    )


def _is_plain(lines: Sequence[Line], found: Sequence[int], place: int, *, spaced: bool) -> bool:
    """Ends like a heading. One that ends with ！ or ？ or has no Han character needs a twin or a number.

    A question with empty lines around it may stand among other headings.
    """
    line = lines[found[place]]
    cries = re.search(r"[!?…][”\"]?$", line.folded)
    if numbering(line) or NUMBER_ALONE.fullmatch(line.folded) or (not cries and line.han > 1):
        return True
    around = others(lines, found, place)
    if any(parallel(line, other) for other in around):
        return True
    asks = spaced and _asks(lines, found[place])
    return asks and sum(1 for other in around if not other.folded.endswith("?")) > 1


def _below_the_lead(lines: Sequence[Line], found: Sequence[int]) -> list[int]:
    """Above the first paragraph stand deks, captions and buttons; a heading there has twins further down."""
    first = next((at for at, line in enumerate(lines) if is_paragraph(line)), len(lines))
    below = [lines[at] for at in found if at > first]
    return [
        at
        for at in found
        if at > first
        or sum(1 for it in below if parallel(lines[at], it)) >= (TWINS if not numbering(lines[at]) else 1)
    ]
