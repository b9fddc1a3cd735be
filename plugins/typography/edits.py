"""Text and the steps that mend it -> what stands for each of its characters, whatever tags stand between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """`text` instead of the characters from `start` to before `end`, at least one; no two overlap."""

    start: int
    end: int
    text: str


Step = Callable[[str], Iterable[Edit]]
"""One rule: the text as it is now -> the edits that it needs, in order."""


def mended(text: str, steps: Sequence[Step]) -> list[str]:
    """For each character of `text` what stands in its place after all steps: itself, "" or more than one."""
    pieces = list(text)
    now = text
    for step in steps:
        edits = {edit.start: edit for edit in step(now)}
        if edits:
            pieces = _applied(pieces, edits)
            now = "".join(pieces)
    return pieces


def _applied(pieces: Sequence[str], edits: Mapping[int, Edit]) -> list[str]:
    """`edits` by their start in the joined pieces."""
    changed: list[str] = []
    place = end = 0
    for piece in pieces:
        new = ""
        for char in piece:
            if place in edits:
                new += edits[place].text
                end = edits[place].end
            elif place >= end:
                new += char
            place += 1
        changed.append(new)
    return changed


def one_for_one(change: Callable[[str], str]) -> Step:
    """A step from a function that changes characters in their places."""

    def step(text: str) -> Iterable[Edit]:
        changed = change(text)
        if changed == text:
            return []
        return [
            Edit(place, place + 1, new)
            for place, (old, new) in enumerate(zip(text, changed, strict=True))
            if new != old
        ]

    return step
