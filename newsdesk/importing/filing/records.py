"""What import wrote -> Record, by which it knows later whether a person changed a story since.

One small file for each story, `content/.imports/FINGERPRINT.json`, so that two who import at the same time
never write the same one and their work merges. Without it a story counts as changed, and stays as it is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import msgspec

FOLDER = ".imports"


@dataclass(frozen=True)
class Record:
    """`story` is its place below content/ when it was written; the others are digests of texts."""

    story: str
    written: str
    """Of the file as it was written."""

    read: str
    """Of the story as the source gave it, before its pictures were fetched."""

    dated: bool
    """Had it a date? Without one it is a draft."""

    missing: int
    """Pictures that could not be had."""


def digest(text: str) -> str:
    """The same whatever the line ends, which Git may change on its way to another computer."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode("utf-8", "replace")).hexdigest()


def place_of(fingerprint: str) -> str:
    """A record's place below content/."""
    return f"{FOLDER}/{fingerprint}.json"


def data_of(record: Record) -> bytes:
    """The record's file."""
    return msgspec.json.encode(record) + b"\n"


def read(data: bytes) -> Record | None:
    """The record in a file; None where it is none."""
    try:
        return msgspec.json.decode(data, type=Record)
    except msgspec.MsgspecError:
        return None
