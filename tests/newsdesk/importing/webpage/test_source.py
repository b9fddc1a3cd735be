"""A page is read as what it is, not as what it says, and whole however it is built."""

from __future__ import annotations

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.webpage.tree import tree_of
from newsdesk.importing.webpage.walk import page_of
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH

PAGE = (
    '<html><head><meta http-equiv=Content-Type content="text/html; charset={}">'
    "<title>槐树里办起春季集市</title></head><body><h1>槐树里办起春季集市</h1>"
    f"<p>{PARAGRAPH}</p><p>{OTHER}</p></body></html>"
)


@pytest.mark.parametrize(
    ("codec", "says", "name"),
    [
        ("utf-8", "gb2312", "UTF-8"),
        ("utf-8-sig", "big5", "UTF-8"),
        ("gb18030", "utf-8", "GB18030"),
        ("gb18030", "gb2312", "GB18030"),
        ("utf-16", "gb2312", "UTF-16"),
    ],
)
def test_the_encoding_is_told_from_the_text(codec: str, says: str, name: str) -> None:
    article = READERS[".html"](PAGE.format(says).encode(codec))
    assert (article.title, article.encoding) == ("槐树里办起春季集市", name)
    assert OTHER in article.markdown


def test_big5() -> None:
    page = "<html><head><meta charset=gbk></head><body><h1>槐樹里辦起春季市集</h1>" + (
        "<p>五月三日上午九點，三號院的小廣場上支起三十二個攤位，居民們帶來舊書、綠植和點心，大家都很高興。</p>"
        * 3
    )
    article = READERS[".html"](page.encode("big5"))
    assert (article.title, article.encoding) == ("槐樹里辦起春季市集", "Big5")


def test_one_bad_byte_is_shown_and_said() -> None:
    article = READERS[".html"](
        PAGE.format("utf-8").encode().replace("点心".encode(), "点".encode() + b"\xe5\xbf", 1)
    )
    assert article.encoding == "UTF-8"
    assert any("读不出的字" in problem for problem in article.problems)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "<p>甲</p>" + "</div>" * 20_000 + "<p>乙</p>",
        "<span>" * 20_000 + "甲<p>乙",
        "<p>甲</p></body></html><p>乙</p>",
        "<html><body><p>甲</p></html>\n<html><body><p>乙</p></html>",
        "<p>甲\0</p><p>乙</p>",
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><p>甲</p><p>乙</p>",
        "<?xml version='1.0' encoding='gb2312'?><p>甲</p><p>乙</p>",
        "<table><tr><td>甲</td></tr><tr><td>乙</td></tr>",
        "<p>甲<script>丙</script><style>丁</style><p>乙",
        "甲<br>乙",
    ],
    ids=range(10),
)
def test_a_page_is_walked_to_its_end(page: str) -> None:
    assert [block.text for block in page_of(tree_of(page)).blocks] == ["甲", "乙"]


def test_hidden_text_is_known() -> None:
    page = "<p style='display:none'>甲</p><p>乙<i style='visibility: hidden'>丙</i></p><div hidden>丁</div>"
    assert [block.style.hidden for block in page_of(tree_of(page)).blocks] == [True, False, True]


def test_two_wide_spaces_part_paragraphs_of_old_pages() -> None:
    blocks = page_of(tree_of("<td>　　集市开了。　　大家都来了。<b>　　好。</b></td>")).blocks
    assert [block.text for block in blocks] == ["集市开了。", "大家都来了。", "好。"]


def test_a_page_of_wordpress_is_none_of_word() -> None:
    page = PAGE.replace("<title>", '<meta name="generator" content="WordPress"><title>').format("utf-8")
    site = '<div class="description">因为信任，所以简单，这里是槐树里的博客</div>'
    article = READERS[".html"](page.replace("<body>", f"<body>{site}").encode())
    assert article.title == "槐树里办起春季集市"


def test_a_garbled_list_beside_a_sound_story_is_no_reason_to_refuse() -> None:
    others = "".join(f"<li><a href='/{at}'>旧闻锟斤拷锟斤拷</a></li>" for at in range(5))
    article = READERS[".html"](PAGE.format("utf-8").replace("</body>", f"<ul>{others}</ul></body>").encode())
    assert OTHER in article.markdown
    assert "锟斤拷" not in article.markdown
    with pytest.raises(NotImportedError, match="乱码"):
        READERS[".html"](PAGE.format("utf-8").replace("点心", "锟斤拷锟斤拷").encode())
