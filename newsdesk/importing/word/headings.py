"""The lines of a Word story's body -> which of them head sections: by style, by look, or by text alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.headings import (
    CAPTION,
    LISTED,
    NUMBERINGS,
    SPOKEN,
    TURN,
    HeadingMark,
    numbering,
)
from newsdesk.importing.page.headings import headings as by_text
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_dek, is_paragraph
from newsdesk.importing.word.appearance import BIGGER, Appearance

LONGEST_STYLED = 80
WORDS = re.compile(r"[A-Za-z\d][\w\s,.:;'’“”()&!?%-]*")
LONGEST_SEEN = 40
LONGEST_USUAL = 20
DEEPEST = 4
RANKS: Mapping[str, int] = {name: rank for rank, (name, _) in enumerate(NUMBERINGS[:5])}
STRONG = ("chapter", "chinese", "bracket")
FAMILY_NAMES = {"black": "黑体", "regular script": "楷体", "title": "小标宋"}
FAMILIES = ("title", "black", "regular script", "")


@dataclass(frozen=True)
class Kind:
    """Headings of one kind have one level. `style` is Word's own level, 0 for a heading by look."""

    style: int
    numbering: str
    size: int = 0
    family: str = ""

    @property
    def look(self) -> tuple[int, int]:
        """The smaller, the more it stands out."""
        return -self.size, FAMILIES.index(self.family)


def headings(
    lines: Sequence[Line], views: Sequence[Appearance], above_tables: Container[int] = ()
) -> list[HeadingMark]:
    """The headings among `lines`, in order. Where Word shows none, the text rules look for them.

    A line (by its number here) right above a table names the table, if Word's style does not say otherwise.
    """
    kinds = {at: kind for at in range(len(lines)) if (kind := _kind(lines[at], views[at]))}
    kinds = {
        at: kind
        for at, kind in kinds.items()
        if kind.style or (_leads_on(lines, kinds, at) and (kind.numbering or at not in above_tables))
    }
    kinds = _not_everything(lines, kinds)
    levels, alike = _levels(kinds.values()), Counter(kinds.values())
    found = [
        HeadingMark(at, levels[kind], *_sure(lines[at], views[at], kind, alike[kind]))
        for at, kind in kinds.items()
    ]
    others = [
        it
        for it in by_text(lines)
        if it.at not in kinds
        and _may_be_text(lines[it.at], views[it.at])
        and (it.at not in above_tables or numbering(lines[it.at]))
    ]
    return _stepwise(
        sorted([*found, *_beside(others, lines, views, levels, len(kinds))], key=lambda it: it.at)
    )


def _beside(
    others: Sequence[HeadingMark],
    lines: Sequence[Line],
    views: Sequence[Appearance],
    levels: Mapping[Kind, int],
    seen: int,
) -> Iterator[HeadingMark]:
    """Headings by their text alone: all where Word shows fewer, else those numbered like one, or surely."""
    for it in others:
        number = numbering(lines[it.at])
        twin = next((kind for kind in levels if number in STRONG and kind.numbering == number), None)
        if twin is not None:
            yield replace(it, level=levels[twin])
        elif number in STRONG and it.confidence is Confidence.HIGH and levels:
            yield replace(it, level=3)
        elif views[it.at].stands_out or (len(others) > seen and not any(kind.style for kind in levels)):
            yield it


def _kind(line: Line, view: Appearance) -> Kind | None:
    """What kind of heading a line would be; None where it is none."""
    if view.style.heading and not view.style.is_caption:
        long = len(line.text) > LONGEST_STYLED or (is_paragraph(line) and "。" in line.text)
        return None if long else Kind(view.style.heading, numbering(line), round(view.larger), view.family)
    bullet = view.is_listed and not numbering(line)
    if (
        not view.stands_out
        or view.style.is_quote
        or view.style.is_caption
        or view.right
        or bullet
        or not _is_short(line)
    ):
        return None
    if _says_otherwise(line):
        return None
    return Kind(0, numbering(line), round(view.larger), view.family)


