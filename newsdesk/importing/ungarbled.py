"""Text that was read in the wrong encoding -> the text as it was, where that can be proved; None elsewhere.

Reading it back must lose nothing: each byte must fit, and the characters must be far more usual than before.
"""

from __future__ import annotations

from collections.abc import Iterator

from article.likeness import HAN
from newsdesk.importing.usual_characters import USUAL, usual

WINDOWS = {byte: byte for byte in range(256)} | {
    ord(char): byte for byte in range(256) if (char := bytes([byte]).decode("cp1252", "ignore"))
}
"""Windows-1252 and Latin-1: a character -> its byte."""

WRITTEN = ("gb18030", "big5", "windows")
"""How the bytes were wrongly read, so how they are written again."""

READ = ("utf-8", "gb18030")
FAR_MORE = 1.2
LEAST_HAN = 0.2


def ungarbled(text: str) -> str | None:
    """The text before it was garbled once or twice, or None where a single character would be lost."""
    best = max(_undone(text), key=_usualness, default=None)
    return best if best is not None and _is_proved(best, text) else None


def _undone(text: str) -> Iterator[str]:
    for once in _once(text):
        yield once
        yield from _once(once)


def _once(text: str) -> Iterator[str]:
    for codec in WRITTEN:
        source = _bytes(text, codec)
        for reading in READ if source and codec != "gb18030" else READ[:1]:
            try:
                found = source.decode(reading) if source else ""
            except UnicodeDecodeError:
                continue
            if found and found != text:
                yield found


def _bytes(text: str, codec: str) -> bytes | None:
    """The bytes that were read as `text`, or None where they cannot have been."""
    if codec != "windows":
        try:
            return text.encode(codec)
        except UnicodeEncodeError:
            return None
    if any(ord(char) not in WINDOWS for char in text):
        return None
    return bytes(WINDOWS[ord(char)] for char in text)


def _usualness(text: str) -> float:
    """Usual characters for each character."""
    return usual(text) / len(text)


def _is_proved(undone: str, text: str) -> bool:
    han = len(HAN.findall(undone))
    if "\ufffd" in undone or han < LEAST_HAN * len(undone) or usual(undone) < 2 * USUAL * han:
        return False
    return _usualness(undone) > FAR_MORE * _usualness(text)
