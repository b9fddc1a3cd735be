from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.plugins.related_articles.stories import (
    ALL,
    CANTEEN,
    DAY,
    FAIR,
    FAIR_BOOKS,
    LIFT,
    LIFT_DONE,
    LIFT_TALK,
    Sample,
    related,
)

LONG_TALK = replace(
    LIFT_TALK,
    id="news/2026/long-talk",
    text=LIFT_TALK.text
    + "议事会每周三晚上在小广场边的活动室里开。四楼的住户带来了自己画的图纸，二楼的住户量了阳台到井道的距离，"
    "写在一张纸上请大家看。施工的人说，玻璃井道挡不住多少光，可是噪声要等装好以后才知道。楼长记下了十九条意见，"
    "逐条贴在门厅，谁家还有话说，就在下面接着写。到月底，五号院的二十四户里有二十一户在同意书上签了名，剩下三户约好"
    "下周再谈一次。第一次会开到九点半，散会的时候，两位老邻居还站在院子的石桌旁，比画着轿厢门该朝哪边开。",
)


def reprint(of: Sample, number: int) -> Sample:
    """The same text under another headline, as other papers print a press release."""
    return replace(of, id=f"{of.id}-{number}", title=f"转载：{of.title}", text=f"本报讯 {of.text}")


def test_a_story_on_the_same_subject_comes_before_one_on_another() -> None:
    lists = related(ALL, [], how_many=5)
    assert set(lists[LIFT.id][:2]) == {LIFT_TALK.id, LIFT_DONE.id}
    assert set(lists[LIFT_DONE.id][:2]) == {LIFT.id, LIFT_TALK.id}
    assert lists[FAIR.id][0] == FAIR_BOOKS.id
    assert lists[FAIR_BOOKS.id][0] == FAIR.id


def test_the_title_says_more_than_the_text() -> None:
    about = Sample("a", "加装电梯", "今天的会开了一个上午。", DAY)
    mentioned = Sample("b", "大家都来看了看", "说了说各自的想法，加装电梯又有进展。", DAY)
    titled = Sample("c", "加装电梯又有进展", "大家都来看了看，说了说各自的想法。", DAY)
    assert related([about, titled, mentioned], [], 1)["a"] == ("c",)


def test_of_two_alike_the_one_nearer_in_time_comes_first() -> None:
    first = Sample("a", "长者食堂开门", "饭菜软和，价钱公道。", DAY)
    late = Sample("b", "长者食堂换菜单", "今天添了两道热汤。", DAY + dt.timedelta(days=900))
    near = Sample("c", "长者食堂换菜单", "明天停水照常供餐。", DAY + dt.timedelta(days=9))
    assert related([first, late, near], [], 2)["a"] == ("c", "b")


def test_a_newer_story_is_related_to_an_older_one_too() -> None:
    assert LIFT.id in related(ALL, [], how_many=2)[LIFT_DONE.id]


def test_a_tag_in_common_decides_between_two_alike() -> None:
    reader = Sample("a", "小院议事", "商量停车。", DAY, ("停车",))
    plain = Sample("b", "小院议事会", "商量晾衣。", DAY, ("晾衣",))
    tagged = Sample("c", "小院议事会", "商量晾晒。", DAY, ("停车",))
    assert related([reader, plain, tagged], [], 1)["a"] == ("c",)


def test_what_is_a_little_like_everything_comes_later() -> None:
    reader = Sample("a", "旧书", "摊位摆满小广场。", DAY)
    general = Sample("b", "旧书", "停水通知", DAY)
    special = Sample("c", "旧书", "木头玩具", DAY)
    notices = [
        Sample(f"n{number}", "停水通知", f"停电通知，{'一二三四五六七八九'[number] * 2}号楼", DAY)
        for number in range(9)
    ]
    assert related([reader, general, special], [], 2)["a"] == ("b", "c")
    assert related([reader, general, special, *notices], [], 2)["a"] == ("c", "b")


def test_ties_go_to_the_newest_and_then_to_the_first_address() -> None:
    reader = Sample("m", "槐树里", "集市", DAY)
    twins = [Sample(name, "集市", name * 30, DAY) for name in ("古", "今", "中", "外")]
    assert related([reader, *twins], [], 4)["m"] == tuple(sorted(it.id for it in twins))
    before = replace(twins[0], id="a", date=DAY - dt.timedelta(days=5))
    after = replace(twins[1], id="b", date=DAY + dt.timedelta(days=5))
    assert related([reader, before, after], [], 2)["m"] == ("b", "a")


