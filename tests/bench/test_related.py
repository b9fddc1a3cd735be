"""The figures of `make bench-related`: what counts as right, as short, as lost and as wasted."""

from __future__ import annotations

import datetime as dt
import math

from bench.related.article import Article, Articles, pairs, with_reprints
from bench.related.ours import before_rescue, ours
from bench.related.score import figures, ndcg

DAY = dt.date(2026, 5, 3)
IDS = ("a", "b", "c", "d", "e", "f", "g")
SITE = Articles(
    "槐树里",
    tuple(Article(it, f"第{it}篇", "居民议事会讨论加装电梯。" * 20 + it * 9, DAY) for it in IDS),
    pairs({"a": {"b", "c"}}),
)


def test_links_count_both_ways() -> None:
    assert SITE.gold == {"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}


def test_a_right_answer_counts_more_the_earlier_it_comes() -> None:
    assert ndcg(["b", "c"], frozenset("bc")) == 1
    assert ndcg(["d", "b"], frozenset("b")) == 1 / math.log2(3)
    assert ndcg([], frozenset("b")) == 0


def test_linked_articles_are_in_one_half() -> None:
    assert len(set(SITE.halves.values())) == 1


def test_short_lists_and_lost_articles_are_counted() -> None:
    found = figures(SITE, {it: [other for other in IDS[:6] if other != it] for it in IDS})
    assert (found.short, found.orphans, found.wasted) == (0, 1, 0)
    assert found.most == 6
    assert figures(SITE, {}).short == len(IDS)


def test_a_reprint_wastes_a_slot_below_its_own_text_and_beside_itself() -> None:
    again = with_reprints(SITE, 1)
    [(copy, original)] = again.copies.items()
    lists = {it: ["e" if it == "d" else "d"] for it in IDS}
    assert figures(again, lists).wasted == 0
    assert figures(again, {**lists, original: ["d", copy]}).wasted == 1
    assert figures(again, {**lists, "g": [copy, "f", original]}).wasted == 1


def test_our_lists_are_those_of_the_plugin() -> None:
    assert set(ours(SITE)) == set(before_rescue(SITE)) == set(IDS)
