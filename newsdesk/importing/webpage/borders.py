"""The run of paragraphs -> the run with the short lines and pictures that belong to it at both ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.page.found import Found
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.webpage.attached import is_attached
from newsdesk.importing.webpage.block import Block, Box, Page
from newsdesk.importing.webpage.facts import LABEL_ONLY
from newsdesk.importing.webpage.measured import FAR, LINKED, Measured
from newsdesk.importing.webpage.notices import notice_of
from newsdesk.importing.webpage.story_run import Run
from newsdesk.importing.webpage.surroundings import Around

WORST = 3
"""Lines in a row that are no text, from which a story that shares its box with others is over."""

TIME = re.compile("时间|日期")
LEAST_LINK = 4
"""Han characters of a line that leads to another page."""

NEAR = 4
"""Boxes between two points of one list."""


def with_borders(page: Page, them: Sequence[Measured], run: Run, above: int) -> Run:
    """`run` up to the edges of its box. `above` is the first block that may belong to it: below the title."""
    home = own_box(page, them, run, above)
    if home is not None:
        first = _upwards(them, run.first, home.first, own=True)
        return Run(
            first, _whole(them, _to_the_end(them, run.end, home.end), home.end), home.number, alone=True
        )
    box = page.boxes[run.box] if run.box >= 0 else None
    first_in_box, end_in_box = (box.first, box.end) if box else (0, len(them))
    own = first_in_box >= above
    first = _upwards(them, run.first, max(first_in_box, above), own=own)
    end = _downwards(them, run.end, end_in_box, own=own)
    return replace(run, first=first, end=_whole(them, end, len(them)))


def own_box(page: Page, them: Sequence[Measured], run: Run, above: int) -> Box | None:
    """The largest box below the title that holds the story alone; None where it shares all with a site."""
    found = None
    for box in page.upwards(run.box):
        if not above or box.first < above or any(map(_is_of_site, them[box.first : box.end])):
            break
        found = box
    return found


def _is_of_site(it: Measured) -> bool:
    """Leads elsewhere in the site, or stands in a box for that."""
    if not it.block.text or it.around is Around.HIDDEN:
        return False
    if it.around:
        return True
    leads = it.block.linked >= LINKED and it.block.line.han >= LEAST_LINK and not is_attached(it.block)
    return leads and it.block.cell is None


def _to_the_end(them: Sequence[Measured], end: int, stop: int) -> int:
    """All of a box that holds the story alone, but for who wrote it and a list of other stories."""
    best = end
    for number in range(end, stop):
        it = them[number]
        if it.look.junk and it.look.junk.ends_body and it.look.junk.sort is Sort.RELATED:
            break
        if _begins_facts(it) and not any(below.is_paragraph for below in them[number:stop]):
            break
        if not _is_fact(it):
            best = number + 1
    return best


def _begins_facts(it: Measured) -> bool:
    """作者： alone, its value in the next block; 时间： alone is a notice's."""
    return bool(LABEL_ONLY.match(it.block.line.folded)) and not (it.block.cell or TIME.match(it.block.text))


def _is_fact(it: Measured) -> bool:
    """来源, 编辑 and names, that are read where they stand below a story."""
    named = any(found.weight > 0 or found.field in ("authors", "editor") for found in it.look.meta)
    stated = named or bool(it.look.byline)
    return stated and not it.block.cell


def _whole(them: Sequence[Measured], end: int, stop: int) -> int:
    """`end` behind the table or the list in which it stands."""
    last = them[end - 1].block
    while end < stop and not them[end].around and _is_together(last, them[end].block):
        end += 1
    return end


def _is_together(one: Block, other: Block) -> bool:
    if one.cell or other.cell:
        return bool(one.cell and other.cell and one.cell.table == other.cell.table)
    return bool(one.item and other.item) and other.linked < LINKED and other.up + other.down <= NEAR


def _upwards(them: Sequence[Measured], first: int, stop: int, *, own: bool) -> int:
    """`own`: the box holds the story alone, so that facts and buttons above it are no border.

    Above a minute with its year a short line is the name of a paper or an account.
    """
    number = best = first
    dated = False
    while number > stop:
        number -= 1
        it = them[number]
        dated = dated or any(map(_is_exact, it.look.meta))
        short = not (it.block.picture or it.is_paragraph)
        if _belongs(it) and not it.look.meta and not (dated and short):
            best = number
        elif not own:
            break
    return best


def _is_exact(found: Found) -> bool:
    return bool(found.when and found.when.year and found.when.hour is not None)


def _downwards(them: Sequence[Measured], end: int, stop: int, *, own: bool) -> int:
    best, strange = end, 0
    for number in range(end, stop):
        it = them[number]
        if it.look.junk and it.look.junk.ends_body and not (own and it.look.junk.sort is Sort.RIGHTS):
            break
        if LABEL_ONLY.match(it.block.line.folded) and not any(
            below.is_paragraph for below in them[number:stop]
        ):
            break
        if _belongs(it) and (own or it.block.up + it.block.down <= FAR):
            best, strange = number + 1, 0
        elif it.block.text:
            strange += 1
            if not own or strange >= WORST:
                break
    return best


def _is_signature(it: Measured) -> bool:
    """The day (and the office) below a notice belong to its text."""
    meta = it.look.meta
    return bool(meta) and all(found.weight == 0 and found.field in ("date", "source") for found in meta)


def _belongs(it: Measured) -> bool:
    """A picture, or words that lead nowhere."""
    if it.around:
        return False
    if it.block.picture or _is_signature(it):
        return True
    leads = it.block.linked >= LINKED and not is_attached(it.block)
    return it.is_text and not leads and bool(it.block.line.han) and not notice_of(it.block.line)
