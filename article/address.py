"""A story's place below content/ -> its address; a label of any text -> its part of an address."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 60
"""Characters of a label in an address; 60 Han characters are 180 bytes, below every file system's limit."""

UNSAFE = re.compile(r"[^\w.+-]+")


PAGES = "pages"
"""The folder of pages that are no stories (about, accessibility); it is left out of their address."""

TAKEN = frozenset(
    {"archives", "category", "column", "feeds", "images", "series", "tag", "theme", "404", "index", "search"}
)
"""First parts of addresses that the site itself uses, so that no story may."""


def address_of(place: PurePosixPath) -> str:
    """`news/2026/fair.md`, below content/ -> `news/2026/fair/`; `pages/about.md` -> `about/`."""
    parts = place.with_suffix("").parts
    return "/".join(parts[1:] if len(parts) > 1 and parts[0] == PAGES else parts) + "/"


def is_safe_name(name: str) -> bool:
    """May `name` be part of an address as it is: Han characters, letters, digits and `- _ . +` only?"""
    return (
        bool(name)
        and not UNSAFE.search(name)
        and name.strip(".") == name
        and unicodedata.is_normalized("NFC", name)
    )


def label_address(label: str) -> str:
    """The part of an address that stands for `label`: readable, safe, and another for another label.

    Han characters, letters and digits are kept. Where anything else had to go, a short hash of the label
    keeps two labels apart: `志愿服务` -> `志愿服务`, `A/B 座` -> `A-B-座-3f2a9c`.
    """
    kept = UNSAFE.sub("-", unicodedata.normalize("NFC", label)).strip("-.")[:LONGEST]
    if kept == label:
        return kept
    digest = hashlib.sha256(label.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{kept}-{digest}".lstrip("-")
