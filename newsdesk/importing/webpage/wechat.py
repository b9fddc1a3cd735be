"""A page of WeChat -> its account, date and text; pages that hold no article are refused.

The only site that this importer knows by name: its text is hidden until scripts run, and its date stands in
a script alone.
"""

from __future__ import annotations

import datetime as dt
import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from newsdesk.importing.imported import Confidence, NotImportedError, When
from newsdesk.importing.page.finding import Finding
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line
from newsdesk.importing.webpage.hints import hint
from newsdesk.importing.webpage.stated import BEIJING, when_of
from newsdesk.importing.webpage.wechat_header import shown_account, shown_author

BODY = "js_content"
TITLE = "activity-name"
CREATED = re.compile(r"""(?:var\s+)?createTime\s*[:=]\s*['"](\d{4}-\d\d?-\d\d? \d\d?:\d\d)['"]""")
CT = re.compile(r"""var\s+ct\s*=\s*["'](1\d{9})["']""")
NICKNAMES = (
    re.compile(r"""var\s+nickname\s*=\s*(?:htmlDecode\()?["']([^"'\n]{1,60})["']"""),
    re.compile(r"""nick_name\s*[:=]\s*JsDecode\(["']([^"'\n]{1,60})["']"""),
)
ORIGIN = re.compile(
    r"以下文章来源于\s*(?P<account>\S[^,，]{0,30}?)\s*(?:[,，]\s*作者\s*(?P<author>[^,，\s]{1,20}))?\s*$"
)
SHOWN = re.compile(r"""item_show_type\s*=\s*['"](\d{1,2})['"]""")
POSTS = ("8", "10")
"""Posts of pictures and of text."""

BEFORE = re.compile(r"^(?:原创|原創|转载|Original)\s*(?:\d{4}-\d\d-\d\d\s*)?")
LEAST_TEXT = 20
LONGEST_NAMES = 60
LONGEST_NOTICE = 400
"""Characters of a page that is a notice and no article."""

NOTICES = (
    (
        re.compile(r"该内容已被发布者删除|此内容已被发布者删除|内容已被发布者删除"),
        "这篇公众号文章已经被发布者删除",
        "网页里只有“该内容已被发布者删除”，没有文章",
    ),
    (
        re.compile(
            r"此内容因违规无法查看|因违规无法查看|涉嫌违反|内容违规|此帐号已被屏蔽|帐号已被?封|已停止访问该网页"
        ),
        "这篇公众号文章因违规无法查看",
        "网页里只有违规提示，没有文章",
    ),
    (
        re.compile(r"环境异常|完成验证后即可继续访问|访问过于频繁|操作频繁|去验证"),
        "这是微信的验证页面，不是文章",
        "保存网页时微信要求验证，没有给出文章",
    ),
    (
        re.compile(
            r"该内容暂时无法查看|此内容暂时无法查看|内容无法查看|暂时无法查看|此内容发送失败|链接已过期|已失效|该公众号已迁移|帐号已迁移"
        ),
        "这篇公众号文章暂时无法查看",
        "网页里只有“暂时无法查看”一类的提示，没有文章",
    ),
)
ONLY_LINK = (
    "这一页只是转发另一篇公众号文章，没有文章的文字",
    "网页里只有推荐语和原文的链接",
    "请打开原来的那篇文章，另存为网页，再导入",
)
FIX = "请向作者或公众号要原稿，或者换一个还能打开的转载页面"


@dataclass(frozen=True)
class Account:
    """What a page of WeChat says of itself outside its text."""

    name: str = ""
    published: When | None = None
    author: str = ""


def is_wechat(text: str) -> bool:
    """Is this HTML a page of an official account?"""
    return "mp.weixin.qq.com" in text and (BODY in text or TITLE in text or "weui" in text)


def has_text(root: html.HtmlElement, text: str) -> bool:
    """Does the page hold an article's text or pictures, and not only its scripts?

    Raises NotImportedError where it only passes on another article.
    """
    shown = SHOWN.search(text)
    if root.get_element_by_id("js_share_source", None) is not None or (shown and shown[1] == "11"):
        raise NotImportedError(*ONLY_LINK)
    body = root.get_element_by_id(BODY, None)
    if body is None or (shown and shown[1] in POSTS):
        return False
    words = "".join((body.text_content() or "").split())
    return len(words) >= LEAST_TEXT or body.find(".//img") is not None


def only_script() -> NotImportedError:
    """The page has no text of its own."""
    return NotImportedError(
        "公众号网页里没有文章的文字",
        "文字要等网页运行后才出现，或者这一页不是文章",
        "请打开那篇文章，等文字都显示出来以后另存为网页，再导入",
    )


def account_of(text: str, root: html.HtmlElement) -> Account:
    """The account's name and the date from the page's scripts, or from its header where those are gone."""
    created, seconds = CREATED.search(text), CT.search(text)
    when = when_of(created[1]) if created else None
    if when is None and seconds:
        moment = dt.datetime.fromtimestamp(int(seconds[1]), BEIJING)
        when = When(moment.year, moment.month, moment.day, moment.hour, moment.minute)
    name = next((match for pattern in NICKNAMES if (match := pattern.search(text))), None)
    own = _words(name[1]) if name else ""
    return Account(own or shown_account(root), when, shown_author(root))


def _words(text: str) -> str:
    return " ".join(entities.unescape(text).split())


def refuse_notice(visible: str) -> None:
    """Raises NotImportedError where the page says that its article is gone."""
    if len("".join(visible.split())) > LONGEST_NOTICE:
        return
    for pattern, what, why in NOTICES:
        if pattern.search(visible):
            raise NotImportedError(what, why, FIX)


def uncover(root: html.HtmlElement) -> None:
    """The text is hidden until scripts have run: show it."""
    body = root.get_element_by_id(BODY, None)
    if body is not None:
        body.attrib.pop("style", None)


def wechat_facts(line: Line, account: Account, author: str) -> tuple[Found, ...]:
    """Facts on a line between title and text: where the article comes from, its author, the account."""
    origin = ORIGIN.search(line.folded)
    if origin:
        return tuple(_origin(line, origin))
    start = len(line.text) - len(account.name)
    if not account.name or not line.text.endswith(account.name) or len(line.text) > LONGEST_NAMES:
        return ()
    founds = [Found("source", account.name, start, len(line.text), "标题下面的公众号名称", Confidence.LIKELY)]
    before = line.text[:start].strip()
    if author and BEFORE.sub("", before) == author:
        place = line.text.index(author)
        end = place + len(author)
        founds.insert(0, Found("authors", author, place, end, "标题下面的作者", Confidence.LIKELY))
    return tuple(founds)


def _origin(line: Line, match: re.Match[str]) -> Iterator[Found]:
    start, end = match.span("account")
    why = "“以下文章来源于”后面的公众号"
    yield Found("source", line.text[start:end], start, end, why, Confidence.HIGH, weight=3)
    if match["author"]:
        start, end = match.span("author")
        yield Found(
            "authors", line.text[start:end], start, end, "“作者”后面的姓名", Confidence.HIGH, weight=2
        )


def wechat_hints(account: Account, author: str) -> list[Finding]:
    """What stands in the page's scripts alone."""
    found = []
    if account.published:
        where = "公众号网页脚本里的发布时间"
        found.append(hint("date", str(account.published), where, account.published, Confidence.HIGH))
    if account.name:
        found.append(hint("source", account.name, "公众号的名称"))
    if author and author != account.name:
        found.append(hint("authors", author, "公众号网页里写明的作者"))
    return found
