"""What holds for the related stories of any site."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.related_articles import neighbours
from plugins.related_articles.ranking import Story, related

ROOT = Path(__file__).parents[3]
LAW = settings(deadline=None)  # the machine may be busy with other things
PHRASES = ["加装电梯", "春季集市", "旧书", "长者食堂", "软饭", "井道", "费用分摊", "孩子们", "WiFi", "2026"]
WORDS = st.lists(st.sampled_from(PHRASES), max_size=8).map("，".join)
DATES = st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31))
SITES = st.lists(
    st.builds(Story, id=st.uuids().map(str), title=WORDS, text=WORDS, date=DATES),
    max_size=12,
    unique_by=lambda it: it.id,
)


@LAW
@given(SITES, st.integers(0, 6))
def test_never_itself_never_twice_never_too_many_and_only_what_is_there(site: list[Story], many: int) -> None:
    lists = related(site, [], many)
    assert set(lists) == {it.id for it in site}
    for story, shown in lists.items():
        assert story not in shown
        assert len(shown) == len(set(shown)) <= many
        assert set(shown) <= set(lists)


@LAW
@given(SITES.flatmap(lambda site: st.tuples(st.just(site), st.permutations(site))))
def test_the_order_of_reading_changes_nothing(sites: tuple[list[Story], list[Story]]) -> None:
    assert related(sites[0], [], 5) == related(sites[1], [], 5)


@LAW
@given(SITES, st.integers(0, 5))
def test_a_shorter_list_is_the_start_of_a_longer_one(site: list[Story], many: int) -> None:
    shorter, longer = related(site, [], many), related(site, [], many + 1)
    assert all(longer[story][:many] == shown for story, shown in shorter.items())


@LAW
@given(SITES, SITES)
def test_unlisted_stories_change_no_list_of_the_others(site: list[Story], unlisted: list[Story]) -> None:
    lists = related(site, unlisted, 5)
    for story, shown in related(site, [], 5).items():
        assert lists[story] == shown


@LAW
@given(SITES)
def test_the_size_of_a_block_changes_nothing(site: list[Story]) -> None:
    whole = related(site, [], 5)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(neighbours, "CELLS", 1)
        assert related(site, [], 5) == whole


def test_another_hash_seed_changes_nothing() -> None:
    program = (
        "from tests.plugins.related_articles.stories import ALL;"
        "from plugins.related_articles.ranking import related; print(related(ALL, [], 5))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
