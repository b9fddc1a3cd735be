"""What a report says -> ReportLine, its words and their tone, in columns that line up on a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len

NAME_WIDTH = 10
LONGEST_SHOWN = 60


class Tone(StrEnum):
    """How a line is coloured where there is colour; the words say the same without it."""

    PLAIN = "none"
    HEAD = "bold"
    GOOD = "green"
    CHECK = "yellow"
    BAD = "bold red"
    FAINT = "dim"


@dataclass(frozen=True)
class ReportLine:
    """One line of the report."""

    text: str
    tone: Tone = Tone.PLAIN


def padded(name: str) -> str:
    """`name` as wide as every name in the first column; a Han character is two columns."""
    return name + " " * max(1, NAME_WIDTH - cell_len(name))


def short(text: str) -> str:
    """`text` in one line that fits."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[:LONGEST_SHOWN] + "……"
