"""A page's bytes become its blocks and pictures, whatever the page claims about itself."""

from __future__ import annotations

import pytest

from bench.importing.blocks import Block, Picture, decode, fingerprint, page_blocks, page_items
from tests.bench.sample import CAPTION, HEADING, LEAD, PAGE, SECOND, TABLE_HEAD


def texts(page: str) -> list[str]:
    return [block.text for block in page_blocks(page.encode())]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_bytes_decide_the_encoding_and_the_meta_charset_does_not(encoding: str) -> None:
    assert LEAD in decode(PAGE.encode(encoding))
    assert [block.text for block in page_blocks(PAGE.encode(encoding))] == texts(PAGE)


def test_only_a_page_that_says_so_is_big5() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset={}"><p>社區的長椅修好了</p>'
    assert "社區的長椅修好了" in decode(page.format("Big5").encode("big5"))
    assert "社區的長椅修好了" not in decode(page.format("gb2312").encode("big5"))
    assert "社區的長椅修好了" in decode(page.format("big5").encode())


def test_blocks_end_at_block_elements_and_line_breaks_only() -> None:
    assert texts("<p>槐树<b>里</b><a href=x>社区</a><br>服务站</p>集市") == ["槐树里社区", "服务站", "集市"]
    assert texts("<pre>第一行\n第二行</pre>") == ["第一行", "第二行"]
    assert texts('<span style="display:block">甲</span><span>乙</span>丙') == ["甲", "乙丙"]


def test_hidden_text_and_text_after_the_first_end_of_page_is_kept_and_scripts_are_not() -> None:
    found = texts(PAGE)
    assert [text for text in found if text in PAGE][5:10] == [LEAD, CAPTION, HEADING, SECOND, TABLE_HEAD]
    assert "槐树里修好了长椅" in found
    assert not any("不是正文" in text for text in found)


def test_a_block_knows_whether_it_is_bold_and_how_much_of_it_is_linked() -> None:
    bold, mixed, linked = page_blocks("<p><b>集市</b> </p><p><b>集</b>市</p><p><a>长椅</a>修好</p>".encode())
    assert (bold.bold, mixed.bold, linked.bold) == (True, False, False)
    assert (bold.linked, linked.linked) == (0.0, 0.5)


def test_a_lazy_address_comes_before_src_and_placeholders_are_no_addresses() -> None:
    pictures = [item for item in page_items(PAGE.encode()) if isinstance(item, Picture)]
    assert pictures == [Picture(("//img.example.org/books.jpg?w=640",), "")]
    lazy = page_items(b'<img src="small.gif" data-original="big.jpg" alt=" a ">')
    assert lazy == [Picture(("big.jpg", "small.gif"), "a")]


def test_pictures_stand_between_the_blocks_where_the_page_has_them() -> None:
    kinds = [type(item) for item in page_items("<p>甲<img src=a.jpg>乙</p>".encode())]
    assert kinds == [Block, Picture, Block]


def test_punctuation_blanks_and_width_do_not_change_a_fingerprint() -> None:
    assert fingerprint("槐树里，2026！") == fingerprint("　槐树里 ２０２６")
    assert fingerprint("槐树里") != fingerprint("槐树外")
    assert fingerprint("——……") == ""
