"""What is told after a few edits alone is what looking at all stories tells."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.related_articles import after_edits, stretches
from plugins.related_articles.after_edits import lists_after
from plugins.related_articles.listing import Link, listing
from plugins.related_articles.relations import Relations, relate
from plugins.related_articles.remembered import remembered
from tests.plugins.related_articles.stories import LIFT, Sample, stories
from tests.plugins.related_articles.test_incremental import DAY, edited, site

HERE = ("serial", 1)
ROOT = Path(__file__).parents[3]
SIZES = st.integers(3, 20) | st.integers(60, 90)
EDITS = st.lists(
    st.tuples(st.sampled_from(("edit", "retitle", "retag", "pin", "series")), st.integers(0, 10_000)),
    min_size=1,
    max_size=3,
)


@pytest.fixture(autouse=True)
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "HOLDERS", 2)


DRAFT = replace(LIFT, id="news/draft", pins=("news/0003",), series="老楼新生")


def lists(samples: dict[str, Sample]) -> dict[str, tuple[Link, ...]]:
    """From nothing."""
    found = relate(stories(list(samples.values())), [DRAFT.story], 5)
    return {it: found.links(it) for it in (*samples, DRAFT.id)}


def kept(samples: dict[str, Sample], folder: Path) -> Relations:
    return remembered(listing(stories(list(samples.values()))), [DRAFT.story], 5, folder, *HERE)


@settings(deadline=None, max_examples=25)
@given(
    st.integers(3, 20) | st.integers(60, 90), st.integers(0, 1000), st.lists(EDITS, min_size=1, max_size=3)
)
def test_the_lists_that_became_others_and_no_more(
    size: int, seed: int, builds: list[list[tuple[str, int]]]
) -> None:
    samples = site(size, seed)
    shown = lists(samples)
    with tempfile.TemporaryDirectory() as name:
        state = kept(samples, Path(name)).state
        for edits in builds:
            before = samples
            for kind, number in edits:
                samples = edited(samples, kind, number)
            changed = [it for id, it in samples.items() if it != before[id]]
            found = lists_after(listing(stories(changed)), 5, state, Path(name), *HERE)
            assert found is not None
            now = lists(samples)
            assert found.lists == {it: now[it] for it in now if now[it] != shown[it]}
            shown, state = now, found.state
        again = kept(samples, Path(name))
        assert {it: again.links(it) for it in shown} == shown
        assert again.state == state, "nothing changed since"


@pytest.mark.parametrize(
    "kind", ["new", "redated", "many", "other length", "of another build", "many drafts", "gone"]
)
def test_where_all_stories_must_be_looked_at(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples = site(80, 1)
    state = kept(samples, tmp_path).state
    one = samples["news/0007"]
    changed = [replace(one, text=one.text + "又说了一句。")]
    many = 5
    if kind == "new":
        changed = [replace(one, id="news/new")]
    elif kind == "redated":
        changed = [replace(one, date=DAY)]
    elif kind == "many":
        changed = [replace(it, text=it.text + "又说了一句。") for it in samples.values()][:40]
    elif kind == "other length":
        many = 4
    elif kind == "of another build":
        kept({**samples, one.id: changed[0]}, tmp_path)
    elif kind == "many drafts":
        monkeypatch.setattr(after_edits, "FEW", 0)
    else:
        (tmp_path / "related.store").unlink()
    assert lists_after(listing(stories(changed)), many, state, tmp_path, *HERE) is None


PROGRAM = """
import sys
from pathlib import Path
from tests.plugins.related_articles.test_after_edits import after_one_edit
after_one_edit(Path(sys.argv[1]), int(sys.argv[2]))
print(*sorted({it.partition(".")[0] for it in sys.modules} & {"numpy", "scipy"}), "numpy.ma" in sys.modules)
"""


def after_one_edit(folder: Path, state: int) -> None:
    """Both ways, one after the other."""
    samples = site(80, 1)
    one = replace(samples["news/0007"], text=samples["news/0007"].text + "又说了一句。")
    assert lists_after(listing([one.story]), 5, state, folder, *HERE) is not None
    kept({**samples, one.id: replace(one, id="news/newest")}, folder)


def test_what_takes_long_to_load_is_not_loaded(tmp_path: Path) -> None:
    state = kept(site(80, 1), tmp_path).state
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), str(state)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert found.stdout.split() == ["numpy", "False"]
