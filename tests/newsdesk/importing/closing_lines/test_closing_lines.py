"""stay.txt, go.txt: lines at a story's end -> in the story or not, alike on a web page and in plain text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle, Kind
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE, body, page

HERE = Path(__file__).parent
STAY = (HERE / "stay.txt").read_text(encoding="utf-8").splitlines()
GO = (HERE / "go.txt").read_text(encoding="utf-8").splitlines()
FACTS = "2026-05-03 09:26 来源：槐树里日报"
THIRD = "秦风说，集市往后每个月办一次，摊位免费，收入归摊主，想来的居民到居委会一楼登记就行。"


def web(*lines: str) -> ImportedArticle:
    last = "".join(f"<p>{line}</p>" for line in lines)
    share = '<div class="share">分享到：<a href="#">微信</a></div>'
    return page(f"<p>{PARAGRAPH}</p><p>{OTHER}</p><p>{THIRD}</p>{last}", facts=FACTS, below=share)


def plain(*lines: str) -> ImportedArticle:
    below = ("分享到：微信 微博", "相关新闻", "早市搬到东广场")
    return READERS[".txt"]("\n\n".join((TITLE, FACTS, PARAGRAPH, OTHER, THIRD, *lines, *below)).encode())


Read = Callable[..., ImportedArticle]
READ = pytest.mark.parametrize("read", [web, plain])


@READ
@pytest.mark.parametrize("line", STAY)
def test_what_people_are_called_to_is_part_of_the_story(line: str, read: Read) -> None:
    assert body(read(line)).endswith(line)


@READ
@pytest.mark.parametrize("line", GO)
def test_what_the_site_says_of_itself_is_none(line: str, read: Read) -> None:
    assert body(read(line)).endswith(THIRD)


@READ
def test_all_of_a_long_ending_is_part_of_the_story(read: Read) -> None:
    article = read(*STAY)
    assert [line for line in STAY if line not in body(article)] == []
    assert not article.tags


@READ
@pytest.mark.parametrize("line", ["扫码关注槐树里公众号，了解更多活动", "下载槐树里APP，看更多新闻"])
def test_an_invitation_takes_nothing_below_it_along(line: str, read: Read) -> None:
    article = read(line, "咨询电话：010-81234567", "地址：槐树里12号院3号楼")
    assert body(article).endswith("咨询电话：010-81234567\n地址：槐树里12号院3号楼")
    assert any(line in piece.text for piece in article.pieces if piece.kind is Kind.CUT)


@READ
def test_a_call_below_the_editors_name_is_asked_about(read: Read) -> None:
    article = read("责任编辑：林小满", "咨询电话：010-81234567")
    assert [it for it in article.problems if "010-81234567" in it] or "010-81234567" in body(article)


@READ
def test_a_sentence_that_invites_goes_at_the_end_alone(read: Read) -> None:
    line = "扫码关注槐树里公众号，可以看到每天的菜单。"
    assert line not in body(read(line))
    assert line in body(read(line, OTHER, THIRD))
