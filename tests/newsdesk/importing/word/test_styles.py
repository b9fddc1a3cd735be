"""What a style says, with the styles that it is based on: by name, never by its id."""

from __future__ import annotations

import pytest
from lxml import etree

from newsdesk.importing.word.styles import styles
from tests.newsdesk.importing.word.making import part


def style(key: str, name: str, more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'


def based(key: str) -> str:
    return f'<w:basedOn w:val="{key}"/>'


def read(inside: str, key: str | None):  # type: ignore[no-untyped-def]
    return styles(etree.fromstring(part("styles", inside))).paragraph(key)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1),
        ("Heading 3", 3),
        ("标题 2", 2),
        ("標題 2", 2),
        ("标题1", 1),
        ("heading 2,节标题", 2),
        ("标题 1 字符", 1),
        ("标题二", 2),
        ("三级标题", 3),
        ("标题", 0),
        ("大标题", 0),
        ("Title", 0),
        ("heading", 0),
        ("正文", 0),
        ("副标题 2", 0),
        ("题注", 0),
    ],
)
def test_a_heading_is_one_by_its_name(name: str, level: int) -> None:
    assert read(style("a0", name), "a0").heading == level


def test_a_style_is_what_it_is_based_on() -> None:
    inside = style("2", "标题 2") + style("x", "栏目", based("2")) + style("y", "小栏目", based("x"))
    assert read(inside, "y").heading == 2
    assert read(style("1", "Normal") + style("2", "正文缩进", based("1")), "2").heading == 0


def test_an_outline_level_makes_a_heading_and_nine_does_not() -> None:
    outline = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    assert read(style("a", "小节", outline.format(1)), "a").heading == 2
    assert read(style("a", "小节", outline.format(9)), "a").heading == 0
    assert read(style("a", "小节", outline.format("x")), "a").heading == 0


def test_styles_based_on_each_other_end() -> None:
    inside = style("a", "一", based("b")) + style("b", "heading 2", based("a"))
    assert read(inside, "a").heading == 2


def test_letters_come_from_the_nearest_style_that_says_so() -> None:
    bold = '<w:rPr><w:b/><w:sz w:val="32"/><w:rFonts w:eastAsia="黑体"/></w:rPr>'
    plain = '<w:rPr><w:b w:val="0"/></w:rPr>'
    inside = style("a", "底", bold) + style("b", "上", based("a") + plain)
    letters = read(inside, "b").letters
    assert (letters.bold, letters.size, letters.font) == (False, 16.0, "黑体")


def test_the_default_style_and_the_document_defaults_hold_where_nothing_is_said() -> None:
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    default = style("a", "正文", "<w:rPr><w:i/></w:rPr>").replace("<w:style ", '<w:style w:default="1" ')
    letters = read(defaults + default, None).letters
    assert (letters.size, letters.italic) == (10.5, True)


def test_a_style_that_is_not_there_says_nothing() -> None:
    assert read("", "gone").names == ()
