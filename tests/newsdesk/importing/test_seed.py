"""The page that the project began with. What must come out is taken from the page's own lines."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from article.likeness import han
from article.punctuation import restore
from newsdesk.importing import as_json
from newsdesk.importing.draft import Draft, drafted
from newsdesk.importing.filing.shelf import Filed
from newsdesk.importing.formats import READERS

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
SEED = SEEDS / "000_54a0ce0870bedc75.txt"
pytestmark = pytest.mark.skipif(
    not SEED.exists(), reason="the source page lies outside the repository, in ../shared/seeds"
)


@pytest.fixture(scope="module")
def page() -> str:
    return SEED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def lines(page: str) -> list[str]:
    """Line 1 is lines[1]."""
    return ["", *page.split("\n")]


@pytest.fixture(scope="module")
def draft() -> Draft:
    return drafted(READERS[".txt"](SEED.read_bytes()), 2021)


def test_title_and_column_are_the_two_parts_of_line_1(draft: Draft, lines: list[str]) -> None:
    column, _, title = lines[1].removeprefix("【").partition("】")
    assert draft.document.front_matter.column == column
    assert draft.document.front_matter.title == title


def test_the_facts_are_what_follows_the_colons_of_lines_3_to_5(draft: Draft, lines: list[str]) -> None:
    front_matter = draft.document.front_matter
    assert front_matter.date is not None
    assert f"{front_matter.date:%m-%d %H:%M}" == lines[3].partition(":")[2]
    assert front_matter.date.year == 2021
    assert front_matter.source == lines[4].partition(":")[2]
    assert front_matter.editor == lines[5].partition(":")[2]


def four_spaces(lines: list[str]) -> list[str]:
    """Lines indented by exactly four spaces: dek, headings, byline."""
    return [line.strip() for line in lines if re.match(r" {4}\S", line)]


def test_the_dek_is_the_first_line_indented_by_four(draft: Draft, lines: list[str]) -> None:
    assert draft.document.front_matter.subtitle == four_spaces(lines)[0]


def test_the_author_is_what_follows_the_role_in_the_last_such_line(draft: Draft, lines: list[str]) -> None:
    byline = [line for line in four_spaces(lines) if line.strip("\xa0")][-1]
    assert draft.document.front_matter.authors == (byline.partition("记者")[2],)


def test_the_headings_are_the_lines_between(draft: Draft, lines: list[str]) -> None:
    between = [line for line in four_spaces(lines) if line.strip("\xa0")][1:-1]
    headings = [line for line in draft.document.body.split("\n") if line.startswith("#")]
    assert headings == [f"## {restore(line)}" for line in between]
    assert len(headings) == 3


def test_the_paragraphs_are_the_lines_indented_by_six(draft: Draft, lines: list[str]) -> None:
    paragraphs = [restore(line.strip()) for line in lines if line.startswith(" " * 6)]
    written = [it for it in draft.document.body.split("\n") if it and not it.startswith("#")]
    assert written == paragraphs


def test_what_stands_at_the_margin_below_the_byline_is_cut(draft: Draft, lines: list[str]) -> None:
    margin = [line for line in lines[2:] if line and not line.startswith(" ")]
    cut = [piece.text for piece in draft.article.pieces if piece.reason and piece.line > 55]
    assert cut == margin


def test_marks_are_restored_and_counted(draft: Draft, lines: list[str]) -> None:
    kept = [line.strip() for line in lines if line.startswith("    ")] + [lines[1]]
    mended = [(old, new) for line in kept for old, new in zip(line, restore(line), strict=True) if old != new]
    assert draft.article.restored == len(mended) > 90
    assert not re.search(r"[\u4e00-\u9fff][,:;!?]", draft.document.body)


def test_no_han_is_lost(draft: Draft, page: str) -> None:
    assert "".join(piece.text for piece in draft.article.pieces) == page
    assert draft.balance.page == len(han(page))
    assert draft.balance.difference == 0


def test_without_a_year_none_is_guessed(lines: list[str]) -> None:
    draft = drafted(READERS[".txt"](SEED.read_bytes()))
    assert draft.document.front_matter.date is None
    row: dict[str, Any] = json.loads(as_json.imported("seed", draft, Filed(Path("x.md")), written=False))
    (date,) = [it for it in row["evidence"] if it["field"] == "date"]
    assert (date["value"], date["line"], date["confidence"]) == (lines[3].partition(":")[2], 3, "unsure")
    assert "没有写年份" in row["problems"][0]
