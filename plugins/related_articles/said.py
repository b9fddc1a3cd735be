"""What stories say besides their texts <-> one line each, by slot: other stories' lists need it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from plugins.related_articles.rows import Check, begins, unchecked
from plugins.related_articles.story import Story

END = "\x1e"
"""After each line; no line holds it."""


@dataclass
class Lines:
    """One line of text for each slot: as the file has them, and `since`, those that are others now."""

    starts: NDArray[np.int64] = field(default_factory=lambda: np.zeros(1, np.int64))
    letters: NDArray[np.uint8] = field(default_factory=lambda: np.empty(0, np.uint8))
    check: Check = unchecked
    since: dict[int, str] = field(default_factory=dict)

    def __contains__(self, slot: int) -> bool:
        return slot in self.since or slot < len(self.starts) - 1

    def __getitem__(self, slot: int) -> str:
        found = self.since.get(slot)
        if found is not None:
            return found
        begin, end = self.starts[slot : slot + 2].tolist()
        self.check(np.array([begin]), np.array([end]))
        return self.letters[begin : end - len(END)].tobytes().decode("utf-8", "surrogatepass")

    def all(self, slots: NDArray[np.integer]) -> list[str]:
        """Of these slots in this order, all looked at together."""
        self.check(self.starts[:1], self.starts[-1:])
        lines = self.letters.tobytes().decode("utf-8", "surrogatepass").split(END)
        lines += [""] * (max(self.since, default=0) + 1 - len(lines))
        for slot, line in self.since.items():
            lines[slot] = line
        return [lines[it] for it in slots.tolist()]

    def whole(self, slots: NDArray[np.integer]) -> Lines:
        """Of these slots in this order, as a file has them."""
        found = [(it + END).encode("utf-8", "surrogatepass") for it in self.all(slots)]
        starts = begins(np.array([len(it) for it in found], np.int64))
        return Lines(starts, np.frombuffer(b"".join(found), np.uint8))


def said(story: Story) -> str:
    """What `story_of` reads."""
    its = (story.id, story.title, story.tags, story.series, story.pins, sorted(story.bans))
    return json.dumps(its, ensure_ascii=False)


def story_of(line: str, day: int, text: str | None = None) -> Story:
    """`text` is None where none is kept. Raises ValueError where the line is none of ours."""
    id, title, tags, series, pins, bans = json.loads(line)
    date = dt.date.fromordinal(day)
    return Story(id, title, lambda: _there(text), "", date, tuple(tags), series, tuple(pins), frozenset(bans))


def _there(text: str | None) -> str:
    if text is None:
        raise LookupError("no text is kept")
    return text
