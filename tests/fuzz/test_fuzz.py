"""Each parser under its fuzz target: the kept corpus, and a short series that is the same each time."""

from __future__ import annotations

import pytest

from bench.fuzz.corpus import FOLDER, Corpus
from bench.fuzz.hunt import hunt
from bench.fuzz.targets import TARGETS

EXAMPLES = 40


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_a_law(name: str) -> None:
    hunted = hunt(TARGETS[name], Corpus(name), 1, EXAMPLES, lambda data: None)
    assert hunted.broken is None, f"{hunted.broken!r}\n{hunted.trace}"
    assert hunted.tried >= EXAMPLES


def test_each_target_has_a_corpus() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(TARGETS)
