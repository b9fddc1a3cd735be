"""The stories of a content folder -> KnownStories, which says what a new one repeats."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from article.document import Document
from article.likeness import ALIKE, anchors, likeness
from newsdesk.importing.filing.fingerprint import fingerprint, parts_of, title_of, words
from newsdesk.importing.filing.same_page import page_key

RELATED = 0.3
"""Likeness from which two texts at one address are one article, perhaps rewritten."""

MOST_WITH_ONE_ANCHOR = 64
MOST_COMPARED = 3
"""Bounds, so that the price of a story does not grow with the number of stories."""

ADDRESS = re.compile(r"^source_url: *['\"]?([^\s'\"]+)", re.M)
DATE = re.compile(r"^date: *['\"]?(\d{4})-(\d{1,2})-(\d{1,2})", re.M)


class How(Enum):
    """How an existing story repeats a new one."""

    SAME = "same"
    COPY = "copy"
    """The same text, from another address."""

    LIKELY = "likely"
    """The same title, much the same text, and no two dates to compare."""

    ALIKE = "alike"
    """Much the same text: another version, or the notice of another month."""

    ADDRESS = "address"
    """The same address, but another day or another text."""


@dataclass(frozen=True)
class Repeat:
    """An existing story that says what a new one says."""

    path: Path
    how: How


@dataclass(frozen=True)
class _Facts:
    path: Path
    title: str
    day: dt.date | None
    address: str
    fingerprint: str


class KnownStories:
    """What is known of each story; `read` gives a file's text again where two are compared."""

    def __init__(self, read: Callable[[Path], str]) -> None:
        self._read = read
        self._current: dict[Path, _Facts] = {}
        self._by_fingerprint: dict[str, list[_Facts]] = defaultdict(list)
        self._by_address: dict[str, list[_Facts]] = defaultdict(list)
        self._by_anchor: dict[str, list[_Facts]] = defaultdict(list)

    def add(self, path: Path, text: str) -> None:
        """Know the story at `path`, in place of what was there."""
        head, body = parts_of(text)
        address = ADDRESS.search(head)
        title = title_of(head)
        key = page_key(address[1]) if address else ""
        facts = _Facts(path, words(title), _day(head), key, fingerprint(title, body))
        self._current[path] = facts
        self._by_fingerprint[facts.fingerprint].append(facts)
        if facts.address:
            self._by_address[facts.address].append(facts)
        for anchor in anchors(body):
            if len(self._by_anchor[anchor]) < MOST_WITH_ONE_ANCHOR:
                self._by_anchor[anchor].append(facts)

    def forget(self, path: Path) -> None:
        """The story at `path` is gone."""
        self._current.pop(path, None)

    def repeats(self, document: Document) -> list[Repeat]:
        """The stories that repeat `document`, the surest first."""
        found: dict[Path, Repeat] = {}
        for repeat in self._repeats(document):
            found.setdefault(repeat.path, repeat)
        return list(found.values())

    def _repeats(self, document: Document) -> Iterator[Repeat]:
        front_matter, body = document.front_matter, document.body
        new = _Facts(
            Path(),
            words(front_matter.title),
            _day_of(front_matter.date),
            page_key(front_matter.source_url),
            fingerprint(front_matter.title, body),
        )
        for it in self._present(self._by_fingerprint.get(new.fingerprint, [])):
            yield Repeat(it.path, How.COPY if _from_elsewhere(it, new) else How.SAME)
        for it in self._present(self._by_address.get(new.address, [])) if new.address else ():
            related = self._likeness(it, body) >= RELATED and not _on_other_days(it, new)
            yield Repeat(it.path, How.SAME if related else How.ADDRESS)
        for it in self._near(body):
            if self._likeness(it, body) >= ALIKE:
                yield Repeat(it.path, _how_alike(it, new))

    def _present(self, facts: list[_Facts]) -> Iterator[_Facts]:
        return (it for it in facts if self._current.get(it.path) is it)

    def _near(self, body: str) -> list[_Facts]:
        """The few stories with most anchors in common, and at least half of them."""
        ours = anchors(body)
        common: Counter[Path] = Counter()
        for anchor in ours:
            common.update(it.path for it in self._present(self._by_anchor.get(anchor, [])))
        best = sorted(common.items(), key=lambda it: (-it[1], it[0]))[:MOST_COMPARED]
        return [self._current[path] for path, count in best if 2 * count >= len(ours)]

    def _likeness(self, it: _Facts, body: str) -> float:
        return likeness(parts_of(self._read(it.path))[1], body)


def _how_alike(it: _Facts, new: _Facts) -> How:
    """A notice comes every month with the same words, so the day decides, and without one nothing is sure."""
    if it.title != new.title or _on_other_days(it, new) or _from_elsewhere(it, new):
        return How.ALIKE
    return How.SAME if it.day and new.day else How.LIKELY


def _on_other_days(it: _Facts, new: _Facts) -> bool:
    return it.day is not None and new.day is not None and it.day != new.day


def _from_elsewhere(it: _Facts, new: _Facts) -> bool:
    return bool(it.address and new.address) and it.address != new.address


def _day(head: str) -> dt.date | None:
    found = DATE.search(head)
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _day_of(moment: dt.date | None) -> dt.date | None:
    return moment.date() if isinstance(moment, dt.datetime) else moment
