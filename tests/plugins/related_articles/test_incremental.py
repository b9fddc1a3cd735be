"""Whatever was edited and whatever was kept, the lists are, byte for byte, those of a search from nothing."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.related_articles import stretches
from plugins.related_articles.keeping import load, save
from plugins.related_articles.kept import Kept
from plugins.related_articles.relations import relate
from plugins.store import Store
from tests.plugins.related_articles.stories import DAY, Sample, stories

SUBJECTS = [
    "加装电梯的井道",
    "春季集市的摊位",
    "长者食堂的菜单",
    "垃圾分类的桶",
    "充电棚的插座",
    "老槐树的故事",
]
TALES = [
    "居民议事会商量了费用分摊，低层住户和高层住户各有各的想法。",
    "孩子们拿玩具换图书，摊主们说明年还来。",
    "志愿者在小广场教大家用手机，一直教到傍晚。",
    "卫生站的医生周三来量血压，记在一张小卡片上。",
    "物业把账本贴在门厅里，谁都能看。",
]
KINDS = ("add", "edit", "delete", "retitle", "redate", "retag", "pin", "series")
EDITS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 10_000)), min_size=1, max_size=6)


def site(size: int, seed: int) -> dict[str, Sample]:
    """Made stories, every one with words of its own."""
    rng = random.Random(seed)
    found = {}
    for number in range(size):
        about = rng.choice(SUBJECTS)
        text = about + "，" + "".join(rng.choice(TALES) for _ in range(3)) + chr(0x5000 + number % 900) * 2
        date = DAY - dt.timedelta(days=rng.randrange(900))
        tags = tuple(rng.sample(["电梯", "集市", "助老"], rng.randrange(3)))
        found[f"news/{number:04}"] = Sample(f"news/{number:04}", f"{about}第{number}篇", text, date, tags)
    return found


def edited(samples: dict[str, Sample], kind: str, number: int) -> dict[str, Sample]:
    """The same site after one edit."""
    ids = sorted(samples)
    one, other = samples[ids[number % len(ids)]], samples[ids[number * 7 % len(ids)]]
    if kind == "delete" and len(samples) > 1:
        return {key: it for key, it in samples.items() if key != one.id}
    if kind == "add":
        new = replace(one, id=f"news/new-{number}", text=one.text + other.text, date=other.date)
        return {**samples, new.id: new}
    changed = {
        "edit": replace(one, text=one.text + TALES[number % len(TALES)] + "新添一句话"),
        "retitle": replace(one, title=other.title + "续"),
        "redate": replace(one, date=other.date),
        "retag": replace(one, tags=("议事会", "电梯")[: number % 3]),
        "pin": replace(one, pins=(other.id,), bans=frozenset(ids[:2])),
        "series": replace(one, series="老楼新生"),
    }
    return {**samples, one.id: changed.get(kind, one)}


def links(samples: dict[str, Sample], before: Kept | None) -> tuple[bytes, Kept]:
    """All that a page could show of the lists, and what is kept. The order of the stories is random."""
    shuffled = random.Random(len(samples)).sample(stories(list(samples.values())), len(samples))
    drafts = [replace(it, id="draft").story for it in list(samples.values())[:1]]
    found = relate(shuffled, drafts, 5, before)
    return repr([(it, found.links(it)) for it in sorted([*samples, "draft"])]).encode(), found.kept


@pytest.fixture(autouse=True)
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small site is as divided as a large one."""
    monkeypatch.setattr(stretches, "HOLDERS", 2)


@settings(deadline=None, max_examples=25)
@given(st.integers(2, 90), st.integers(0, 1000), EDITS)
def test_after_any_edits_the_lists_are_those_of_a_search_from_nothing(
    size: int, seed: int, edits: list[tuple[str, int]]
) -> None:
    """After one at a time, and after all of them at once."""
    samples = site(size, seed)
    with tempfile.TemporaryDirectory() as folder:
        store, first = Store(Path(folder)), Store(Path(folder, "first"))
        _, kept = links(samples, None)
        save(store, kept, None)
        save(first, kept, None)
        for kind, number in edits:
            samples = edited(samples, kind, number)
            before = load(store)
            assert before is not None
            shown, kept = links(samples, before)
            save(store, kept, before)
            assert shown == links(samples, None)[0], (kind, number)
        assert shown == links(samples, load(first))[0]


def test_an_edit_reads_no_other_story() -> None:
    samples = site(80, 1)
    _, kept = links(samples, None)
    one = replace(samples["news/0007"], text="换成一段新的话，说的是加装电梯。")
    read: list[str] = []

    def noting(it: Sample) -> str:
        read.append(it.id)
        return it.text

    after = {**samples, one.id: one}
    asked = [replace(it.story, text=lambda it=it: noting(it)) for it in after.values()]
    relate(asked, [], 5, kept)
    assert read == [one.id]


def test_a_small_edit_moves_few_links() -> None:
    samples = site(300, 3)
    first = relate(stories(list(samples.values())), [], 5)
    moved = 0
    for number in range(0, 300, 50):
        one = samples[f"news/{number:04}"]
        after = {**samples, one.id: replace(one, text=one.text + "昨天又下了一场小雨。")}
        second = relate(stories(list(after.values())), [], 5, first.kept)
        moved += sum(first.links(it) != second.links(it) for it in samples)
    assert moved <= 6 * 6, "at most six lists of three hundred for each edit"
