"""Bad: how one bad source is made, and what must be said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TITLE = "槐树里办起春季集市"
SENTENCE = "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。"
STORY = (
    f"{TITLE}\n\n发布时间：2026-05-03 09:26　来源：槐树里日报　责任编辑：林小满\n\n"
    f"　　{SENTENCE}\n\n　　{SENTENCE[::-1]}\n"
)


@dataclass(frozen=True)
class Bad:
    """One bad source. `make` gets an empty folder and gives the word to write behind `newsdesk import`."""

    make: Callable[[Path], str]
    says: str
    """A part of what staff must read; empty where a good story comes of it and nothing need be said."""

    refused: bool = True
    never: tuple[str, ...] = ()
    """What must stand in no file below content/ and in nothing that is printed."""


def file(name: str, source: Callable[[], bytes]) -> Callable[[Path], str]:
    """Makes a file of this name."""

    def make(folder: Path) -> str:
        path = folder / name
        path.write_bytes(source())
        return str(path)

    return make


def text(
    name: str, written: str | bytes, says: str, *, refused: bool = True, never: tuple[str, ...] = ()
) -> Bad:
    """A file with this in it; text is stored as UTF-8."""
    data = written.encode() if isinstance(written, str) else written
    return Bad(file(name, lambda: data), says, refused, never)