def _is_short(line: Line) -> bool:
    """Of Latin text, two letters count as one Han character; an address or a command is no heading."""
    length = max(line.han, len(line.text) // 2)
    words = line.han or WORDS.fullmatch(line.text)
    return bool(words) and 2 <= length <= LONGEST_SEEN and not is_paragraph(line)


def _says_otherwise(line: Line) -> bool:
    """A label, a question in an interview, a caption, a quotation, the end of a sentence."""
    folded = line.folded
    if re.search(r"[。；，、：,;:.]$", folded) or is_dek(line) or not re.search(r"\w", folded):
        return True
    return bool(LISTED.match(folded) or TURN.match(folded) or CAPTION.search(folded) or SPOKEN.match(folded))


def _leads_on(lines: Sequence[Line], kinds: Mapping[int, Kind], at: int) -> bool:
    """Something else follows; lines of one kind right below each other are a list or an address."""
    kind = kinds[at]
    if at + 1 == len(lines):
        return False
    twins = kinds.get(at - 1) == kind or kinds.get(at + 1) == kind
    return not twins or kind.numbering in STRONG


def _not_everything(lines: Sequence[Line], kinds: dict[int, Kind]) -> dict[int, Kind]:
    """Where more lines stand out than paragraphs follow, they are no headings: verses, an interview."""
    seen = [at for at, kind in kinds.items() if not kind.style and not kind.numbering]
    rest = len(lines) - len(kinds)
    if len(seen) > max(1, rest):
        return {at: kind for at, kind in kinds.items() if at not in seen}
    return kinds


def _levels(kinds: Iterable[Kind]) -> dict[Kind, int]:
    """Word's styles in their order; below them what only looks like a heading, by numbers and look."""
    every = list(dict.fromkeys(kinds))
    styles = sorted({it.style for it in every if it.style})
    levels = {it: 2 + styles.index(it.style) for it in every if it.style}
    numbered = {it.numbering: level for it, level in levels.items() if it.numbering}
    seen = [it for it in every if not it.style and it.numbering not in numbered]
    first = 2 + len(styles)
    deeper = sorted({it.numbering for it in seen if it.numbering}, key=lambda it: RANKS.get(it, 0))
    looks = [min(it.look for it in seen if it.numbering == number) for number in deeper]
    numbered |= {number: first + at for at, number in enumerate(deeper)}
    alone = sorted({it.look for it in seen if not it.numbering})
    for it in every:
        if it.style:
            continue
        if it.numbering:
            levels[it] = numbered[it.numbering]
        elif looks:
            levels[it] = first + next((at for at, look in enumerate(looks) if it.look <= look), len(looks))
        else:
            levels[it] = first + alone.index(it.look)
    return levels


def _may_be_text(line: Line, view: Appearance) -> bool:
    """Items of lists, quotations and signatures are no headings, whatever their text is like."""
    listed = view.is_listed and numbering(line) not in STRONG
    return not (listed or view.style.is_quote or view.style.is_caption or view.right)


def _sure(line: Line, view: Appearance, kind: Kind, alike: int) -> tuple[Confidence, str]:
    """By a style it is sure; by its look the surer the more reasons there are, and other headings like it."""
    if kind.style:
        return Confidence.HIGH, f"Word 里设成了“标题 {kind.style}”"
    reasons = [
        *(["整行加粗"] if view.bold else []),
        *(["字号比正文大"] if view.larger >= BIGGER else []),
        *([f"用的是{FAMILY_NAMES[view.family]}"] if view.family else []),
        *(["居中"] if view.centred else []),
        *(["有编号"] if kind.numbering else []),
    ]
    words = "，".join(["短句", *reasons]) + (f"；这样的一共有 {alike} 行" if alike > 1 else "")
    if alike > 1 and (len(reasons) > 1 or line.han <= LONGEST_USUAL):
        return Confidence.HIGH, words
    return (Confidence.LIKELY if alike > 1 or len(reasons) > 1 else Confidence.UNSURE), words


def _stepwise(marks: Iterable[HeadingMark]) -> list[HeadingMark]:
    """The first is of level 2, and none is more than one level below the one before it."""
    found: list[HeadingMark] = []
    before = 1
    for it in marks:
        before = min(it.level, before + 1, DEEPEST)
        found.append(replace(it, level=before))
    return found
