"""What becomes of each thing that Word documents hold: lines as word_lines.py explains -> the story."""

from __future__ import annotations

from collections.abc import Callable

from newsdesk.importing.formats.docx import read
from newsdesk.importing.imported import ImportedArticle
from newsdesk.importing.page.pieces import balance
from newsdesk.importing.pictures.marks import without_alts
from plugins.article_reader.safe_html import safe_html
from tests.cases import Case
from tests.newsdesk.importing.word.making import PNG, docx

MEDIA = {"a.png": PNG, "b.png": PNG, "draft.emf": b"\x01\x00\x00\x00" + bytes(36) + b" EMF"}


def told(article: ImportedArticle) -> str:
    """The fields, the body, what was cut and what a person must check."""
    fields = ("kicker", "column", "title", "subtitle", "published", "source", "editor", "authors")
    lines = [f"{name}: {value}" for name in fields if (value := getattr(article, name))]
    cut = [f"- {it.text.strip()} ({it.reason})" for it in article.pieces if it.kind.value == "cut"]
    checks = [f"? {it}" for it in article.problems]
    return "\n".join([*lines, "", article.markdown, *cut, *checks]).replace("\n\n\n", "\n\n").strip() + "\n"


def test_markdown(case: Case, check: Callable[[str], None]) -> None:
    article = read(docx(case.given, media=MEDIA))
    assert balance(article.pieces, without_alts(article.markdown)).difference == 0
    assert safe_html(article.markdown)
    check(told(article))
