"""Word's own numbers: counted over the whole document, each level for itself."""

from __future__ import annotations

from lxml import etree

from newsdesk.importing.word.numbering import Counters, numberings
from newsdesk.importing.word.styles import Numbering
from tests.newsdesk.importing.word.making import part


def level(depth: int, text: str, numeral: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{numeral}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def counters(inside: str) -> Counters:
    return Counters(numberings(etree.fromstring(part("numbering", inside))))


def texts(counted: Counters, *said: tuple[str, int | None]) -> list[str]:
    labels = (counted.label(Numbering(number, depth), ()) for number, depth in said)
    return ["" if label is None else label.text for label in labels]


THREE = level(0, "%1、", "chineseCounting") + level(1, "（%2）", "chineseCounting") + level(2, "%1.%3")
LIST = f'<w:abstractNum w:abstractNumId="7">{THREE}</w:abstractNum>'
NUM = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'


def test_a_deeper_level_begins_anew_below_each_number() -> None:
    order = [("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]
    assert texts(counters(LIST + NUM), *order) == ["一、", "（一）", "（二）", "二、", "（一）"]


def test_a_number_may_name_the_levels_above() -> None:
    """`%1` in a decimal label is printed as its own level prints it, unless it is legal."""
    assert texts(counters(LIST + NUM), ("1", 0), ("1", 2))[1] == "一.1 "
    legal = LIST.replace('<w:lvlText w:val="%1.%3"/>', '<w:isLgl/><w:lvlText w:val="%1.%3"/>')
    assert texts(counters(legal + NUM), ("1", 0), ("1", 2))[1] == "1.1 "


def test_two_lists_over_one_definition_count_together_unless_one_starts_anew() -> None:
    goes_on = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    assert texts(counters(LIST + NUM + goes_on), ("1", 0), ("2", 0)) == ["一、", "二、"]
    anew = goes_on.replace(
        "</w:num>", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    assert texts(counters(LIST + NUM + anew), ("1", 0), ("2", 0), ("2", 0)) == ["一、", "一、", "二、"]


def test_a_level_may_be_written_over() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1章", "chineseCounting")}</w:lvlOverride>'
    num = NUM.replace("</w:num>", other + "</w:num>")
    assert texts(counters(LIST + num), ("1", 0)) == ["第一章 "]


def test_a_list_may_be_a_style_of_another_list() -> None:
    linked = LIST.replace('w:abstractNumId="7">', 'w:abstractNumId="7"><w:styleLink w:val="s"/>')
    link = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="s"/></w:abstractNum>'
    num = '<w:num w:numId="1"><w:abstractNumId w:val="8"/></w:num>'
    assert texts(counters(linked + link + num), ("1", 0)) == ["一、"]


def test_a_style_names_its_level() -> None:
    styled = LIST.replace('<w:lvlText w:val="（%2）"/>', '<w:pStyle w:val="h2"/><w:lvlText w:val="（%2）"/>')
    label = counters(styled + NUM).label(Numbering("1", None), ("h2", "a"))
    assert label is not None and label.text == "（一）"


def test_bullets_have_no_text_and_what_has_no_number_no_label() -> None:
    bullets = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "•", "bullet")}{level(1, "", "none")}</w:abstractNum>'
    )
    counted = counters(bullets + NUM)
    bullet = counted.label(Numbering("1", 0), ())
    assert bullet is not None and bullet.is_bullet and bullet.text == ""
    assert counted.label(Numbering("1", 1), ()) is None
    assert counted.label(Numbering("0", 0), ()) is None
    assert counted.label(Numbering(None, 0), ()) is None
    assert counted.label(Numbering("99", 0), ()) is None


def test_levels_beyond_nine_and_without_a_definition_do_no_harm() -> None:
    assert texts(counters(LIST + NUM), ("1", 40), ("1", -3)) == ["1. ", "一、"]
