"""The labelled date of a page -> as much of it as the text around the article states."""

from __future__ import annotations

import re
from collections.abc import Iterable

# The time stands within so many characters of the day.
NEAR = 12


def visible_date(date: str | None, lines: Iterable[str]) -> str | None:
    """`date` ("YYYY-MM-DD HH:MM") cut to what `lines` say; None where they lack year, month or day.

    A text cannot state a year that its lines leave out, nor what only a script of the page held.
    """
    if not date:
        return None
    day, _, minute = date.partition(" ")
    text = "\n".join(lines)
    stated = [text[found.start() : found.end() + NEAR] for found in _day_pattern(day).finditer(text)]
    if minute and any(minute in near for near in stated):
        return date
    return day if stated else None


def wechat_line(date: str) -> str:
    """The date as WeChat's script writes it: 2026年1月2日 17:39."""
    day, _, minute = date.partition(" ")
    year, month, number = day.split("-")
    return f"{year}年{int(month)}月{int(number)}日 {minute}".rstrip()


def _day_pattern(day: str) -> re.Pattern[str]:
    year, month, number = (int(part) for part in day.split("-"))
    return re.compile(rf"{year}\s*[-/.年\n]\s*0?{month}\s*[-/.月]\s*0?{number}(?!\d)")
