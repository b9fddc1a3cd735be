"""A story -> its fingerprint: the same for texts that say the same in other marks and another layout."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata

from article.document import FENCE

FEWEST = 20
"""Characters below which a text alone does not tell one story from another, so its title counts too."""

PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\s]*")
NOT_WORD = re.compile(r"[\W_]+")
TITLE = re.compile(r"^title: *(.*)$", re.M)


def fingerprint(title: str, body: str) -> str:
    """16 hex digits. Figures and letters count: two notices may differ in a date alone; alt texts do not."""
    said = words(html.unescape(PICTURE.sub("", body)))
    if len(said) < FEWEST:
        said = f"{words(title)}\n{said}"
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def fingerprint_of_file(text: str) -> str:
    """The fingerprint of a story by the text of its file."""
    head, body = parts_of(text)
    return fingerprint(title_of(head), body)


def words(text: str) -> str:
    """The characters that say something, in one spelling."""
    return unicodedata.normalize("NFKC", NOT_WORD.sub("", text)).casefold()


def parts_of(text: str) -> tuple[str, str]:
    """Front matter and body of a story's file, even where it is broken."""
    text = text.replace("\r\n", "\n") if "\r" in text else text
    parts = text.split(f"\n{FENCE}\n", 1)
    return (parts[0], parts[1]) if text.startswith(FENCE) and len(parts) == 2 else ("", text)


def title_of(head: str) -> str:
    """The title in front matter, perhaps with its quotation marks; nothing where there is none."""
    found = TITLE.search(head)
    return found[1] if found else ""
