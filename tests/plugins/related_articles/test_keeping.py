"""A store that was harmed costs time and changes no list."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from plugins.related_articles.keeping import LINES, SHELF, STORIES, _made_by, load, save
from plugins.related_articles.listing import listing
from plugins.related_articles.relations import relate
from plugins.related_articles.remembered import remembered
from plugins.store import Part, Store
from tests.plugins.related_articles.stories import ALL, stories
from tests.plugins.related_articles.test_incremental import edited, links, site


def kept_in(folder: Path) -> bytes:
    shown, kept = links(site(60, 1), None)
    save(Store(folder), kept, None)
    return shown


@pytest.mark.parametrize("name", [SHELF, LINES, STORIES])
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


PARTS = ("slots", "starts", "ids of fresh", "changed", "found", "fresh", "wishes", "text", "first", "lists")


def harmed(part: Part) -> NDArray[Any]:
    its = part.whole()
    return np.full_like(its, 1 << 30) if len(its) else np.array([70], its.dtype)


@pytest.mark.parametrize("name", PARTS)
def test_numbers_that_lead_nowhere_are_not_followed(tmp_path: Path, name: str) -> None:
    """As a program with a fault, or somebody with a grudge, might write them: sums and all are right."""
    kept_in(tmp_path)
    store = Store(tmp_path)
    loaded = store.load(STORIES, _made_by())
    assert loaded is not None
    parts = {it: part.whole() for it, part in loaded.parts.items()} | {name: harmed(loaded.parts[name])}
    store.save(STORIES, _made_by(), parts)
    assert load(store) is None


LARGE = [(LINES, it) for it in ("found", "said starts", "why starts")] + [
    (SHELF, it) for it in ("starts", "ids", "term starts", "holders")
]


@pytest.mark.parametrize(("file", "name"), LARGE)
def test_nor_are_those_of_the_large_files(tmp_path: Path, file: str, name: str) -> None:
    kept_in(tmp_path)
    store = Store(tmp_path)
    stories, large = store.load(STORIES, _made_by()), store.load(file, _made_by())
    assert stories is not None
    assert large is not None
    parts = {it: part.whole() for it, part in large.parts.items()} | {name: harmed(large.parts[name])}
    number = store.save(file, _made_by(), parts)
    files = stories.parts["files"].whole()
    files[files == large.number] = number
    store.save(STORIES, _made_by(), {it: part.whole() for it, part in stories.parts.items()})
    after_an_edit(tmp_path)


@pytest.mark.parametrize("file", [LINES, SHELF])
def test_damage_anywhere_changes_no_list(tmp_path: Path, file: str) -> None:
    """Of the large files an edit looks at a little: what is damaged elsewhere may stay."""
    kept_in(tmp_path / "whole")
    data = (tmp_path / "whole" / f"{file}.store").read_bytes()
    for turn in range(12):
        folder = tmp_path / str(turn)
        shutil.copytree(tmp_path / "whole", folder)
        at = random.Random(turn).randrange(len(data))
        (folder / f"{file}.store").write_bytes(data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :])
        after_an_edit(folder)


def after_an_edit(folder: Path) -> None:
    samples = edited(site(60, 1), "edit", 7)
    shown = remembered(listing(stories(list(samples.values()))), [], 5, folder, "serial", 1)
    anew = relate(stories(list(samples.values())), [], 5)
    assert {it: shown.links(it) for it in samples} == {it: anew.links(it) for it in samples}


def test_a_build_without_changes_writes_nothing(tmp_path: Path) -> None:
    samples = site(60, 1)
    kept_in(tmp_path)
    was = {it.name: it.stat().st_mtime_ns for it in tmp_path.iterdir()}
    before = load(Store(tmp_path))
    _, kept = links(samples, before)
    save(Store(tmp_path), kept, before)
    assert {it.name: it.stat().st_mtime_ns for it in tmp_path.iterdir()} == was
