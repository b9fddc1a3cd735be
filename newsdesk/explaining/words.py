"""Why an output was made -> Chinese sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

MOST = 5
"""Stories that are named in one sentence; of more it says how many."""

FIELDS = {
    "new": "新的一篇",
    "gone": "这一篇没有了",
    "text": "正文",
    "title": "标题",
    "subtitle": "副题",
    "kicker": "引题",
    "summary": "摘要",
    "date": "日期",
    "modified": "修改日期",
    "category": "栏目",
    "tags": "标签",
    "author_names": "作者",
    "authors": "作者",
    "source": "来源",
    "source_url": "原文网址",
    "editor": "责任编辑",
    "column": "专栏",
    "series": "连载",
    "status": "状态",
    "cover": "题图",
    "cover_alt": "题图说明",
    "picture": "题图",
    "correction": "更正",
    "slug": "地址",
    "url": "地址",
    "save_as": "地址",
    "reading": "阅读时间",
    "toc": "本文目录",
    "structured_data": "给搜索引擎的数据",
}
ATTRIBUTES = {
    "related": "相关稿件",
    "column_page": "所在专栏",
    "series_page": "所在连载",
    "links": "正文里链接指向的地址",
}
VARIABLES = {
    "NAVIGATION": "导航",
    "FOOT": "页脚",
    "STYLESHEET": "样式表",
    "COLUMNS": "专栏列表",
    "SERIES": "连载列表",
    "articles": "列出的稿件",
    "articles_page": "列出的稿件",
    "articles_paginator": "列出的稿件",
    "articles_next_page": "相邻的列表页",
    "articles_previous_page": "相邻的列表页",
    "dates": "列出的稿件",
    "all_articles": "全站稿件",
    "categories": "栏目列表",
    "tags": "标签列表",
    "period_archives": "按月的存档",
    "pages": "固定页面",
}
PLAIN = {
    "new": "它是新的：上一次生成时还没有，或没有留下记录",
    "unfinished": "上一次生成没有做完，不知道留下的是什么",
    "by hand": "它在网站文件夹里被删去或改动过",
    "unknown": "做成它的东西变了，但没有留下能说清是哪一样的记录",
}


def sentences(reasons: Iterable[Sequence[str]]) -> list[str]:
    """One for each reason, none twice."""
    return list(dict.fromkeys(_sentence(it[0], it[1:]) for it in reasons))


def _sentence(kind: str, said: Sequence[str]) -> str:
    if kind in PLAIN:
        return PLAIN[kind]
    return _TELL[kind](said) if kind in _TELL else f"{kind}：{'、'.join(said)}"


def _template(said: Sequence[str]) -> str:
    return "模板变了" if said[0] == "*" else f"模板 {said[0]} 变了"


def _story(said: Sequence[str]) -> str:
    place, *fields = said
    if not fields:
        return f"稿件 {place} 变了"
    files = [it.removeprefix("file ") for it in fields if it.startswith("file ")]
    names = list(dict.fromkeys(FIELDS.get(it, it) for it in fields if not it.startswith("file ")))
    parts = [f"它用到的文件 {'、'.join(files)}"] * bool(files) + names
    return f"稿件 {place} 变了：{'、'.join(parts)}"


def _variable(said: Sequence[str]) -> str:
    name, *stories = said
    what = f"{VARIABLES[name]}变了" if name in VARIABLES else f"模板变量 {name} 变了"
    if not stories:
        return what
    more = f" 等 {len(stories)} 篇" if len(stories) > MOST else ""
    return f"{what}，其中有改动的稿件 {'、'.join(stories[:MOST])}{more}"


_TELL: dict[str, Callable[[Sequence[str]], str]] = {
    "template": _template,
    "story": _story,
    "variable": _variable,
    "attribute": lambda said: f"{ATTRIBUTES.get(said[0], said[0])}变了",
    "always": lambda said: f"模板变量 {said[0]} 无法和上一次比较，所以每次都重新做",
}
