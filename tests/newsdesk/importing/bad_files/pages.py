"""Saved web pages that are none, too large, too deep, false, or built to do harm."""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping

from tests.newsdesk.importing.bad_files.bad import SENTENCE, TITLE, Bad, file, text
from tests.newsdesk.importing.pictures.drawn import png_that_claims

PARAGRAPHS = "".join(f"<p>{number}号院：{SENTENCE}</p>" for number in range(1, 5))
INNER = f"<h1>{TITLE}</h1><p>2026-05-03 09:26　来源：槐树里日报</p>{PARAGRAPHS}"
WECHAT = (
    '<html><head><title></title><script src="https://mp.weixin.qq.com/x.js"></script></head>'
    '<body class="weui">%s</body></html>'
)


def page(inner: str = INNER, head: str = "") -> str:
    """A whole page with this in its body."""
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body>{inner}</body></html>"


def large(name: str, source: Callable[[], str], says: str = "", *, refused: bool = False) -> Bad:
    """A page that is only made when it is needed."""
    return Bad(file(name, lambda: source().encode()), says, refused)


def good(name: str, written: str | bytes, says: str = "", never: tuple[str, ...] = ()) -> Bad:
    """A page whose story comes through all the same."""
    return text(name, written, says, refused=False, never=never)


def with_picture(source: str) -> str:
    """A page with this picture in its story."""
    return page(INNER.replace("<p>3", f'<p><img src="{source}"></p><p>3'))


def inline(data: bytes, kind: str = "png") -> str:
    """The picture inside the page."""
    return with_picture(f"data:image/{kind};base64,{b64encode(data).decode()}")


ENTITIES = "<!DOCTYPE html [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{number} '{f'&a{number - 1};' * 10}'>" for number in range(1, 10)
)
OUTSIDE = '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]>'

