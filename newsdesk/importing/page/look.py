"""A Line -> what it looks like by itself: facts, a byline, something to cut, a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from newsdesk.importing.page.bylines import byline_of
from newsdesk.importing.page.credits import credit_of
from newsdesk.importing.page.datelines import LEAD
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.junk import Junk, Sort, junk_of
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.meta import meta_of

SENTENCE_END = re.compile(r"[。!?…;][”’\"』」)\]]*$")
NO_PAPER = re.compile(r"\S{1,6}(?:时间|日期)")
DASHED = re.compile(r"^(?:—+|-{2,}|—)")
SALUTATION = re.compile(r"^(?:各位|尊敬的|亲爱的|全体|致).{1,20}:$")
SHORTEST_CRY = 18
"""Han characters from which a line that ends with ！ or ？ is a paragraph and no heading."""

SHORTEST_LEAD = 20
"""Han characters from which a line that ends with ： leads a quotation."""

LONGEST_HEADING = 45
"""Han characters from which a line is a paragraph whatever it ends with."""

LONG = 40


@dataclass(frozen=True)
class Look:
    """A line, and what it looks like where nothing around it is known."""

    line: Line
    junk: Junk | None
    meta: tuple[Found, ...]
    byline: tuple[Found, ...]

    @cached_property
    def is_text(self) -> bool:
        """May be a title, a heading or a paragraph."""
        return not (self.junk or self.meta or self.byline)

    @cached_property
    def is_paragraph(self) -> bool:
        """Text that is surely no title and no heading."""
        return self.is_text and is_paragraph(self.line)

    @property
    def is_long(self) -> bool:
        """A paragraph as stories have them and lists of links do not."""
        return self.is_paragraph and self.line.han >= LONG and "。" in self.line.text


def look(line: Line, *, first: bool = False) -> Look:
    """What `line` looks like; the `first` of a page is a title rather than a fact."""
    if credit := credit_of(line):
        return Look(line, None, credit, ())
    junk = junk_of(line)
    if junk and not (junk.sort in (Sort.CRUMBS, Sort.RIGHTS) and _names_someone(line)):
        return Look(line, junk, (), ())
    meta = meta_of(line, first=first)
    if any(found.field == "source" and NO_PAPER.fullmatch(found.value) for found in meta):
        meta = ()  # 活动时间：2026年6月6日 is no day of publication
    return Look(line, None, meta, () if meta else byline_of(line))


def _names_someone(line: Line) -> bool:
    """`编辑 林小满 二审 苏禾` looks like a menu, and so does a day with slashes behind a paper and a name."""
    return any(
        (found.field == "editor" and found.weight > 1) or (found.when and found.when.hour is not None)
        for found in meta_of(line)
    )


def is_paragraph(line: Line) -> bool:
    """Has a sentence that ends or a dateline, or is too long for anything else."""
    if "。" in line.text or SALUTATION.match(line.folded) or LEAD.match(line.folded):
        return line.han >= 4
    if SENTENCE_END.search(line.folded):
        return line.han >= SHORTEST_CRY
    if line.folded.endswith(":"):
        return line.han >= SHORTEST_LEAD
    return line.han >= LONGEST_HEADING


def is_dek(line: Line) -> bool:
    """`——记三号院的集市`: a second title, not a paragraph."""
    return bool(DASHED.match(line.folded)) and "。" not in line.text
