"""The stories of a content folder -> KnownStories, which says what a new one repeats."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from article.document import FENCE, Document
from article.likeness import ALIKE, anchors, han, likeness
from newsdesk.importing.filing.same_page import page_key

FEWEST = 20
"""Han characters below which a text alone does not tell one story from another."""

RELATED = 0.3
"""Likeness from which two texts at one address are one article, perhaps rewritten."""

MOST_WITH_ONE_ANCHOR = 64
MOST_COMPARED = 3
"""Bounds, so that the price of a story does not grow with the number of stories."""

PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\s]*")
NOT_WORD = re.compile(r"[\W_]+")
TITLE = re.compile(r"^title: *(.*)$", re.M)
ADDRESS = re.compile(r"^source_url: *['\"]?([^\s'\"]+)", re.M)


class How(Enum):
    """How an existing story repeats a new one."""

    SAME = "同一篇"
    ALIKE = "文字大半相同"
    ADDRESS = "原文网址相同，文字不同"


@dataclass(frozen=True)
class Repeat:
    """An existing story that says what a new one says."""

    path: Path
    how: How


def fingerprint(title: str, body: str) -> str:
    """16 hex digits: the same for texts that differ in marks, layout and the pictures' alt texts only."""
    text = PICTURE.sub("", body)
    words = han(text)
    if len(words) < FEWEST:
        words = NOT_WORD.sub("", title) + "\n" + NOT_WORD.sub("", text)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def parts_of(text: str) -> tuple[str, str]:
    """Front matter and body of a story's file, even where it is broken."""
    parts = text.split(f"\n{FENCE}\n", 1)
    return (parts[0], parts[1]) if text.startswith(FENCE) and len(parts) == 2 else ("", text)


def fingerprint_of_file(text: str) -> str:
    """The fingerprint of a story by the text of its file."""
    head, body = parts_of(text)
    return fingerprint(_title(head), body)


def _title(head: str) -> str:
    found = TITLE.search(head)
    return found[1] if found else ""


@dataclass(frozen=True)
class _Facts:
    path: Path
    title: str
    fingerprint: str
    address: str


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
        title = _title(head)
        key = page_key(address[1]) if address else ""
        facts = _Facts(path, NOT_WORD.sub("", title), fingerprint(title, body), key)
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
        for it in self._present(self._by_fingerprint.get(fingerprint(front_matter.title, body), [])):
            yield Repeat(it.path, How.SAME)
        key = page_key(front_matter.source_url)
        for it in self._present(self._by_address.get(key, [])) if key else ():
            yield Repeat(it.path, How.SAME if self._likeness(it, body) >= RELATED else How.ADDRESS)
        title = NOT_WORD.sub("", front_matter.title)
        for it in self._near(body):
            if self._likeness(it, body) >= ALIKE:
                yield Repeat(it.path, How.SAME if it.title == title else How.ALIKE)

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
