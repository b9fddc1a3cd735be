"""What was cut is told: all of it where it is little or in a file, else some of each reason."""

from __future__ import annotations

from newsdesk.importing.imported import ImportedArticle, Kind, Piece
from newsdesk.importing.page.found import LABEL
from newsdesk.importing.report_cuts import FEW, MOST, told_cuts


def told(count: int, *, whole: bool = False) -> list[str]:
    reasons = ("网页上的按钮", "相关新闻")
    pieces = tuple(
        Piece(number, 0, f"第{number}个", Kind.CUT, reason=reasons[number % 2]) for number in range(count)
    )
    label = Piece(count, 0, "来源：", Kind.CUT, reason=LABEL)
    article = ImportedArticle(title="", markdown="", pieces=(*pieces, label), evidence=(), lines_called="段")
    return [line.text.strip() for line in told_cuts(article, whole=whole)]


def test_a_little_is_told_in_order() -> None:
    lines = told(4)
    assert lines[1:5] == ["网页上的按钮", "第 0 段  第0个", "相关新闻", "第 1 段  第1个"]
    assert lines[-2] == "来源："


def test_very_much_is_gathered_by_its_reasons() -> None:
    lines = told(MOST + 20)
    assert lines[1] == f"网页上的按钮（{(MOST + 20) // 2} 处）"
    assert lines[1 + FEW + 1] == f"……还有 {(MOST + 20) // 2 - FEW} 处（核对单里有全部，--json 也有）"
    assert lines[-2] == "来源："
    assert len(lines) < 3 * FEW + 6


def test_in_a_file_all_of_it_is_told() -> None:
    lines = told(MOST + 20, whole=True)
    assert all(f"第 {number} 段  第{number}个" in lines for number in range(MOST + 20))


def test_in_a_file_nothing_is_shortened() -> None:
    text = "集市" * 60
    piece = Piece(3, 0, f"{text}\n\n{text}", Kind.CUT, reason="读者评论")
    article = ImportedArticle(title="", markdown="", pieces=(piece,), evidence=())
    lines = [line.text.strip() for line in told_cuts(article, whole=True)]
    assert lines[2:4] == [f"第 3 行  {text}", text]


def test_nothing_cut_is_said() -> None:
    article = ImportedArticle(title="", markdown="", pieces=(), evidence=())
    assert [line.text for line in told_cuts(article, whole=False)] == ["什么都没有删去", ""]
