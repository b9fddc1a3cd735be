"""A picture file -> Size, its width and height as a browser shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import BinaryIO

HEAD = 64 * 1024
"""Bytes of an SVG file in which its first tag is looked for."""

COMMENT = re.compile(r"<!--.*?-->", re.S)
ROOT = re.compile(r"""<(?:\w+:)?svg\b((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
ATTRIBUTE = re.compile(r"""(?<![\w:-])(width|height|viewBox)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|pt|pc|cm|mm|in|q|)\s*", re.I)
PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "q": 96 / 101.6,
    "in": 96.0,
}
"""CSS pixels in one of each unit, from CSS Values 4."""


@dataclass(frozen=True)
class Size:
    """CSS pixels, both at least 1. A photo that its camera marked as turned is given as it is shown."""

    width: int
    height: int


def size_of(picture: BinaryIO) -> Size | None:
    """The size of an open PNG, JPEG, WebP, AVIF, GIF or SVG file; None where none can be read."""
    head = picture.read(HEAD)
    picture.seek(0)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _size_of_svg(head.decode("utf-8", "replace"))
    import imagesize  # most builds measure no picture

    width, height = imagesize.get(picture)  # -1 where it is no picture; turned by its EXIF mark
    return Size(int(width), int(height)) if width >= 1 and height >= 1 else None


def _size_of_svg(text: str) -> Size | None:
    """Width and height, or those of the viewBox, as browsers take them. The library would take any tag's."""
    root = ROOT.search(COMMENT.sub("", text))
    if root is None:
        return None
    found = {name: double or single for name, double, single in ATTRIBUTE.findall(root[1])}
    box = _box(found.get("viewBox", ""))
    width, height = _pixels(found.get("width", "")), _pixels(found.get("height", ""))
    if box is not None and (width is None or height is None):
        ratio = box[0] / box[1]
        width, height = (width, width / ratio) if width else (height * ratio, height) if height else box
    if width is None or height is None:
        return None
    return Size(max(round(width), 1), max(round(height), 1))


def _pixels(length: str) -> float | None:
    """None for what depends on the page, as 100% does."""
    found = LENGTH.fullmatch(length)
    pixels = float(found[1]) * PIXELS[found[2].lower()] if found else 0
    return pixels if 0 < pixels < float("inf") else None


def _box(view_box: str) -> tuple[float, float] | None:
    parts = [_pixels(part) for part in re.split(r"[\s,]+", view_box.strip())]
    if len(parts) == 4 and parts[2] and parts[3]:
        return parts[2], parts[3]
    return None
