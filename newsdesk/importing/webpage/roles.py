"""The blocks of a story's run -> what each of them is in the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from newsdesk.importing.page.found import Found
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.webpage.facts import facts_of, spaced
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.notices import notice_of
from newsdesk.importing.webpage.says import SAYS
from newsdesk.importing.webpage.surroundings import Around

ATTACHED = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|et|ofd)(?:[?#]|$)", re.I)
ATTACHMENT = re.compile(r"\s*(?:\d+[.、]\s*)?附(?:件|表|图)")
SURE = 2
"""Weight of a label (编辑, 作者, 来源) that is one also at a story's edge."""

WORDS = re.compile(r"[^\W_]")
NUMBERED = re.compile(r"\s*[(（\[]?\d{1,2}[.、．)）\]]")
EDITOR = re.compile(r"责任?编辑?\s*[:：|｜丨]")
EDGE = 10
LAST = 16
SHORTEST_LINK = 8
LEADS = re.compile(r"https?://(?!\S+\.(?:jpe?g|png|gif|webp)(?:[?#]|$))", re.I)
LITTLE = 0.2
"""Share of the story's text that may stand below 责任编辑 or a list of links and not belong to it."""


class Role(Enum):
    """What a block of the run is."""

    TEXT = auto()
    PICTURE = auto()
    FACT = auto()
    CUT = auto()


@dataclass(frozen=True)
class Part:
    """A block of the run. `founds` are a FACT's; `reason` says why a CUT goes."""

    it: Measured
    role: Role
    founds: tuple[Found, ...] = ()
    reason: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return self.it.block.text


def parts_of(them: Sequence[Measured], titles: frozenset[str]) -> list[Part]:
    """A part for each block of the run `them`. `titles` are lines that only say the title again."""
    paragraphs = [number for number, it in enumerate(them) if it.is_paragraph]
    first = paragraphs[0] if paragraphs else len(them)
    last = paragraphs[-1] if paragraphs else -1
    tables = _tables_of_text(them)
    parts: list[Part] = []
    listing = False
    for number, it in enumerate(them):
        edge = number < max(first, EDGE) or number > last - 1 or number >= len(them) - LAST
        edge = edge and not (parts and parts[-1].role is Role.PICTURE and SAYS.search(it.block.line.folded))
        part = _part(it, titles, edge, listing=listing and not it.is_paragraph, tables=tables)
        listing = _lists_on(part, it, listing)
        parts.append(part)
    return ended(without_adverts(parts), paragraphs)


def _tables_of_text(them: Sequence[Measured]) -> frozenset[int]:
    """Tables in which something is no link."""
    cells = [(it.block.cell.table, it) for it in them if it.block.cell and it.block.text]
    return frozenset(table for table, it in cells if it.block.linked < LINKED)


def _part(it: Measured, titles: frozenset[str], edge: bool, *, listing: bool, tables: frozenset[int]) -> Part:
    reason = _reason(it, titles, tables, listing=listing)
    facts = _facts(it) if edge and not reason else ()
    if facts:
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
    if it.look.junk:
        return it.look.junk.sort.value
    notice = notice_of(block.line)
    if notice:
        return notice.value
    if not WORDS.search(block.text):
        return Sort.END.value
    if block.text in titles:
        return "和标题重复"
    return Around.RELATED.value if listing or _is_elsewhere(it, tables) else ""


def _is_elsewhere(it: Measured, tables: frozenset[int]) -> bool:
    """A line that only leads to another page. Attachments belong to the story, and names in a table."""
    block = it.block
    named = block.cell and block.cell.table in tables and block.line.han < SHORTEST_LINK
    if block.linked < LINKED or it.is_paragraph or named or block.line.han < 4:
        return False
    attached = any(ATTACHED.search(link.address) for link in block.links)
    return not attached and not ATTACHMENT.match(block.text)


def _lists_on(part: Part, it: Measured, listing: bool) -> bool:
    """Below 相关新闻 a list of other stories goes on until the next paragraph."""
    if it.look.junk and it.look.junk.sort is Sort.RELATED:
        return True
    return listing and not (part.role is Role.TEXT and it.is_paragraph)


def without_adverts(parts: Sequence[Part]) -> list[Part]:
    """Pictures that lead elsewhere, beside lines that do, are advertisements."""
    found = list(parts)
    for at, part in enumerate(parts):
        if part.role is Role.PICTURE and LEADS.match(part.it.block.style.link):
            beside = [*found[max(0, at - 1) : at], *parts[at + 1 : at + 2]]
            if any(it.reason == Around.RELATED.value for it in beside):
                found[at] = Part(part.it, Role.CUT, reason=Around.ADS.value)
    return found


def ended(parts: Sequence[Part], paragraphs: Sequence[int]) -> list[Part]:
    """Nothing belongs to the story below 责任编辑, or below a list of links with little text behind it."""
    found: list[Part] = []
    over = False
    for number, part in enumerate(parts):
        signed = part.role is Role.FACT and _is_signed(part)
        listed = _is_link(part) and number and _is_link(parts[number - 1])
        if (signed or listed) and not over:
            over = bool(paragraphs) and number > paragraphs[0] and _is_over(paragraphs, parts, number)
        if over and part.role in (Role.TEXT, Role.PICTURE):
            part = Part(part.it, Role.CUT, reason=Sort.BELOW.value if part.text else Around.ADS.value)
        found.append(part)
    return found


def _is_link(part: Part) -> bool:
    return part.role is Role.CUT and part.reason == Around.RELATED.value


def _is_over(paragraphs: Sequence[int], parts: Sequence[Part], number: int) -> bool:
    """Is there little text left below part `number`?"""
    every = sum(parts[at].it.block.line.han for at in paragraphs)
    left = sum(parts[at].it.block.line.han for at in paragraphs if at > number)
    return left < every * LITTLE


def _facts(it: Measured) -> tuple[Found, ...]:
    """What a line at the edge says beside the story, () where it is text."""
    if it.block.picture or it.is_paragraph:
        return ()
    founds = facts_of(spaced(it.block.line), labelled=True)
    labelled = any(found.weight >= SURE or found.field == "title" for found in founds)
    signed = any(found.field == "authors" for found in founds) and not NUMBERED.match(it.block.text)
    return founds if labelled or signed or _is_label(founds) else ()


def _is_label(founds: Sequence[Found]) -> bool:
    """Only the name of a field, or people that no field is for."""
    return bool(founds) and not any(found.field for found in founds)


def _is_signed(part: Part) -> bool:
    """责任编辑, with a name or without."""
    return any(found.field == "editor" for found in part.founds) or bool(EDITOR.search(part.text))


def texts(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that the story keeps."""
    return (part for part in parts if part.role in (Role.TEXT, Role.PICTURE))
