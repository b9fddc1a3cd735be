"""How long the pictures of one page are waited for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from newsdesk.importing.pictures.patience import MOST_FAILURES, MOST_PICTURES, MOST_SECONDS, PatientFetch
from newsdesk.importing.pictures.refused import PictureRefusedError
from tests.newsdesk.importing.fetching.web import Web, page, web


@pytest.fixture
def here() -> Iterator[Web]:
    with web({"/1.jpg": page(b"picture", "image/jpeg")}) as it:
        yield it


def test_a_picture_comes_without_a_referer(here: Web) -> None:
    assert PatientFetch(here.fetcher())(here.address("/1.jpg")) == b"picture"
    assert "referer" not in here.asked[0][1]


def test_a_missing_one_is_said_with_what_to_do(here: Web) -> None:
    with pytest.raises(PictureRefusedError) as refused:
        PatientFetch(here.fetcher())(here.address("/2.jpg"))
    assert "404" in refused.value.why
    assert "另存" in refused.value.why


def test_after_some_failures_in_a_row_the_rest_is_not_tried(here: Web) -> None:
    fetch = PatientFetch(here.fetcher())
    for _ in range(MOST_FAILURES - 1):
        with pytest.raises(PictureRefusedError):
            fetch(here.address("/2.jpg"))
    fetch(here.address("/1.jpg"))
    for _ in range(MOST_FAILURES + 2):
        with pytest.raises(PictureRefusedError):
            fetch(here.address("/2.jpg"))
    assert len(here.asked) == 2 * MOST_FAILURES


def test_time_and_number_are_limited(here: Web) -> None:
    slow = PatientFetch(here.fetcher(), clock=count(0, MOST_SECONDS).__next__)
    slow(here.address("/1.jpg"))
    many = PatientFetch(here.fetcher())
    for _ in range(MOST_PICTURES):
        many(here.address("/1.jpg"))
    for fetch in (slow, many):
        with pytest.raises(PictureRefusedError) as refused:
            fetch(here.address("/1.jpg"))
        assert "太多或者太慢" in refused.value.why
