"""The kept parts of a story -> which lines say what a picture shows or whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.importing.page.headings import CAPTION
from newsdesk.importing.webpage.block import Block, Page
from newsdesk.importing.webpage.part import Part, Role
from newsdesk.importing.webpage.says import SAYS

CALLED = re.compile(
    r"caption|(?:pic|img|image|photo)[_-]?(?:desc|note|title|text|info|intro|explain)|tuzhu|tushuo"
)
PHOTO_BOX = re.compile(r"figure|photo|image|img|pic|tupian")
LONGEST = 90
SHORT = 40


def captions_of(page: Page, parts: Sequence[Part]) -> set[int]:
    """The places in `parts` (kept ones alone) that are captions of the picture above them."""
    usual = _usual_look(parts)
    found: set[int] = set()
    for at in range(1, len(parts)):
        below = parts[at].role is Role.TEXT and _is_below_picture(parts, at, found)
        if below and _is_caption(page, parts, at, usual, found):
            found.add(at)
    return found


def _is_below_picture(parts: Sequence[Part], at: int, found: set[int]) -> bool:
    return parts[at - 1].role is Role.PICTURE or at - 1 in found


def _is_caption(
    page: Page, parts: Sequence[Part], at: int, usual: tuple[bool, float], found: set[int]
) -> bool:
    block = parts[at].it.block
    text = block.line.folded
    if len(block.text) > LONGEST or block.tag in ("h2", "h3", "h4"):
        return False
    if block.tag == "figcaption" or any(CALLED.search(box.words) for box in page.around(block)[:2]):
        return True
    second = at - 1 in found
    if SAYS.search(text) or CAPTION.search(text):
        return True
    if second or block.line.han > SHORT or block.bold:
        return False
    picture = parts[at - 1].it.block
    near = [box.number for box in page.around(block)[:2]]
    box = page.boxes[picture.box]
    own = picture.box == block.box or (picture.box in near and bool(PHOTO_BOX.search(box.words)))
    shares = own and box.end - box.first <= 3
    return shares or (_looks(block) != usual and (block.style.centred and not usual[0]))


def _looks(block: Block) -> tuple[bool, float]:
    return block.style.centred, block.style.size


def _usual_look(parts: Sequence[Part]) -> tuple[bool, float]:
    """How most of the story's paragraphs are set."""
    weights: dict[tuple[bool, float], int] = {}
    for part in parts:
        if part.role is Role.TEXT:
            look = _looks(part.it.block)
            weights[look] = weights.get(look, 0) + part.it.block.line.han
    return max(weights, key=lambda look: weights[look], default=(False, 0.0))
