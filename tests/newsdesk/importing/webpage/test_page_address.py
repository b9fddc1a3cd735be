"""A page is named by what it says, else by where it was opened; its links lead where the browser's would."""

from __future__ import annotations

import email.message
import email.policy

import pytest
from lxml import html

from newsdesk.importing.formats import mhtml
from newsdesk.importing.formats.html import read
from newsdesk.importing.webpage.page_address import page_address
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE

NEWS = "https://news.example/2026/05/a.html"
SAVED = f"<!-- saved from url=(0035){NEWS} -->"
CANONICAL = '<link rel="canonical" href="https://www.example/1.html">'


def source(head: str = "", href: str = "../04/b.html") -> bytes:
    story = f'<p>{PARAGRAPH}<a href="{href}">四月的通知</a>。</p><p>{OTHER}</p>'
    return f"<html><head>{head}</head><body><h1>{TITLE}</h1>{story}</body></html>".encode()


@pytest.mark.parametrize(
    ("page", "opened", "named", "leads"),
    [
        (source(), NEWS, NEWS, "https://news.example/2026/04/b.html"),
        (SAVED.encode() + source(), "", NEWS, "https://news.example/2026/04/b.html"),
        (source(CANONICAL), NEWS, "https://www.example/1.html", "https://news.example/2026/04/b.html"),
        (source(CANONICAL, "b.html"), "", "https://www.example/1.html", "https://www.example/b.html"),
        (source('<base href="/old/">', "b.html"), NEWS, NEWS, "https://news.example/old/b.html"),
        (
            source('<link rel="canonical" href="/1.html">'),
            NEWS,
            "https://news.example/1.html",
            "https://news.example/2026/04/b.html",
        ),
    ],
)
def test_links_of_a_page_are_made_whole(page: bytes, opened: str, named: str, leads: str) -> None:
    article = read(page, opened)
    assert article.source_url == named
    assert f"[四月的通知]({leads})" in article.markdown


def test_a_link_that_leads_nowhere_keeps_its_words() -> None:
    assert "四月的通知。" in read(source()).markdown
    assert read(source()).source_url == ""


@pytest.mark.parametrize("address", ["file:///C:/a.html", "https://news.example/", "http://[", "about:blank"])
def test_what_is_no_page_on_the_web_names_none(address: str) -> None:
    assert page_address(html.document_fromstring("<p>甲</p>"), address).value == ""


def test_a_page_in_one_file_says_where_it_was_saved_from() -> None:
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message.set_content(source().decode(), subtype="html", headers=[f"Content-Location: {NEWS}"])
    article = mhtml.read(message.as_bytes())
    assert article.source_url == NEWS
    assert "(https://news.example/2026/04/b.html)" in article.markdown
