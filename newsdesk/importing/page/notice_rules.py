"""A line -> is it a notice of rights or an invitation to follow the site, and no story text?"""

from __future__ import annotations

import re

from newsdesk.importing.page.appeals import OBJECT
from newsdesk.importing.page.junk_rules import Sort
from newsdesk.importing.page.lines import Line

LONGEST, LONGEST_DECLARED, LONGEST_INVITE = 200, 500, 36
"""Characters of a notice, Han characters of an invitation. A community tells its people in longer sentences
where to sign up and what to bring, and that is news."""

_RIGHTS = r"""
    .{0,12}(?:图片?|视频|文章|内容|素材|稿件|部分).{0,10}(?:来自|来源于?|源于|转自|摘自|整理自?)
    .{0,4}(?:网络|互联网).{0,40}
  | .{0,30}(?:如有|若有|如涉|若涉).{0,10}(?:侵权|侵犯|版权).{0,40}
  | .{0,4}本文(?:为|系|由|仅|属).{0,20}(?:原创|独家|授权|代表|刊发|发布于)
    .{0,60}
    (?:转载|观点|立场|平台|许可|授权|声明).{0,40}
  | .{0,20}(?:转载|投稿|商务合作|内容合作|广告合作|爆料|报料).{0,12}(?:请|:|联系|邮箱|热线|电话).{1,60}
  | .{0,10}(?:新闻)?(?:报料|爆料|热线|监督电话|投稿邮箱)\s*:.{0,60}
  | (?:notice|disclaimer|copyright|statement)\b.*
  | .{0,6}(?:以上|上述)(?:内容|信息|文章).{0,30}(?:不代表|仅供参考|不构成|自媒体).*
  | .{0,30}(?:不构成|仅供参考).{0,12}(?:投资|建议).{0,40}
  | .{0,10}(?:特别|免责|郑重|版权|风险|平台).{0,4}(?:声明|提示)\s*:.*
"""
_INVITES = rf"""
    .{{0,16}}(?:请|欢迎|快来?|赶紧|点击|扫码|长按|搜索|识别).{{0,6}}(?:关注|下载|订阅|安装|登录|星标)
    (?![^。]{{30}})(?:.{{0,24}}{OBJECT}.{{0,30}})?
  | .{{0,10}}更多(?:精彩|内容|资讯|新闻|原创|详情|报道|信息|视频).{{0,12}}
    (?:点击|关注|下载|尽在|戳|请.{{0,16}}{OBJECT}).{{0,40}}
  | .{{0,12}}相关(?:资讯|内容|新闻|报道|攻略)请.{{0,20}}
  | .{{0,6}}(?:打开|下载|进入|前往|使用).{{0,10}}(?:APP|客户端|小程序)(?:,|查看|阅读|看|体验|体会).{{0,30}}
  | .{{0,4}}(?:安装|下载).{{0,14}}(?:客户端|APP).{{0,40}} | .{{0,40}}[\[(]?下载地址[\])]? | 炒股就看.* | 图集
  | .{{0,16}}(?:滚动播报|第一时间).{{0,40}}(?:资讯|关注|二维码).{{0,40}}
  | (?:点击|单击)(?:图片|上图|此处|这里|查看|放大|下方|上方|阅读).{{0,20}}
  | .{{0,6}}(?:点(?:个|一个)?|记得|求|给个)(?:赞|在看|好看|转发|三连).{{0,20}}
  | .{{0,8}}(?:长按|识别|扫描|扫一扫|微信扫).{{0,14}}(?:二维码|关注|码).{{0,20}}
  | (?:精彩)?(?:评论|留言)(?:区)?(?:\(?\d*\)?)? | 写留言 | 微信扫一扫.*
  | (?:已|未)?(?:关注|订阅|收藏|点赞|推荐成功|登录|注册)(?:\s*\d+)? | 赞\s*\(?\d*\)? | 踩 | 顶
"""
AROUND = r"[\s·*>»▼▲↓…|—\[\]()【】★☆]*"
DECLARED = re.compile(
    r"[\[(]?.{0,8}(?:免责|特别|版权|郑重|法律|平台|风险|网|本站)(?:声明|提示|说明)[\])]?\s*:?"
    r"(?=.*(?:观点|立场|投资|风险自担|转载|版权|侵权|准确性|真实性|责任|作者))(?=.*(?:不|仅|勿|未经))"
)
"""免责声明：本文仅代表作者本人观点...: longer than other notices."""

PATTERNS = tuple(
    (sort, re.compile(rf"{AROUND}(?:{pattern})[\s·*>»▼▲↓…|—\[\]()!。]*", re.X | re.I))
    for sort, pattern in ((Sort.RIGHTS, _RIGHTS), (Sort.SHARE, _INVITES))
)


def notice_of(line: Line) -> Sort | None:
    """What the line is; None where it may be part of the story."""
    if len(line.text) > LONGEST:
        return Sort.RIGHTS if len(line.text) <= LONGEST_DECLARED and DECLARED.match(line.folded) else None
    found = next((sort for sort, pattern in PATTERNS if pattern.fullmatch(line.folded)), None)
    return None if found is Sort.SHARE and line.han > LONGEST_INVITE else found
