"""The boxes of a page -> which paragraphs are the first words of other stories, below their linked titles."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsdesk.importing.webpage.block import Box, Page

FEWEST = 3
"""Titles with a paragraph below, each in a box of its own, from which they are a list of other stories."""

LARGEST = 8
"""Blocks of such a box."""

LINKED = 0.9
SHORTEST = 6
"""Han characters of a title."""

LONGEST_WAY = 3
"""Boxes around the title in which its own one is looked for."""


def teasers(page: Page, paragraphs: Sequence[int]) -> frozenset[int]:
    """The numbers of the blocks; `paragraphs` are the Han characters of each block that is a paragraph."""
    found: dict[int, int] = {}
    for title, text in pairwise(page.blocks):
        if paragraphs[text.number] and title.linked >= LINKED and title.line.han >= SHORTEST:
            box = _shared(page, title.number, text.number)
            if box is not None:
                found.setdefault(box.number, text.number)
    return frozenset(found.values()) if len(found) >= FEWEST else frozenset()


def _shared(page: Page, title: int, text: int) -> Box | None:
    """The small box that holds both."""
    near = page.around(page.blocks[title])[:LONGEST_WAY]
    boxes = [box for box in near if box.first <= title and text < box.end]
    return boxes[0] if boxes and boxes[0].end - boxes[0].first <= LARGEST else None
