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
    parts: list[Part] = []
    listing = signed = False
    for number, it in enumerate(them):
        edge = number < max(first, EDGE) or number > last - 1 or number >= len(them) - LAST
        edge = edge and not (parts and parts[-1].role is Role.PICTURE and SAYS.search(it.block.line.folded))
        part = _part(it, titles, edge, listing=listing, signed=signed)
        listing = _lists_on(part, it, listing)
        if part.role is Role.FACT and number > first and _is_signed(part):
            signed = signed or _is_over(paragraphs, them, number)
        parts.append(part)
    return parts


def _part(it: Measured, titles: frozenset[str], edge: bool, *, listing: bool, signed: bool) -> Part:
    reason = _reason(it, titles, listing=listing, signed=signed)
    facts = _facts(it) if edge and reason in ("", Sort.BELOW.value) else ()
    if facts:
        return Part(it, Role.FACT, facts)
    if reason:
        return Part(it, Role.CUT, reason=reason)
    return Part(it, Role.PICTURE if it.block.picture else Role.TEXT)


def _reason(it: Measured, titles: frozenset[str], *, listing: bool, signed: bool) -> str:
    """Why this block is no part of the story, "" where it is."""
    block = it.block
    if it.around:
        return it.around.value
    if it.look.junk and not block.picture:
        return it.look.junk.sort.value
    if signed:
        return Sort.BELOW.value
    if block.picture:
        return ""
    notice = notice_of(block.line)
    if notice:
        return notice.value
    if not WORDS.search(block.text):
        return Sort.END.value
    if block.text in titles:
        return "和标题重复"
    if _is_elsewhere(it) or (listing and not it.is_paragraph):
        return Around.RELATED.value
    return ""


def _is_elsewhere(it: Measured) -> bool:
    """A line that only leads to another page. Attachments belong to the story."""
    block = it.block
    if block.linked < LINKED or it.is_paragraph or (block.cell and block.line.han < 8):
        return False
    attached = any(ATTACHED.search(link.address) for link in block.links) or ATTACHMENT.match(block.text)
    return not attached and block.line.han >= 4


def _lists_on(part: Part, it: Measured, listing: bool) -> bool:
    """Below 相关新闻 a list of other stories goes on until the next paragraph."""
    if it.look.junk and it.look.junk.sort is Sort.RELATED:
        return True
    return listing and not (part.role is Role.TEXT and it.is_paragraph)


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


def _is_over(paragraphs: Sequence[int], them: Sequence[Measured], number: int) -> bool:
    """Is there little text left below block `number`?"""
    every = sum(them[at].block.line.han for at in paragraphs)
    left = sum(them[at].block.line.han for at in paragraphs if at > number)
    return left < every * LITTLE


def _is_signed(part: Part) -> bool:
    """责任编辑, with a name or without."""
    return any(found.field == "editor" for found in part.founds) or bool(EDITOR.search(part.text))


def texts(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that the story keeps."""
    return (part for part in parts if part.role in (Role.TEXT, Role.PICTURE))
