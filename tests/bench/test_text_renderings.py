"""The three texts hold what stands on the page, and their gold what the text states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.importing.blocks import page_items
from bench.importing.text_renderings import renderings
from bench.importing.visible_date import visible_date, wechat_line
from tests.bench.sample import CAPTION, LABEL, LEAD, PAGE, SECOND

ITEMS = page_items(PAGE.encode())
TEXTS = {rendering.writing: rendering.text for rendering in renderings(LABEL, ITEMS)}


def test_each_text_begins_before_the_title_and_ends_behind_the_body() -> None:
    for text in TEXTS.values():
        assert text.startswith(("新闻\n", "  • 新闻\n"))
        assert "首页" not in text
        for said in ("槐树里办起春季集市", "2026年05月03日 09:30", "柳青", "相关新闻", "槐树里修好了长椅"):
            assert said in text


def test_a_browser_copy_has_blank_lines_and_no_indents() -> None:
    assert f"\n\n{LEAD}\n\n{CAPTION}\n\n" in TEXTS["browser"]
    assert not any(line.startswith(" ") for line in TEXTS["browser"].splitlines())


def test_a_dump_indents_by_what_a_line_is_and_half_of_the_pages_lose_wide_punctuation() -> None:
    narrow = LEAD.replace("，", ",")
    assert f"\n      {narrow}\n    {CAPTION}\n    旧书换新书\n      " in TEXTS["dump"]
    assert "  • 2026年05月03日 09:30来源:槐树里周报\n" in TEXTS["dump"]
    assert "\n  • 槐树里修好了长椅\n" in TEXTS["dump"]
    wide = renderings(replace(LABEL, sha256="00000001" + "0" * 56), ITEMS)[1].text
    assert f"\n      {LEAD}\n" in wide


def test_a_wechat_copy_has_a_sentence_a_line() -> None:
    first, second, _ = LEAD.split("。")
    assert f"\n{first}。\n{second}。\n" in TEXTS["wechat"]
    assert SECOND not in TEXTS["wechat"] or len(SECOND) < 40


def test_wechat_pages_get_the_date_that_their_script_writes() -> None:
    text = renderings(replace(LABEL, kind="wechat", date="2026-01-02 17:39"), ITEMS)[0].text
    assert "2026年1月2日 17:39" in text


def test_the_gold_of_a_text_is_cut_to_what_it_states() -> None:
    label = replace(
        LABEL, date="2026-05-04 10:00", source="槐树里晚报", canonical_url="https://example.org/1"
    )
    gold = renderings(label, ITEMS)[0].gold
    assert (gold.label.date, gold.label.source, gold.label.pictures, gold.label.canonical_url) == (
        None,
        None,
        (),
        None,
    )
    assert "槐树里晚报" in gold.label.also["source"]
    assert renderings(LABEL, ITEMS)[0].gold.label.date == LABEL.date


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("发布时间：2026-05-03 09:30:12", "2026-05-03 09:30"),
        ("2026年5月3日09:30 来源：周报", "2026-05-03 09:30"),
        ("2026.05.03", "2026-05-03"),
        ("2026/5/3 10:00", "2026-05-03"),
        ("2026\n05/03\n09:30", "2026-05-03 09:30"),
        ("05-03 09:30", None),
        ("2026-05-30 09:30", None),
        ("昨天", None),
    ],
)
def test_a_text_states_a_date_only_with_its_year(line: str, seen: str | None) -> None:
    assert visible_date("2026-05-03 09:30", line.split("\n")) == seen


def test_wechat_writes_days_without_zeros() -> None:
    assert wechat_line("2026-05-03 09:30") == "2026年5月3日 09:30"
    assert wechat_line("2026-05-03") == "2026年5月3日"
