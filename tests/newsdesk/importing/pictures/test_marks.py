"""The marks by which readers name pictures, and what becomes of them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.pictures.marks import PictureMark, marks, picture_mark, replaced, stored, without_alts
from plugins.article_reader.safe_html import safe_html

ONE_LINE = st.text(
    st.sampled_from("槐树里“”\"'[]()<>&;\\`*_!{}:#1 ax") | st.characters(exclude_categories=["C", "Z"])
).map(lambda text: " ".join(text.split()))


class Images(HTMLParser):
    """The attributes of each picture in a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append(dict(attrs))


def test_what_a_reader_writes() -> None:
    assert (
        picture_mark(0, "广场上摆满了摊位", "图为集市现场。")
        == '![广场上摆满了摊位](picture:0 "图为集市现场。")'
    )
    assert picture_mark(3) == "![](picture:3)"
    assert marks(picture_mark(2, "甲", "乙")) == [PictureMark(2, "甲", "乙")]


def test_a_stored_picture_and_a_missing_one() -> None:
    text = f"上文。\n\n{picture_mark(0, '甲', '图一')}\n\n{picture_mark(1, '乙', '图二')}\n\n下文。\n"
    got = replaced(
        text, lambda mark: None if mark.number else stored("/images/a.jpg", mark.alt, mark.caption)
    )
    assert got == '上文。\n\n![甲](/images/a.jpg "图一")\n\n图二\n\n下文。\n'


def test_the_caption_of_a_missing_picture_stays_text() -> None:
    text = picture_mark(0, "", "# 图为 <b>集市</b>")
    assert safe_html(replaced(text, lambda mark: None)) == "<p># 图为 &lt;b&gt;集市&lt;/b&gt;</p>"


@pytest.mark.parametrize("text", [r"![甲\](picture:0)", "![甲](picture:x)", "[甲](picture:0)", "picture:0"])
def test_what_is_no_mark(text: str) -> None:
    assert replaced(text, lambda mark: "换掉了") == text


def test_alt_texts_are_not_counted() -> None:
    assert without_alts(picture_mark(0, "集[市]场", "图一")) == '![](picture:0 "图一")'


@given(ONE_LINE, ONE_LINE)
def test_any_alt_text_and_caption_arrive_as_they_are(alt: str, caption: str) -> None:
    (mark,) = marks(picture_mark(7, alt, caption))
    assert mark == PictureMark(7, alt, caption)
    attributes = Images(safe_html(stored("/images/a.jpg", alt, caption))).found
    assert attributes == [{"src": "/images/a.jpg", "alt": alt} | ({"title": caption} if caption else {})]
