"""The labels, with their pages -> the gold articles printed for reading, so that a person can check them.

    python -m bench.importing.print_gold [PART-OF-A-PATH ...]

A letter before each block says what it is: b body, H heading, c caption, n neutral, - not of the article;
P stands before a picture of the article, p before a neutral one.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from bench.importing.blocks import Block, Item, Picture, page_items
from bench.importing.labels import Label, place_of, read_labels, readable
from bench.importing.pages import read_page

AROUND = 8
FACTS = (
    "title",
    "column",
    "date",
    "source",
    "editor",
    "authors",
    "summary",
    "original_title",
    "canonical_url",
)


def main(wanted: Sequence[str]) -> None:
    """Print the articles whose path holds one of `wanted`; all of them where it is empty."""
    labels, missing = readable(read_labels())
    for label in labels:
        if label.refused or (wanted and not any(part in label.path for part in wanted)):
            continue
        print(f"===== {label.repo}:{label.path}  {label.site}  {label.kind}  {label.half}")
        for name in FACTS:
            print(f"  {name}: {getattr(label, name)}")
        _print_items(label, page_items(read_page(label.repo, label.path, label.sha256)))
    if missing:
        print(missing)


def _print_items(label: Label, items: Sequence[Item]) -> None:
    place = place_of(label, items)
    body = set(place)
    for number in range(max(0, place[0] - AROUND), min(len(items), place[-1] + AROUND)):
        print(f"{number:5} {_mark(label, items[number], number in body)} {_shown(items[number])}")


def _mark(label: Label, item: Item, in_body: bool) -> str:
    if isinstance(item, Picture):
        address = item.addresses[0] if item.addresses else ""
        return "P" if address in label.pictures else "p" if address in label.neutral("pictures") else "-"
    if in_body:
        return "H" if item.text in label.headings else "b"
    if item.fingerprint in label.captions:
        return "c"
    return "n" if item.fingerprint in label.neutral("body") else "-"


def _shown(item: Item) -> str:
    if isinstance(item, Block):
        return item.text
    return f"[{item.addresses[0][:100] if item.addresses else ''}] {item.alt}"


if __name__ == "__main__":
    main(sys.argv[1:])
