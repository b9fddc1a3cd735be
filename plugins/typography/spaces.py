"""Text of a block -> the edits that take out spaces which Chinese sentences do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from article.punctuation import HAN, MARKS
from plugins.typography.edits import Edit

WIDE = re.compile(f"[{HAN}{MARKS}]|——|……")
HAN_ONLY = re.compile(f"[{HAN}]")
SOFT = "“”‘’"
"""Marks that are wide where Chinese stands beyond them."""

GAP = re.compile(r"[ \t\n\u3000]+")
INDENT = re.compile(
    "(?:(?<=^)|(?<=\u2028))[ \t\n]*\u3000[ \t\n\u3000]*|[ \t\n\u3000]*\u3000[ \t\n]*(?=$|\u2028)"
)
SENTENCE_END = re.compile("[。！？]")
CLAUSE_END = re.compile(f"[{MARKS}“”\u2028]")
BYLINE = re.compile("记者|通讯员|特约|作者|编辑|责编|校对|审核|摄影|摄像|供图|供稿|撰稿|撰文|来源|报道")
DATELINE = re.compile("(?:[电讯]|[月日])$")


def indents(text: str) -> Iterator[Edit]:
    """Ideographic spaces around a line: the style sheet indents paragraphs."""
    if "\u3000" not in text:
        return
    for found in INDENT.finditer(text):
        yield Edit(*found.span(), "")


def line_breaks(text: str) -> Iterator[Edit]:
    """A line that was only broken in the file: browsers would show a space between the two Han characters."""
    if "\n" not in text:
        return
    for found in GAP.finditer(text):
        if "\n" in found[0] and _is_between_wide(text, found):
            yield Edit(*found.span(), "")


def spaces(text: str) -> Iterator[Edit]:
    """Spaces within sentences. Bylines, datelines and lists of words, where a space speaks, keep theirs."""
    if not (GAP.search(text) and SENTENCE_END.search(text)):
        return
    for start, end in _clauses(text):
        gaps = [gap for gap in GAP.finditer(text, start, end) if _is_between_wide(text, gap)]
        inner = [gap for gap in gaps if _is_between_han(text, gap)]
        is_kept = len(inner) > 1 or bool(BYLINE.search(text, start, end))
        for gap in gaps:
            if gap not in inner or not (is_kept or DATELINE.search(text, start, gap.start())):
                yield Edit(*gap.span(), "")


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """From mark to mark; a gap beside a mark belongs to the clause that it begins or ends."""
    start = 0
    for found in CLAUSE_END.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _is_between_han(text: str, gap: re.Match[str]) -> bool:
    return bool(HAN_ONLY.match(text, gap.start() - 1) and HAN_ONLY.match(text, gap.end()))


def _is_between_wide(text: str, gap: re.Match[str]) -> bool:
    left, right = gap.start() - 1, gap.end()
    while left >= 0 and text[left] in SOFT:
        left -= 1
    while right < len(text) and text[right] in SOFT:
        right += 1
    before = WIDE.match(text, left) if left >= 0 else None
    pair = WIDE.match(text, left - 1) if left >= 1 else None
    return bool((before or (pair and pair.end() == left + 1)) and WIDE.match(text, right))
