"""Contents of several kinds, from none to all, and the site that the theme and all plugins make of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pelicanconf
from plugins.site.settings import SiteSettings
from tests.plugins.pelican_site import Built, build

SITE = SiteSettings(
    name="柳荫里新闻",
    seal="柳荫之声",
    description="柳荫里的新闻。",
    address="https://liuyin.example/paper",
    publisher="柳荫里融媒体站",
    navigation=("要闻", "故事", "公告"),
    notices="公告",
)


def story(date: str, fields: str = "", title: str = "一篇", body: str = "正文。") -> str:
    return f"---\ntitle: {title}\ndate: {date}\n{fields}\n---\n\n{body}\n"


FAIR = """category: 要闻
column: 街坊 & 故事
series: 老楼新生
tags: [集市, A/B 座]
cover: /images/fair.svg
cover_alt: 摊位
kicker: 大日子
subtitle: ——记集市
source: 居委会
source_url: https://example.com/a?b=1&c=2
editor: 林小满
authors: [江一帆]
correction: 时间写错了。
modified: 2026-05-04"""
FAIR_TITLE = "<开市> & 收市"
RICH = {
    "images/fair.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"/>',
    "pages/about.md": "---\ntitle: 关于本站\ndate: 2026-01-01\n---\n\n我们办集市的报纸。\n",
    "news/2026/fair.md": story(
        "2026-05-03 09:26",
        FAIR,
        f'"{FAIR_TITLE}"',
        "集市开市了，街坊都来。\n\n## 上午\n\n人多。\n\n### 九点\n\n开门。\n\n## 下午\n\n收摊。",
    ),
    "news/2026/plain.md": story("2026-05-01", "category: 故事\nseries: 老楼新生", "集市之前", "集市的摊位。"),
    "news/2025/notice.md": story("2025-12-01", "category: 公告", "停水", "集市停水，街坊储水。"),
    "news/2025/other.md": story("2025-11-01", "category: 没在导航里", "扫雪", "街坊扫雪。"),
    "news/2025/hidden.md": story("2025-10-01", "category: 只有隐藏\ntags: [只有隐藏]\nstatus: hidden"),
}
CONTENTS: dict[str, dict[str, str]] = {
    "nothing": {},
    "one story": {"news/2026/a.md": story("2026-05-01")},
    "notices alone": {"news/2026/a.md": story("2026-05-01", "category: 公告")},
    "hidden alone": {"news/2026/a.md": story("2026-05-01", "category: 公告\ntags: [甲]\nstatus: hidden")},
    "a page alone": {"pages/about.md": RICH["pages/about.md"]},
    "rich": RICH,
}


def site(folder: Path, files: Mapping[str, str], **settings: object) -> Built:
    """Build `files` with pelicanconf.py's plugins and the real theme, for another community."""
    own = {
        "SITE": SITE,
        "SITENAME": SITE.name,
        "THEME": pelicanconf.THEME,
        "PLUGINS": pelicanconf.PLUGINS,
        "DIRECT_TEMPLATES": pelicanconf.DIRECT_TEMPLATES,
    }
    return build(folder, files, settings={**own, **settings})
