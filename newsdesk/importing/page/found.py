"""What one line says about a field -> Found, with its place in the line."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.importing.imported import Confidence, When

LABEL = "字段名，不是内容"
LEFT_OVER = "没有用到的文字"


@dataclass(frozen=True)
class Found:
    """`value` of `field` at `start`..`end` of a line; without a `field` it is text to cut for `reason`."""

    field: str
    value: str
    start: int
    end: int
    reason: str
    confidence: Confidence = Confidence.HIGH
    when: When | None = None
    """The moment, where `field` is date or modified."""
    weight: int = 0
    """Of two values for one field the heavier wins: 责任编辑 over 编辑, a label over none."""


def cut(start: int, end: int, text: str, reason: str) -> Found:
    """Text of a line that belongs to no field."""
    return Found("", text, start, end, reason)
