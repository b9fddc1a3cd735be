"""A story's run -> the run from the photo that stands above its first paragraph, in a box of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.captions import CALLED as CAPTION
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.story_run import Run

NEAR = 6
"""Blocks above the story in which its first photo may stand."""

SMALLEST = 200
"""Pixels of a photo's width, where the page says it: what is smaller is an icon or a portrait."""

CALLED = re.compile(r"(?:^|[\s_-])(?:figure|photo|image|img|pic|picture|cover|lead|media|focus)(?:$|[\s_-])")
OTHER = re.compile(
    r"avatar|portrait|logo|icon|author|user|account|head(?:er|-?img|-?pic)|qr-?code|(?:^|[\s_-])(?:ad|code|nav|share)(?:$|[\s_-])"
)


def with_lead_picture(page: Page, them: Sequence[Measured], run: Run, above: int) -> Run:
    """`above` is the first block below the title. Between photo and story only its caption may stand."""
    captioned = False
    for number in range(run.first - 1, max(above, run.first - NEAR) - 1, -1):
        it = them[number]
        if it.around or it.look.junk or not (it.block.text or it.block.picture):
            continue
        if it.block.picture:
            return replace(run, first=number) if _is_photo(page, it, captioned=captioned) else run
        if captioned or not _is_caption(page, it):
            return run
        captioned = True
    return run


def _is_caption(page: Page, it: Measured) -> bool:
    if it.block.tag == "figcaption" or any(CAPTION.search(box.words) for box in page.around(it.block)[:2]):
        return True
    return it.is_text and not (it.is_paragraph or it.look.meta or it.look.byline or it.block.linked >= LINKED)


def _is_photo(page: Page, it: Measured, *, captioned: bool) -> bool:
    picture = it.block.picture
    if picture is None or not picture.source or 0 < picture.width < SMALLEST:
        return False
    near = page.around(it.block)[:2]
    if any(OTHER.search(box.words) for box in near):
        return False
    return captioned or any(box.tag == "figure" or CALLED.search(box.words) for box in near)
