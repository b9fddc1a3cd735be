"""The figures of the table: what counts as right, as wrong and as not asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.importing.blocks import page_items
from bench.importing.compare import bigram_rates, f1, heading_rates, plain
from bench.importing.labels import Gold, Label, gold_of
from bench.importing.rate import NONE, Rate
from bench.importing.score import Figures, Result, junk_in, score_page, total
from tests.bench.sample import CAPTION, HEADING, LABEL, LEAD, PAGE, SECOND, TABLE_HEAD

GOLD = gold_of(LABEL, page_items(PAGE.encode()))
RIGHT = Result(
    title="槐树里 办起春季集市",
    date="2026-05-03T09:30:12+08:00",
    source="槐树里周报",
    editor="柳青",
    authors=("何叶",),
    body="\n".join((LEAD, HEADING, SECOND, TABLE_HEAD)),
    headings=(HEADING,),
    pictures=("https://img.example.org/books.jpg?w=640",),
)
FAULTS = {"source_wrong", "editor_wrong", "author_wrong", "junk", "pictures_false"}


def score(label: Label = LABEL, **given: str | tuple[str, ...]) -> Figures:
    return score_page(replace(GOLD, label=label), replace(RIGHT, **given))


def test_a_right_answer_is_right_in_every_figure() -> None:
    figures = score()
    for name in Figures.__dataclass_fields__:
        rate: Rate = getattr(figures, name)
        if name != "refused":
            assert rate.value == (0.0 if name in FAULTS else 1.0), name
    assert figures.refused == NONE


def test_nothing_given_is_wrong_nowhere_and_right_nowhere() -> None:
    figures = score_page(GOLD, Result())
    assert all(getattr(figures, name).right == 0 for name in Figures.__dataclass_fields__)


@pytest.mark.parametrize(
    ("title", "right"),
    [("槐树里办起春季集市！", True), ("槐树里办起春季集市_槐树里在线", False), ("", False)],
)
def test_the_title_is_compared_without_punctuation_but_whole(title: str, right: bool) -> None:
    assert score(title=title).title == Rate.of(right)


def test_another_accepted_title_is_right_too() -> None:
    label = replace(LABEL, also={"title": ("春季集市",)})
    assert score(label, title="春季集市").title == Rate.of(True)


@pytest.mark.parametrize(
    ("date", "day", "minute"),
    [
        ("2026-05-03 09:30", True, True),
        ("2026-05-03", True, False),
        ("2026-05-03 09:31", True, False),
        ("2026-05-04 09:30", False, False),
        ("昨天", False, False),
    ],
)
def test_day_and_minute_are_asked_apart(date: str, day: bool, minute: bool) -> None:
    figures = score(date=date)
    assert (figures.date_day, figures.date_minute) == (Rate.of(day), Rate.of(minute))


def test_a_page_without_a_time_is_not_asked_for_the_minute() -> None:
    figures = score(replace(LABEL, date="2026-05-03"), date="2026-05-03 00:00")
    assert (figures.date_day, figures.date_minute) == (Rate.of(True), NONE)
    assert score(replace(LABEL, date=None)).date_day == NONE


def test_several_editors_are_a_set() -> None:
    label = replace(LABEL, editor="柳青、何叶")
    assert score(label, editor="何叶 柳青").editor == Rate.of(True)
    figures = score(label, editor="何叶")
    assert (figures.editor, figures.editor_wrong) == (Rate.of(False), Rate.of(True))


def test_where_nothing_is_right_too_a_name_is_not_asked_for_but_may_be_wrong() -> None:
    label = replace(LABEL, source="槐树里周报", also={"source": (None, "周报")})
    assert score(label, source="").source == NONE
    assert score(label, source="").source_wrong == Rate.of(False)
    assert score(label, source="周报").source_wrong == Rate.of(False)
    assert score(label, source="晚报").source_wrong == Rate.of(True)


def test_a_source_that_the_page_does_not_state_is_wrong() -> None:
    figures = score(replace(LABEL, source=None), source="槐树里周报")
    assert (figures.source, figures.source_wrong) == (NONE, Rate.of(True))


def test_one_true_author_is_enough_and_one_false_name_is_wrong() -> None:
    label = replace(LABEL, authors=("何叶", "柳青"))
    assert score(label, authors=("何叶",)).author_found == Rate.of(True)
    figures = score(label, authors=("何叶", "编辑部"))
    assert (figures.author_found, figures.author_wrong) == (Rate.of(True), Rate.of(True))
    assert score(replace(label, also={"authors": ("编辑部",)}), authors=("编辑部",)).author_wrong == Rate.of(
        False
    )


def test_captions_and_neutral_blocks_count_on_neither_side() -> None:
    whole = score(body="\n".join((LEAD, CAPTION, HEADING, SECOND, TABLE_HEAD)))
    assert whole.body_f1.right > 0.96
    assert whole.body_above_95 == Rate.of(True)
    neutral = replace(GOLD, neutral=("居民可以",))
    assert score_page(neutral, RIGHT).body_f1 == Rate(1.0, 1), "words of the body itself must stay"


def test_what_is_left_out_or_added_lowers_f1() -> None:
    assert score(body=LEAD).body_f1.right < 0.8
    assert score(body=RIGHT.body + "，返回首页" * 20).body_f1.right < 0.8
    assert score(body="").body_f1 == Rate(0.0, 1)


def test_junk_is_a_phrase_that_the_article_itself_does_not_hold() -> None:
    assert junk_in(GOLD, LEAD + "\n责任编辑：柳青\n分享到：") == ["责任编辑", "分享到"]
    assert junk_in(replace(GOLD, body=("责任编辑的一天",)), "责任编辑的一天") == []
    assert score(body=RIGHT.body + "\n扫一扫").junk == Rate.of(True)


@pytest.mark.parametrize(
    ("given", "precision", "recall"),
    [
        (["甲乙", "丙丁"], Rate(2, 2), Rate(2, 2)),
        (["甲乙", "戊"], Rate(1, 2), Rate(1, 2)),
        (["一", "甲乙"], Rate(1, 1), Rate(1, 2)),
        (["甲", "乙", "丙丁"], Rate(2, 2), Rate(2, 2)),
        (["甲乙", "甲乙"], Rate(1, 1), Rate(1, 2)),
        ([], Rate(0, 0), Rate(0, 2)),
    ],
)
def test_headings(given: list[str], precision: Rate, recall: Rate) -> None:
    assert heading_rates(["甲乙", "丙丁"], ["一"], given) == (precision, recall)


@pytest.mark.parametrize(
    ("address", "kept", "false"),
    [
        ("http://img.example.org/books.jpg?w=640", 1, 0),
        ("//img.example.org/books.jpg?w=640#a", 1, 0),
        ("https://img.example.org/logo.png", 0, 1),
    ],
)
def test_pictures_are_known_by_their_address(address: str, kept: int, false: int) -> None:
    figures = score(pictures=(address,))
    assert (figures.pictures_kept, figures.pictures_false) == (Rate(kept, 1), Rate(false, 1))


def test_a_picture_may_be_given_by_another_address_of_its_element_or_made_absolute() -> None:
    gold = replace(
        GOLD, label=replace(LABEL, pictures=("./a.jpg",)), aliases={"./a.jpg": "./a.jpg", "t.gif": "./a.jpg"}
    )
    for address in ("t.gif", "https://www.example.org/2026/a.jpg", "./a.jpg"):
        assert score_page(gold, Result(pictures=(address,))).pictures_kept == Rate(1, 1), address


def test_a_page_to_refuse_is_asked_only_for_that() -> None:
    gold = Gold(Label("WECHAT", "a", "", "a", "refused", "tune", refused="deleted"))
    assert score_page(gold, Result(refused="内容已被删除")) == Figures(refused=Rate.of(True))
    assert score_page(gold, RIGHT) == Figures(refused=Rate.of(False))


def test_figures_of_pages_are_summed() -> None:
    both = total([score(), score(headings=("别的",), title="")])
    assert (both.title, both.heading_precision, both.heading_recall) == (Rate(1, 2), Rate(1, 2), Rate(1, 2))
    assert str(both.title) == "0.50 (2)"
    assert str(total([]).title) == "–"


@given(st.text(alphabet="槐树里办集市ab1", max_size=40), st.text(alphabet="槐树里办集市ab1", max_size=40))
def test_f1_is_between_0_and_1_symmetric_and_1_for_the_same(one: str, other: str) -> None:
    value = f1(*bigram_rates(one, other))
    assert 0 <= value <= 1
    assert value == pytest.approx(f1(*bigram_rates(other, one)))
    assert f1(*bigram_rates(one, one)) == (1.0 if len(one) > 1 else 0.0)


@given(st.text())
def test_plain_is_stable(text: str) -> None:
    assert plain(plain(text)) == plain(text)
