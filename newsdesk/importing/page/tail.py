"""The lines below the last paragraph -> those that are tags, notices and headlines, not the story's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.headings import LISTED, SIGNED, numbering
from newsdesk.importing.page.look import Look

TAG = re.compile(r"[\w+#·]{1,12}")
TAGS = re.compile(r"[\w+#]{1,8}(?:[\s|,、/]+[\w+#]{1,8}){2,}")
LEADS = re.compile(r"(?:如下|包括|分别[是为]|名单|附|如次|有|是)?[:]$")
RIGHTS = re.compile(
    "声明|投资建议|风险自担|不代表|仅代表|仅供参考|不意味|不承担|侵权|删除|转载|授权|版权|登载|投稿|爆料|报料"
    "|热线|追究|法律责任|更多资讯|二维码|公众号|客户端|点击|关注|下载|APP|独家|原创|知识星球|添加微信|报名学习"
    "|立场|观点"
)
"""Words of what a page says below a story about itself; two of them are enough."""

TELLS = re.compile(r"\d:\d\d|(?:周|星期)[一二三四五六日天]|[请您]")
"""Of a short line: opening hours, and what readers are asked for, are no tags and no headlines."""

HEADS_TAGS = re.compile(r"标签|关键[词字]|话题|推荐|专题|相关|热门|更多|阅读|新闻")
FEWEST = 3
MANY = 5
HEADLINE = 8
LONGEST_NOTICE = 200
LONGEST = 18


def loose_lines(looks: Sequence[Look], last: int, *, closed: bool) -> frozenset[int]:
    """The places after `last` of lines that the story does not need. `closed`: the page goes on."""
    below = [at for at in range(last + 1, len(looks)) if looks[at].is_text and looks[at].line.han]
    if last < 0 or not below or any(_leads(looks[at]) for at in (last, below[0])):
        return frozenset()
    tags = [at for at in below if _is_tags(looks[at])]
    single = [at for at in below if TAG.fullmatch(looks[at].line.words) and _may_go(looks[at])]
    found = set(tags) | (set(single) if len(single) >= FEWEST else set())
    if (closed or len(below) >= MANY + 3) and not any(map(numbering, (looks[at].line for at in below))):
        found |= set(below) if _are_headlines([looks[at] for at in below]) else set()
    short = [at for at in below if _may_go(looks[at])]
    above = [it for it in looks[:last] if it.is_text]
    airy = sum(1 for it in above if not it.is_paragraph) * 3 > len(above)  # a story in short lines
    if closed and not airy and len(short) >= FEWEST and len(short) == len(below):
        found |= set(short)
    return frozenset(found)


def closing_words(looks: Sequence[Look]) -> int:
    """From which place on `looks` are notices of the page: rights, accounts to follow, advice not given."""
    first = len(looks)
    for at in range(len(looks) - 1, -1, -1):
        it = looks[at]
        if (
            it.is_text
            and len(it.line.text) <= LONGEST_NOTICE
            and len(set(RIGHTS.findall(it.line.folded))) > 1
            and not is_for_people(it.line.folded)
        ):
            first = at
        elif it.is_text:
            break
    return first


def _leads(it: Look) -> bool:
    """`请您：` and `名单如下：` lead a list of the story's own."""
    return bool(LEADS.search(it.line.folded)) and not HEADS_TAGS.search(it.line.folded)


def _are_headlines(below: Sequence[Look]) -> bool:
    """Five lines or more like titles of other stories, none of them a sentence."""
    long = [it for it in below if it.line.han >= HEADLINE]
    plain = [it for it in below if not it.is_paragraph and not LISTED.match(it.line.words)]
    return len(below) >= MANY and len(plain) == len(below) and len(long) * 2 >= len(below)


def _is_tags(it: Look) -> bool:
    words = it.line.words
    return bool(TAGS.fullmatch(words)) and _may_go(it) and len(re.split(r"[\s|,、/]+", words)) >= FEWEST


def _may_go(it: Look) -> bool:
    """Short, and neither signed nor an entry of a list that the story gives."""
    folded = it.line.words
    if (
        it.is_paragraph
        or it.line.han > LONGEST
        or dates(folded)
        or numbering(it.line)
        or is_for_people(folded)
        or TELLS.search(folded)
    ):
        return False
    return not (LISTED.match(folded) or SIGNED.match(folded) or re.search(r"[“”\"]", folded[:1]))
