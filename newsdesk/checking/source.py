"""What lies below content/ -> Source, a file as it is; Story, one that is right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath, PurePosixPath

from article.document import Document
from newsdesk.checking.memory import Stamp

STORY = ".md"
"""The suffix of stories and pages."""

PICTURES = "images"
"""The folder of pictures, below content/."""


@dataclass(frozen=True)
class Fault:
    """Why a file cannot be used, and how staff mend it."""

    what: str
    fix: str


@dataclass(frozen=True)
class Source:
    """One file below content/. `path` is what staff click; `place` is the same below content/.

    `data` are the bytes of a story; `fault` says why the file could not be read or is no picture. `stamp`
    is the disk's own, None for what is no file.
    """

    path: PurePath
    place: PurePosixPath
    data: bytes = b""
    fault: Fault | None = None
    stamp: Stamp | None = None

    @property
    def is_picture(self) -> bool:
        return self.place.parts[0] == PICTURES and not self.is_story

    @property
    def is_story(self) -> bool:
        return self.place.suffix == STORY

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text of a story, line by line; what is not UTF-8 is replaced."""
        text = self.data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return tuple(text.split("\n"))


@dataclass(frozen=True)
class Story:
    """A source that is right as it stands."""

    source: Source
    document: Document
