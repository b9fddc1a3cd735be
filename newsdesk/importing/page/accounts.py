"""Short lines around the time of a post -> the account that it stands under, and its author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.buttons import asks, is_button
from newsdesk.importing.page.finding import Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.headings import is_caption, numbering
from newsdesk.importing.page.kinship import Kinship
from newsdesk.importing.page.look import Look
from newsdesk.importing.page.sheet import Sheet
from newsdesk.importing.page.title_block import medium_of, whole_of
from newsdesk.importing.page.title_choice import Candidate
from newsdesk.importing.page.title_line import after_bullet

ACCOUNT = re.compile(r"(?!\d+$)[^\s,。!?;:()>]{2,12}")
WORD = re.compile(r"\S+")
STRANGE = 0.5
"""Share of the story's wording from which a short line is rather a heading than an account's name."""

SECTION = re.compile(
    r"(?:时政|政治|社会|地方|生活|国际|国内|两岸|大陆|港澳|财经|产经|证券|股市|科技|数码|军事|体育|运动|娱乐|影剧|影视|明星|文化|艺文|副刊"
    r"|教育|文教|校园|健康|医疗|医药|养生|房产|汽车|旅游|美食|时尚|消费|家电|焦点|要闻|即时|最新|热门|综合|专题|评论|社论|观点|深度|人物|历史"
    r"|图片|视频|影音|论坛|博客|公益|环保|法治|民生|民俗|农业|三农)(?:新闻|频道|版|中心)?"
)
"""A page's section, which stands where accounts do."""

FOLLOW = re.compile(r"[+\s]*(?:已?关注|订阅|私信|追踪)(?:TA|我|作者)?", re.I)
QUOTES = re.compile(r"[“”\"「」]")
LIST = 3
"""Short lines below one from which it heads a list of the story's: 男子组 above the winners' names."""


def accounts_of(it: Candidate, looks: Sequence[Look], story: Kinship) -> list[Found]:
    """`街坊小满` above or below the time: whose page it is. WeChat prints the author before the account."""
    line = it.line
    paper = medium_of(line)
    far = 0 if _is_dated(looks, it.place, 1) else 1 if _is_dated(looks, it.place, 2) else 2
    if paper and (far < 2 or any(other.meta or other.byline for other in looks[: it.place])):
        return [paper]
    far = min(far, 1) if _is_followed(looks, it.place) else far
    named = any(found.field == "source" and found.weight > 0 for other in looks for found in other.meta)
    dated = any(found.field == "date" for other in looks[: it.place] for found in other.meta)
    heads = dated and sum(other.is_text for other in looks[it.place + 1 :]) >= LIST
    if (
        named
        or heads
        or far > 1
        or is_caption(line)
        or QUOTES.search(line.text)
        or (far and story.share(line.text) >= STRANGE)
    ):
        return []
    if (
        asks(line.words)
        or SECTION.fullmatch(line.words)
        or numbering(line) not in ("", "mark")
        or "|" in line.folded
    ):
        return []
    words = [match.span() for match in WORD.finditer(line.folded, after_bullet(line))]
    words = [word for word in words if not is_button(line.folded[slice(*word)].rstrip(":"))]
    if not 1 <= len(words) <= 2 or not all(ACCOUNT.fullmatch(line.folded, *word) for word in words):
        return []
    found = whole_of(line, "source", Confidence.UNSURE, "标题下面、时间旁边的短行，像是账号的名称")
    founds = [replace(found, value=line.text[slice(*word)], start=word[0], end=word[1]) for word in words]
    if len(founds) == 2:
        founds[0] = replace(founds[0], field="authors", reason="写在账号名前面，像是作者")
    return founds


def _is_followed(looks: Sequence[Look], place: int) -> bool:
    """Does the button 关注 stand right below?"""
    below = looks[place + 1 : place + 2]
    return any(FOLLOW.fullmatch(other.line.words) for other in below)


def _is_dated(looks: Sequence[Look], place: int, far: int) -> bool:
    """Is there a date so many lines above or below?"""
    near = looks[max(0, place - far) : place + far + 1]
    return any(found.field == "date" for other in near for found in other.meta)


def two_accounts(page: Sheet) -> None:
    """Of two short lines around the time the first is the author, the second the account."""
    found = [
        it for it in page.findings if it.zone is Zone.HEAD and it.found.reason.endswith("像是账号的名称")
    ]
    if len(found) == 2 and found[0].line is not found[1].line:
        author = replace(found[0].found, field="authors", reason="写在账号名前面，像是作者")
        page.findings[page.findings.index(found[0])] = replace(found[0], found=author)
