"""A line of a web page -> is it a button of the site, and no story text?

For lines that the rules for plain text (page/junk.py) do not know, since they stand on web pages alone.
"""

from __future__ import annotations

import re

from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.lines import Line
from newsdesk.importing.webpage.surroundings import Around

BUTTON = re.compile(
    r"""[\s·*>»▼▲↓…|—\[\]()【】★☆]*(?:
    T\s*\+?\s*-? | [A大]\s*[+-] | 字号.{0,20} | [调調]整字.{0,20} | [+-] | \d{1,6} | 原创 | 热门?
  | 置顶 | 广告 | 推广
  | (?:责任编辑|编辑|作者|来源|记者|责编|发布时间)\s*:\s*
  | (?:播放|暂停|静音|全屏|倍速|重播|视频加载失败.*
    |您的(?:浏览器|JavaScript|Flash).*|当前浏览器.*|加载中.*|图片加载中.*)
  | (?:我要)?(?:反馈|投诉|报错|纠错|举报)
  | (?:(?:点击|[\s/])*(?:查看|放大|[显顯]示)[大原]?图片?)+
  | —*-*\s*分隔线\s*—*-* | .{0,8}(?:热门)?关键[词字]\s*: | (?:文章|内容)导航 | 目\s?录 | 展开(?:全文|阅读).*
)[\s·*>»▼▲↓…|—\[\]()!。]*""",
    re.X | re.I,
)


def notice_of(line: Line) -> Around | None:
    """What the line is; None where it may be part of the story."""
    return Around.BUTTONS if BUTTON.fullmatch(line.folded) and not is_for_people(line.folded) else None
