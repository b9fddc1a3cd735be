"""SOURCE_DATE_EPOCH or the clock -> the moment that a build takes for the present.

https://reproducible-builds.org/specs/source-date-epoch/: whole seconds since 1970 (UTC), instead of the clock
wherever a build would ask it. Here that is one question: whether a story's date is still to come.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Mapping

NAME = "SOURCE_DATE_EPOCH"
LATEST = 253_402_300_799
"""The last second of the year 9999."""


def present_ns(environment: Mapping[str, str] = os.environ) -> int:
    """In nanoseconds since 1970. A moment to come counts as now: Pelican asks the clock for that itself.

    Raises ValueError, in words for staff, where the variable holds no such number.
    """
    given = environment.get(NAME, "")
    now = time.time_ns()
    if not given:
        return now
    if not (given.isascii() and given.isdigit() and int(given) <= LATEST):
        raise ValueError(
            f"环境变量 {NAME} 写的是“{given}”，要写一个整数：从 1970 年起到那一刻的秒数，例如 1767225600。"
        )
    return min(now, int(given) * 1_000_000_000)


def present(environment: Mapping[str, str] = os.environ) -> dt.datetime:
    """The same as an aware datetime. Raises ValueError as above."""
    return dt.datetime.fromtimestamp(present_ns(environment) / 1e9, dt.UTC)


def fault_of_present(environment: Mapping[str, str] = os.environ) -> str:
    """What is wrong with the variable, in words for staff, or nothing."""
    try:
        present_ns(environment)
    except ValueError as error:
        return str(error)
    return ""
