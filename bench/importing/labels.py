"""labels.jsonl -> labels; a label and its page's items -> the gold article to score against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from bench.importing.blocks import Block, Item, Picture
from bench.importing.pages import left_out

HALVES = ("tune", "held", "unseen")
LABELS = Path(__file__).with_name("labels.jsonl")


@dataclass(frozen=True)
class Label:
    """What a person read on one page; README.md says how it was decided.

    half: one of HALVES. refused: why it is no article, else None; then no further fact is given.
    date: "YYYY-MM-DD" or "YYYY-MM-DD HH:MM". summary: the fingerprint of a summary that readers see.
    body, captions: fingerprints in page order.
    also: per field, other answers that are right too (None: "no value" is right). Its "body", "headings" and
    "pictures" hold blocks, headings and addresses that count neither for nor against.
    """

    repo: str
    path: str
    sha256: str
    site: str
    kind: str
    half: str
    refused: str | None = None
    title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    column: str | None = None
    date: str | None = None
    source: str | None = None
    editor: str | None = None
    authors: tuple[str, ...] = ()
    summary: str | None = None
    original_title: str | None = None
    canonical_url: str | None = None
    headings: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    also: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)
    notes: str | None = None

    def accepted(self, name: str, value: str | None) -> tuple[str | None, ...]:
        """Every right answer for field `name`, whose first one is `value`."""
        return (value, *self.also.get(name, ()))

    def neutral(self, name: str) -> tuple[str, ...]:
        """The blocks, headings or pictures (`name`) that count neither for nor against."""
        return tuple(value for value in self.also.get(name, ()) if value is not None)


@dataclass(frozen=True)
class Gold:
    """A label with the page's own text.

    body, captions, neutral: texts of blocks. aliases: any address of an img element -> its most trusted one.
    """

    label: Label
    body: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)


def read_labels(file: Path = LABELS) -> tuple[Label, ...]:
    """The labels in `file`, in its order. Raises msgspec.ValidationError where a line is not a label."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=Label) for line in lines if line)


def readable(labels: Iterable[Label]) -> tuple[tuple[Label, ...], str]:
    """(those of `labels` whose pages are not left out, a line that says which are; "" where none is)."""
    all_labels = tuple(labels)
    names = left_out(label.repo for label in all_labels)
    kept = tuple(label for label in all_labels if label.repo not in names)
    count = len(all_labels) - len(kept)
    line = f"left out: {count} pages, for want of {', '.join(names)} (bench/importing/README.md)"
    return kept, line if names else ""


def gold_of(label: Label, items: Iterable[Item]) -> Gold:
    """`label` with the texts of `items` (its page). Raises KeyError where a fingerprint is not there."""
    texts: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for item in items:
        if isinstance(item, Picture) and item.addresses:
            aliases.update(dict.fromkeys(item.addresses, item.addresses[0]))
        elif isinstance(item, Block) and item.fingerprint:
            texts.setdefault(item.fingerprint, item.text)
    return Gold(
        label,
        tuple(texts[name] for name in label.body),
        tuple(texts[name] for name in label.captions),
        tuple(texts[name] for name in label.neutral("body")),
        aliases,
    )


def place_of(label: Label, items: Sequence[Item]) -> list[int]:
    """The item numbers of the label's body blocks: of all places in the page the one with the shortest span.

    Raises ValueError where the body is not on the page in this order.
    """
    names = [item.fingerprint if isinstance(item, Block) else "" for item in items]
    found = [
        place
        for start, name in enumerate(names)
        if name == label.body[0] and (place := _follow(label.body, names, start))
    ]
    if not found:
        raise ValueError(f"{label.repo}:{label.path}: the body is not on the page")
    return min(found, key=lambda place: place[-1] - place[0])


def _follow(body: Sequence[str], names: Sequence[str], start: int) -> list[int]:
    place: list[int] = []
    for name in body:
        try:
            start = names.index(name, start) + 1
        except ValueError:
            return []
        place.append(start - 1)
    return place
