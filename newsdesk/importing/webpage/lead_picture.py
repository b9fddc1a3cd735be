"""A story's run -> the run from the photo above its first paragraph, and photos that stand apart from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.page.junk import Sort
from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.notices import notice_of
from newsdesk.importing.webpage.photo import (
    is_called,
    is_caption,
    is_photo,
    is_stored,
    says_caption,
    shares_box,
)
from newsdesk.importing.webpage.story_run import Run
from newsdesk.importing.webpage.surroundings import Around

NEAR = 8
"""Blocks above or below the story in which a photo of it may stand."""

MOST_CAPTIONS = 2
BESIDE, FAR = 2, 8
"""Boxes between a picture and its title, between the story and a photo below it."""

SUMMARY = re.compile(r"summary|abstract|zhai-?yao|dao-?(?:du|yu)|digest|brief|intro|dek")
UNSEEN = (Around.HIDDEN, Around.BUTTONS, Around.SHARE, Around.ADS)


def with_lead_picture(page: Page, them: Sequence[Measured], run: Run, above: int) -> Run:
    """`above` is the first block below the title. Between photo and story only its caption may stand."""
    captions: list[Measured] = []
    for number in range(run.first - 1, max(above, run.first - NEAR) - 1, -1):
        it = them[number]
        if _says_nothing(it):
            continue
        if it.block.picture:
            return replace(run, first=number) if _leads(page, it, captions) else run
        captions.append(it)
        if len(captions) > MOST_CAPTIONS or not (is_caption(page, it) or it.is_paragraph):
            return run
        if len(captions) > 1 and not all(says_caption(page, it) for it in captions[:-1]):
            return run
    return run


def _says_nothing(it: Measured) -> bool:
    empty = not (it.block.text or it.block.picture)
    sizes = bool(it.look.meta) and not any(found.field for found in it.look.meta)  # 字級設定：小中大
    return bool(empty or it.around or it.look.junk or sizes or notice_of(it.block.line))


def _leads(page: Page, photo: Measured, captions: Sequence[Measured]) -> bool:
    """Is it the story's, and are all words between it and the story about it?"""
    if not (is_photo(page, photo) or is_called(page, photo)):
        return False
    return all(is_caption(page, it) or shares_box(page, it, photo) for it in captions)


def photos_apart(
    page: Page, them: Sequence[Measured], run: Run, above: int
) -> tuple[list[Measured], list[Measured]]:
    """The photo above a summary that stands over the story, and photos right below the story."""
    return _above_summary(page, them, run, above), _below(page, them, run)


def _above_summary(page: Page, them: Sequence[Measured], run: Run, above: int) -> list[Measured]:
    summed = False
    for number in range(run.first - 1, max(above, run.first - NEAR) - 1, -1):
        it = them[number]
        if _says_nothing(it):
            continue
        if it.block.picture:
            return [it] if summed and is_photo(page, it) and is_called(page, it) else []
        if summed or not any(SUMMARY.search(box.words) for box in page.around(it.block)[:2]):
            return []
        summed = True
    return []


def _below(page: Page, them: Sequence[Measured], run: Run) -> list[Measured]:
    found: list[Measured] = []
    for number in range(run.end, min(len(them), run.end + NEAR)):
        it = them[number]
        if it.block.up + it.block.down > FAR or it.around not in (None, *UNSEEN):
            break
        if it.around:
            continue
        if it.block.picture:
            called = is_called(page, it) and is_stored(it)
            if _is_teaser(them, number) or not (called or is_photo(page, it)):
                break
            found.append(it)
        elif not _is_over(it):
            break
    return found


def _is_teaser(them: Sequence[Measured], number: int) -> bool:
    """Another story's picture: the words right below it lead to that."""
    below = [it.block for it in them[number + 1 : number + 2] if it.block.text]
    return any(it.linked >= LINKED and it.up + it.down <= BESIDE for it in below)


def _is_over(it: Measured) -> bool:
    """The end mark, the day or an empty block below a story: photos of a notice come after them."""
    if not it.block.text:
        return True
    meta = it.look.meta
    if meta:
        return all(found.weight == 0 and found.field in ("date", "") for found in meta)
    if it.look.junk:
        return it.look.junk.sort in (Sort.END, Sort.MARKS)
    return it.block.line.han <= 8 and it.block.linked < LINKED
