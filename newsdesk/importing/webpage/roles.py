"""The blocks of a story's run -> what each of them is in the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from article.likeness import han
from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.said import stays
from newsdesk.importing.page.zones import skeleton
from newsdesk.importing.webpage.attached import is_attached
from newsdesk.importing.webpage.block import Block
from newsdesk.importing.webpage.closing_credits import reported_by
from newsdesk.importing.webpage.fact_line import facts_of, spaced
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.notices import notice_of
from newsdesk.importing.webpage.part import Part, Role
from newsdesk.importing.webpage.says import SAYS
from newsdesk.importing.webpage.surroundings import Around
from newsdesk.importing.webpage.tables import shown_cells
from newsdesk.importing.webpage.tail import without_tail

NUMBER = re.compile(r"\d{1,6}")
LONGEST_SECTION = 2
"""Digits of a section's number that stands above its heading."""

GIVES = re.compile(r":$|^\d{1,6}$")
"""The line above a number that belongs to the story: it says what the number is, or is one itself."""

REPORTER = re.compile("记者|采写|撰文")
SURE = 2
"""Weight of a label (编辑, 作者, 来源) that is one also at a story's edge."""

WORDS = re.compile(r"[^\W_]")
NUMBERED = re.compile(r"\s*[(（\[]?\d{1,2}[.、．)）\]]")
MAY_SAY = (Around.RIGHTS, Around.BUTTONS, Around.SHARE, Around.CRUMBS)
"""Boxes in which the editor's name may stand, below a story."""

LONGEST_EDITOR = 40
EDGE = 10
LAST = 16
SHORTEST_LINK = 8
LONG_TITLE, MOST_OF_TITLE = 8, 0.75
"""Characters, and the share of a title that is as good as all of it."""


def parts_of(them: Sequence[Measured], titles: frozenset[str]) -> list[Part]:
    """A part for each block of the run `them`. `titles` are skeletons of the title."""
    paragraphs = [number for number, it in enumerate(them) if it.is_paragraph]
    first = paragraphs[0] if paragraphs else len(them)
    last = paragraphs[-1] if paragraphs else -1
    tables = _tables_of_text(them)
    cells = shown_cells([it.block for it in them if not it.around])
    parts: list[Part] = []
    listing = False
    for number, it in enumerate(them):
        edge = number < max(first, EDGE) or number > last - 1 or number >= len(them) - LAST
        edge = edge and not (parts and parts[-1].role is Role.PICTURE and SAYS.search(it.block.line.folded))
        if cells.get(it.block.number):
            part = Part(it, Role.TEXT)
        else:
            part = _part(it, titles, edge, listing=listing and not it.is_paragraph, tables=tables)
            part = _signed_above(part) if number < first else part
        among = first < number < last
        if part.role is Role.CUT and (
            _is_given(parts, it, among=among) or _is_said(parts, part, among=among)
        ):
            part = Part(it, Role.TEXT)
        listing = _lists_on(part, it, listing)
        parts.append(part)
    return without_tail(parts)


def _signed_above(part: Part) -> Part:
    """A name alone above the first paragraph is the author's."""
    named = bare_names(part.it.block.line) if part.role is Role.TEXT and not part.it.block.links else ()
    if not any(found.field == "authors" for found in named):
        return part
    sure = tuple(replace(it, confidence=Confidence.LIKELY) if it.field == "authors" else it for it in named)
    return Part(part.it, Role.FACT, sure)


def _is_said(parts: Sequence[Part], part: Part, *, among: bool) -> bool:
    """A sentence that invites, `among` paragraphs, and an account named beside a number are the story's."""
    above = parts[-1].it.block.line.folded if parts and parts[-1].role is Role.TEXT else ""
    folded = part.it.block.line.folded
    return not part.it.around and stays(part.reason, folded, above=above, among=among)


def _is_given(parts: Sequence[Part], it: Measured, *, among: bool) -> bool:
    """A number that the story gives: `among` its paragraphs, in a list, below a line that says what it is."""
    text = it.block.line.folded
    if it.around or not NUMBER.fullmatch(text) or not parts or parts[-1].role is not Role.TEXT:
        return False
    long = among and len(text) > LONGEST_SECTION
    return long or it.block.item is not None or bool(GIVES.search(parts[-1].it.block.line.folded))


