"""The time behind a day, as pages write it -> the moment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from newsdesk.importing.imported import When

CLOCK = r"""
(?:\s*\(?(?:星期|[周週]|礼拜|(?<=\())[一二三四五六日天]\)?)?
(?:[\sT,·]*(?:(?P<zone>格林[尼威]治[标標][准準]时间|GMT\s)|(?:北京|香港|台北|臺北|当地|本地)时间|HKT|CST)?\s*
   (?P<half>上午|下午|晚上|晚间|晚|凌晨|中午|早上|傍晚|[AaPp][Mm])?\s*
   (?P<hour>[01]?\d|2[0-3])\s?(?::|[时點点]\s?)(?P<minute>[0-5]\d)(?!\d)
   (?:分|:[0-5]\d(?:\.\d+)?)?(?:[0-5]?\d秒)?(?:\+08:?00)?(?:\s?(?P<after>[AaPp][Mm])(?![A-Za-z]))?)?
"""
"""A weekday, and the time with the half of the day before or behind it; for verbose patterns of a day."""

AFTERNOON = ("下午", "晚上", "晚间", "晚", "傍晚", "pm")
BEIJING = 8
"""Hours that Beijing is ahead of Greenwich."""


def moment(year: int | None, month: int, day: int, parts: Mapping[str, str]) -> When:
    """The day with the time in `parts`, the named groups of CLOCK that matched; in Chinese time."""
    if "hour" not in parts:
        return When(year, month, day)
    half = (parts.get("half") or parts.get("after") or "").lower()
    hour, minute = _hour(int(parts["hour"]), half), int(parts["minute"])
    if "zone" in parts and year:
        there = dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC) + dt.timedelta(hours=BEIJING)
        return When(there.year, there.month, there.day, there.hour, there.minute)
    return When(year, month, day, hour, minute)


def _hour(hour: int, half: str) -> int:
    """下午 3 is 15; 中午 12 and 下午 15 stay, 12 AM is 0."""
    if half == "am" and hour == 12:
        return 0
    afternoon = half in AFTERNOON or (half == "中午" and hour < 3)
    return hour + 12 if afternoon and hour < 12 else hour
