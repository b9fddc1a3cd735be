"""A line of the old web page (buttons, other stories, rights) -> what it is, and whether a tail begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.buttons import are_buttons
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.junk_rules import RULES, Sort
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.notice_rules import notice_of

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
    found = _by_rules(line) if len(line.text) <= LONGEST else None
    if found and found.sort is Sort.BUTTONS and any(it.when and it.when.year for it in dates(line.folded)):
        return None  # 字号：大 中 小 2026-05-03
    if found is None and (sort := notice_of(line)):
        found = Junk(sort, ends_body=False)
    if found and found.sort in CALLS and is_for_people(line.folded):
        return None
    if found is None and len(line.text) <= LONGEST_BUTTONS and are_buttons(line.folded):
        return None if dates(line.folded) else Junk(Sort.BUTTONS, ends_body=False)
    return found


def _by_rules(line: Line) -> Junk | None:
    if MARKS.fullmatch(line.folded):
        return Junk(Sort.MARKS, ends_body=False)
    rule = next((rule for rule in RULES if rule.pattern.fullmatch(line.folded)), None)
    return Junk(rule.sort, rule.ends_body) if rule else None


__all__ = ["Junk", "Sort", "junk_of"]
