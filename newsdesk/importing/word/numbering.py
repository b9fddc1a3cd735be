"""numbering.xml -> Counters: the number that Word prints before each numbered paragraph, in order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsdesk.importing.word.numerals import numeral
from newsdesk.importing.word.styles import Numbering, whole
from newsdesk.importing.word.xml_tree import Element, child, child_value, descendants, name, value

LEVELS = 9
PLACE = re.compile(r"%([1-9])")
CLOSED = re.compile(r"[、．。）)】〕：:，]$")
"""A label that needs no space behind it."""


@dataclass(frozen=True)
class Level:
    """One w:lvl. `text` as written (`%1、`), `numeral_format` a w:numFmt, `follow` a w:suff."""

    start: int = 1
    numeral_format: str = "decimal"
    text: str = "%1."
    follow: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True)
class Label:
    """What stands before a paragraph. A bullet has no text; `depth` counts from 0."""

    text: str
    is_bullet: bool
    depth: int


@dataclass(frozen=True)
class Numberings:
    """The levels of each w:num, the list that it counts in, and where its own count starts."""

    levels: Mapping[str, Sequence[Level]] = field(default_factory=dict)
    counts_in: Mapping[str, str] = field(default_factory=dict)
    starts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


def numberings(root: Element | None) -> Numberings:
    """All of numbering.xml; None where the file has none."""
    if root is None:
        return Numberings()
    abstract = {value(it, "w:abstractNumId") or "": it for it in root if name(it) == "w:abstractNum"}
    linked = {style: key for key, it in abstract.items() if (style := child_value(it, "w:styleLink"))}
    levels, counts_in, starts = {}, {}, {}
    for num in root:
        if name(num) != "w:num":
            continue
        number, key = value(num, "w:numId") or "", child_value(num, "w:abstractNumId") or ""
        key = linked.get(child_value(abstract.get(key), "w:numStyleLink") or "", key)
        by_depth = _levels(abstract.get(key))
        by_depth |= {depth: level for it in num for depth, level in _levels(it).items()}
        levels[number] = [by_depth.get(at, Level(text=f"%{at + 1}.")) for at in range(LEVELS)]
        counts_in[number] = key
        starts[number] = _starts(num)
    return Numberings(levels, counts_in, starts)


def _levels(parent: Element | None) -> dict[int, Level]:
    found = {}
    for it in () if parent is None else parent:
        depth = whole(value(it, "w:ilvl")) if name(it) == "w:lvl" else None
        if depth is not None and 0 <= depth < LEVELS:
            found[depth] = _level(it)
    return found


def _level(element: Element) -> Level:
    number_format = next(descendants(element, "w:numFmt"), None)  # may stand in mc:AlternateContent
    written = child_value(element, "w:lvlText")
    start = whole(child_value(element, "w:start"))
    return Level(
        start=1 if start is None else start,
        numeral_format="decimal" if number_format is None else value(number_format, "w:val") or "decimal",
        text=written or "",
        follow=child_value(element, "w:suff") or "tab",
        restart=whole(child_value(element, "w:lvlRestart")),
        legal=child(element, "w:isLgl") is not None,
        style=child_value(element, "w:pStyle") or "",
    )


def _starts(num: Element) -> dict[int, int]:
    found = {}
    for it in num:
        depth, start = whole(value(it, "w:ilvl")), whole(child_value(it, "w:startOverride"))
        if name(it) == "w:lvlOverride" and depth is not None and start is not None:
            found[depth] = start
    return found


class Counters:
    """Counts the numbered paragraphs of a document, in order."""

    def __init__(self, numberings: Numberings) -> None:
        self._numberings = numberings
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, numbering: Numbering, style_ids: Sequence[str]) -> Label | None:
        """The label of the next paragraph with this numbering; None where it has no number."""
        number = numbering.number
        levels = self._numberings.levels.get(number or "")
        if number is None or levels is None:
            return None
        depth = numbering.level
        if depth is None:
            depth = next(
                (at for at, level in enumerate(levels) if level.style in style_ids and level.style), 0
            )
        depth = min(max(depth, 0), LEVELS - 1)
        level = levels[depth]
        counts = self._count(number, depth, levels)
        if level.numeral_format == "bullet":
            return Label("", True, depth)
        text = PLACE.sub(lambda match: _numeral(levels, counts, int(match[1]) - 1, level.legal), level.text)
        if not text.strip():
            return None
        parted = level.follow != "nothing" and not CLOSED.search(text) and not text.endswith(" ")
        return Label(text + " " * parted, False, depth)

    def _count(self, number: str, depth: int, levels: Sequence[Level]) -> list[int | None]:
        counts = self._counts.setdefault(self._numberings.counts_in[number], [None] * LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at, start in self._numberings.starts[number].items():
                if 0 <= at < LEVELS:
                    counts[at] = start - 1
        before = counts[depth]
        counts[depth] = levels[depth].start if before is None else before + 1
        for at in range(depth + 1, LEVELS):
            if levels[at].restart != 0:
                counts[at] = None
        return counts


def _numeral(levels: Sequence[Level], counts: Sequence[int | None], depth: int, legal: bool) -> str:
    count = counts[depth]
    level = levels[depth]
    return numeral(level.start if count is None else count, "decimal" if legal else level.numeral_format)
