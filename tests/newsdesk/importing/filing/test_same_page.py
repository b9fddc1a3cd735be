"""Which addresses lead to one article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.filing.same_page import page_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.test/a.html", "http://www.news.test/a.html#top"),
        ("https://news.test/a.html", "https://News.test/a.html?from=timeline&isappinstalled=0"),
        ("https://news.test/a?id=3", "https://news.test/a/?utm_source=x&id=3&utm_medium=y"),
        (
            "https://mp.weixin.qq.com/s?__biz=A&mid=1&idx=1&sn=b&chksm=c&scene=21#rd",
            "http://mp.weixin.qq.com/s?__biz=A&mid=1&idx=1&sn=b&from=timeline",
        ),
        ("https://mp.weixin.qq.com/s/abcDEF", "https://mp.weixin.qq.com/s/abcDEF?scene=1"),
    ],
)
def test_one_article(one: str, other: str) -> None:
    assert page_key(one) == page_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.test/a.html", "https://news.test/b.html"),
        ("https://news.test/?id=3", "https://news.test/?id=4"),
        ("https://mp.weixin.qq.com/s/abc", "https://mp.weixin.qq.com/s/ABC"),
        ("https://mp.weixin.qq.com/s?__biz=A&mid=1", "https://mp.weixin.qq.com/s?__biz=A&mid=2"),
    ],
)
def test_two_articles(one: str, other: str) -> None:
    assert page_key(one) != page_key(other)


@pytest.mark.parametrize(
    "address", ["", "https://news.test", "https://news.test/?utm_source=x", "http://[", "a.html"]
)
def test_no_article(address: str) -> None:
    assert page_key(address) == ""


@given(st.text())
def test_any_text(address: str) -> None:
    page_key(address)
    page_key(f"https://{address}")
