"""pelicanconf.py's TOC -> TocSettings: how deep a table of contents goes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TocSettings:
    """What a story's table of contents shows."""

    deepest_level: int = 3
    """The smallest heading listed: 2 is `<h2>` only, 3 adds `<h3>`, up to 6."""

    def __post_init__(self) -> None:
        if type(self.deepest_level) is not int or not 2 <= self.deepest_level <= 6:
            raise ValueError(
                f"TocSettings.deepest_level is {self.deepest_level!r}; use a whole number from 2 to 6"
            )
