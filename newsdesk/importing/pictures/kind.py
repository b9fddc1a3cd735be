"""The first bytes of a file -> what kind of picture it is, whatever its name says."""

from __future__ import annotations

import re

HEAD = 512
"""Bytes that tell one kind from another."""

STARTS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\x00\x09\x00", "WMF"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"8BPS", "PSD"),
)
BRANDS = {b"avif": "AVIF", b"avis": "AVIF"} | dict.fromkeys(
    (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"), "HEIC"
)
SVG = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?svg\b", re.S | re.I)


def kind_of(data: bytes) -> str:
    """`JPEG`, `PNG`, ..., `SVG` or `HTML`, where it is one of these; else an empty text."""
    head = data[:HEAD]
    for start, kind in STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _of_brands(head[8:12], head[16:64])
    if head[40:44] == b" EMF":
        return "EMF"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if SVG.match(text):
        return "SVG"
    return "HTML" if text.startswith(b"<") else ""


def _of_brands(first: bytes, others: bytes) -> str:
    """AVIF files may name a general brand first and their own behind it."""
    if b"avif" in others or first in (b"avif", b"avis"):
        return "AVIF"
    return BRANDS.get(first, "")
