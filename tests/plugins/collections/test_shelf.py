from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from plugins.collections.shelf import Shelf, newest_first, shelves


@dataclass(frozen=True)
class Story:
    slug: str
    label: str
    date: dt.datetime


def story(slug: str, label: str, day: int) -> Story:
    return Story(slug, label, dt.datetime(2026, 5, day, tzinfo=dt.UTC))


def on_shelves(stories: Sequence[Story], folder: str) -> tuple[Shelf[Story], ...]:
    ordered = newest_first(stories, lambda it: it.date)
    return shelves(ordered, lambda it: it.label, folder, both_orders=folder == "series")


def test_a_shelf_per_label_the_newest_story_first() -> None:
    old, new, other = story("a", "街坊故事", 1), story("b", "街坊故事", 3), story("c", "A/B 座", 2)
    first, second = on_shelves([old, other, new], "column")
    assert (first.name, first.url, first.articles) == ("街坊故事", "column/街坊故事/", (new, old))
    assert first.oldest_first_url == ""
    assert second.name == "A/B 座"
    assert second.url.startswith("column/A-B-座-")


def test_no_label_no_shelf() -> None:
    assert on_shelves([story("a", "", 1)], "series") == ()


def test_two_stories_have_two_orders_and_one_has_one() -> None:
    pair, single = on_shelves([story("a", "老楼", 3), story("b", "老楼", 2), story("c", "集市", 1)], "series")
    assert (pair.oldest_first_url, single.oldest_first_url) == ("series/老楼/oldest-first/", "")


def test_of_one_day_the_parts_follow_each_other_by_address() -> None:
    parts = [story("part-2", "老楼", 1), story("part-1", "老楼", 1), story("part-3", "老楼", 1)]
    [shelf] = on_shelves(parts, "series")
    assert [it.slug for it in reversed(shelf.articles)] == ["part-1", "part-2", "part-3"]


STORIES = st.lists(
    st.builds(story, st.uuids().map(str), st.sampled_from(["", "甲", "乙", "A b", "A-b"]), st.integers(1, 3)),
    max_size=9,
)


@given(STORIES.flatmap(lambda them: st.tuples(st.just(them), st.permutations(them))))
def test_the_order_of_reading_changes_nothing_and_no_story_is_lost(
    orders: tuple[list[Story], list[Story]],
) -> None:
    made = on_shelves(orders[0], "column")
    assert made == on_shelves(orders[1], "column")
    assert sorted(it.slug for shelf in made for it in shelf.articles) == sorted(
        it.slug for it in orders[0] if it.label
    )
    assert len({shelf.url for shelf in made}) == len(made)
    newest = [shelf.articles[0].date for shelf in made]
    assert newest == sorted(newest, reverse=True)
