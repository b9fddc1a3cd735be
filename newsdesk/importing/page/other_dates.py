"""Days as pages in Hong Kong, Taiwan and abroad write them -> patterns with a group for each part."""

from __future__ import annotations

import re

from newsdesk.importing.page.clock import CLOCK

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
HAN_MONTHS = "一二三四五六七八九十"
NAMED = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?\s+)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
TWO = r"(?:0?[1-9]|[12]\d|3[01])"
FORMS = (
    rf"(?<![A-Za-z])(?P<date>{WEEKDAY}(?P<month>{NAMED})\s+(?P<day>{TWO})(?:st|nd|rd|th)?,?\s+{YEAR}{CLOCK})",
    rf"(?<![\dA-Za-z-])(?P<date>{WEEKDAY}(?P<day>{TWO})\s+(?P<month>{NAMED}),?\s+{YEAR}{CLOCK})",
    rf"(?P<date>(?P<month>十[一二]?|[一二三四五六七八九])月\s+(?P<day>{TWO})(?:st|nd|rd|th)?,?\s+{YEAR}{CLOCK})",
    # 05/13/2026 as in America, 13/05/2026 where no month has that number, 13.05.2026 as in Europe
    rf"(?<![\d./-])(?P<date>(?P<month>0?[1-9]|1[0-2])(?P<mark>[/-])(?P<day>{TWO})(?P=mark){YEAR}{CLOCK})",
    rf"(?<![\d./-])(?P<date>(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/{YEAR}{CLOCK})",
    rf"(?<![\d.])(?P<date>(?P<day>{TWO})\.(?P<month>0?[1-9]|1[0-2])\.{YEAR}(?!\.){CLOCK})",
    rf"(?<!\d)(?P<date>(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])(?=\s+\d\d:\d\d){CLOCK})",
    rf"(?P<date>(?:民[国國]|(?<=日期:)|(?<=时间:))\s?(?P<roc>1?\d\d)\s?年\s?(?P<month>\d\d?)\s?月\s?(?P<day>\d\d?)\s?日{CLOCK})",
    rf"(?:^|(?<=日期:)|(?<=时间:))\s?(?P<date>(?P<roc>9\d|1[0-4]\d)(?P<mark>[/.-])(?P<month>[01]\d)(?P=mark)"
    rf"(?P<day>[0-3]\d)(?![\d/.-]){CLOCK})",
)
"""`roc` counts from 1912, the first year of 民國. Group `date` is all of it."""

OTHERS = tuple(re.compile(form, re.X | re.I) for form in FORMS)
FIRST = 1911


def year_of(parts: dict[str, str]) -> int:
    """The year that the groups of one of OTHERS name."""
    return int(parts["year"]) if "year" in parts else FIRST + int(parts["roc"])


def month_of(text: str) -> int:
    """`May`, `Sept.`, `05` or `十一`."""
    if text[0] in HAN_MONTHS:
        return HAN_MONTHS.index(text[-1]) + (11 if len(text) > 1 else 1)
    return int(text) if text.isdecimal() else 1 + MONTHS.index(text[:3].lower())
