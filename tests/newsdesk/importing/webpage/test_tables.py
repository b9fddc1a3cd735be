"""Each row of a table says by itself what it says on the page."""

from __future__ import annotations

import pytest

from newsdesk.importing.page.pieces import balance
from tests.newsdesk.importing.webpage.pages import OTHER, PARAGRAPH, page


def table(rows: str) -> list[str]:
    """The lines of the table, in the midst of a story."""
    article = page(f"<p>{PARAGRAPH}</p><table>{rows}</table><p>{OTHER}</p>")
    assert balance(article.pieces, article.markdown).difference == 0
    return [line for line in article.markdown.split("\n") if line.startswith("|")]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            "<tr><th>日期<th>院子<th>摊主<tr><td rowspan=2>周一<td>一号院<td>苏禾<tr><td>三号院<td>陈树",
            ["| 日期 | 院子 | 摊主 |", "| 周一 | 一号院 | 苏禾 |", "| 周一 | 三号院 | 陈树 |"],
        ),
        (
            "<tr><td>业务<td>上午<td>下午<tr><td>旧书<td colspan=2>全天<tr><td>点心<td>开<td>关",
            ["| 业务 | 上午 | 下午 |", "| 旧书 | 全天 | 全天 |", "| 点心 | 开 | 关 |"],
        ),
        (
            "<tr><th rowspan=2>业务<th colspan=2>时间<tr><th>上午<th>下午<tr><td>旧书<td>九点<td>两点",
            ["| 业务 | 时间 上午 | 时间 下午 |", "| 旧书 | 九点 | 两点 |"],
        ),
        (
            "<tr><td rowspan=2>业务<td colspan=2>时间<tr><td>上午<td>下午<tr><td>旧书<td>九点<td>两点",
            ["| 业务 | 时间 上午 | 时间 下午 |", "| 旧书 | 九点 | 两点 |"],
        ),
        (
            "<tr><td rowspan=3>一楼<td>旧书<td>苏禾<tr><td>点心<td>陈树<tr><td>绿植<td>周敏",
            ["| 一楼 | 旧书 | 苏禾 |", "| 一楼 | 点心 | 陈树 |", "| 一楼 | 绿植 | 周敏 |"],
        ),
        (
            "<tr><td rowspan=100000>一楼<td>旧书<tr><td>点心<tr><td colspan=99999>绿植",
            ["| 一楼 | 旧书 |", "| 一楼 | 点心 |", "| 一楼 | 绿植 |"],
        ),
        (
            "<tr><td>摊<td>人<tr><td colspan=2>上午<tr><td>旧书<td>苏禾"
            "<tr><td colspan=2>下午<tr><td>点心<td>陈树",
            ["| 摊 | 人 |", "| 上午 |  |", "| 旧书 | 苏禾 |", "| 下午 |  |", "| 点心 | 陈树 |"],
        ),
        (
            "<tbody><tr><td rowspan=0>早<td>旧书<tr><td>点心<tbody><tr><td>晚<td>绿植",
            ["| 早 | 旧书 |", "| 早 | 点心 |", "| 晚 | 绿植 |"],
        ),
        (
            "<tr><td>日期<td>摊<tr><td rowspan=3>6月5日<td>旧书"
            "<tr><td>点心<tr><td>绿植<tr><td>6月6日<td>陶器",
            [
                "| 日期 | 摊 |",
                *(f"| 6月5日 | {it} |" for it in ("旧书", "点心", "绿植")),
                "| 6月6日 | 陶器 |",
            ],
        ),
    ],
    ids=range(9),
)
def test_what_spans_stands_in_each(rows: str, lines: list[str]) -> None:
    first, under, *others = table(rows)
    assert [first, *others] == lines
    assert under == "|" + " --- |" * (first.count("|") - 1)


def test_columns_stay_in_their_places_beside_what_is_not_repeated() -> None:
    rows = "<tr><td>一<td>二<td>三<tr><td rowspan=2>旧<img src=a.jpg width=9><td>书<td>摊<tr><td>点<td>心"
    assert table(rows)[-1] == "|  | 点 | 心 |"


def test_a_page_gains_only_so_much() -> None:
    others = "<tr><td>旧书和绿植摊位</td><td>居民自己做的点心</td></tr>" * 600
    lines = table(f"<tr><td rowspan=100000>甲</td><td>旧书和绿植摊位</td><td>点心</td></tr>{others}")
    assert len(lines) == 602
    assert lines[-1] == "|  | 旧书和绿植摊位 | 居民自己做的点心 |"


def test_a_table_that_lays_out_a_page_is_told_once() -> None:
    article = page(f"<table><tr><td rowspan=2>{PARAGRAPH * 4}<td>一<tr><td>二</table><p>{OTHER}</p>")
    assert article.markdown.count(PARAGRAPH) == 4
