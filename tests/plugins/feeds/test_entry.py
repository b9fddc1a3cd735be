from __future__ import annotations

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from plugins.feeds.entry import StoryFacts, entry, printable

STORY = StoryFacts(
    url="news/2026/春季 fair/",
    title="3<5 和 6>2",
    summary="A&B：3<5",
    body='<p>见<a href="/about/">关于</a>\x0b</p>',
    authors=("江一帆", "苏\x00禾"),
    categories=("民生服务",),
    published=dt.datetime(2026, 5, 3, tzinfo=dt.UTC),
    updated=dt.datetime(2026, 5, 4, tzinfo=dt.UTC),
)


def test_text_is_text_and_html_is_html() -> None:
    made = entry(STORY, "https://huaishuli.example")
    assert made.title == "3<5 和 6>2"
    assert made.summary == "A&amp;B：3&lt;5"
    assert made.content == '<p>见<a href="https://huaishuli.example/about/">关于</a></p>'
    assert made.authors == ("江一帆", "苏禾")
    assert made.link == "https://huaishuli.example/news/2026/%E6%98%A5%E5%AD%A3%20fair/"


def test_the_link_does_not_depend_on_title_or_date() -> None:
    later = replace(STORY, title="改过的标题", published=STORY.updated)
    assert entry(later, "https://a.example").link == entry(STORY, "https://a.example").link


@given(st.text(st.characters()))
def test_any_text_fits_into_xml(text: str) -> None:
    ElementTree.fromstring(f"<a>{escape(printable(text))}</a>".encode())
    assert printable(printable(text)) == printable(text)
