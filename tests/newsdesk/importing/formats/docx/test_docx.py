"""Each folder here is one document as staff get it: source.txt (see word_lines.py) -> its story."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from article.document import format, parse
from newsdesk.importing.draft import drafted
from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle, Kind
from newsdesk.importing.page.pieces import balance
from newsdesk.importing.pictures.marks import without_alts
from tests.newsdesk.importing.word.making import PNG, docx

SAMPLES = sorted(path for path in Path(__file__).parent.iterdir() if (path / "source.txt").is_file())
MEDIA = dict.fromkeys(("night.png", "before.png", "after.png"), PNG)
HEADER = "槐树里日报　内部资料"


def article_of(sample: Path) -> ImportedArticle:
    """The sample as an article."""
    lines = (sample / "source.txt").read_text(encoding="utf-8")
    return READERS[".docx"](docx(lines, media=MEDIA, header=HEADER))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_story(sample: Path, golden: Callable[[Path, str], None]) -> None:
    document = drafted(article_of(sample), 2026).document
    golden(sample / "expected.md", format(document))
    assert parse(format(document), Path("content/news/story.md")) == document


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_what_is_told(sample: Path, golden: Callable[[Path, str], None]) -> None:
    """Evidence for each field, pictures, what was cut and what a person must check."""
    article = article_of(sample)
    told = {
        "evidence": [
            {
                "field": it.field,
                "value": it.value,
                "paragraph": it.line,
                "sure": it.confidence,
                "why": it.reason,
            }
            for it in article.evidence
        ],
        "pictures": [{"name": it.name, "caption": it.caption, "alt": it.alt} for it in article.images],
        "cut": [
            {"paragraph": it.line, "text": it.text, "why": it.reason}
            for it in article.pieces
            if it.kind is Kind.CUT
        ],
        "check": article.problems,
    }
    golden(sample / "expected.json", json.dumps(told, ensure_ascii=False, indent=2) + "\n")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_nothing_is_lost(sample: Path) -> None:
    article = article_of(sample)
    assert balance(article.pieces, without_alts(article.markdown)).difference == 0
    assert HEADER in "".join(piece.text for piece in article.pieces if piece.kind is Kind.CUT)
