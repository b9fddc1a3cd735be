"""What a build takes for the present."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from article.present import fault_of_present, present, present_ns

NEW_YEAR = {"SOURCE_DATE_EPOCH": "1767225600"}


def test_the_variable_takes_the_place_of_the_clock() -> None:
    assert present(NEW_YEAR) == dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    assert present_ns({"SOURCE_DATE_EPOCH": "0"}) == 0
    assert fault_of_present(NEW_YEAR) == ""


def test_without_it_the_clock_counts() -> None:
    before = time.time_ns()
    assert before <= present_ns({}) <= time.time_ns()
    assert before <= present_ns({"SOURCE_DATE_EPOCH": ""}) <= time.time_ns()


def test_a_moment_to_come_counts_as_now() -> None:
    assert present_ns({"SOURCE_DATE_EPOCH": "253402300799"}) <= time.time_ns()


@pytest.mark.parametrize("given", ["soon", "-1", "1.5", "1e9", "２０２６", " 1", "9" * 30, "2026-01-01"])
def test_what_is_no_such_number_is_refused_in_words(given: str) -> None:
    said = fault_of_present({"SOURCE_DATE_EPOCH": given})
    assert f"“{given}”" in said
    assert "例如" in said
