"""What a page states for machines -> the name of its site, the source where readers see no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.importing.page.folding import fold
from newsdesk.importing.webpage.stated import Stated

LONGEST = 16
PART = re.compile(r"(?:[^-_|—,«»]|(?<=[A-Za-z])-(?=[A-Za-z]))+")
NAME = re.compile(
    r"(?=.{2,16}$)[\w·《》\s]*(?:(?<!官)网|[网官]站|官网|[日晚早晨时商周快]报|青年报|都市报|电子报|公报|新闻|新闻中心|在线|电视台?|卫视|电台|通讯社"
    r"|周刊|月刊|杂志|博客|之窗|之声|门户|人民政府|中国站|客户端|社|教育考试院|传媒|新媒体|[财]经)"
    r"(?:\s?[A-Za-z]{2,10}(?:\.[a-z]{2,3})?)?",
    re.I,
)
"""A site, and how it is called in Latin letters behind that (`中央社 CNA`)."""

CHANNEL = re.compile(
    r"(?:国内|国际|社会|体育|娱乐|财经|科技|本地|地方|综合|时政|图片|最新|今日|校园|学校|学院|公司|行业|企业|工作|热点|民生|生活|教育|文化"
    r"|健康|汽车|房产|军事|游戏|头条|即时|要闻|焦点|港台|两岸|大陆|台湾|香港|中国|世界|环球|本站|本网|网络|社区|业界|媒体|视频|图文|组图|滚动|推荐)*"
    r"(?:新闻|财经|新闻中心|博客|视频|在线|杂志|频道)|官网|(?:校史|校园|校友|新闻|资讯)网|电子报|.*(?:首页|主页|官方网站|列表)"
)
"""Parts of a site, and words that name none."""

WEBSITE = re.compile(r"全球[资資][讯訊][网網]$|(?<=.{4})官方[网網]站$")


def site_name(said: Stated) -> str:
    """Of og:site_name, the window's title and the JSON-LD publisher the first that is a site's name; ""."""
    names = (WEBSITE.sub("", it) for it in _names(said))
    return next((it for it in names if 2 <= len(it) <= LONGEST), "")


def _names(said: Stated) -> Iterator[str]:
    own = said.meta.get("og:site_name", "").strip()
    spots = [match.span() for match in PART.finditer(fold(said.title))]
    parts = [said.title[slice(*spot)].strip() for spot in spots]
    if own and own not in (
        said.title,
        said.headline,
        said.meta.get("og:title", "") if len(parts) > 1 else "",
    ):
        yield own
    sites = [part for part in reversed(parts) if _is_site(part)]
    yield from sites
    if _is_site(said.publisher):
        yield said.publisher


def _is_site(part: str) -> bool:
    folded = fold(part)
    return bool(NAME.fullmatch(folded)) and not CHANNEL.fullmatch(folded)
