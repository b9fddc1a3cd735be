"""What is a web address, and how it is written in a request."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.fetching.address import is_web, web_address
from newsdesk.importing.fetching.not_fetched import NotFetchedError


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("https://news.test/a.html", "https://news.test/a.html"),
        ("HTTP://News.Test", "http://news.test/"),
        ("http://news.test:80/", "http://news.test/"),
        ("http://news.test:8080/?a=1&b=槐", "http://news.test:8080/?a=1&b=%E6%A7%90"),
        ("https://news.test/%E6%A7%90/树里#top", "https://news.test/%E6%A7%90/%E6%A0%91%E9%87%8C"),
        ("https://槐树里.test/", "https://xn--swvt2boz5e.test/"),
        ("http://[2606:4700::1111]/x", "http://[2606:4700::1111]/x"),
        ("http://[2606:4700::1111]:8080/x", "http://[2606:4700::1111]:8080/x"),
        ("  https://news.test/ab ", "https://news.test/ab"),
    ],
)
def test_addresses(text: str, written: str) -> None:
    assert str(web_address(text)) == written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("file:///etc/passwd", "只能取"),
        ("ftp://news.test/", "只能取"),
        ("gopher://news.test/", "只能取"),
        ("javascript:alert(1)", "只能取"),
        ("news.test/a.html", "只能取"),
        ("http://user:secret@news.test/", "密码"),
        ("http://news.test@127.0.0.1/", "密码"),
        ("http://news.test:25/", "端口"),
        ("http://news.test:22/", "端口"),
        ("http://news.test:99999/", "写错"),
        ("http://news.test:x/", "写错"),
        ("http://[::1/", "写错"),
        ("http:///a", "写错"),
        ("http://", "写错"),
        ("http://a..b/", "写错"),
        ("http://news_.test,x/", "写错"),
        ("http://news.test/a b", "空格"),
        ("http://news.test/\r\nHost: other", "空格"),
        ("http://news.test\\@other.test/", "空格"),
        ("http://news.test/" + "a" * 5000, "太长"),
    ],
)
def test_what_is_refused(text: str, words: str) -> None:
    with pytest.raises(NotFetchedError) as refused:
        web_address(text)
    assert words in refused.value.why


@given(st.text())
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for candidate in (text, f"http://{text}", f"http://news.test/{text}", f"https://news.test:{text}/"):
        try:
            address = web_address(candidate)
        except NotFetchedError:
            continue
        assert str(address).isascii()
        assert str(address).isprintable()
        assert " " not in address.target


def test_what_looks_like_an_address() -> None:
    assert is_web("https://news.test/")
    assert is_web("ftp://news.test/")
    assert not is_web("稿件.txt")
    assert not is_web(r"C:\稿件\来稿.txt")


def test_an_address_on_a_page() -> None:
    page = web_address("https://news.test/a/b.html")
    assert str(page.join("../c.html")) == "https://news.test/c.html"
    assert str(page.join("//other.test/c.jpg")) == "https://other.test/c.jpg"
    with pytest.raises(NotFetchedError):
        page.join("file:///etc/passwd")
    with pytest.raises(NotFetchedError):
        page.join("//[/")
