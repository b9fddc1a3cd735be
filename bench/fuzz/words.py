"""words/NAME.txt, one word a line with Python's escapes -> the words of which inputs are put together."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).with_name("words")
ESCAPE = re.compile(r"\\u([0-9a-f]{4,5})|\\(.)")
ENDS = {"n": "\n", "t": "\t", "r": "\r"}

BYTES = (
    *(
        b"\0",
        b"\xff",
        b"\xfe",
        b"\x80",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\x81\x30\x81\x30",
        b"../",
    ),
    *(
        b"PK\x01\x02",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\xff" * 4,
        bytes(4),
        b"\x7f\xff\xff\xff",
        b"%PDF",
        b"{\\rtf",
    ),
    *("槐树里，".encode(it) for it in ("gb18030", "utf-16-le", "utf-16-be", "utf-8")),
    "槐樹里，".encode("big5"),
)
"""Marks of formats, numbers at their limits, and text in several encodings."""


def words(*names: str) -> tuple[bytes, ...]:
    """All words of these files."""
    lines = [line for name in names for line in _lines(name)]
    return tuple(ESCAPE.sub(_unescaped, line).encode("utf-8", "replace") for line in lines)


def _lines(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else ENDS.get(match[2], match[2])
