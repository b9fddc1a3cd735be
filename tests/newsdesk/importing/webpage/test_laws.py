"""What holds for every page, whatever stands in it."""

from __future__ import annotations

from pathlib import PurePath

from hypothesis import example, given, settings
from hypothesis import strategies as st

from article.document import format, parse
from article.likeness import han
from newsdesk.importing.draft import drafted
from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle, Kind, NotImportedError
from newsdesk.importing.page.pieces import balance
from newsdesk.importing.pictures.marks import marks, without_alts
from plugins.article_reader.safe_html import safe_html

TEXTS = (
    "槐树里办起春季集市",
    "2026-05-03 09:26 来源：槐树里日报",
    "责任编辑：林小满_HS1024",
    "作者：",
    "文｜江一帆",
    "（记者 江一帆）",
    "三号院的小广场上，一大早就支起了三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。",
    "五月三日上午九点开市，",
    "一、摊位自己定",
    "分享到：",
    "相关阅读",
    "▲图为集市现场。苏禾 摄",
    "（完）",
    "长按二维码关注我们",
    "{filename}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "](http://x.example)",
    "# ",
    "1. ",
    "*_`|",
    "\u3000\u3000",
    "\u200b\ufeff\ue001\ue000",
    " ",
    "\n",
)
_TAGS = """
p;div;span;b;strong;h1;h2;h3;li;ul;ol;table;tr;td;th;blockquote;pre;section;center;font size=5;a href=/x.html
a href='javascript:alert(1)';a;p style='text-align:center';p style='display:none';del;noscript
div class=comment;p style='mso-list:l0 level2 lfo1';div class=content;div id=js_content
p class=MsoTitle;html;body;script;title;td rowspan=2;td colspan=2;th rowspan=3 colspan=9;td rowspan=0;thead;tr
sup;sub;i;s
"""
TAGS = tuple(";".join(_TAGS.split("\n")).strip(";").split(";"))
ALONE = (
    "<br>",
    "<hr>",
    "<img src=a.jpg alt=集市>",
    "<img data-src='https://x.example/b.jpg' width=600>",
    "<img src='data:image/gif;base64,R0lG' alt='\"]('>",
    "</html>",
    "</div>",
    "<!--[if gte mso 9]><xml>x</xml><![endif]-->",
    "<!-- ",
    "<![if !supportLists]>",
    "\0",
    "<meta charset=big5>",
    "<iframe src=x></iframe>",
    "<table><tr><td rowspan=2>一<td colspan=2>二<tr><td>三<td>四<tr><td>五<td>六<td>七</table>",
    "mp.weixin.qq.com activity-name",
)
NODES = st.recursive(
    st.sampled_from((*TEXTS, *ALONE)) | st.text(max_size=8),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(TAGS),
        st.lists(inner, max_size=5),
    ),
    max_leaves=25,
)
PAGES = st.lists(NODES, max_size=8).map("".join)
STORY = f"<h1>{TEXTS[0]}</h1><p>{TEXTS[1]}</p><p>{TEXTS[6]}</p><p>{TEXTS[6]}</p>"


def read(page: str) -> ImportedArticle | None:
    try:
        return READERS[".html"](page.encode("utf-8", "surrogatepass"))
    except NotImportedError as why:
        assert han(why.what) and han(why.why) and han(why.fix)
        return None


@example(page="<p style='mso-list:l0 level2 lfo1'></p>\x0c")
@given(PAGES)
@settings(deadline=None, max_examples=200)
@example("")
@example("<p>" * 3000)
@example("</html></body>槐树里")
@example(STORY + "<table><tr><td>" * 40)
def test_every_page_is_whole_or_refused_with_words(page: str) -> None:
    """The pieces in order are the page's text, and each Han character is in one place."""
    for source in (page, STORY + page, page + STORY):
        article = read(source)
        if article is None:
            continue
        assert balance(article.pieces, without_alts(article.markdown)).difference == 0
        assert not han("".join(it.text for it in article.pieces if it.kind is Kind.BLANK))
        start = 0
        for piece in article.pieces:
            assert piece.text and piece.start == start
            start += len(piece.text)


@given(PAGES)
@settings(deadline=None, max_examples=150)
def test_a_page_becomes_a_right_and_safe_document(page: str) -> None:
    article = read(STORY + page)
    if article is None:  # what was added made it a page that holds no article
        return
    document = drafted(article, 2026).document
    assert parse(format(document), PurePath("x.md")) == document
    built = safe_html(article.markdown)
    assert "<script" not in built and 'href="javascript' not in built
    assert [mark.number for mark in marks(article.markdown)] == list(range(len(article.images)))


@given(st.binary(max_size=600) | PAGES.map(lambda page: page.encode("gb18030", "replace")))
@settings(deadline=None, max_examples=150)
def test_any_bytes_are_an_article_or_refused_with_words(source: bytes) -> None:
    for suffix in (".html", ".mhtml"):
        try:
            article = READERS[suffix](source)
        except NotImportedError as why:
            assert han(why.what) and han(why.why) and han(why.fix)
        else:
            assert article.title.strip()
