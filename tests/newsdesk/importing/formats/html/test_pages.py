"""Each folder here is one page as staff save it: source.html -> the story's file and the report on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from article.document import format, parse
from newsdesk.importing import report
from newsdesk.importing.draft import Draft, drafted
from newsdesk.importing.filing.shelf import Change, Filed
from newsdesk.importing.formats import READERS
from plugins.article_reader.safe_html import safe_html

SAMPLES = sorted(path for path in Path(__file__).parent.iterdir() if (path / "source.html").is_file())
PLACE = Path("content/news/story.md")


def draft_of(sample: Path) -> Draft:
    return drafted(READERS[".html"]((sample / "source.html").read_bytes()))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_page(sample: Path, golden: Callable[[Path, str], None]) -> None:
    draft = draft_of(sample)
    golden(sample / "expected.md", format(draft.document))
    lines = report.imported("source.html", draft, Filed(PLACE, Change.NEW), written=True)
    golden(sample / "report.txt", report.as_text(lines))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_nothing_is_lost_and_text_stays_text(sample: Path) -> None:
    draft = draft_of(sample)
    assert draft.balance.difference == 0
    assert draft.balance.body > 0
    assert parse(format(draft.document), PLACE) == draft.document
    built = safe_html(draft.article.markdown)
    assert not any(
        word in built for word in ("<script", "<svg", "onerror=alert(1)>", "javascript:", "data:text")
    )
