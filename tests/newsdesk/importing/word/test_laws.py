"""What holds for every Word document, whatever stands in it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePath

from hypothesis import example, given, settings
from hypothesis import strategies as st

from article.document import format, parse
from article.likeness import han
from newsdesk.importing.draft import drafted
from newsdesk.importing.formats.docx import read
from newsdesk.importing.imported import ImportedArticle, Kind, NotImportedError
from newsdesk.importing.page.pieces import balance
from newsdesk.importing.pictures.marks import marks, without_alts
from plugins.article_reader.safe_html import safe_html
from tests.newsdesk.importing.word.bad_files import GOOD
from tests.newsdesk.importing.word.making import PNG, docx

LOOKS = (
    "",
    "[居中, 字号=22] ",
    "[居中] ",
    "[加粗] ",
    "[右] ",
    "[字体=黑体] ",
    "[字体=楷体, 字号=14] ",
    "[红, 字号=30] ",
    "[样式=Title] ",
    "[样式=heading 1] ",
    "[样式=标题 2] ",
    "[样式=Quote] ",
    "[样式=题注] ",
    "[样式=toc 1] ",
    "[大纲=2] ",
    "[项目符号] ",
    "[项目符号, 级=2] ",
    "[编号=%1.:decimal] ",
    "[编号=%1、:chineseCounting] ",
    "[删段] ",
    "| ",
    "| a | ",
)
PARTS = (
    "槐树里办起春季集市",
    "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。",
    "——记第一次集市",
    "来源：槐树里日报",
    "2026-05-03 09:26",
    "责任编辑：林小满",
    "本报记者 江一帆",
    "（完）",
    "相关新闻",
    "一、摊位自己定",
    "问：怎么分？",
    "图为集市",
    "作者",
    "标题",
    "{粗:加粗}",
    "{粗:。}",
    "{斜:斜体}",
    "{斜:*}",
    "{上标:2}",
    "{删:删去}",
    "{插:插入}",
    "{移来:移来}",
    "{移走:移走}",
    "{隐:隐藏}",
    "{删线:划掉}",
    "{链 http://a.example/(x):网站}",
    "{链 javascript:x:不是网站}",
    "{域 PAGE:一}",
    "{域 TOC:目录}",
    "{注:脚注}",
    "{尾注:尾注。}",
    "{批注:批注}",
    "{图 a.png:照片}",
    "{图 gone.png:没有}",
    "{框:框里的字}",
    "{旧框:旧框里的字。}",
    "{符号 Wingdings F0FE}",
    "{换行}",
    "{换页}",
    "{制表}",
    " | ",
    "--",
    "　　",
    " ",
    "*",
    "_",
    "`",
    "\\",
    "<b>",
    "&lt;",
    "](x)",
    "[^1]",
    "!",
    "# ",
    "1. ",
    "{filename}",
    "\u200b",
    "\xa0",
)
LINES = st.tuples(st.sampled_from(LOOKS), st.lists(st.sampled_from(PARTS), max_size=5).map("".join)).map(
    "".join
)
DOCUMENTS = st.lists(LINES, max_size=14).map("\n".join)


def read_or_none(source: bytes) -> ImportedArticle | None:
    """None where it is refused, with words."""
    try:
        return read(source)
    except NotImportedError as why:
        assert han(why.what) and han(why.why) and han(why.fix)
        return None


@given(DOCUMENTS, st.sampled_from(["", "页眉 {图 a.png:}"]))
@settings(max_examples=400)
@example("", "")
@example("[样式=Title] 标题{注:脚注}\n| {图 a.png:} | x |\n| 图为集市 | y |", "")
@example(
    "[居中, 字号=22] 一、摊位自己定\n| a | 槐树里办起春季集市\n[样式=toc 1] 槐树里办起春季集市\n"
    "[居中, 字号=22] 槐树里办起春季集市\n三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、"
    "绿植和点心，热热闹闹地办起了集市。",
    "",
)
def test_no_han_is_lost_and_the_story_is_a_right_document(lines: str, header: str) -> None:
    article = read_or_none(docx(lines, media={"a.png": PNG}, header=header))
    if article is None:
        return
    assert balance(article.pieces, without_alts(article.markdown)).difference == 0
    assert not han("".join(piece.text for piece in article.pieces if piece.kind is Kind.BLANK))
    start = 0
    for piece in article.pieces:
        assert piece.text and piece.start == start
        start += len(piece.text)
    document = drafted(article, 2026).document
    assert parse(format(document), PurePath("x.md")) == document


@given(DOCUMENTS)
@settings(max_examples=200)
def test_what_is_gone_is_in_no_story(lines: str) -> None:
    article = read_or_none(docx(lines, media={"a.png": PNG}))
    if article is None:
        return
    for word in ("删去", "移走", "隐藏", "批注"):
        shown = [article.title, article.subtitle, article.kicker, article.source, article.markdown]
        assert word not in "".join(shown)


@given(DOCUMENTS)
@settings(max_examples=200)
def test_the_pictures_are_those_that_the_story_shows(lines: str) -> None:
    article = read_or_none(docx(lines, media={"a.png": PNG}))
    if article is None:
        return
    assert [it.number for it in marks(article.markdown)] == list(range(len(article.images)))
    assert all(it.data == PNG for it in article.images)


@given(st.lists(st.sampled_from([it for it in PARTS if not it.startswith("{")]), min_size=1, max_size=8))
@settings(max_examples=300)
def test_text_arrives_as_text(parts: list[str]) -> None:
    """A paragraph with bold in it -> Markdown -> HTML -> the same text."""
    texts = ["".join(parts[::2]), "".join(parts[1::2])]
    lines = f"[样式=Title] 标题\n三号院{texts[0]}{{粗:加粗}}{texts[1].replace('|', '')}的小广场上支起了摊位。"
    article = read_or_none(docx(lines))
    assert article is not None
    built = unescape(re.sub(r"<[^>]*>", "", safe_html(article.markdown)))
    page = "".join(piece.text for piece in article.pieces if piece.kind is Kind.BODY)
    assert plain(built) == plain(page)


def plain(text: str) -> str:
    """Without blanks and with one spelling of marks, which restoring may change."""
    marks = dict(zip(map(ord, "，：；！？（）"), ",:;!?()", strict=True))
    return re.sub(r"[\s\u200b]+", "", text).translate(marks)


@given(st.data())
@settings(max_examples=200)
def test_any_change_of_a_good_file_is_read_or_refused_with_words(data: st.DataObject) -> None:
    source = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    read_or_none(bytes(source[: data.draw(st.integers(0, len(source)))]))


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]))
@settings(max_examples=200)
def test_any_bytes_are_refused_with_words(rest: bytes, start: bytes) -> None:
    assert read_or_none(start + rest) is None
