"""A Found of one line -> Finding, which also knows the line and the part of the page that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line


class Zone(IntEnum):
    """Where in the page; of two values with the same weight the one from the earlier zone wins."""

    HEAD = 1
    END = 2
    AFTER = 3
    LEAD = 4
    """The first words of the story: text, and only evidence for a field."""


@dataclass(frozen=True)
class Finding:
    """`found` on `line`. What stands in the LEAD stays in the text."""

    found: Found
    line: Line
    zone: Zone
