"""Short pages for tests: a story's HTML -> the article that is read from it."""

from __future__ import annotations

import re

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle, Kind

TITLE = "槐树里办起春季集市"
PARAGRAPH = (
    "五月三日上午九点，三号院的小广场上支起三十二个摊位，居民们带来旧书、绿植和点心，热热闹闹地办起了集市。"
)
OTHER = "住了二十年的老邻居第一次坐到一张桌子上，聊起院子里的大槐树，都说以后要常办。"
HEADING = re.compile(r"^#{2,3} (.*)$", re.M)


def page(story: str, *, facts: str = "", below: str = "", head: str = "") -> ImportedArticle:
    """A page of a site: `story` is the HTML of its text, `facts` stand under the title, `below` under it."""
    return READERS[".html"](
        f"<html><head><title>{TITLE}_社区新闻_槐树里</title>{head}</head><body>"
        f'<ul class="nav"><li><a href="/">首页</a></li><li><a href="/n">新闻</a></li></ul>'
        f'<div class="main"><h1>{TITLE}</h1><div class="info">{facts}</div>'
        f'<div class="content">{story}</div>{below}</div>'
        f'<div class="footer">版权所有 槐树里网</div></body></html>'.encode()
    )


def body(article: ImportedArticle) -> str:
    """The text of the story, a block a line."""
    return "\n".join(piece.text for piece in article.pieces if piece.kind is Kind.BODY)


def headings(article: ImportedArticle) -> list[str]:
    return HEADING.findall(article.markdown)
