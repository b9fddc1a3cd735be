"""pelicanconf.py's RELATED -> RelatedSettings: how many related stories a page links to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RelatedSettings:
    """What a story's list of related stories shows."""

    how_many: int = 5
    """The most links below a story; 0 shows none. At most 20: the ranking looks no further."""

    def __post_init__(self) -> None:
        if type(self.how_many) is not int or not 0 <= self.how_many <= 20:
            raise ValueError(
                f"RelatedSettings.how_many is {self.how_many!r}; use a whole number from 0 to 20"
            )
