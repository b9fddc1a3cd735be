"""stay.txt, go.txt: lines at a story's end -> in the story or not, alike on a web page and in plain text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle, Kind
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, TITLE, body, page
from tests.newsdesk.importing.word.making import docx

HERE = Path(__file__).parent
STAY = (HERE / "stay.txt").read_text(encoding="utf-8").splitlines()
GO = (HERE / "go.txt").read_text(encoding="utf-8").splitlines()
FACTS = "2026-05-03 09:26 来源：槐树里日报"
THIRD = "秦风说，集市往后每个月办一次，摊位免费，收入归摊主，想来的居民到居委会一楼登记就行。"
FOURTH = "散场的时候，孩子们帮着把桌椅搬回活动室，地上扫得干干净净，连一片纸屑也没有留下。"


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


@READ
@pytest.mark.parametrize(
    "line",
    [
        "扫码关注“槐树里之声”，了解更多课程安排",
        "长按识别二维码，投出您的一票",
        "扫描下方二维码",
        "作品版权归作者所有，未经作者同意请不要翻拍转载。",
    ],
)
def test_a_call_or_a_right_among_paragraphs_is_the_storys(line: str, read: Read) -> None:
    assert f"{THIRD}\n{line}\n{FOURTH}" in body(read(line, FOURTH))


@READ
@pytest.mark.parametrize("line", ["点击上方蓝字关注我们", "长按二维码，关注我们", "点击阅读原文", "欢迎转发"])
def test_a_button_among_paragraphs_goes(line: str, read: Read) -> None:
    assert line not in body(read(line, FOURTH))


@READ
def test_an_account_beside_a_number_to_call_is_the_storys(read: Read) -> None:
    lines = ("投诉热线：81230009", "微信号：huaishuli-heat", "公众号：槐树里供暖")
    assert "\n".join(lines) in body(read(*lines, FOURTH))


def test_short_sentences_below_a_button_or_a_notice_are_the_storys() -> None:
    short = ("扫描下方二维码", "也可以直接到图书室找江老师。", "点击阅读原文", "搬完以后，图书室重新开门。")
    notice = ("作品版权归作者所有，未经许可不得转载", "影展免费参观，每天九点到五点。")
    text = "\n".join((TITLE, FACTS, THIRD, *short, *notice))
    story = body(READERS[".txt"](text.encode()))
    assert [line for line in (*short, *notice) if line.endswith("。") and line not in story] == []


@pytest.mark.parametrize(
    "lines",
    [
        ("原来的电话不变：81230011。", "周一到周五 8:30—17:30", "周六 9:00—12:00", "周日休息", "我们等您！"),
        ("明天有暴雨，街坊们互相转告一声。", "请您：", "关好门窗", "收回阳台花盆", "不要在树下避雨"),
        ("供暖出了问题，随时可以打这个电话。", "供暖热线是：", "81230013"),
    ],
)
def test_short_lines_that_tell_people_something_are_no_tags(lines: tuple[str, ...]) -> None:
    text = "\n".join((TITLE, FACTS, PARAGRAPH, *lines, "责任编辑：林小满"))
    assert body(READERS[".txt"](text.encode())).endswith("\n".join(lines))


def test_a_call_below_the_editors_name_is_asked_about_in_word() -> None:
    lines = (TITLE, FACTS, PARAGRAPH, OTHER, "（责任编辑：林小满）", "名额：20人")
    article = READERS[".docx"](docx("\n".join(lines)))
    assert [it for it in article.problems if "名额：20人" in it]
