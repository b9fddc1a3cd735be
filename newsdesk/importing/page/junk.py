"""A line of the old web page (buttons, other stories, rights) -> what it is, and whether a tail begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsdesk.importing.page.lines import Line


class Sort(StrEnum):
    """What a line of no use is; the value is the reason that the report gives."""

    SHARE = "分享、关注和扫码的按钮"
    RELATED = "其他新闻的列表"
    RIGHTS = "版权声明和网站信息"
    BELOW = "责任编辑下面的文字，不是正文"
    BUTTONS = "网页上的按钮和导航"
    PAGES = "翻页"
    PAGE_NUMBER = "页码"
    END = "文章结束的记号"
    PICTURE = "图片的位置，纯文本里没有图片"
    CRUMBS = "网页的导航"
    TURNS = "报纸的转版提示"


@dataclass(frozen=True)
class Rule:
    """Lines that match `pattern` as a whole are of this sort. `ends_body`: what follows is no story text."""

    sort: Sort
    pattern: re.Pattern[str]
    ends_body: bool = False


def _rule(sort: Sort, pattern: str, *, ends_body: bool = False) -> Rule:
    """`pattern` is verbose; brackets, bullets and 更多 around it do not count."""
    around = r"[\s·*◆■>»▼▲…|—\[\]()]*"
    return Rule(
        sort,
        re.compile(rf"{around}(?:{pattern})[\s·*◆■>»▼▲…|—\[\]():]*(?:更多|换一换)?[\s:>»]*", re.X | re.I),
        ends_body,
    )


OTHERS = (
    "(?:新闻|阅读|推荐|文章|报道|视频|图片|图集|资讯|内容|话题|稿件|信息|回顾|精选"
    "|排行榜?|热榜|热点|专题|看点|头条|链接|要闻|榜)"
)
PLACES = "(?:[:\\s|]|微信|微博|新浪|腾讯|QQ|空间|朋友圈|好友|和|更多|豆瓣|人人|贴吧|支付宝|复制链接)"
RULES = (
    _rule(Sort.END, r"全?文?(?:完|终) | the\s*end | end | 正文已结束.* | [■□◆●]{1,3}"),
    _rule(Sort.PICTURE, r"(?<=\[)(?:图片|配图|插图|图\d*|视频|音频|动图)\d*"),
    _rule(Sort.TURNS, r"(?:下转|上接|紧接)第?.{1,6}版"),
    _rule(
        Sort.PAGE_NUMBER,
        r"""(?<=[-—]) \s*\d{1,3}\s* (?=[-—]) | [-—]\s*\d{1,3}\s*[-—]
        | 第\s*\d+\s*页(?:\s*[,/]?\s*共\s*\d+\s*页)? | \d+\s*/\s*\d+""",
    ),
    _rule(
        Sort.PAGES,
        r"""\[?\d+\](?:\s*\[\d+\])+ | \d+\](?:\s*\[\d+)+
        | (?=.*(?:[上下]一页|余下全文|尾页|末页))
          (?:首页|[上下]一页|余下全文|尾页|末页|全文|共\s*\d+\s*页|\[?\d+\]?|[\s·|…>《<»])+""",
    ),
    _rule(
        Sort.SHARE,
        rf"""(?:一键)?分享(?:到|至|给|本文|按钮)?{PLACES}*
        | .{{0,8}}分享(?:到|至)(?:微信|好友|朋友圈|微博|QQ).{{0,14}}
        | (?:请?用?|使用|打开)微信.{{0,4}}(?:扫一扫|扫描|扫码).{{0,24}} | 微信扫一扫.{{0,24}}
        | 扫一扫(?:[,\s]*(?:在?手机|分享|关注|加|打开|下载).{{0,16}})?
        | 扫码(?:关注|查看|阅读|分享|下载).{{0,16}} | 扫描.{{0,4}}二维码.{{0,20}}
        | (?:长按|识别).{{0,8}}二维码.{{0,20}}
        | (?:点击|欢迎|扫码|长按|请|快来|别忘了|上方|\s)*关注(?:我们|.{{0,8}}公众号)[吧哦!]*
        | 点击.{{0,6}}蓝字.{{0,12}} | 阅读原文 | 喜欢作者 | 赞赏(?:作者)? | 点个?(?:赞|在看).{{0,8}}
        | (?:点赞|在看|收藏|转发|分享|评论|举报|\s|·|\||\d)+(?<=[赞看藏发享论报])""",
        ends_body=True,
    ),
    _rule(
        Sort.RELATED,
        rf"""(?:相关|延伸|推荐|热门|热点|精彩|猜你|更多|往期|近期|最新|最近|拓展|扩展|本网|其他|24小时|今日|一周|每日|点击|编辑|大家)
          [·\s]?{OTHERS}(?:推荐|排行|精选)?
        | (?:新闻|阅读|文章|点击|热门|人气|本周|本月)(?:排行榜?|热榜|推荐)
        | 猜你喜欢 | 大家都在[看搜] | (?:为|给)[您你]推荐 | 看了.{{0,4}}还看.{{0,4}}
        | 您?可能(?:还)?(?:感兴趣|喜欢).{{0,6}}
        | 阅读下一篇 | 此前报道 | 相关 | 延伸 | 推荐 | 热门 | 关联阅读 | (?:点击)?进入专题.*
        | [上下]一[篇条](?:[:\s].*)? | 更多.{{0,8}}(?:请|点击).*""",
        ends_body=True,
    ),
    _rule(
        Sort.RIGHTS,
        r"""(?:版权|免责|特别|郑重|平台|法律|转载)(?:声明|说明|提示)(?:[:\s].*)? | 声明:.*
        | .{0,40}版权所有.* | .*(?:Copyright|©).* | .*ICP[备证].* | .*公网安备.*
        | .{0,12}未经[^。]{0,12}(?:授权|许可|同意|允许)[^。]{0,14}(?:转载|使用|复制|摘编|引用).{0,40}
        | .{0,12}(?:不得|谢绝|禁止|严禁)[^。]{0,10}(?:转载|摘编).{0,30}
        | .{0,12}转载(?:请|时|须|需)[^。]{0,30}(?:注明|标明|联系|授权).{0,40}
        | .{0,6}本文.{0,8}代表作者.{0,60} | .{0,10}(?:仅|不)代表.{0,10}(?:观点|立场).{0,60}
        | .{0,10}(?:违法|不良)(?:和不良)?信息.{0,4}举报.* | 网站地图.* | (?:关于|联系)我们(?:[|\s].*)?
        | .{0,8}技术支持:.* | 网站标识码.*""",
        ends_body=True,
    ),
    _rule(
        Sort.BUTTONS,
        r"""(?:打印(?:本页|本文)?|关闭(?:窗口|本页)?|收藏(?:本页)?|返回(?:顶部|首页|列表|上一?页|目录)?|回到?顶部|我要?纠错
          |纠错|举报|复制链接|\[?(?:大|中|小)\]?|字号|字体|A[+-]?|\s|[:|\[\]·])+
          (?<=[印页文闭口藏部目录错报接大中小号体+\]-])
        | 返回.{1,10}(?:首页|频道|列表|查看更多) | .{0,10}网友(?:评论|留言).*
        | (?:我要|发表|查看|全部|最新|热门|写)评论.*
        | 评论\s*\(?\d*\)? | 跟帖.* | \d+\s*(?:人)?(?:参与|评论|跟帖).{0,8}
        | 登录后.* | 加载(?:更多|中).* | 展开(?:全文|更多)? | 收起 | 听新闻
        | 语音播报.{0,8} | 点击播放.{0,8}""",
    ),
    _rule(
        Sort.CRUMBS,
        r"""(?:您?现?在?的?|当前|所在|您当前的?|你的?)位置\s*:.* | 首页\s*[>›»/|—-].* | 正文 | 首页
        | [^。,\s>›»]{1,12}(?:\s?[>›»]\s?[^。,\s>›»]{1,14}(?:\s[^。,\s>›»]{1,8})?){2,}
        | [^。,\s>›»]{1,10}\s?[>›»]\s?\w{2,10}
        | 登录(?:\s*[|/]?\s*注册)? | 注册 | 设为首页.* | 加入收藏.*
        | 第?[A-Z]?\d{1,2}版(?:[:\s].{0,10})? | 网站首页.*
        | 无障碍(?:浏览)? | 手机版 | 繁體.{0,4} | 搜索""",
    ),
)
LONGEST = 160


@dataclass(frozen=True)
class Junk:
    """What a line of no use is. `ends_body`: the story may be over here."""

    sort: Sort
    ends_body: bool


def junk_of(line: Line) -> Junk | None:
    """What `line` is, if it is of no use; None where it may be part of the story."""
    if len(line.text) > LONGEST:
        return None
    for rule in RULES:
        if rule.pattern.fullmatch(line.folded):
            return Junk(rule.sort, rule.ends_body)
    return None
