"""What holds for every text, whatever stands in it."""

from __future__ import annotations

import html
import re
from pathlib import PurePath

from hypothesis import example, given, settings
from hypothesis import strategies as st

from article.document import format, parse
from article.likeness import han
from newsdesk.importing.draft import drafted
from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle, Kind, NotImportedError
from newsdesk.importing.markdown_text import Block, Shape, markdown
from newsdesk.importing.page.article import article_of
from plugins.article_reader.safe_html import safe_html

PARTS = (
    "槐树里办起春季集市",
    "【街坊故事】",
    "——记三号院的第一次集市",
    "发布时间:05-03 09:26",
    "2026年5月3日09:26 来源：槐树里日报",
    "来源：",
    "责任编辑:林小满、苏禾",
    "本报记者 江 帆 苏 禾",
    "（通讯员 秦风）",
    "新华社北京7月25日电（记者江一帆）",
    "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。",
    "“让院子热起来!”",
    "一、摊位自己定",
    "（二）邻里亲起来",
    "（完）",
    "(责编：林小满)",
    "分享到:",
    "相关新闻",
    "新华社\xa0 07-25 10:53",
    "1 2 下一页",
    "- 2 -",
    "2026-02-30",
    "　　",
    "    ",
    "\xa0",
    "\u200b",
    "\ufeff",
    "\r\n",
    "\n",
    "\n\n",
    "\r",
    "\u2028",
    "\t",
    "项目\t时间\n拔河\t9:00\n",
    "◇",
    "编辑老师：\n",
    "联系电话：13800000000",
    "以下文章来源于街坊故事 ，作者江一帆",
    "01\n",
    "▼",
    " ",
    "*",
    "_",
    "[^1]",
    "](x)",
    "<b>",
    "&lt;",
    "{filename}",
    "# ",
    "1. ",
    "> ",
    "\\",
    "`",
    "~~~",
)
PAGES = st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=40).map("".join)
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=8), min_size=1, max_size=8).map("".join)


@given(PAGES)
@settings(deadline=None, max_examples=300)
@example("")
@example("来源：来源：来源：\n责任编辑：责任编辑：")
@example("标题\n这一行像标题，\x0b相关新闻\n时间 20\n\n\u3000\u3000箱子是去年冬天放的，大家都知道。")
@example("标题\n\n项目\t时间\n拔河\t很热闹，大家都来了。（责任编辑：林小满）")
@example("标题\n\n正文。（完）（记者 江一帆）（责编：林小满）")
def test_the_pieces_are_the_page_and_no_han_is_lost(page: str) -> None:
    article = article_of(page)
    assert "".join(piece.text for piece in article.pieces) == page
    body = "".join(piece.text for piece in article.pieces if piece.kind is Kind.BODY)
    assert han(body) == han(article.markdown)
    assert not han("".join(piece.text for piece in article.pieces if piece.kind is Kind.BLANK))
    start = 0
    for piece in article.pieces:
        assert piece.text and piece.start == start
        start += len(piece.text)


@given(PAGES)
@settings(deadline=None, max_examples=200)
def test_a_field_says_only_what_its_pieces_say(page: str) -> None:
    """Han of a text field stand in its own pieces, in order; a dateline's stay in the body."""
    article = article_of(page)
    for name in ("kicker", "column", "subtitle", "editor", "summary"):
        pieces = han("".join(piece.text for piece in article.pieces if piece.field == name))
        value = han(str(getattr(article, name)))
        assert value == "" or value in pieces or name == "editor"


@given(PAGES)
@example("标题\n2026-05-03 09:26 来源：槐树里日报\n更新时间：2026-05-01 08:00\n三号院的集市开了。")
@example("标题\n链接：来源 槐树里传媒\n三号院的集市开了，大家都来了。")
@example("标题\n原文链接：http://槐树里\n三号院的集市开了，大家都来了。")
@example("标题\n原文链接：https://a:99999/1\n三号院的集市开了，大家都来了。")
@settings(deadline=None, max_examples=200)
def test_a_story_is_a_right_document(page: str) -> None:
    article = article_of(page)
    if not article.title:  # nothing to read: the door has refused it
        return
    document = drafted(article, 2024).document
    assert parse(format(document), PurePath("x.md")) == document


@given(st.binary(max_size=400) | PAGES.map(lambda text: text.encode("gb18030", "replace")))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_an_article_or_refused_with_words(source: bytes) -> None:
    try:
        article = READERS[".txt"](source)
    except NotImportedError as why:
        assert han(why.what) and han(why.why) and han(why.fix)
    else:
        assert isinstance(article, ImportedArticle)
        assert article.title.strip()


@given(st.lists(st.builds(Block, TEXTS, st.sampled_from([0, 0, 2, 3])), max_size=5))
@example([Block("甲"), Block(": 0")])
@example([Block("甲"), Block("="), Block("===")])
@example([Block("摊位｛was＝“收费”｝", 2), Block('地点{short="地"}', 3)])
@settings(deadline=None, max_examples=500)
def test_text_arrives_as_text(blocks: list[Block]) -> None:
    """text -> Markdown -> HTML -> the same text, each block in an element of its own."""
    blocks = [Block(plain(block.text), block.level) for block in blocks]
    blocks = [block for block in blocks if block.text]
    built = safe_html(markdown(blocks))
    shown = re.findall(r"<(p|h2|h3)>(.*?)</\1>", built, re.S)
    assert [(tag, html.unescape(text)) for tag, text in shown] == [
        ({0: "p", 2: "h2", 3: "h3"}[block.level], block.text) for block in blocks
    ]
    assert re.sub(r"<(p|h2|h3)>.*?</\1>\s*", "", built, flags=re.S) == ""


@given(
    st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=2, max_size=4),
    st.sampled_from([Shape.ITEM, Shape.ROW]),
)
@settings(deadline=None, max_examples=300)
def test_lists_and_tables_arrive_as_text(rows: list[list[str]], shape: Shape) -> None:
    """Each point in an element of its own, each cell of a table in one."""
    cells = [[plain(cell) or "空" for cell in row] for row in rows]
    if shape is Shape.ITEM:
        cells = [["、".join(row)] for row in cells]
    width = max(map(len, cells))
    built = safe_html(markdown([Block("\t".join(row), shape=shape) for row in cells]))
    shown = re.findall(r"<(?:li|td|th)(?: [^>]*)?>(.*?)</(?:li|td|th)>", built, re.S)
    wanted = [[*row, *[""] * (width - len(row))] for row in cells]
    assert [html.unescape(text) for text in shown] == [cell for row in wanted for cell in row]


def plain(text: str) -> str:
    """As Lines give it: one line, nothing invisible."""
    lines = article_lines(text)
    return " ".join(" ".join(lines).split())


def article_lines(text: str) -> list[str]:
    from newsdesk.importing.page.lines import lines_of

    return [line.text for line in lines_of(text)]