PAGES: Mapping[str, Bad] = {
    "empty page": text("empty.html", b"", "空"),
    "no body": text("head.html", f"<html><head><title>{TITLE}</title></head></html>", "没有找到文章"),
    "tags without text": text("tags.html", "<div><p><span></span></p></div>" * 50, "没有找到文章"),
    "only scripts": text(
        "script.html", page(f"<script>var text = '{SENTENCE}'</script>" * 30), "没有找到文章"
    ),
    "frames": text(
        "frames.html",
        '<html><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html"></frameset></html>',
        "没有找到文章",
    ),
    "only links": text(
        "list.html",
        page("".join(f'<li><a href="/{at}.html">{TITLE}之{at}</a></li>' for at in range(80))),
        "没有找到文章",
    ),
    "no tags": text("words.html", "槐树里", "没有找到文章"),
    "noise": text("noise.html", bytes(range(128, 256)) * 40, "乱码"),
    "zeros in a page": text("zeros.html", bytes(4_000), "没有找到文章"),
    "20,000 nested tags": large("deep.html", lambda: page("<div>" * 20_000 + INNER + "</div>" * 20_000)),
    "20,000 tags that never end": large("open.html", lambda: page("<div><b><i>" * 7_000 + INNER)),
    "20,000 nested lists": large("lists.html", lambda: page(INNER + "<ul><li>" * 10_000 + SENTENCE)),
    "20,000 nested tables": large("tables.html", lambda: page(INNER + "<table><tr><td>" * 7_000 + SENTENCE)),
    "20,000 nested quotes": large("quotes.html", lambda: page(INNER + "<blockquote>" * 20_000 + SENTENCE)),
    "a page of 20 MB": large("huge.html", lambda: page(INNER * 20_000), "网页太大", refused=True),
    "a page of 9 MB": large(
        "nine.html", lambda: page(INNER + "<!-- -->" + "<script>" + "x" * 9_000_000 + "</script>")
    ),
    "9 MB of text": large("texts.html", lambda: page(INNER * 5_500), "网页太长", refused=True),
    "300,000 lines in one paragraph": large(
        "breaks.html", lambda: page(INNER + "<p>" + "<br>摊" * 300_000 + "</p>"), "网页太长", refused=True
    ),
    "100,000 short paragraphs": large(
        "paragraphs.html", lambda: page(INNER + "<p>摊位</p>" * 100_000), "网页太长", refused=True
    ),
    "a table of 40,000 cells": large(
        "cells.html",
        lambda: page(INNER + "<table>" + ("<tr>" + "<td>一</td>" * 200 + "</tr>") * 200 + "</table>"),
        "网页太长",
        refused=True,
    ),
    "cells that span millions": good(
        "span.html", page(INNER + "<table><tr><td colspan=99999999 rowspan=99999999>一<td>二</table>")
    ),
    "an attribute of 5 MB": large(
        "attribute.html", lambda: page(f'<div data-x="{"x" * 5_000_000}">{INNER}</div>')
    ),
    "an element with 50,000 attributes": large(
        "attributes.html",
        lambda: page(f"<div {' '.join(f'a{at}=1' for at in range(50_000))}>{INNER}</div>"),
        "写坏的标签",
        refused=True,
    ),
    "a storm of entities": large(
        "storm.html",
        lambda: page(INNER + "<p>" + "&#x69d0;&nbsp;&amp;&bogus;&#0;&#xFFFFFFFF;" * 60_000 + "</p>"),
        "网页太长",
        refused=True,
    ),
    "20,000 conditional comments": large(
        "conditions.html", lambda: page("<!--[if gte mso 9]>" * 20_000 + INNER), "没有找到文章", refused=True
    ),
    "brackets that never close": large("brackets.html", lambda: page(INNER + "<p>" + "<" * 200_000 + "</p>")),
    "entity bomb": good("bomb.html", f"{ENTITIES}]>{page(INNER + '<p>&a9;</p>')[15:]}", never=("hahaha",)),
    "outside entity": good("outside.html", f"{OUTSIDE}{page(INNER + '<p>&e;</p>')[15:]}", never=("root:",)),
    "ends twice": good("twice.html", f"<html><body><p>首页</p></body></html>{page()}</html></html>"),
    "nothing closed": good(
        "unclosed.html", f"<html><body><h1>{TITLE}<p>{SENTENCE}<p>{SENTENCE[::-1]}<p>{SENTENCE}<div><b"
    ),
    "cut in a tag": good("cut.html", page().partition("3号院")[0] + '<p class="tex'),
    "false charset": good("charset.html", page(head='<meta charset="gb2312">')),
    "false charset the other way": good(
        "charset2.html", page(head='<meta charset="utf-8">').encode("gbk"), "GB18030"
    ),
    "unknown charset": good(
        "charset3.html", '<?xml version="1.0" encoding="x-klingon"?>' + page(head='<meta charset="x-none">')
    ),
    "UTF-16": good("utf16.html", page().encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark in HTML": good("utf16x.html", page().encode("utf-16-le"), "UTF-16"),
    "UTF-8 with a bad byte": good(
        "bad.html", page().encode().replace("热闹".encode(), b"\xff\xfe", 1), "读不出的字"
    ),
    "garbled page": text("garbled.html", page().encode().decode("gb18030", "replace"), "乱码"),
    "zeros in between": good("zero.html", page().replace("摊", "摊\0"), never=("\0",)),
    "links that run": good(
        "links.html",
        page(
            INNER + '<p><a href="javascript:alert(1)">摊位</a>和<a href="data:text/html,x">旧书</a>'
            '和<a href="vbscript:x">绿植</a>都在这里。</p>'
        ),
        never=("javascript:", "data:text", "vbscript:"),
    ),
    "scripts in attributes": good(
        "onload.html",
        page(f'<svg onload=alert(1)></svg><iframe src="file:///etc/passwd"></iframe>{INNER}'),
        never=("onload", "iframe"),
    ),
    "markup as text in a page": good(
        "escaped.html",
        page(INNER + f"<p>&lt;script&gt;alert(1)&lt;/script&gt;{SENTENCE}</p>"),
        never=("<script",),
    ),
    "picture from this computer": good(
        "passwd.html", with_picture("file:///etc/passwd"), "电脑里", never=("root:",)
    ),
    "picture outside the folder": good(
        "up.html", with_picture("../../../../../../../../etc/passwd"), "为了安全没有去取"
    ),
    "picture at an absolute path": good("absolute.html", with_picture("/etc/passwd"), "没有找到文件"),
    "picture inside our network": good(
        "network.html", with_picture("http://169.254.169.254/latest/meta-data/"), "第 1 张图片"
    ),
    "picture that claims 50,000 by 50,000": good(
        "claims.html", inline(png_that_claims(50_000, 50_000)), "尺寸大得不正常"
    ),
    "picture with a script": good(
        "svg.html",
        inline(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "svg+xml"),
        "",
        never=("alert",),
    ),
    "picture that is none": good(
        "nopicture.html", inline(zlib.compress(b"x" * 900), "jpeg"), "不是认得的图片格式"
    ),
    "10,000 pictures": large(
        "album.html",
        lambda: page(INNER + "<p>" + "".join(f'<img src="a{at}.jpg">' for at in range(10_000)) + "</p>"),
        "网页太长",
        refused=True,
    ),
    "picture at no address": good("slashes.html", with_picture("/&#9;/["), "第 1 张图片"),
    "control characters in the window's title": good(
        "window.html",
        page().replace(f"<title>{TITLE}", "<title>槐\x7f树\x1b[31m里集\u202e市开张"),
        never=("\x7f", "\u202e"),
    ),
    "a date before the first year": good(
        "year1.html", page(head='<meta name="publishdate" content="0001-01-01T00:00:00+14:00">')
    ),
    "a date behind the last year": good(
        "year9999.html", page(head='<meta name="publishdate" content="9999-12-31T23:59:59-12:00">')
    ),
    "a base that leads nowhere": good(
        "base.html", page(head='<base href="http://["><link rel="canonical" href="/a.html">')
    ),
    "900 lists in each other": good(
        "json.html", page(head=f'<script type="application/ld+json">{"[" * 900}{"]" * 900}</script>')
    ),
    "WeChat: deleted": text("deleted.html", WECHAT % "<p>该内容已被发布者删除</p>", "已经被发布者删除"),
    "WeChat: against the rules": text("rules.html", WECHAT % "<p>此内容因违规无法查看</p>", "因违规无法查看"),
    "WeChat: are you human": text(
        "human.html", WECHAT % "<p>环境异常</p><p>完成验证后即可继续访问</p>", "验证页面"
    ),
    "WeChat: text not shown": text("waiting.html", WECHAT % '<div id="js_content"></div>', "没有文章的文字"),
    "one file without a page": text(
        "none.mhtml", "MIME-Version: 1.0\nContent-Type: text/plain\n\nx", "没有网页"
    ),
    "one file of noise": text("noise.mhtml", bytes(range(256)) * 30, "没有网页"),
    "one file cut": text(
        "cut.mhtml",
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n"
        "Content-Transfer-Encoding: base64\n\nPGh",
        "没有找到文章",
    ),
    "one file, 2,000 deep": large(
        "deep.mhtml",
        lambda: (
            "MIME-Version: 1.0\n"
            + "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(2_000))
        ),
        "没有网页",
        refused=True,
    ),
}
