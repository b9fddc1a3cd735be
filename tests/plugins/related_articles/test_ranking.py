from __future__ import annotations

import datetime as dt
from dataclasses import replace

from plugins.related_articles.ranking import Story, related
from tests.plugins.related_articles.stories import (
    ALL,
    CANTEEN,
    DAY,
    FAIR,
    FAIR_BOOKS,
    LIFT,
    LIFT_DONE,
    LIFT_TALK,
)


def reprint(of: Story, number: int) -> Story:
    """The same text under another headline, as other papers print a press release."""
    return replace(of, id=f"{of.id}-{number}", title=f"转载：{of.title}", text=f"本报讯 {of.text}")


def test_a_story_on_the_same_subject_comes_before_one_on_another() -> None:
    lists = related(ALL, [], how_many=5)
    assert set(lists[LIFT.id][:2]) == {LIFT_TALK.id, LIFT_DONE.id}
    assert set(lists[LIFT_DONE.id][:2]) == {LIFT.id, LIFT_TALK.id}
    assert lists[FAIR.id][0] == FAIR_BOOKS.id
    assert lists[FAIR_BOOKS.id][0] == FAIR.id


def test_the_title_says_more_than_the_text() -> None:
    about = Story("a", "加装电梯", "今天的会开了一个上午。", DAY)
    mentioned = Story("b", "大家都来看了看", "说了说各自的想法，加装电梯又有进展。", DAY)
    titled = Story("c", "加装电梯又有进展", "大家都来看了看，说了说各自的想法。", DAY)
    assert related([about, titled, mentioned], [], 1)["a"] == ("c",)


def test_of_two_alike_the_one_nearer_in_time_comes_first() -> None:
    first = Story("a", "长者食堂开门", "饭菜软和，价钱公道。", DAY)
    late = Story("b", "长者食堂换菜单", "今天添了两道热汤。", DAY + dt.timedelta(days=900))
    near = Story("c", "长者食堂换菜单", "明天停水照常供餐。", DAY + dt.timedelta(days=9))
    assert related([first, late, near], [], 2)["a"] == ("c", "b")


def test_a_newer_story_is_related_to_an_older_one_too() -> None:
    assert LIFT.id in related(ALL, [], how_many=2)[LIFT_DONE.id]


def test_a_tag_in_common_decides_between_two_alike() -> None:
    reader = Story("a", "小院议事", "商量停车。", DAY, frozenset({"停车"}))
    plain = Story("b", "小院议事会", "商量晾衣。", DAY, frozenset({"晾衣"}))
    tagged = Story("c", "小院议事会", "商量晾晒。", DAY, frozenset({"停车"}))
    assert related([reader, plain, tagged], [], 1)["a"] == ("c",)


def test_what_is_a_little_like_everything_comes_later() -> None:
    reader = Story("a", "旧书", "摊位摆满小广场。", DAY)
    general = Story("b", "旧书", "停水通知", DAY)
    special = Story("c", "旧书", "木头玩具", DAY)
    notices = [
        Story(f"n{number}", "停水通知", f"停电通知，{'一二三四五六七八九'[number] * 2}号楼", DAY)
        for number in range(9)
    ]
    assert related([reader, general, special], [], 1)["a"] == ("b",)
    assert related([reader, general, special, *notices], [], 1)["a"] == ("c",)


def test_ties_go_to_the_newest_and_then_to_the_first_address() -> None:
    reader = Story("m", "槐树里", "集市", DAY)
    twins = [Story(name, "集市", name * 30, DAY) for name in ("古", "今", "中", "外")]
    assert related([reader, *twins], [], 4)["m"] == tuple(sorted(it.id for it in twins))
    before = replace(twins[0], id="a", date=DAY - dt.timedelta(days=5))
    after = replace(twins[1], id="b", date=DAY + dt.timedelta(days=5))
    assert related([reader, before, after], [], 2)["m"] == ("b", "a")


def test_on_a_larger_site_a_phrase_of_every_story_relates_none() -> None:
    phrases = [chr(0x4E00 + at) + chr(0x5E00 + at) for at in range(40)]
    street = {f"{at:02}": phrases[at % 20] for at in range(60)}
    event = {f"{at:02}": phrases[20 + at // 3] for at in range(60)}
    stories = [Story(it, f"{street[it]}，{event[it]}", "本报讯记者报道", DAY) for it in street]
    for story, shown in related(stories, [], 5).items():
        alike = {it for it in street if street[it] == street[story] or event[it] == event[story]}
        assert set(shown) == alike - {story}


def test_reprints_take_one_line_at_most_and_none_below_their_own_text() -> None:
    copies = [reprint(LIFT_TALK, number) for number in range(12)]
    lists = related([*ALL, *copies], [], how_many=5)
    family = {LIFT_TALK.id, *(it.id for it in copies)}
    assert len(family & set(lists[LIFT.id])) == 1
    for story in family:
        assert not family & set(lists[story])
        assert set(lists[story][:2]) == {LIFT.id, LIFT_DONE.id}


def test_a_reprint_of_a_reprint_is_the_same_text_too() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(140))
    first, second, third = (
        Story(f"p{part}", "电梯", text[part * 12 : part * 12 + 110], DAY) for part in range(3)
    )
    assert related([first, third], [], 5)["p0"] == ("p2",)
    assert related([first, second, third], [], 5)["p0"] == ()


def test_hidden_stories_and_drafts_read_and_are_not_shown() -> None:
    draft = replace(LIFT_TALK, id="news/drafts/lift", title="草稿：电梯", text=LIFT_TALK.text[:30])
    with_draft = related(ALL, [draft], how_many=5)
    assert with_draft[draft.id][0] in {LIFT_TALK.id, LIFT.id, LIFT_DONE.id}
    assert all(draft.id not in shown for shown in with_draft.values())
    assert {it: with_draft[it] for it in with_draft if it != draft.id} == related(ALL, [], how_many=5)


def test_a_draft_of_a_published_text_does_not_link_to_it() -> None:
    draft = reprint(LIFT_TALK, 1)
    assert LIFT_TALK.id not in related(ALL, [draft], how_many=5)[draft.id]


def test_latin_words_and_full_width_letters_count() -> None:
    reader = Story("a", "WiFi 6 上线", "", DAY)
    others = [Story("b", "ｗｉｆｉ检修", "", DAY), Story("c", "水管检修", "", DAY)]
    assert related([reader, *others], [], 2)["a"] == ("b",)


def test_without_any_term_in_common_nothing_is_related() -> None:
    alone = Story("x", "Lorem", "ipsum dolor", DAY)
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
