"""What lies below content/ -> Source, a file as it is; Story, one that is right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath

from article.document import Document

STORY = ".md"
"""The suffix of stories and pages."""

PICTURES = "images"
"""The folder of pictures, below content/."""


@dataclass(frozen=True)
class Source:
    """One file below content/. `path` is what staff click; `place` is the same below content/.

    `data` is None for pictures and whatever else is not read; `refused` says why a story could not be read.
    """

    path: PurePath
    place: PurePosixPath
    data: bytes | None = None
    refused: str = ""


@dataclass(frozen=True)
class Story:
    """A source that is right as it stands."""

    source: Source
    document: Document