def test_on_a_larger_site_a_phrase_of_every_story_relates_none() -> None:
    phrases = [chr(0x4E00 + at) + chr(0x5E00 + at) for at in range(40)]
    street = {f"{at:02}": phrases[at % 20] for at in range(60)}
    event = {f"{at:02}": phrases[20 + at // 3] for at in range(60)}
    stories = [Sample(it, f"{street[it]}，{event[it]}", "本报讯记者报道", DAY) for it in street]
    for story, shown in related(stories, [], 5).items():
        alike = {it for it in street if street[it] == street[story] or event[it] == event[story]}
        assert set(shown) == alike - {story}


def test_reprints_take_one_line_at_most_and_none_below_their_own_text() -> None:
    copies = [reprint(LONG_TALK, number) for number in range(12)]
    lists = related([LIFT, LIFT_DONE, FAIR, FAIR_BOOKS, CANTEEN, LONG_TALK, *copies], [], how_many=5)
    family = {LONG_TALK.id, *(it.id for it in copies)}
    assert len(family & set(lists[LIFT.id])) == 1
    for story in family:
        assert not family & set(lists[story])
        assert set(lists[story][:2]) == {LIFT.id, LIFT_DONE.id}


def test_a_reprint_of_a_reprint_is_the_same_text_too() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(400))
    first, second, third = (
        Sample(f"p{part}", "电梯", text[part * 40 : part * 40 + 300], DAY) for part in range(3)
    )
    others = [*ALL, LONG_TALK]
    assert "p2" in related([first, third, *others], [], 5)["p0"]
    assert not {"p1", "p2"} & set(related([first, second, third, *others], [], 5)["p0"])


def test_hidden_stories_and_drafts_read_and_are_not_shown() -> None:
    draft = replace(LIFT_TALK, id="news/drafts/lift", title="草稿：电梯", text=LIFT_TALK.text[:30])
    with_draft = related(ALL, [draft], how_many=5)
    assert with_draft[draft.id][0] in {LIFT_TALK.id, LIFT.id, LIFT_DONE.id}
    assert all(draft.id not in shown for shown in with_draft.values())
    assert {it: with_draft[it] for it in with_draft if it != draft.id} == related(ALL, [], how_many=5)


def test_a_draft_of_a_published_text_does_not_link_to_it() -> None:
    draft = reprint(LONG_TALK, 1)
    assert LONG_TALK.id not in related([*ALL, LONG_TALK], [draft], how_many=5)[draft.id]


def test_short_news_in_the_same_words_is_one_text_only_with_the_same_letters() -> None:
    first = Sample("a", "供暖日报", "今天全小区新增报修 11 处，到晚上八点都已经修好。")
    second = replace(first, id="b", text="今天全小区新增报修 17 处，到晚上八点都已经修好。")
    again = replace(first, id="c", title="转载", text="今天全小区新增报修11处，到晚上八点，都已经修好！")
    assert related([first, second], [], 5)["a"] == ("b",)
    assert related([first, second, again], [], 5)["a"] == ("b",)
    assert len(related([first, second, again], [], 5)["b"]) == 1


def test_latin_words_and_full_width_letters_count() -> None:
    reader = Sample("a", "WiFi 6 上线", "", DAY)
    others = [Sample("b", "ｗｉｆｉ检修", "", DAY), Sample("c", "水管检修", "", DAY)]
    assert related([reader, *others], [], 2)["a"] == ("b",)


def test_without_any_term_in_common_nothing_is_related() -> None:
    alone = Sample("x", "Lorem", "ipsum dolor", DAY)
    lists = related([*ALL, alone], [], how_many=5)
    assert lists["x"] == ()
    assert all("x" not in shown for shown in lists.values())


def test_small_and_empty_sites() -> None:
    assert related([], [], 5) == {}
    assert related([], [CANTEEN], 5) == {CANTEEN.id: ()}
    assert related([CANTEEN], [], 5) == {CANTEEN.id: ()}
    assert related([replace(CANTEEN, title="……", text="")], [], 5) == {CANTEEN.id: ()}
    assert related([LIFT, LIFT_TALK], [], 5) == {LIFT.id: (LIFT_TALK.id,), LIFT_TALK.id: (LIFT.id,)}
    assert related(ALL, [], 0) == dict.fromkeys((it.id for it in ALL), ())


def test_a_draft_without_a_date_is_far_from_all() -> None:
    draft = replace(LIFT_TALK, id="draft", text=LIFT_TALK.text[:20], date=dt.date.max)
    assert related(ALL, [draft], how_many=2)["draft"]


def test_a_story_in_another_language_keeps_to_its_own() -> None:
    english = Sample("en", "WiFi comes to the square", "Free WiFi opens in the market square on Sunday.")
    other = Sample("en-2", "The square in summer", "The market square stays open late in summer.")
    chinese = [Sample(f"zh-{it}", "WiFi 开通", f"小广场开通 WiFi，{it}号楼先用上。") for it in "甲乙丙"]
    lists = related([english, other, *chinese], [], 5)
    assert lists["en"] == ("en-2",)
    assert all("en" not in lists[it.id] for it in chinese)


def test_a_text_of_a_few_latin_words_is_in_no_language() -> None:
    short = Sample("news/2026/short", "20秒KO！", "20秒KO！")
    long = Sample("news/2026/long", "拳馆开放日", "街坊拳馆开放日，小将20秒KO对手，台下一片叫好。")
    lists = related([short, long, LIFT, LIFT_TALK], [], 5)
    assert lists[short.id][0] == long.id
    assert short.id in lists[long.id]


NOTICE = "".join(
    [
        "槐树里便民服务点下周起延长开放，磨剪刀、修雨伞、配钥匙的师傅每周三和周六都来。",
        "居民可以先在门房登记，师傅按登记的先后叫号，老人和带孩子的家长不用排队，材料费当面算清，手工不收钱。",
    ]
)


@pytest.mark.parametrize("line", ["据槐树里小报消息。", "（街道供稿） ", "居委会发来好消息！"])
def test_a_short_text_with_another_first_line_is_the_same_text(line: str) -> None:
    one, other = (
        Sample("one", "服务点开放", f"本报讯。{NOTICE}"),
        Sample("other", "便民服务", f"{line}{NOTICE}"),
    )
    plain = Sample("plain", "磨剪刀", NOTICE)
    lists = related([one, other, plain, *ALL], [], 5)
    assert all(not {"one", "other", "plain"}.intersection(lists[it]) for it in ("one", "other", "plain"))
    assert all(len({"one", "other", "plain"}.intersection(line)) <= 1 for line in lists.values())


def test_two_short_notices_with_other_numbers_are_two_pieces_of_news() -> None:
    one, other = (
        Sample("one", "三号院", f"三号院下周轮到。{NOTICE}"),
        Sample("other", "五号院", f"五号院下周轮到。{NOTICE}"),
    )
    assert related([one, other, *ALL], [], 5)["one"][0] == "other"
