"""Where the story begins and ends: short lines around the title and the facts, lines below an editor."""

from __future__ import annotations

import pytest

from newsdesk.importing.formats import READERS
from newsdesk.importing.page.article import article_of
from tests.newsdesk.importing.word.making import docx

FACTS = "2026-06-10 10:00 来源：槐树里社区卫生站"
PLACE = ("地点", "中心广场东侧")


@pytest.mark.parametrize(
    "lines",
    [
        ("时间", "6月13日（周六）上午9:00—11:30", *PLACE),
        ("初赛：7月18日", "决赛：8月1日", *PLACE),
        ("比赛时间", "初赛：7月18日", "参赛的请到社区服务站二号窗口领一张号码牌。"),
    ],
)
def test_an_events_day_below_the_day_of_publication_is_the_storys(lines: tuple[str, ...]) -> None:
    article = article_of("\n".join(("社区义诊本周六举行", FACTS, *lines)))
    written = [line.removeprefix("## ") for line in article.markdown.splitlines() if line]
    assert written == list(lines)
    assert str(article.published) == "2026-06-10 10:00"
    assert article.source == "槐树里社区卫生站"


def test_the_day_of_publication_said_again_is_no_event() -> None:
    article = article_of("\n".join(("社区义诊本周六举行", FACTS, "06-10 10:00", "街坊们请早些来排队领号。")))
    assert article.markdown == "街坊们请早些来排队领号。\n"


LISTED = ("男子组", "冠军：赵建国", "亚军：钱进", "女子组", "冠军：李春华", "亚军：周青")
MATCH = "比赛打了整整两天，最精彩的是男子组决赛，赵建国以三比二险胜钱进，全场都站了起来。"


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_a_list_below_the_facts_is_the_storys_and_the_first_line_its_title(suffix: str) -> None:
    text = "\n".join(("社区乒乓球赛落幕", "2026年10月25日", *LISTED, MATCH))
    article = READERS[suffix](docx(text) if suffix == ".docx" else text.encode())
    written = [line.removeprefix("## ") for line in article.markdown.splitlines() if line]
    assert article.title == "社区乒乓球赛落幕"
    assert written == [*LISTED, MATCH]
    assert not article.source


def test_who_signs_a_notice_above_its_day_stays_in_it() -> None:
    lines = (
        "我家小狗五月二日走失，脖子上系着红绳，见到的街坊请到三号院告诉我一声。",
        "三号院 陈先生",
        "5月3日",
    )
    assert article_of("\n".join(("寻狗启事", *lines))).markdown == "\n\n".join(lines) + "\n"


PARAGRAPHS = (
    "三号院的小广场上，街坊们把旧桌椅搬出来，摆成一排摊位，从早上八点一直热闹到中午。",
    "居民说往后每个月都办一次，摊位免费，收入归摊主，想来的到居委会一楼登记就行。",
)
HEAD = ("集市摆到三号院小广场", "2026-05-03 09:26 来源：槐树里日报")


@pytest.mark.parametrize("below", [(), ("编辑：林小满",)])
def test_an_editor_between_paragraphs_ends_nothing(below: tuple[str, ...]) -> None:
    lines = (PARAGRAPHS[0], "编辑：江一帆", PARAGRAPHS[1], PARAGRAPHS[0].replace("三", "五"))
    written = article_of("\n\n".join((*HEAD, *lines, *below))).markdown
    assert [it for it in lines if it not in written] == ["编辑：江一帆"]


def test_below_the_editor_another_storys_title_is_cut() -> None:
    others = ("早市，搬到了东广场的北边啦！大家快来看看新的摊位吧！", "五号楼的电梯昨天封顶")
    lines = (*PARAGRAPHS, "编辑：江一帆", *others)
    assert article_of("\n\n".join((*HEAD, *lines))).markdown == "\n\n".join(PARAGRAPHS) + "\n"


def test_of_editors_far_from_each_other_the_lowest_is_the_storys() -> None:
    credits = ("责任编辑：江一帆", "配乐：周青", "时长：三分钟", "出品：槐树里日报", "责任编辑：林小满")
    assert article_of("\n\n".join((*HEAD, *PARAGRAPHS, *credits))).editor == "林小满"


def test_a_number_to_call_at_the_end_stays() -> None:
    assert article_of("\n\n".join((*HEAD, *PARAGRAPHS, "0000-555-0101"))).markdown.endswith("0000-555-0101\n")


def test_a_short_name_in_other_words_above_the_facts_is_no_title() -> None:
    title = "三号院小广场热闹到中午"
    found = article_of("\n\n".join(("读书时间到啦", HEAD[1], title, *PARAGRAPHS)))
    assert found.title == title
