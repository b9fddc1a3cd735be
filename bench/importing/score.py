"""What an extractor gave for each labelled page -> the figures of the table. README.md defines each figure.

Every figure is a rate (right of asked), so that it can be summed over pages and printed with its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from bench.importing.compare import (
    bigram_rates,
    clock,
    f1,
    heading_rates,
    names,
    picture_rates,
    plain,
    without,
)
from bench.importing.labels import Gold, Label
from bench.importing.rate import NONE, Rate

# A phrase counts only where the page's own article does not hold it.
_JUNK = """
责任编辑 分享到 分享至 版权声明 免责声明 特别声明 郑重声明 扫一扫 扫描二维码 微信扫码 长按二维码 识别二维码
相关新闻 相关阅读 相关推荐 相关文章 相关资讯 延伸阅读 推荐阅读 猜你喜欢 为您推荐 热门推荐 精彩推荐 重点推荐
更多精彩 上一篇 下一篇 本文来源 版权所有 转载请注明 禁止转载 不得转载 未经授权 未经允许 未经许可 我要反馈
我要纠错 网友评论 网友跟贴 发表评论 登录并发贴 阅读原文 关键词阅读 客户端下载 打印本页 关闭窗口
"""
JUNK = tuple(_JUNK.split())
GOOD_F1 = 0.95


@dataclass(frozen=True)
class Result:
    """What an extractor gave for one page.

    date: "YYYY-MM-DD" or "YYYY-MM-DD HH:MM" (seconds, "T" and a zone are allowed).
    body: plain text, a block a line. headings: those that it gave *as headings*. pictures: addresses.
    refused: its words, "" if it did not refuse.
    """

    title: str = ""
    date: str = ""
    source: str = ""
    editor: str = ""
    authors: tuple[str, ...] = ()
    body: str = ""
    headings: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    refused: str = ""


@dataclass(frozen=True)
class Figures:
    """The figures of one page or, summed, of many. *_wrong, junk and pictures_false are faults."""

    title: Rate = NONE
    date_day: Rate = NONE
    date_minute: Rate = NONE
    source: Rate = NONE
    source_wrong: Rate = NONE
    editor: Rate = NONE
    editor_wrong: Rate = NONE
    author_found: Rate = NONE
    author_wrong: Rate = NONE
    body_f1: Rate = NONE
    body_above_95: Rate = NONE
    junk: Rate = NONE
    heading_precision: Rate = NONE
    heading_recall: Rate = NONE
    pictures_kept: Rate = NONE
    pictures_false: Rate = NONE
    refused: Rate = NONE


def total(figures: Iterable[Figures]) -> Figures:
    """The sum over pages: rates of items (headings, pictures) become micro averages."""
    listed = list(figures)
    return Figures(*(sum((getattr(each, field.name) for each in listed), NONE) for field in fields(Figures)))


def score_page(gold: Gold, result: Result) -> Figures:
    """One page. A page that must be refused yields only `refused`; an article only the others."""
    label = gold.label
    if label.refused:
        return Figures(refused=Rate.of(bool(result.refused)))
    body = _body(gold, result.body)
    score = f1(*bigram_rates("".join(map(plain, gold.body)), body))
    precision, recall = heading_rates(label.headings, label.neutral("headings"), result.headings)
    kept, false = picture_rates(label.pictures, label.neutral("pictures"), gold.aliases, result.pictures)
    return Figures(
        title=Rate.of(plain(result.title) in map(plain, _words(label, "title", label.title))),
        **_dates(label, result.date),
        **_named(label, "source", label.source, result.source),
        **_named(label, "editor", label.editor, result.editor),
        **_authors(label, result.authors),
        body_f1=Rate(score, 1),
        body_above_95=Rate.of(score > GOOD_F1),
        junk=Rate.of(bool(junk_in(gold, result.body))),
        heading_precision=precision,
        heading_recall=recall,
        pictures_kept=kept,
        pictures_false=false,
    )


def junk_in(gold: Gold, body: str) -> list[str]:
    """The junk phrases in an extracted `body` that the article itself does not hold."""
    own = plain("".join((*gold.body, *gold.captions, *gold.neutral)))
    text = plain(body)
    return [phrase for phrase in JUNK if phrase in text and phrase not in own]


def _body(gold: Gold, body: str) -> str:
    own = "".join(map(plain, gold.body))
    return without(plain(body), map(plain, (*gold.captions, *gold.neutral)), own)


def _words(label: Label, field: str, value: str | None) -> list[str]:
    return [answer or "" for answer in label.accepted(field, value)]


def _dates(label: Label, date: str) -> dict[str, Rate]:
    if not label.date:
        return {}
    right = [clock(answer) for answer in _words(label, "date", label.date)]
    given = clock(date)
    rates = {"date_day": Rate.of(given[0] in [day for day, _ in right])}
    if right[0][1]:
        rates["date_minute"] = Rate.of(given in right)
    return rates


def _named(label: Label, field: str, value: str | None, given: str) -> dict[str, Rate]:
    """`field` over the pages that must yield it; `field`_wrong over all: what was given is not right."""
    answers = _words(label, field, value)
    right = names(given) in map(names, answers)
    rates = {f"{field}_wrong": Rate.of(bool(given.strip()) and not right)}
    if value and None not in label.also.get(field, ()):
        rates[field] = Rate.of(right)
    return rates


def _authors(label: Label, given: Sequence[str]) -> dict[str, Rate]:
    authors = {name for author in label.authors for name in names(author)}
    tolerated = {name for author in label.neutral("authors") for name in names(author)}
    found = {name for author in given for name in names(author)}
    rates = {"author_wrong": Rate.of(bool(found - authors - tolerated))}
    if authors:
        rates["author_found"] = Rate.of(bool(found & authors))
    return rates
