"""What the store holds of a story comes back as it was, and nothing else comes back at all."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from plugins.build_cache.codec import Codec, NotPlainError
from plugins.images.picture import Picture

CODEC = Codec({}, {"datetime": dt.datetime}, ("plugins.", "article."))
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    PLAIN | st.dates() | st.datetimes(timezones=st.just(ZoneInfo("Asia/Shanghai"))) | st.text().map(Markup),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), VALUES))
def test_values_come_back(values: dict[str, object]) -> None:
    back = CODEC.values_of(CODEC.text_of(values))
    assert back == values
    assert [type(it) for it in back.values()] == [type(it) for it in values.values()]


def test_our_frozen_classes_come_back() -> None:
    values = {"picture": Picture("images/a.svg", 3, 2, "树"), "path": PurePosixPath("a/b")}
    assert CODEC.values_of(CODEC.text_of(values)) == values


def test_what_is_not_plain_is_refused() -> None:
    with pytest.raises(NotPlainError, match="object"):
        CODEC.text_of({"thing": object()})


@pytest.mark.parametrize(
    "text",
    [
        '{"a": ["made", "os:system", "true"]}',
        '{"a": ["made", "plugins.images.picture:place_of", "x"]}',
        '{"a": ["made", "plugins.build_cache.store:Store", "x", "y"]}',
        '{"a": ["run", "something"]}',
        "[1]",
    ],
)
def test_a_poisoned_record_makes_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="no "):
        CODEC.values_of(text)
