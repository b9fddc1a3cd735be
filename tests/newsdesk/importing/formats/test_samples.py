"""Each folder of txt/ is one text as staff get it: source.txt -> the story's file and the report on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from article.document import format, parse
from article.likeness import han
from newsdesk.importing import report
from newsdesk.importing.draft import Draft, drafted
from newsdesk.importing.filing.shelf import Filed
from newsdesk.importing.formats import READERS

SAMPLES = sorted(path for path in Path(__file__).with_name("txt").iterdir() if path.is_dir())
PLACE = Path("content/news/story.md")


def draft_of(sample: Path) -> Draft:
    """The sample as a story; a file `year` beside it is what staff gave with --year."""
    year = sample / "year"
    article = READERS[".txt"]((sample / "source.txt").read_bytes())
    return drafted(article, int(year.read_text(encoding="utf-8")) if year.exists() else None)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_sample(sample: Path, golden: Callable[[Path, str], None]) -> None:
    draft = draft_of(sample)
    golden(sample / "expected.md", format(draft.document))
    lines = report.imported("source.txt", draft, Filed(PLACE), written=True)
    golden(sample / "report.txt", "".join(f"{line.text}\n" for line in lines))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_nothing_is_lost(sample: Path) -> None:
    draft = draft_of(sample)
    text = (
        (sample / "source.txt")
        .read_bytes()
        .decode({"GB18030": "gb18030"}.get(draft.article.encoding, "utf-8-sig"))
    )
    assert "".join(piece.text for piece in draft.article.pieces) == text
    assert draft.balance.page == len(han(text))
    assert draft.balance.difference == 0
    assert parse(format(draft.document), PLACE) == draft.document
