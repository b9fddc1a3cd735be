"""A day in the ways in which pages of the mainland, of Hong Kong, Taiwan and abroad write it."""

from __future__ import annotations

import pytest

from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.folding import fold


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-05-03 PM 03:25", "2026-05-03 15:25"),
        ("2026/05/03 03:25:10 pm", "2026-05-03 15:25"),
        ("2026-05-03 12:10 AM", "2026-05-03 00:10"),
        ("2026/05/03 (日) 08:31", "2026-05-03 08:31"),
        ("2026年5月3日(週日)下午5:23", "2026-05-03 17:23"),
        ("2026年5月3日 北京時間8:31", "2026-05-03 08:31"),
        ("2026年5月3日, 格林尼治标准时间00:31", "2026-05-03 08:31"),
        ("2026年5月3日, 格林尼治标准时间20:31", "2026-05-04 04:31"),
        ("05/03/2026 08:31", "2026-05-03 08:31"),
        ("13/05/2026", "2026-05-13"),
        ("03.05.2026 08:31", "2026-05-03 08:31"),
        ("20260503 08:31", "2026-05-03 08:31"),
        ("May 03, 2026 08:31 AM", "2026-05-03 08:31"),
        ("Sunday, 3 May 2026", "2026-05-03"),
        ("民國115年5月3日 08:31", "2026-05-03 08:31"),
        ("发布日期：115/05/03", "2026-05-03"),
        ("115-05-03 發布", "2026-05-03"),
    ],
)
def test_a_day_and_its_time(text: str, found: str) -> None:
    spots = dates(fold(text))
    assert [str(spot.when) for spot in spots] == [found]


@pytest.mark.parametrize(
    "text", ["电话 115-05-03", "版本 1.2.2026.3", "Maybe 5, 2026", "10/20/30", "共 20260503 人"]
)
def test_what_only_looks_like_a_day(text: str) -> None:
    assert dates(fold(text)) == []


def test_a_day_that_cannot_be_is_told() -> None:
    assert [spot.when for spot in dates("February 30, 2026")] == [None]