def _tables_of_text(them: Sequence[Measured]) -> frozenset[int]:
    """Tables in which something is no link."""
    cells = [(it.block.cell.table, it) for it in them if it.block.cell and it.block.text]
    return frozenset(table for table, it in cells if it.block.linked < LINKED)


def _part(it: Measured, titles: frozenset[str], edge: bool, *, listing: bool, tables: frozenset[int]) -> Part:
    reason = _reason(it, titles, tables, listing=listing)
    leads = reason == Around.RELATED.value and not (it.around or listing)
    may_say = not reason or it.around in MAY_SAY or leads
    facts = _facts(it) if may_say and (edge or _is_editor(it) or _is_byline(it)) else ()
    if facts and (not reason or _is_labelled(facts)):
        return Part(it, Role.FACT, facts)
    if reason:
        return Part(it, Role.CUT, reason=reason)
    return Part(it, Role.PICTURE if it.block.picture else Role.TEXT)


def _reason(it: Measured, titles: frozenset[str], tables: frozenset[int], *, listing: bool) -> str:
    """Why this block is no part of the story, "" where it is."""
    block = it.block
    if it.around:
        return it.around.value
    if block.picture:
        return Around.RELATED.value if listing else ""
    if it.look.junk or block.tag == "button":
        return it.look.junk.sort.value if it.look.junk else Around.BUTTONS.value
    notice = notice_of(block.line)
    if notice:
        return notice.value
    if not WORDS.search(block.text):
        return Sort.END.value
    if _says_title(skeleton(block.text), titles):
        return "和标题重复"
    return Around.RELATED.value if listing or _is_elsewhere(it, tables) else ""


def _says_title(own: str, titles: frozenset[str]) -> bool:
    """The title, or most of it: `槐树里办起春季集市` of `槐树里办起春季集市（图）`."""
    if own in titles:
        return True
    return len(own) >= LONG_TITLE and any(
        title.startswith(own) and len(own) >= MOST_OF_TITLE * len(title) for title in titles
    )


def _is_elsewhere(it: Measured, tables: frozenset[int]) -> bool:
    """A line that only leads to another page. Attachments belong to the story, and names in a table."""
    block = it.block
    named = block.cell and block.cell.table in tables and block.line.han < SHORTEST_LINK
    if block.linked < LINKED or it.is_paragraph or named or block.line.han < 4:
        return False
    return not (is_attached(block) or _says_so_itself(block))


def _says_so_itself(block: Block) -> bool:
    """`看详细介绍，写信给编辑部。` with two links: a sentence that goes on between and behind them."""
    linked = {at for link in block.links for at in range(link.start, link.end)}
    own = "".join(letter for at, letter in enumerate(block.text) if at not in linked)
    return bool(han(own)) and own.endswith(("。", "！", "？"))


def _lists_on(part: Part, it: Measured, listing: bool) -> bool:
    """Below 相关新闻 a list of other stories goes on until the next paragraph."""
    if it.look.junk and it.look.junk.sort is Sort.RELATED:
        return True
    return listing and not (part.role is Role.TEXT and it.is_paragraph)


def _facts(it: Measured) -> tuple[Found, ...]:
    """What a line at the edge says beside the story, () where it is text."""
    if it.block.picture or it.is_paragraph:
        return () if it.block.picture else reported_by(spaced(it.block.line))
    founds = facts_of(spaced(it.block.line), labelled=True)
    labelled = _is_labelled(founds) or any(found.field == "title" for found in founds)
    signed = any(found.field == "authors" for found in founds) and not NUMBERED.match(it.block.text)
    return founds if labelled or signed or _is_label(founds) else ()


def _is_editor(it: Measured) -> bool:
    """责任编辑：林小满 is no story text, wherever it stands."""
    named = any(found.field == "editor" and found.weight > SURE for found in it.look.meta)
    return named and len(it.block.text) <= LONGEST_EDITOR


def _is_byline(it: Measured) -> bool:
    """本报记者 江一帆 on a line of its own says who wrote it, wherever it stands."""
    named = any(found.field == "authors" and found.confidence is Confidence.HIGH for found in it.look.byline)
    return named and len(it.block.text) <= LONGEST_EDITOR and bool(REPORTER.search(it.block.line.folded))


def _is_labelled(founds: Sequence[Found]) -> bool:
    return any(found.weight >= SURE for found in founds)


def _is_label(founds: Sequence[Found]) -> bool:
    """Only the name of a field, or people that no field is for."""
    return bool(founds) and not any(found.field for found in founds)
