from __future__ import annotations

from collections.abc import Callable

from plugins.toc.headings import Heading, add_ids
from tests.cases import Case


def outline(headings: tuple[Heading, ...], indent: str = "") -> str:
    return "".join(
        f"{indent}- {_shown(it)} #{it.id}\n{outline(it.children, indent + '  ')}" for it in headings
    )


def _shown(it: Heading) -> str:
    return f"{it.text}（{it.short}）" if it.short else it.text


def test_case(case: Case, check: Callable[[str], None]) -> None:
    html, headings = add_ids(case.given, deepest_level=3)
    check(outline(headings) + html)


def test_depth_is_a_setting() -> None:
    html = "<h2>活动</h2><h3>摊位</h3><h4>三号院</h4>"
    assert outline(add_ids(html, deepest_level=2)[1]) == ""
    assert outline(add_ids(html, deepest_level=3)[1]) == "- 活动 #活动\n  - 摊位 #摊位\n"
    assert outline(add_ids(html, deepest_level=4)[1]).endswith("    - 三号院 #三号院\n")


def test_a_heading_says_whether_it_brings_its_number() -> None:
    titles = [
        "一、议题",
        "（二）结果",
        "3. 后续",
        "第四节 附录",
        "⑤答疑",
        "三号院",
        "1.5公里步道",
        "十里长街",
    ]
    _, headings = add_ids("".join(f"<h2>{it}</h2>" for it in titles), deepest_level=2)
    assert [it.is_numbered for it in headings] == [True] * 5 + [False] * 3
