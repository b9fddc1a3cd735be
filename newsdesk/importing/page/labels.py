"""A line -> the labels in it (来源：, 责任编辑：...), each with the front matter field that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdesk.importing.page.names import is_usual

COUNTERS = "counter"
"""Not a front matter field: views, letter size and other things that only the old page needed."""

STAFF = "staff"
"""Not a front matter field: people whom our front matter has no place for."""


ORIGINAL_TITLE = -1
"""Weight of 原标题：, the title that another paper gave the story."""


@dataclass(frozen=True)
class Label:
    """Words that name `field`; of two labels for one field the heavier wins."""

    field: str
    words: str
    weight: int = 1
    alone: bool = False
    """May a space stand for its colon?"""


LABELS = (
    Label(
        "date",
        "发布时间 发布日期 发表时间 发表日期 发稿时间 发稿日期 刊发时间 刊登日期 上传时间 见报日期 "
        "信息时间 信息日期 实际入稿日期 入稿日期 入稿时间 "
        "上稿时间 录入时间 提交时间 公布时间 公布日期 公开时间 公开日期 "
        "出版日期 报道时间 刊出日期 上版时间 上版日期 张贴日期 公告日期 建立时间 "
        "发文日期 成文日期 发布于 发表于 创作时间 撰写时间 新增时间",
        3,
        True,
    ),
    Label("date", "时间 日期 发布"),
    Label("modified", "更新时间 更新日期 最后更新 最后更新时间 修改时间 修改日期 更新于", 1, True),
    Label(
        "source",
        "新闻来源 信息来源 稿件来源 文章来源 消息来源 内容来源 来源单位 本文来源 来源 来源于 来自 稿源",
        3,
        True,
    ),
    Label(
        "source",
        "转自 转载自 摘自 出处 原载 发布单位 发布机构 发文机关 发文单位 发布机关 制发机关",
    ),
    Label("source", "供稿单位 来稿单位 供稿部门", 2),
    Label("editor", "选稿 编稿"),
    Label("editor", "责任编辑 责编 本期责编 本版责编 本文责编 值班责编", 3, True),
    Label("editor", "编辑 网编 小编 编辑员 编辑整理", 2, True),
    Label(
        "editor",
        "网络编辑 值班编辑 执行编辑 文字编辑 实习编辑 见习编辑 首席编辑 高级编辑 特约编辑 新媒体编辑",
        2,
        True,
    ),
    Label(
        "authors",
        "作者 本文作者 文章作者 撰文 撰稿 撰稿人 文字 文案 文稿 供稿人 执笔 执笔人 采写 采编 采访 编写 主笔 "
        "整理 文字整理 资料整理 特约撰稿 特约撰稿人 时评人 评论人 "
        "特约作者 特约评论员 文 本报记者 记者 通讯员 特约记者 "
        "见习记者 实习记者",
        2,
    ),
    Label("authors", "文/图 图/文 文/摄 摄/文 文图 图文", 2, True),
    Label("authors", "供稿 来稿"),
    Label("tags", "关键词 关键字 标签 本文标签 文章标签"),
    Label(
        "summary",
        "摘要 内容摘要 内容提要 核心提示 提要 导读 导语 新闻摘要 "
        "本文导读 本文摘要 内容导读 新闻导读 阅读提示 新闻提示",
    ),
    Label("title", "标题 主标题 正标题 正题 主题 信息名称", 3),
    Label("kicker", "引题 肩题 眉题"),
    Label("subtitle", "副题 副标题"),
    Label("column", "栏目 专栏 所属栏目"),
    Label(
        "source_url",
        "本文引用地址 引用地址 原文链接 原文网址 原文地址 本文链接 本文网址 文章链接 来源网址 链接 网址",
    ),
    Label("title", "原标题 本文原标题 原文标题 原题 原题为", ORIGINAL_TITLE),
    Label(
        STAFF,
        "摄影 图 图片 供图 制图 绘图 摄像 视频 校对 审核 监制 总监制 美编 排版 "
        "初审 复审 一审 二审 三审 终审 审校 校读 语音 统筹 主编 策划 编审 审签 签发 "
        "值班主任 美术编辑 图片编辑 视觉编辑 录入 发布人 发布者 上传者 技术支持 封面来源 图片来源 图源 "
        "视频来源 封面 题图 题图来源 头图来源 封面图来源 栏目主编 值班主编 责任校对 发布编辑 "
        "初审编辑 复审编辑 终审编辑 版面编辑 数字编辑 校对编辑 统筹编辑 口述 讲述 头图 插画 插图 设计 "
        "剪辑 配音 运营 出品 出品人 总策划 值班编委 编委 总编 总编辑 责校 "
        "校审 翻译 译者 译 视觉 审读 审稿 核稿 审定 复核 审核人 校对人 责任审核 一审一校 二审二校 三审三校 "
        "初审初校 复审复校 终审终校 值班总编 值班主编 值班副总编 技术编辑 上传 图编 编导 作者单位 供图单位",
    ),
    Label(
        COUNTERS,
        "浏览次数 浏览量 浏览数 浏览 阅读次数 阅读量 阅读数 阅读 点击次数 点击量 点击数 点击率 点击 "
        "访问次数 访问量 人气 字号 字级设定 字级設定 字级选择 字级選擇 字型大小 "
        "文字大小 字体 字体大小 字号大小 字级 调整字体 调整字号 调整字级 "
        "评论 评论数 热度 索引号 文号 分享 分享到 分享至 字数 阅读时长 打印 收藏 主题分类 体裁分类 "
        "发文字号 组配分类 公开方式 "
        "公开形式 公开类型 公开属性 有效性 时效性 公文种类 主题词 信息分类 所属主题 生效日期 实施日期 "
        "废止日期 失效日期 "
        "博主文章分类 文章分类 所属分类 个人分类 分类专栏 "
        "信息索引号 索取号 统一编号 分类 责任部门",
    ),
)
BY_WORD = {word: label for label in LABELS for word in label.words.split()}


def _alternatives(words: list[str]) -> str:
    """Longest first; a label may be padded: `来 源：`."""
    return "|".join(" {0,3}".join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))


_REVIEWERS = (
    "一审 二审 三审 初审 复审 终审 校对 审核 监制 审校 责校 审读 审稿 核稿 美编 视觉 排版 制图 编审 统筹 签发"
)
REVIEWERS = frozenset(_REVIEWERS.split())
"""Behind another label these need no colon: `编辑 林小满 二审 苏禾`."""

POSTED = ("发布于", "发表于")
"""These are followed by a time, or else by a town."""

EDITORS = (
    (
        re.compile(
            r".*(?:图|视觉|美术|视频|音频|音像|版面|校对|技术|数字|统筹|发布|初审|复审|终审|摄影|[审校总])"
        ),
        STAFF,
        1,
    ),
    (re.compile(r".*责任"), "editor", 3),
    (re.compile(r".*"), "editor", 2),
)
"""What stands before 编辑 (融媒编辑, 技术编辑, 本期责任编辑) -> whose label it is."""

NOT_THE_STORY = ("数据", "资料", "图片", "视频", "素材", "图文", "配图", "影像")
"""数据来源： is no source of the story."""

HAN = "\u3400-\u9fff"
EDGE = r"(?:^|(?<=[\s\d\[\](|/·,;、)>*—◆■◎□○☆★▲△-]))"
ALONE = [word for word, label in BY_WORD.items() if label.alone or word in REVIEWERS]
GLUED = (
    rf"(?<=[{HAN}\w])(?=(?:发布|发表|更新|发稿)(?:时间|日期):\s?\d)|(?<=\d)(?=作者:)"
    rf"|(?P<glued>(?<=[{HAN}:])(?=(?:作者|来源|责任编辑|责编|编辑|记者|(?<![版期任])(?:校对|审核|监制|美编)):))|(?<=纠错)(?=(?:作者|来源|责任编辑|责编|编辑)\s*:)"
)
"""Labels that stand right behind a word or an empty label, where the page had put them side by side."""

COLON = rf"\s*(?:[:|=]|/\s?(?=[^\s/])(?![文图摄](?![{HAN}]))|(?=《)(?<=题为))\s*"
PATTERN = re.compile(
    rf"(?:{EDGE}|{GLUED})(?:(?P<word>{_alternatives(list(BY_WORD))}|(?P<kind>[{HAN}]{{1,6}})编辑){COLON}"
    rf"|(?P<alone>{_alternatives(ALONE)})\s*(?=\s|\d))"
    rf"|{EDGE}(?P<near>(?P<sort>[{HAN}]{{0,4}}?)(?P<role>责任编辑|责编|编辑)\s*)(?=(?P<name>[{HAN}]{{2,3}})(?:[\s)\],、/]|$))"
)


@dataclass(frozen=True)
class LabelSpot:
    """A label at `start`..`end` of a line, its colon included."""

    start: int
    end: int
    word: str
    label: Label


def labels(folded: str) -> list[LabelSpot]:
    """Every label of a folded line, from left to right."""
    spots: list[LabelSpot] = []
    for match in PATTERN.finditer(folded):
        if match["glued"] is not None and (not spots or folded[: match.start()].endswith(NOT_THE_STORY)):
            continue
        word = "".join((match["word"] or match["alone"] or match["near"]).split())
        if match["alone"] and word in REVIEWERS and not spots:
            continue
        if match["near"] and not _names_editor(folded, match):
            continue
        if word in POSTED and not folded[match.end() :].lstrip()[:1].isdigit():
            continue
        label = BY_WORD.get(word) or _editors_label(match["kind"] or match["sort"] or "")
        spots.append(LabelSpot(*match.span(), word, label))
    return spots


def _names_editor(folded: str, match: re.Match[str]) -> bool:
    """`每经编辑 林小满`, `（编辑林小满）`, `责编林小满`: no colon, but a usual name and nothing else.

    `编辑方法` is no name: 编辑 and its name without a space stand in brackets or behind another name.
    """
    apart = match["near"].endswith(" ") or bool(folded[: match.start()].strip())
    return is_usual(match["name"]) and (apart or match["role"] != "编辑")


def _editors_label(kind: str) -> Label:
    """The label of an editor of some `kind`: of this text, or of its pictures and its look."""
    field, weight = next((field, weight) for words, field, weight in EDITORS if words.fullmatch(kind))
    return Label(field, f"{kind}编辑", weight)
