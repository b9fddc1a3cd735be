"""A line of the old web page (buttons, other stories, rights) -> what it is, and whether a tail begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.buttons import are_buttons
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.junk_rules import RULES, Sort
from newsdesk.importing.page.lines import Line

MARKS = re.compile("[▼▽▲△↓↑→↘⬇■□◆◇●○·★☆※👇👆\ufe0f\\s]+")
"""A line of nothing but marks that part what is above from what is below."""

CALLS = (Sort.SHARE, Sort.RELATED, Sort.RIGHTS)
"""Sorts of lines that look like a call to the people of a neighbourhood, too."""

LONGEST = 160
LONGEST_BUTTONS = 90


@dataclass(frozen=True)
class Junk:
    """What a line of no use is. `ends_body`: the story may be over here."""

    sort: Sort
    ends_body: bool


def junk_of(line: Line) -> Junk | None:
    """What `line` is, if it is of no use; None where it may be part of the story."""
    if len(line.text) > LONGEST:
        return None
    if MARKS.fullmatch(line.folded):
        return Junk(Sort.MARKS, ends_body=False)
    for rule in RULES:
        if rule.pattern.fullmatch(line.folded):
            if rule.sort in CALLS and is_for_people(line.folded):
                return None
            return Junk(rule.sort, rule.ends_body)
    if len(line.text) <= LONGEST_BUTTONS and are_buttons(line.folded) and not dates(line.folded):
        return Junk(Sort.BUTTONS, ends_body=False)
    return None


__all__ = ["Junk", "Sort", "junk_of"]
