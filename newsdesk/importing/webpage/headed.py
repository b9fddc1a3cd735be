"""The kept parts of a story -> its section headings, by how they look, decided for the story as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.headings import headings, numbering
from newsdesk.importing.webpage.part import Part, Role
from newsdesk.importing.webpage.set_apart import LARGER, TAGS, kind_of, may_head, usual_look

ENDS_OPEN = re.compile(r"[。；，、：,;:—]$")
LONG, SHORT, LONGEST_LONE = 60, 5, 20
"""Han characters of the paragraphs around a heading that stands alone in its story, and of that."""

LONG_LEAD = 8
"""Han characters of a bold line that ends with a colon and is a heading like others."""

MANY = 6
"""Headings by tag that are none too many for a short story."""

CROWDED = 0.75
"""Share of the paragraphs from which so many bold lines are emphasis."""

ORDER = ("chapter", "chinese", "bracket", "digit", "digit bracket")
PLAIN_SURE = (Confidence.HIGH, Confidence.LIKELY)
WEAK = frozenset({"coloured", "marked"})
"""Looks that are none too sure: lines that read like headings may be more."""

REASONS = {
    "bold": "整行加粗的短句，下面是正文",
    "large": "字号比正文大的短句，下面是正文",
    "centred": "居中的短句，下面是正文",
    "numbered": "有编号的短句，下面是正文",
    "coloured": "颜色和正文不同的短句，下面是正文",
    "marked": "前面有记号的短句，下面是正文",
}


@dataclass(frozen=True)
class Heading:
    """Parts `first`..`end` (mostly one) are a heading of `level` 2 or 3."""

    first: int
    end: int
    level: int
    confidence: Confidence
    reason: str


def headings_of(parts: Sequence[Part], captions: Set[int]) -> list[Heading]:
    """The headings among the kept `parts`; `captions` are none."""
    usual = usual_look(parts)
    size = usual.size
    kinds = {
        at: kind for at, part in enumerate(parts) if at not in captions and (kind := kind_of(part, usual))
    }
    kinds = {at: kind for at, kind in kinds.items() if _leads_on(parts, captions, kinds, at)}
    for kind in set(kinds.values()):
        places = [at for at, it in kinds.items() if it == kind]
        if not _holds(parts, captions, kind, places):
            kinds = {at: it for at, it in kinds.items() if it != kind}
    kinds = _without_emphasis(parts, kinds, size)
    kinds = _without_captions(parts, kinds, size)
    styled = _without_headline(parts, _joined(parts, kinds))
    if len(styled) > 1 and not set(kinds.values()) <= WEAK:
        return styled
    plain = _with_lines_above(parts, _without_headline(parts, _plain(parts, captions)))
    return plain if len(plain) > len(styled) else styled


def _leads_on(parts: Sequence[Part], captions: Set[int], kinds: dict[int, str], at: int) -> bool:
    """Text or a picture of the same section follows; the last line of a story heads nothing."""
    following = [n for n in range(at + 1, min(len(parts), at + 6)) if n not in captions]
    if not any(parts[n].role is Role.TEXT and n not in kinds for n in following):
        return False
    block = parts[at].it.block
    if block.line.folded.endswith(":") and kinds[at] == "bold" and block.line.han >= LONG_LEAD:
        return list(kinds.values()).count("bold") > 1
    return not ENDS_OPEN.search(block.text) or (at + 1 in kinds and kinds[at + 1] == kinds[at])


def _holds(parts: Sequence[Part], captions: Set[int], kind: str, places: Sequence[int]) -> bool:
    """Do the lines of one kind head sections, or are they emphasis, captions, verse?"""
    texts = [at for at, part in enumerate(parts) if part.role is Role.TEXT and at not in captions]
    others = len(texts) - len(places)
    if _count(places) > max(MANY if kind in TAGS else 1, others * CROWDED):
        return False
    if kind in ("centred", "large", "coloured"):
        between = [b - a for a, b in pairwise(places)]
        return len(places) >= 2 and others >= 2 * len(places) and all(gap > 1 for gap in between)
    if kind == "numbered":
        return len(places) >= 2
    return True


def _count(places: Sequence[int]) -> int:
    """How many; a short line above another one is one heading with it, three in a row are three."""
    near = set(places)
    pairs = [at for at in places if at + 1 in near and not {at - 1, at + 2} & near]
    return len(places) - len(pairs)


def _without_emphasis(parts: Sequence[Part], kinds: dict[int, str], size: float) -> dict[int, str]:
    """Where some bold lines are larger than the text, those that are not are emphasis."""
    large = {
        at for at, kind in kinds.items() if kind == "bold" and parts[at].it.block.style.size > size * LARGER
    }
    if not size or len(large) < 2:
        return kinds
    return {at: kind for at, kind in kinds.items() if kind != "bold" or at in large}


def _without_captions(parts: Sequence[Part], kinds: dict[int, str], size: float) -> dict[int, str]:
    """Bold lines right below pictures are captions, unless most lines of their kind stand elsewhere."""
    below = {at for at in kinds if at and parts[at - 1].role is Role.PICTURE}
    kept = {}
    for at, kind in kinds.items():
        same = [it for it in kinds if kinds[it] == kind]
        apart = sum(1 for it in same if it not in below)
        block = parts[at].it.block
        strong = kind in TAGS or numbering(block.line) or (size and block.style.size > size * LARGER)
        if at not in below or strong or apart * 2 >= len(same) > 2:
            kept[at] = kind
    return kept


def _without_headline(parts: Sequence[Part], found: list[Heading]) -> list[Heading]:
    """Several headings above the first paragraph are the headline as it was printed.

    Not so where they are numbered or of two levels, or where headings have several lines elsewhere too.
    """
    start = next((at for at, part in enumerate(parts) if part.it.is_paragraph), 0)
    top = [it for it in found if it.first < start]
    others = [it for it in found if it.first >= start]
    numbered = any(numbering(parts[it.first].it.block.line) for it in top)
    pairs = any(one.end == other.first for one, other in pairwise(others))
    if len(top) < 2 or numbered or pairs or len({it.level for it in top}) > 1:
        return found
    return others


def _with_lines_above(parts: Sequence[Part], found: list[Heading]) -> list[Heading]:
    """Headings whose first line was taken for text, where most of a story have such a line above them."""
    above = {it for it in found if it.first and _is_upper_line(parts, it.first - 1, found)}
    if len(above) < 2 or 2 * len(above) < len(found):
        return found
    return [replace(it, first=it.first - 1) if it in above else it for it in found]


def _is_upper_line(parts: Sequence[Part], at: int, found: Sequence[Heading]) -> bool:
    """A short line alone between the text before and a heading."""
    part, before = parts[at], parts[at - 1] if at else None
    short = part.role is Role.TEXT and not part.it.is_paragraph and may_head(part)
    apart = before is None or before.role is Role.PICTURE or before.it.is_paragraph
    return short and apart and not any(it.first <= at < it.end for it in found)


def _plain(parts: Sequence[Part], captions: Set[int]) -> list[Heading]:
    """Where nothing is set apart, lines are judged as in plain text."""
    places = [
        at
        for at, part in enumerate(parts)
        if part.role is Role.TEXT and at not in captions and not part.it.block.cell and not part.it.block.item
    ]
    marks = headings([parts[at].it.block.line for at in places])
    return [
        Heading(places[it.at], places[it.at] + 1, it.level, it.confidence, it.reason)
        for it in marks
        if (it.confidence in PLAIN_SURE or _is_between(parts, places[it.at]))
        and may_head(parts[places[it.at]])
    ]


def _is_between(parts: Sequence[Part], at: int) -> bool:
    """A short line of its own between two long paragraphs."""
    line = parts[at].it.block.line
    near = [parts[it].it for it in (at - 1, at + 1) if 0 <= it < len(parts)]
    long = all(it.is_paragraph and it.block.line.han >= LONG for it in near)
    return len(near) == 2 and long and SHORT <= line.han <= LONGEST_LONE


def _joined(parts: Sequence[Part], kinds: dict[int, str]) -> list[Heading]:
    """A heading on two lines (the first ends with a comma) is one."""
    levels = _levels(parts, kinds) if kinds else {}
    found: list[Heading] = []
    for at, kind in sorted(kinds.items()):
        last = found[-1] if found else None
        if last and last.end == at and kinds.get(at - 1) == kind and ENDS_OPEN.search(parts[at - 1].text):
            found[-1] = Heading(last.first, at + 1, last.level, last.confidence, last.reason)
        else:
            reason = REASONS.get(kind, f"网页上的标题（{kind}）")
            sure = Confidence.HIGH if kind in TAGS or len(kinds) > 1 else Confidence.LIKELY
            found.append(Heading(at, at + 1, levels[at], sure, reason))
    return found


def _levels(parts: Sequence[Part], kinds: dict[int, str]) -> dict[int, int]:
    """Of two tags the higher one is level 2, and of two ways of numbering the first one in ORDER."""
    tags = {at: TAGS.index(kind) if kind in TAGS else len(TAGS) for at, kind in kinds.items()}
    numbers = {at: numbering(parts[at].it.block.line) for at in kinds}
    highest = min(tags.values())
    used = [name for name in ORDER if name in numbers.values()]
    return {
        at: 3
        if tags[at] > highest or numbers[at] in used[1:]
        else 2  # an unnumbered one stays with the first
        for at in kinds
    }
