"""What holds for the way from story to story, whatever the dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from plugins.collections.places import Beside, StoryLink, beside, places, uncounted
from plugins.collections.shelf import Shelf, newest_first


@dataclass(frozen=True)
class Story:
    slug: str
    date: dt.datetime
    title: str = "一篇"
    date_has_time: bool = False

    @property
    def url(self) -> str:
        return f"{self.slug}/"


def story(slug: str, day: int) -> Story:
    return Story(slug, dt.datetime(2026, 5, day, tzinfo=dt.UTC), title=f"{slug}的标题")


def when(it: Story) -> dt.datetime:
    return it.date


def link(it: Story) -> StoryLink:
    return StoryLink(it)


OLD, MIDDLE, NEW = story("old", 1), story("middle", 2), story("new", 3)
STORIES = st.lists(
    st.builds(story, st.text("abc", min_size=1), st.integers(1, 3)), unique_by=lambda it: it.slug
)


def test_previous_is_older_and_next_is_newer() -> None:
    around = beside([NEW, MIDDLE, OLD])
    assert around["middle"] == Beside(link(OLD), link(NEW))
    assert around["old"] == Beside(None, link(MIDDLE))
    assert around["new"] == Beside(link(MIDDLE), None)
    assert beside([OLD]) == {"old": Beside()}
    assert beside([]) == {}


def test_the_oldest_of_a_series_is_its_first() -> None:
    shelf = Shelf("老楼新生", "series/老楼新生/", (NEW, MIDDLE, OLD))
    assert [places(shelf)[slug].number for slug in ("old", "middle", "new")] == [1, 2, 3]
    assert places(shelf)["new"].beside == Beside(link(MIDDLE), None)
    assert (uncounted(shelf).count, uncounted(shelf).number) == (3, None)


@given(STORIES)
def test_one_walks_from_the_newest_to_the_oldest_past_every_story_and_back(stories: list[Story]) -> None:
    order = newest_first(stories, when)
    around = beside(order)
    back = [around[it.slug].previous for it in order]
    assert back == [*map(link, order[1:]), *[None] * bool(order)]
    assert [around[it.slug].next for it in order] == [*[None] * bool(order), *map(link, order[:-1])]


@given(STORIES, st.builds(story, st.just("added"), st.integers(1, 3)))
def test_a_new_story_changes_its_two_neighbours_alone(stories: list[Story], added: Story) -> None:
    before, after = beside(newest_first(stories, when)), beside(newest_first([*stories, added], when))
    assert sum(after[slug] != before[slug] for slug in before) <= 2


@given(STORIES, st.integers(0, 9))
def test_a_newer_story_renumbers_none(stories: list[Story], later: int) -> None:
    newer = story("newest", 10 + later)
    before = places(Shelf("甲", "series/甲/", tuple(newest_first(stories, when))))
    after = places(Shelf("甲", "series/甲/", tuple(newest_first([*stories, newer], when))))
    assert {slug: it.number for slug, it in after.items() if slug != "newest"} == {
        slug: it.number for slug, it in before.items()
    }


def test_a_link_is_made_from_its_story() -> None:
    """What compares two builds looks there: a story that is renamed changes its neighbours' pages."""
    assert link(OLD).made_from == (OLD,)
