"""Where the story begins: a day below the day of publication is an event's."""

from __future__ import annotations

import pytest

from newsdesk.importing.page.article import article_of

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
