"""cases.md: lines around a story -> who edited and wrote it, alike on a web page and in plain text.

A case's title begins with the place of its lines: 文末 (below the last paragraph), 标题下 (below the line of
date and source), 段首 (the first words of the story) or 段末 (the last ones). Each line is tried by itself.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle
from tests.cases import Case
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE, body, page

FACTS = "2026-05-03 09:26 来源：槐树里日报"
THIRD = "秦风说，集市往后每个月办一次，摊位免费，收入归摊主，想来的居民到居委会一楼登记就行。"


@dataclass(frozen=True)
class Story:
    """What stands above the story, in it and below it."""

    above: tuple[str, ...] = ()
    first: str = PARAGRAPH
    last: str = THIRD
    below: tuple[str, ...] = ()


def story(place: str, line: str) -> Story:
    if place == "段首":
        return Story(first=line + PARAGRAPH)
    if place == "段末":
        return Story(last=THIRD + line)
    return Story(above=(line,)) if place == "标题下" else Story(below=(line,))


def web(it: Story) -> ImportedArticle:
    text = "".join(f"<p>{html.escape(line)}</p>" for line in (it.first, OTHER, it.last, *it.below))
    facts = "</div><div>".join(map(html.escape, (FACTS, *it.above)))
    return page(text, facts=facts, below='<div class="share">分享到：<a href="#">微信</a></div>')


def boxed(it: Story) -> ImportedArticle:
    """What stands below the story is in a box of its own."""
    text = "".join(f"<p>{html.escape(line)}</p>" for line in (it.first, OTHER, it.last))
    facts = "</div><div>".join(map(html.escape, (FACTS, *it.above)))
    below = "".join(f'<div class="editor">{html.escape(line)}</div>' for line in it.below)
    return page(text, facts=facts, below=below + '<div class="share">分享到：<a href="#">微信</a></div>')


def plain(it: Story) -> ImportedArticle:
    lines = (TITLE, FACTS, *it.above, it.first, OTHER, it.last, *it.below)
    return READERS[".txt"]("\n\n".join((*lines, "分享到：微信 微博", "相关新闻", "早市搬到东广场")).encode())


@pytest.mark.parametrize("read", [web, boxed, plain])
def test_who_edited_and_wrote_it(
    read: Callable[[Story], ImportedArticle], case: Case, check: Callable[[str], None]
) -> None:
    place = case.title[: case.title.index("：")]
    check("".join(f"{said(read(story(place, line)), line)}\n" for line in case.given.splitlines()))


def said(article: ImportedArticle, line: str) -> str:
    """`编辑 林小满 ~ 作者 江一帆`; no line of this kind is the story's, its title or dek."""
    names = {"编辑": article.editor, "作者": "、".join(article.authors)}
    found = [f"{name} {value}" for name, value in names.items() if value]
    lines = body(article).split("\n")
    others = [text for text in (PARAGRAPH, OTHER, THIRD) if text not in body(article)]
    wrong = others or line.strip() in lines or article.title != TITLE or article.subtitle
    return " ~ ".join(found) + ("（正文或标题不对）" if wrong else "") or "没有"
