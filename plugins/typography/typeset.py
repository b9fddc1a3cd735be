"""A story's HTML -> the same HTML with right marks and spaces: the order of the rules, on one page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.typography.blocks import Block, change_text
from plugins.typography.edits import mended
from plugins.typography.latin_runs import latin_marks
from plugins.typography.marks import STEPS
from plugins.typography.spaces import indents, line_breaks, spaces

TO_LOOK_AT = re.compile("[ \t\n\u3000\"',:;!?()…\u2028]")
WRONG_DASH = re.compile(r"[-—]{3}|--|-—|—-|(?<!—)—(?!—)")

TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th"})
"""Blocks in which a space is the editor's own break."""


def typeset(body: str) -> str:
    """HTML as nh3 writes it -> HTML. Only text nodes change; twice is once."""
    return change_text(body, mended_block, _is_right)


def _is_right(text: str) -> bool:
    """Does `text` hold nothing that any rule looks for? True of most paragraphs."""
    if TO_LOOK_AT.search(text) or "..." in text or "。。。" in text:
        return False
    return not (("—" in text or "-" in text) and WRONG_DASH.search(text))


def mended_block(block: Block) -> Sequence[str]:
    return mended(
        block.text,
        (
            lambda text: latin_marks(text, block.english),
            indents,
            *STEPS,
            line_breaks,
            *(() if block.kind in TITLES else (spaces,)),
        ),
    )
