"""What is read in pasted text, set beside its label."""

from __future__ import annotations

from dataclasses import replace

from bench.importing import texts
from bench.importing.blocks import page_items
from bench.importing.labels import HALVES
from bench.importing.text_renderings import WRITINGS, renderings
from newsdesk.importing.imported import Confidence
from tests.bench.sample import HEADING, LABEL, LEAD, PAGE, SECOND

READ = [texts.read_text(LABEL, rendering) for rendering in renderings(LABEL, page_items(PAGE.encode()))]


def test_an_article_is_what_the_score_compares() -> None:
    for reading in READ:
        assert reading.result.title == "槐树里办起春季集市"
        assert reading.result.date == "2026-05-03 09:30"
        assert (reading.result.source, reading.result.editor) == ("槐树里周报", "柳青")
        assert reading.result.headings == (HEADING,)
        assert LEAD[:10] in reading.result.body
        assert SECOND[:10] in reading.result.body
        assert reading.figures.body_f1.right > 0.9


def test_the_table_has_a_column_for_each_half_and_writing() -> None:
    first, _, title, *_ = texts.table(READ)
    assert first.count("|") == len(HALVES) * len(WRITINGS) + 2
    assert title.startswith("| title | 1.00 (1) | 1.00 (1) | 1.00 (1) | – |")


def test_confidence_is_counted_by_what_the_report_says() -> None:
    rates = texts.confidence_rates(READ)
    assert rates["title", Confidence.HIGH].right == len(WRITINGS)


def test_a_rule_is_named_without_a_word_of_the_page() -> None:
    assert "| title: 正文前面的第一行文字 | 1.00 (3) | – | – |" in list(texts.rule_table(READ))


def test_a_wrong_value_is_shown_for_the_half_that_may_be_read() -> None:
    wrong = replace(READ[0], result=replace(READ[0].result, source="槐树里晚报"))
    assert any("source: '槐树里晚报', not '槐树里周报'" in line for line in texts.misses([wrong]))
    for half in ("held", "unseen"):
        unread = replace(wrong, label=replace(LABEL, half=half))
        assert list(texts.misses([unread])) == []
        assert list(texts.shown([unread], "sample", "browser")) == []


def test_a_refused_text_reads_nothing() -> None:
    rendering = renderings(LABEL, page_items(PAGE.encode()))[0]
    reading = texts.read_text(LABEL, replace(rendering, text=""))
    assert reading.article is None
    assert reading.result.refused
