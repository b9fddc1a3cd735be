"""The run of paragraphs -> the run with the short lines and pictures that belong to it at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.page.junk import Sort
from newsdesk.importing.webpage.attached import is_attached
from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.facts import LABEL_ONLY
from newsdesk.importing.webpage.measured import FAR, LINKED, Measured
from newsdesk.importing.webpage.notices import notice_of
from newsdesk.importing.webpage.story_run import Run

WORST = 3
"""Lines in a row that are no text, from which a story that shares its box with others is over."""


def with_borders(page: Page, them: Sequence[Measured], run: Run, above: int) -> Run:
    """`run` up to the edges of its box. `above` is the first block that may belong to it: below the title."""
    box = page.boxes[run.box] if run.box >= 0 else None
    first_in_box, end_in_box = (box.first, box.end) if box else (0, len(them))
    own = first_in_box >= above
    first = _upwards(them, run.first, max(first_in_box, above), own)
    return replace(run, first=first, end=_downwards(them, run.end, end_in_box, own))


def _upwards(them: Sequence[Measured], first: int, stop: int, own: bool) -> int:
    """`own`: the box holds the story alone, so that facts and buttons above it are no border."""
    number = best = first
    while number > stop:
        number -= 1
        it = them[number]
        if _belongs(it) and not it.look.meta:
            best = number
        elif not own:
            break
    return best


def _downwards(them: Sequence[Measured], end: int, stop: int, own: bool) -> int:
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
