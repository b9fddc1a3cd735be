"""A search in a process of its own leaves what one in this process leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.related_articles import apart, remembered
from plugins.related_articles.keeping import load
from plugins.related_articles.listing import listing
from plugins.related_articles.relations import relate
from plugins.store import Store
from tests.plugins.related_articles.stories import ALL, Sample, stories
from tests.plugins.related_articles.test_incremental import site


def lists(samples: list[Sample], folder: Path) -> list[object]:
    its = remembered.remembered(listing(stories(samples)), stories(list(ALL)), 5, folder, "processes", 2)
    return [its.links(it.id) for it in (*samples, *ALL)]


def alone(samples: list[Sample]) -> list[object]:
    its = relate(stories(samples), stories(list(ALL)), 5)
    return [its.links(it.id) for it in (*samples, *ALL)]


def test_the_lists_are_the_same_and_what_was_read_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "FEWEST", 10)
    monkeypatch.setattr(apart, "AT_ONCE", 7)
    samples = list(site(60, 1).values())
    assert lists(samples, tmp_path) == alone(samples)
    kept = load(Store(tmp_path))
    assert kept is not None
    assert len(kept.ids) == 60
    more = [replace(it, id=f"{it.id}-again", text=it.text + "又来了一次。") for it in samples[:30]]
    assert lists([*samples, *more], tmp_path) == alone([*samples, *more])


def test_where_it_fails_the_build_searches_for_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "FEWEST", 10)
    (tmp_path / "file").write_text("no folder")
    samples = list(site(60, 1).values())
    assert lists(samples, tmp_path / "file" / "below") == alone(samples)
