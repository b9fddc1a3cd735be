"""Findings and what was chosen of them -> what becomes of the text of each, and the 原标题."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Evidence, Kind
from newsdesk.importing.page.choosing import Choices
from newsdesk.importing.page.finding import Finding
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.labels import ORIGINAL_TITLE

PASSED_OVER = "没有采用，另有更可靠的说法"
ORIGINAL = "原标题，写在上面“看懂了这些”里；稿件开头没有这个字段"

Place = tuple[int, int, int]
"""A line's id, and where in it."""


class Fates:
    """Asked for one finding after another."""

    def __init__(self, chosen: Choices) -> None:
        self._title = chosen.text("title")
        self._fields: dict[Place, str] = {
            _place(it): choice.name for choice in chosen.by_field.values() for it in choice.used
        }

    def of(self, it: Finding) -> tuple[Found, Kind]:
        """The finding with the field that took its text, or with the reason why none did."""
        found = it.found
        field = self._fields.get(_place(it)) if found.field else None
        if field:
            return replace(found, field=field), Kind.FIELD
        if not found.field:
            return found, Kind.CUT
        if found.field in ("date", "modified") and found.when is None:
            return replace(found, field=""), Kind.CUT
        reason = ORIGINAL if _is_original(found, self._title) else PASSED_OVER
        return replace(found, field="", reason=reason), Kind.CUT


def original_title(findings: Sequence[Finding], chosen: Choices) -> list[Evidence]:
    """原标题：, where it is not the title that was taken. Front matter has no field for it."""
    for it in findings:
        if _is_original(it.found, chosen.text("title")):
            found = it.found
            return [Evidence("original_title", found.value, it.line.number, found.confidence, found.reason)]
    return []


def _is_original(found: Found, title: str) -> bool:
    return found.field == "title" and found.weight == ORIGINAL_TITLE and found.value != title


def _place(it: Finding) -> Place:
    return id(it.line), it.found.start, it.found.end
