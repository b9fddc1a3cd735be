"""The labels hold facts that fit together, and no text of an article."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from bench.importing.blocks import page_items
from bench.importing.labels import HALVES, Label, gold_of, place_of, read_labels, readable
from bench.importing.pages import REPOSITORIES
from tests.bench.sample import CAPTION, HEADING, LABEL, LEAD, PAGE, SECOND, TABLE_HEAD

LABELS = read_labels()
ARTICLES = [label for label in LABELS if not label.refused]


def test_there_are_enough_pages_in_both_halves() -> None:
    assert len(ARTICLES) >= 240
    for half in ("tune", "held"):
        kinds = {label.kind for label in LABELS if label.half == half}
        assert {"news", "wechat", "self-media", "government", "refused"} <= kinds
        assert sum(label.half == half for label in ARTICLES) >= 24


FIRST = frozenset({"GNE", "CX", "WECHAT"})
"""The repositories of the first labels."""


def test_pages_labelled_later_are_of_many_sites_and_may_be_missing() -> None:
    later = [label for label in LABELS if label.repo not in FIRST]
    assert len(later) >= 180
    assert len({label.site for label in later}) >= 150
    assert max(Counter(label.site for label in later).values()) <= 2
    assert all(REPOSITORIES[label.repo].optional == (label in later) for label in LABELS)


def test_each_part_has_its_own_sites() -> None:
    parts = {half: {label.site for label in ARTICLES if label.half == half} for half in HALVES}
    assert {label.half for label in LABELS} <= set(HALVES)
    assert not parts["unseen"] or len(parts["unseen"]) >= 12
    assert sum(map(len, parts.values())) == len(set().union(*parts.values()))


def test_pages_of_a_missing_repository_are_left_out_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = replace(LABEL, repo="GOOSE")
    monkeypatch.setenv("GOOSE", str(tmp_path))
    monkeypatch.setenv("HTMLDATE", str(tmp_path / "none"))
    monkeypatch.setenv("GNE", str(tmp_path / "none"))
    assert readable([LABEL, there]) == ((LABEL, there), "")
    kept, line = readable([LABEL, replace(LABEL, repo="HTMLDATE"), there])
    assert kept == (LABEL, there)
    assert line == "left out: 1 pages, for want of HTMLDATE (bench/importing/README.md)"


def test_no_site_and_no_page_stands_in_two_parts() -> None:
    halves: dict[str, set[str]] = {}
    for label in ARTICLES:
        halves.setdefault(label.site, set()).add(label.half)
    assert [site for site, found in halves.items() if len(found) > 1] == []
    assert len({(label.repo, label.path) for label in LABELS}) == len(LABELS)
    assert len({label.sha256 for label in LABELS}) == len(LABELS)


@pytest.mark.parametrize("label", ARTICLES, ids=lambda label: f"{label.repo}-{label.path}")
def test_an_article_has_the_facts_in_their_form(label: Label) -> None:
    assert label.title
    assert re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", label.date or "")
    prints = (*label.body, *label.captions, *label.neutral("body"), *filter(None, [label.summary]))
    assert label.body
    assert all(re.fullmatch("[0-9a-f]{8}", name) for name in prints)
    assert not set(label.body) & set(label.captions)


@pytest.mark.parametrize("label", ARTICLES, ids=lambda label: f"{label.repo}-{label.path}")
def test_no_label_holds_text_of_its_article(label: Label) -> None:
    also = [text for name in label.also if name != "pictures" for text in label.also[name] if text]
    assert max(map(len, (*label.headings, *also, label.title or "", label.original_title or ""))) < 60


def test_the_gold_article_is_read_from_the_page() -> None:
    items = page_items(PAGE.encode())
    gold = gold_of(LABEL, items)
    assert gold.body == (LEAD, HEADING, SECOND, TABLE_HEAD)
    assert gold.captions == (CAPTION,)
    assert gold.aliases == {LABEL.pictures[0]: LABEL.pictures[0]}


def test_the_place_of_a_body_is_the_one_with_the_shortest_span() -> None:
    label = Label("GNE", "a", "", "a", "news", "tune", body=LABEL.body[:2])
    twice = PAGE.replace("<div>首页</div>", f"<p>{LEAD}</p>")
    items = page_items(twice.encode())
    assert [items[number] for number in place_of(label, items)] == [
        item for item in page_items(PAGE.encode()) if getattr(item, "text", "") in (LEAD, HEADING)
    ]
    assert place_of(label, items)[0] > 4
    with pytest.raises(ValueError, match="not on the page"):
        place_of(label, [])
