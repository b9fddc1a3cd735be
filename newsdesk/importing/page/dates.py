"""Text -> the dates in it, each at its place, as exact as it states them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsdesk.importing.imported import When
from newsdesk.importing.page.clock import CLOCK, moment
from newsdesk.importing.page.other_dates import OTHERS, month_of, year_of

CHINESE_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "O": 0,
}
LEAP = 2000
"""A leap year: a day without a year may be the 29th of February."""

DIGIT = "一二三四五六七八九"
DATE = re.compile(
    rf"""
(?:(?<![\d~—-])(?<!\d:)(?P<hour1>[01]?\d|2[0-3]):(?P<minute1>[0-5]\d)(?::[0-5]\d)?\s*(?=(?:19|20)\d\d\s?[-/.年]))?
(?:
  (?:(?<!\d)|(?<=:\d\d))(?P<year>(?:19|20)\d\d)\s?
    (?: 年\s?(?P<month1>\d\d?)\s?月\s?(?P<day1>\d\d?)\s?[日号]?
      | \s+(?P<month3>\d\d?)\s?/\s?(?P<day3>\d\d)(?=\s)
      | (?P<mark>[-/.])\s?(?P<month2>\d\d?)\s?(?P=mark)\s?(?P<day2>\d\d?) )(?:(?!\d)|(?=\d\d:\d\d))
| (?<![\d./-])(?P<short9>[12]\d)-(?P<month9>[01]\d)-(?P<day9>[0-3]\d)(?=\s*[012]\d:\d\d(?!\d))
| (?P<year4>[{DIGIT}〇零○O]{{4}})年(?P<month4>[{DIGIT}十]{{1,2}})月(?P<day4>[{DIGIT}十]{{1,3}})[日号]
| (?<![\d.年/-])(?P<month5>\d\d?)\s?月\s?(?P<day5>\d\d?)\s?[日号]
| (?<![{DIGIT}十年])(?P<month6>[{DIGIT}十]{{1,2}})月(?P<day6>[{DIGIT}十]{{1,3}})[日号]
| (?<![\d./第-])(?<!\d:)(?P<month7>0\d|1[0-2])[-/](?P<day7>[0-2]\d|3[01])
    (?:(?![\d/页期版人岁元%-])|(?=[012]\d:\d\d(?!\d)))
| (?<![\d./-])(?<!\d:)(?P<month8>[1-9]|1[0-2])[-/](?P<day8>\d\d?)(?=\s+[012]?\d:\d\d)
)
{CLOCK}
(?:\s*(?:HKT|CST|GMT\+0?8(?::?00)?|UTC\+0?8(?::?00)?|北京时间)(?![A-Za-z]))?
""",
    re.X,
)
YEAR_LIKE = re.compile(r"\d{3}|[国國]\d")
AGO = re.compile(r"刚刚|\d+\s?(?:秒|分钟|小时|天|周|个?月)前|[昨前今]天(?:\s?\d\d?:\d\d)?")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年")


@dataclass(frozen=True)
class DateSpot:
    """A date at `start`..`end`. `when` is None where it cannot be: a 30th of February, or "3 小时前"."""

    start: int
    end: int
    when: When | None


def dates(folded: str) -> list[DateSpot]:
    """Every date of a folded line, from left to right."""
    spots = [_spot(match) for match in DATE.finditer(folded)]
    for pattern in OTHERS if YEAR_LIKE.search(folded) else ():
        more = [_other(match) for match in pattern.finditer(folded)]
        spots += [it for it in more if all(it.end <= spot.start or it.start >= spot.end for spot in spots)]
    spots += [DateSpot(*match.span(), None) for match in AGO.finditer(folded)]
    return sorted(spots, key=lambda spot: spot.start)


def latest_year(text: str) -> int | None:
    """The latest year that `text` names, or None."""
    return max(map(int, YEAR.findall(text)), default=None)


def _spot(match: re.Match[str]) -> DateSpot:
    parts = {name.rstrip("123456789"): value for name, value in match.groupdict().items() if value}
    year = _number(parts["year"]) if "year" in parts else None
    if "short" in parts:  # 19-09-07 13:43
        year = 2000 + int(parts["short"])
    return DateSpot(*match.span(), _when(year, _number(parts["month"]), _number(parts["day"]), parts))


def _other(match: re.Match[str]) -> DateSpot:
    parts = {name: value for name, value in match.groupdict().items() if value}
    month, day = month_of(parts["month"]), int(parts["day"])
    return DateSpot(*match.span("date"), _when(year_of(parts), month, day, parts))


def _when(year: int | None, month: int, day: int, parts: Mapping[str, str]) -> When | None:
    try:
        dt.date(year or LEAP, month, day)
    except ValueError:
        return None
    return moment(year, month, day, parts)


def _number(text: str) -> int:
    """`27`, `二十七` or `二〇二一`."""
    if text.isdigit() and text.isascii():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return CHINESE_DIGITS.get(tens, 1) * 10 + CHINESE_DIGITS.get(ones, 0)
    return int("".join(str(CHINESE_DIGITS[char]) for char in text))
