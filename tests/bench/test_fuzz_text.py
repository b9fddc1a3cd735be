"""The mixer of texts, and that it sees a fault."""

from __future__ import annotations

from itertools import islice

import pytest

from bench.importing import fuzz_text
from newsdesk.importing.imported import ImportedArticle


def test_no_fault_in_the_first_texts() -> None:
    lines = fuzz_text.corpus()
    assert len(lines) > 500
    assert [it for text in islice(fuzz_text.texts(lines, 3), 60) if (it := fuzz_text.fault(text))] == []


def test_the_same_seed_makes_the_same_texts() -> None:
    lines = fuzz_text.corpus()
    first, second = (list(islice(fuzz_text.texts(lines, 5), 20)) for _ in range(2))
    assert first == second


def test_a_lost_character_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    read = fuzz_text.READERS[".txt"]

    def losing(source: bytes) -> ImportedArticle:
        return read(source.replace("集市".encode(), b""))

    monkeypatch.setattr(fuzz_text, "READERS", {".txt": losing})
    assert fuzz_text.fault("槐树里办起春季集市\n三号院的集市开了。") == "the pieces are not the page"
