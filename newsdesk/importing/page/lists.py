"""The lines of a story -> which of them are points of a list, and where their words begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.importing.page.lines import Line

POINT = re.compile(r"(?P<mark>[◇◆●○•·▪▫■□★☆※➤▶✦✓√]|[-*](?=\s))\s*(?=\S)")


def points(lines: Sequence[Line]) -> dict[int, int]:
    """The places of points -> the length of their mark. One line with a mark is no list."""
    marks = [POINT.match(line.text) for line in lines]
    signs = [match["mark"] if match else "" for match in marks]
    return {
        at: match.end()
        for at, match in enumerate(marks)
        if match
        and (
            signs[at] == (signs[at + 1] if at + 1 < len(signs) else "") or (at and signs[at] == signs[at - 1])
        )
    }
