"""Chinese text -> the edits that give it the marks of GB/T 15834: full-width, “paired”, —— and ……."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article.punctuation import HAN, MARKS, pair_quotes, restore
from plugins.typography.edits import Edit, Step, mended, one_for_one

LINE_END = "\u2028"
"""Stands for <br> in the text of a block."""

CHINESE = re.compile(f"[{HAN}{MARKS}]")
DASH = re.compile("(?<![-—])(?!-(?!-)|——(?![-—]))[-—]{1,4}(?![-—])")
"""Up to four hyphens and em dashes, but not one hyphen, which is a hyphen, nor ——, which is right."""

ELLIPSIS = re.compile(r"(?:\.{3,}|。{3,}|…)+")
RIGHT_ELLIPSES = ("……", "…………")
"""Six dots; twelve where a whole passage is left out."""

CLOSING = "”’…"
OPENING = "“‘「『（《"
SPACES = " \u3000"


def dashes(text: str) -> Iterator[Edit]:
    """`社区--记` -> `社区——记`. Between Latin words and numbers (2021--2026, 0000--555) nothing changes."""
    for found in DASH.finditer(text):
        left, right = _beside(text, found.start() - 1, -1, SPACES), _beside(text, found.end(), 1, SPACES)
        is_left = left == "" or left in CLOSING or bool(CHINESE.match(left))
        is_right = right == "" or right in OPENING or bool(CHINESE.match(right))
        if is_left and is_right and CHINESE.match(left + right):
            yield Edit(found.start(), found.end(), "——")


def ellipses(text: str) -> Iterator[Edit]:
    """`等等...` -> `等等……`, and `...我们` at the start of what somebody says."""
    for found in ELLIPSIS.finditer(text):
        if found[0] in RIGHT_ELLIPSES:
            continue
        left, right = _beside(text, found.start() - 1, -1, "”’\"'"), _beside(text, found.end(), 1, "")
        opens_chinese = (left == "" or left in OPENING) and bool(CHINESE.match(right))
        if CHINESE.match(left) or opens_chinese or "。" in found[0]:
            yield Edit(found.start(), found.end(), "……")


def _beside(text: str, at: int, step: int, skipped: str) -> str:
    """The character there, or beyond those `skipped` in the direction of `step`; "" outside the line."""
    while 0 <= at < len(text) and text[at] in skipped:
        at += step
    return text[at] if 0 <= at < len(text) and text[at] not in ("\n", LINE_END) else ""


STEPS: tuple[Step, ...] = (one_for_one(pair_quotes), one_for_one(restore), dashes, ellipses)
"""What every text gets, titles too. Spaces stay: in a title they are the editor's line break."""


def with_marks(text: str) -> str:
    """A title or another line of plain text with the right marks, as plain text."""
    return "".join(mended(text, STEPS))
