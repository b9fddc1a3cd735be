from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.reading_length.length import reading_length
from tests.cases import Case


def test_case(case: Case, check: Callable[[str], None]) -> None:
    reading = reading_length(case.given)
    check(f"{reading.characters} 字，{reading.minutes} 分钟\n")


@pytest.mark.parametrize(("characters", "minutes"), [(1, 1), (330, 1), (494, 1), (496, 2), (990, 3)])
def test_minutes(characters: int, minutes: int) -> None:
    assert reading_length(f"<p>{'槐' * characters}</p>").minutes == minutes


@given(st.text("槐树里 。a1", max_size=30), st.text("槐树里 。a1", max_size=30))
def test_two_paragraphs_count_as_much_as_each_alone(first: str, second: str) -> None:
    together = reading_length(f"<p>{first}</p><p>{second}</p>").characters
    assert together == reading_length(first).characters + reading_length(second).characters
