"""The boxes of a page -> which of them hold what is never the story: comments, other stories, menus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from newsdesk.importing.webpage.block import Box, Page


class Around(StrEnum):
    """What stands around a story; the value is the reason that the report gives."""

    COMMENTS = "网友评论"
    RELATED = "其他新闻的列表"
    SHARE = "分享、关注和扫码的按钮"
    CRUMBS = "网页的导航"
    RIGHTS = "版权声明和网站信息"
    ADS = "广告"
    BUTTONS = "网页上的按钮和导航"
    HIDDEN = "网页上看不见的文字"
    OUTSIDE = "正文以外的文字"
    BESIDE = "和正文写在一起、没有用到的文字"


_COMMENTS = """
comments? comment[_-]?(?:list|area|box|wrap|con) cmt\\w* reply replies tie gentie post_comment\\w*
comments?(?:__|--)[\\w-]+ article[_-]{1,2}comments?(?:[_-]{1,2}\\w+)* comment-(?:item|main|body|text|author)
pinglun discuss\\w* \\w*forum\\w* (?:user)?chat\\w* guest[_-]?book liuyan\\w* msg[_-]?board disqus\\w*
"""
_RELATED = """
related?\\w* relate relevant\\w* recommend\\w* recom\\w* tuijian\\w* xgxw
xiangguan\\w* hot\\w* rank\\w* paihang\\w*
side[_-]?(?:bar|block|box)\\w* aside right[_-]?(?:bar|side|col|con) more[_-]?(?:news|list) guess\\w*
prenext prev[_-]?next
next[_-]?article read[_-]?more
"""
_SHARE = """
share\\w* sns\\w* qr[_-]?code\\w* ewm erweima\\w* bdsharebuttonbox bshare\\w* jiathis\\w* social\\w*
fenxiang\\w* weixin[_-]?share
fb[_-](?:like|share|root|comments?)\\w* facebook\\w* twitter(?!-tweet)\\w* plurk\\w* addthis\\w* addtoany\\w*
"""
_CRUMBS = """
nav navi navbar\\w* navigation menu\\w* topbar top[_-]?nav breadcrumbs? crumbs? post_crumb path
current[_-]?position dangqian\\w* login\\w* search\\w* channel[_-]?nav
"""
_RIGHTS = "footer\\w* foot copyright\\w* icp disclaimer\\w* statement\\w* shengming"
_ADS = """
ad ads advert\\w* gg guanggao\\w* adv adbox ad[_-]\\w+ \\w+[_-]ad promotion\\w* sponsor\\w*
"""
_BUTTONS = """
toolbar\\w* font[_-]?size\\w* pager\\w* pagination\\w* page[_-]?(?:nav|bar) print\\w* vote\\w* survey\\w*
(?:widget-)?interaction[\\w-]* (?:widget-)?reward[\\w-]* dashang\\w* (?:\\w+-)?hash[_-]?tags?
app[_-]?download download[_-]?app tags? tag[_-]?list keywords?
"""
NAMES = (
    (Around.COMMENTS, _COMMENTS),
    (Around.RELATED, _RELATED),
    (Around.SHARE, _SHARE),
    (Around.CRUMBS, _CRUMBS),
    (Around.RIGHTS, _RIGHTS),
    (Around.ADS, _ADS),
    (Around.BUTTONS, _BUTTONS),
)
"""What sites call their boxes, in class and id."""

PATTERNS = tuple(
    (sort, re.compile(rf"(?:^|\s)(?:[a-z]{{1,6}}[_-])?(?:{'|'.join(words.split())})(?=\s|$)"))
    for sort, words in NAMES
)
TAGS = {"nav": Around.CRUMBS, "footer": Around.RIGHTS, "aside": Around.RELATED, "form": Around.BUTTONS}
MOST = 0.4
"""Share of the page's paragraphs from which a box holds the story, whatever it is called."""


def surroundings(page: Page, paragraphs: Sequence[int]) -> list[Around | None]:
    """For each block what the box around it is called, None where that may hold the story.

    `paragraphs` are the Han characters of each block that is a paragraph, 0 for the others.
    """
    sums = [0, *accumulate(paragraphs)]
    titles = [0, *accumulate(block.tag == "h1" for block in page.blocks)]
    found: list[Around | None] = []
    for box in page.boxes:  # a box comes after the one around it
        above = found[box.parent] if box.parent >= 0 else None
        own = above or sort_of(box)
        holds = sums[box.end] - sums[box.first]
        titled = titles[box.end] > titles[box.first] and box.tag != "h1"
        found.append(None if own and (titled or holds > sums[-1] * MOST) else own)
    return [found[block.box] if block.box >= 0 else None for block in page.blocks]


def sort_of(box: Box) -> Around | None:
    """What a box is called."""
    if box.tag in TAGS:
        return TAGS[box.tag]
    if not box.words or box.tag in ("html", "body"):
        return None
    return next((sort for sort, pattern in PATTERNS if pattern.search(box.words)), None)
