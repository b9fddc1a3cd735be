"""The measured blocks of a page -> the run of blocks that holds the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.interrupted import with_parts
from newsdesk.importing.webpage.measured import Measured
from newsdesk.importing.webpage.photo import says_caption

ENOUGH = 0.3
"""Of the weight of the heaviest run: the first one that has it is the story, for what follows is about it."""

LEAST = 20.0


WHOLE = 30
"""Characters of a first paragraph that tell a copy of a story from a phrase that returns."""


@dataclass(frozen=True)
class Run:
    """Blocks `first`..`end` (`end` is behind the last). `box` holds all of them; `alone`: and no site."""

    first: int
    end: int
    box: int
    alone: bool = False


def story_run(page: Page, them: Sequence[Measured], start: int = 0) -> Run | None:
    """The story's run from its first paragraph to its last, looked for from block `start` on."""
    runs = list(_runs(them, start))
    if not runs:
        return None
    most = max(weight for weight, _, _ in runs)
    if most < LEAST:
        return None
    heavy = [run for run in runs if run[0] >= most * ENOUGH]
    _, first, end = next((run for run in heavy if not _only_shows(page, them, run)), heavy[0])
    first, end = with_parts(page, them, *_trimmed(them, first, end))
    first, end = _trimmed(them, first, _first_copy(them, first, end))
    return Run(first, end, _box(page, first, end))


def _only_shows(page: Page, them: Sequence[Measured], run: tuple[float, int, int]) -> bool:
    """One paragraph that says what the photo above it shows: the story comes below other lines."""
    spoken = [it for it in them[run[1] : run[2]] if it.is_paragraph]
    return len(spoken) == 1 and says_caption(page, spoken[0]) and _is_below_photo(them, spoken[0])


def _is_below_photo(them: Sequence[Measured], it: Measured) -> bool:
    above = them[it.block.number - 1] if it.block.number else it
    return above.block.picture is not None


def _runs(them: Sequence[Measured], start: int) -> list[tuple[float, int, int]]:
    """The heaviest part of each stretch whose sum stays above 0: (weight, first, end)."""
    runs: list[tuple[float, int, int]] = []
    weight, first = 0.0, start
    best = (0.0, start, start)
    for number in range(start, len(them)):
        weight += them[number].weight
        if weight > best[0]:
            best = (weight, first, number + 1)
        if weight <= 0:
            if best[0] > 0:
                runs.append(best)
            weight, first, best = 0.0, number + 1, (0.0, number + 1, number + 1)
    return [*runs, best] if best[0] > 0 else runs


def _trimmed(them: Sequence[Measured], first: int, end: int) -> tuple[int, int]:
    """Without what is no paragraph at both ends."""
    while first + 1 < end and not them[first].is_paragraph:
        first += 1
    while end - 1 > first and not them[end - 1].is_paragraph:
        end -= 1
    return first, end


def _first_copy(them: Sequence[Measured], first: int, end: int) -> int:
    """Where the story begins again, as on pages that hold it once for large screens and once for small.

    One paragraph that stands twice is a summary and the first paragraph.
    """
    texts = [(it.block.number, it.block.text) for it in them[first:end] if it.is_paragraph]
    begin = texts[0][1] if texts else ""
    for at, (number, text) in enumerate(texts[2:], start=2):
        if text == begin and len(text) >= WHOLE and _repeats([it for _, it in texts], at):
            return number
    return end


def _repeats(texts: Sequence[str], at: int) -> bool:
    """Is all from `at` on a copy of what stands before it, as far as that goes?"""
    size = min(at, len(texts) - at)
    return texts[:size] == texts[at : at + size]


def _box(page: Page, first: int, end: int) -> int:
    for box in page.around(page.blocks[first]):
        if box.first <= first and box.end >= end:
            return box.number
    return -1
