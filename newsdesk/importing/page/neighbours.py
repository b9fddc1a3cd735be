"""Looks one by one -> looks that know the line above: a label's value below it, a quoted account's card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.credits import BORROWED
from newsdesk.importing.page.found import LABEL, Found
from newsdesk.importing.page.junk import Junk, Sort
from newsdesk.importing.page.labels import LabelSpot, labels
from newsdesk.importing.page.look import Look
from newsdesk.importing.page.title_line import after_bullet

SHORT_VALUE = re.compile(r"[^。!?;:]{2,24}")
TAGS = re.compile(r"[^。!?;:]{2,60}")
LONGEST_CARD = 60


def with_neighbours(looks: Sequence[Look]) -> list[Look]:
    """`looks`, where a line that means something only below the one above it is what it means there."""
    result = list(looks)
    for at in range(len(result) - 1):
        it, following = result[at], result[at + 1]
        if any(found.reason == BORROWED for found in it.meta):
            _card(result, at + 1)
        elif following.is_text and (label := _label_alone(it)):
            result[at + 1] = _valued(label, following)
    return result


def _label_alone(it: Look) -> LabelSpot | None:
    """`来源：` with nothing behind it."""
    if not it.meta or any(found.reason != LABEL for found in it.meta):
        return None
    spots = labels(it.line.folded)
    return spots[-1] if spots else None


def _valued(label: LabelSpot, it: Look) -> Look:
    """The line below a label as its value, if it is one."""
    name, line = label.label.field, it.line
    reason = f"“{label.word}”下面一行的文字"
    start = after_bullet(line)
    whole = Found(name, line.text[start:], start, len(line.text), reason, Confidence.LIKELY)
    whole = replace(whole, weight=label.label.weight)
    if name in ("authors", "editor"):
        people = [found for found in bare_names(line) if found.field]
        founds = tuple(
            replace(whole, value=found.value, start=found.start, end=found.end) for found in people
        )
        return replace(it, meta=founds) if founds else it
    fits = {"source": SHORT_VALUE, "tags": TAGS}.get(name)
    return replace(it, meta=(whole,)) if fits and fits.fullmatch(line.words) and not it.is_paragraph else it


def _card(looks: list[Look], at: int) -> None:
    """Below 以下文章来源于: the account's name with a dot, and what it says of itself."""
    source = next((found.value for found in looks[at - 1].meta if found.field == "source"), "")
    card = Junk(Sort.ACCOUNT, ends_body=False)
    if (
        not source
        or not looks[at].line.words.startswith(source)
        or len(looks[at].line.words) > len(source) + 3
    ):
        return
    looks[at] = replace(looks[at], junk=card, meta=(), byline=())
    if at + 1 < len(looks) and len(looks[at + 1].line.text) <= LONGEST_CARD:
        looks[at + 1] = replace(looks[at + 1], junk=card, meta=(), byline=())
