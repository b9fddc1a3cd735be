"""A WeChat post of pictures or of a few lines, whose words stand in scripts alone -> a page with them."""

from __future__ import annotations

import html
import re

OBJECT = re.compile(r"picture_page_info_list\s*=\s*\[(.{0,400000}?)\n\s{0,8}\];", re.S)
PICTURE = re.compile(r"^ {12,20}cdn_url:\s*'(https?:[^']{10,600})'", re.M)
TITLE = re.compile(r"""msg_title\s*=\s*'((?:[^'\\\n]|\\.){1,6000})'""")
OG = re.compile(r"""<meta\s+property="og:(title|description)"\s+content="([^"]{0,20000})\"""")
ESCAPE = re.compile(r"\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\(n|r|t|.)")
TAG = re.compile(r"<[^>]{0,400}>")
LONGEST_TITLE = 40


def post_page(source: str) -> str | None:
    """The post in a page's scripts as HTML with a title, text and pictures; None where it holds neither."""
    stated = {name: _text(value) for name, value in OG.findall(source)}
    found = TITLE.search(source)
    title = stated.get("title") or (_text(found[1]) if found else "")
    lines = [line.strip() for line in f"{title}\n{stated.get('description', '')}".split("\n") if line.strip()]
    pictures = _pictures(source)
    if not lines or (len(lines) == 1 and not pictures and len(title) <= LONGEST_TITLE):
        return None
    shown = "".join(f"<p>{html.escape(line)}</p>" for line in (lines if _is_text(lines[0]) else lines[1:]))
    images = "".join(f'<p><img src="{html.escape(address)}"></p>' for address in pictures)
    sentence = re.split(r"(?<=[。！？!?])", lines[0])[0]
    first = sentence[:LONGEST_TITLE] if _is_text(lines[0]) else lines[0]
    return (
        f'<html><body><h1>{html.escape(first)}</h1><div id="js_content">{images}{shown}</div></body></html>'
    )


def _is_text(line: str) -> bool:
    """A post of text has no title: its first line is both."""
    return len(line) > LONGEST_TITLE


def _pictures(source: str) -> list[str]:
    them = OBJECT.search(source)
    return list(dict.fromkeys(_text(address) for address in PICTURE.findall(them[1]))) if them else []


def _text(value: str) -> str:
    """Without the escapes of scripts and of HTML, one inside the other."""
    unescaped = ESCAPE.sub(_char, value)
    for _ in range(2):
        unescaped = html.unescape(unescaped)
    return TAG.sub("", unescaped).strip()


def _char(match: re.Match[str]) -> str:
    if match[3]:
        return {"n": "\n", "r": "\n", "t": " "}.get(match[3], match[3])
    return chr(int(match[1] or match[2], 16))
