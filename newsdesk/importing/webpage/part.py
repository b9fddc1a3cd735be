"""The type of a block in a story's run: what it is there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from newsdesk.importing.page.found import Found
from newsdesk.importing.webpage.measured import Measured


class Role(Enum):
    """What a block of the run is."""

    TEXT = auto()
    PICTURE = auto()
    FACT = auto()
    CUT = auto()


@dataclass(frozen=True)
class Part:
    """A block of the run. `founds` are a FACT's; `reason` says why a CUT goes."""

    it: Measured
    role: Role
    founds: tuple[Found, ...] = ()
    reason: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return self.it.block.text
