from __future__ import annotations

from collections.abc import Callable

from plugins.toc.headings import Heading, add_ids
from tests.cases import Case


def outline(headings: tuple[Heading, ...], indent: str = "") -> str:
    return "".join(f"{indent}- {it.text} #{it.id}\n{outline(it.children, indent + '  ')}" for it in headings)


def test_case(case: Case, check: Callable[[str], None]) -> None:
    html, headings = add_ids(case.given, deepest_level=3)
    check(outline(headings) + html)


def test_depth_is_a_setting() -> None:
    html = "<h2>活动</h2><h3>摊位</h3><h4>三号院</h4>"
    assert outline(add_ids(html, deepest_level=2)[1]) == ""
    assert outline(add_ids(html, deepest_level=3)[1]) == "- 活动 #活动\n  - 摊位 #摊位\n"
    assert outline(add_ids(html, deepest_level=4)[1]).endswith("    - 三号院 #三号院\n")
