"""A store that was harmed costs time and changes no list."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from plugins.related_articles.keeping import SHELF, STORIES, load, save
from plugins.related_articles.relations import relate
from plugins.store import Store
from tests.plugins.related_articles.stories import ALL, stories
from tests.plugins.related_articles.test_incremental import links, site


def kept_in(folder: Path) -> bytes:
    shown, kept = links(site(60, 1), None)
    save(Store(folder), kept, None)
    return shown


@pytest.mark.parametrize("name", [SHELF, STORIES])
@pytest.mark.parametrize("harm", ["gone", "torn", "random", "of another build"])
def test_harm_changes_no_list(tmp_path: Path, name: str, harm: str) -> None:
    shown = kept_in(tmp_path)
    file = tmp_path / f"{name}.store"
    data = file.read_bytes()
    if harm == "gone":
        file.unlink()
    elif harm == "torn":
        file.write_bytes(data[: len(data) // 2])
    elif harm == "random":
        file.write_bytes(random.Random(1).randbytes(5000))
    else:
        save(Store(tmp_path / "other"), relate(stories(ALL), [], 5).kept, None)
        file.write_bytes((tmp_path / "other" / file.name).read_bytes())
    assert load(Store(tmp_path)) is None
    assert links(site(60, 1), None)[0] == shown


@pytest.mark.parametrize("part", ["found", "places", "starts", "ids", "shown"])
def test_numbers_that_lead_nowhere_are_not_followed(tmp_path: Path, part: str) -> None:
    """As a program with a fault, or somebody with a grudge, might write them: sums and all are right."""
    kept_in(tmp_path)
    store = Store(tmp_path)
    from plugins.related_articles.keeping import _made_by

    loaded = store.load(STORIES, _made_by())
    assert loaded is not None
    parts = dict(loaded.parts)
    parts[part] = np.full_like(parts[part], 1 << 30) if len(parts[part]) else np.array([7], parts[part].dtype)
    store.save(STORIES, _made_by(), parts)
    assert load(store) is None


def test_a_build_without_changes_writes_nothing(tmp_path: Path) -> None:
    samples = site(60, 1)
    kept_in(tmp_path)
    was = {it.name: it.stat().st_mtime_ns for it in tmp_path.iterdir()}
    before = load(Store(tmp_path))
    _, kept = links(samples, before)
    save(Store(tmp_path), kept, before)
    assert {it.name: it.stat().st_mtime_ns for it in tmp_path.iterdir()} == was
