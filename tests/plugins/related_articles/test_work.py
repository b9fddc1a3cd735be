"""Any executor gives the same lists; a little work stays in this process."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from plugins.related_articles import work
from plugins.related_articles.work import HERE, Workers, workers
from tests.plugins.related_articles.stories import ALL, related
from tests.plugins.related_articles.test_incremental import site


def test_processes_give_the_lists_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    samples = list(site(60, 2).values())
    alone = related(samples, ALL, 5)
    monkeypatch.setattr(work, "FEWEST", 8)
    with workers("processes", 2) as pool:
        assert related(samples, ALL, 5, workers=pool) == alone
        assert pool.map(_process, [1, 2]) != [os.getpid()] * 2


def _process(_: int) -> int:
    return os.getpid()


def test_parts_are_all_of_it_in_order() -> None:
    with ThreadPoolExecutor(1) as pool:
        for stories in (0, 1, work.FEWEST, work.FEWEST + 1, 10 * work.FEWEST + 7):
            parts = Workers(pool, 3).split(stories)
            assert [it for part in parts for it in range(part.start, part.stop)] == list(range(stories))
            assert len(parts) <= 3


@pytest.mark.parametrize(("kind", "processes"), [("serial", 8), ("processes", 1)])
def test_without_processes_all_is_done_here(kind: str, processes: int) -> None:
    with workers(kind, processes) as found:
        assert found is HERE
