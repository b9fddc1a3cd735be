"""Where the story begins: short lines below the title and the facts."""

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
