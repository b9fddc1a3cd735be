"""What holds for the related stories of any site."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.related_articles import candidates_of_many, finding, work
from plugins.related_articles.work import Workers
from tests.plugins.related_articles.stories import Sample, related

ROOT = Path(__file__).parents[3]
LAW = settings(deadline=None, max_examples=60)  # the machine may be busy with other things
PHRASES = ["加装电梯", "春季集市", "旧书", "长者食堂", "软饭", "井道", "费用分摊", "孩子们", "WiFi", "2026"]
WORDS = st.lists(st.sampled_from(PHRASES), max_size=8).map("，".join)
DATES = st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31))
SAMPLES = st.builds(Sample, id=st.uuids().map(str), title=WORDS, text=WORDS, date=DATES)
SITES = st.lists(SAMPLES, max_size=12, unique_by=lambda it: it.id)


@LAW
@given(SITES, st.integers(0, 6))
def test_never_itself_never_twice_never_too_many_and_only_what_is_there(
    site: list[Sample], many: int
) -> None:
    lists = related(site, [], many)
    assert set(lists) == {it.id for it in site}
    for story, shown in lists.items():
        assert story not in shown
        assert len(shown) == len(set(shown)) <= many
        assert set(shown) <= set(lists)


@LAW
@given(SITES.flatmap(lambda site: st.tuples(st.just(site), st.permutations(site))))
def test_the_order_of_reading_changes_nothing(sites: tuple[list[Sample], list[Sample]]) -> None:
    assert related(sites[0], [], 5) == related(sites[1], [], 5)


@LAW
@given(SITES, SITES)
def test_unlisted_stories_change_no_list_of_the_others(site: list[Sample], unlisted: list[Sample]) -> None:
    lists = related(site, unlisted, 5)
    for story, shown in related(site, [], 5).items():
        assert lists[story] == shown


@LAW
@given(SITES, st.integers(1, 5), st.integers(1, 3), st.sampled_from([0, 3, 1000]))
def test_neither_workers_nor_the_size_of_a_block_change_anything(
    site: list[Sample], parts: int, at_once: int, few: int
) -> None:
    """Nor whether a reader is looked at alone or with many."""
    whole = related(site, [], 5)
    was = work.FEWEST, candidates_of_many.AT_ONCE, finding.FEW
    work.FEWEST, candidates_of_many.AT_ONCE, finding.FEW = 1, at_once, few
    try:
        with ThreadPoolExecutor(2) as pool:
            assert related(site, [], 5, workers=Workers(pool, parts)) == whole
    finally:
        work.FEWEST, candidates_of_many.AT_ONCE, finding.FEW = was


@LAW
@given(SITES, st.integers(1, 5))
def test_a_story_that_any_other_could_show_is_shown_somewhere(site: list[Sample], many: int) -> None:
    everything = related(site, [], 20)
    lists = related(site, [], many)
    shown = {it for line in lists.values() for it in line}
    texts = {it.id: (it.title, it.text) for it in site}
    reached = {texts[it] for it in shown}
    full = sum(len(line) for line in lists.values()) == sum(min(many, len(it)) for it in everything.values())
    assert full, "nobody's list got shorter"
    if many > 1:
        for line in everything.values():
            assert all(texts[it] in reached for it in line[:1]), "the nearest of a story is always reachable"


def test_another_hash_seed_changes_nothing() -> None:
    program = "from tests.plugins.related_articles.stories import ALL, related; print(related(ALL, [], 5))"
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
