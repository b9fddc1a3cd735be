"""Plain blocks that pass by the parser come out as the parser and the sanitiser make them, for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from article import document
from plugins.article_reader.plain_blocks import plain_blocks
from plugins.article_reader.safe_html import parsed_and_cleaned, safe_html

ROOT = Path(__file__).parents[3]
LINES = [
    "春季集市周六在东门开张，二十三个摊位摆到中午。",
    "“早就该修了”，王阿姨说。",
    "2026年5月3日 9:30，Wi-Fi 设备在 A座（3层）",
    "3. 三",
    "3.15活动",
    "１. 全角",
    "- 项",
    "* 项",
    "+ 项",
    "> 引",
    "    缩进",
    "\u3000\u3000空两格",
    "## 标题",
    "# 标题",
    "###### 深",
    "## 标题 ##",
    "##无空格",
    "## 3. 标题",
    "## 标题 {#a .b}",
    "===",
    "---",
    "***",
    "甲  ",
    "甲 乙",
    "甲 ",
    "- **粗**：项\n- 项二",
    "- 项\n- [链](/a/)",
    "| 项目 | 数量 |\n| --- | --- |\n| **甲** | 87% |",
    "| 项目 |\n| --- |\n| 甲 |",
    "| 项目 | 数量 |\n| --- | --- |\n| 甲 |\n| 甲 | 乙 | 丙 |",
    "| 项目 | 数量 |\n| :-: | --- |\n| 甲 | 乙 |",
    "| 项目 | 数量 |\n| --- | --- |",
    "|  甲 | 乙 |",
    "**粗**",
    "甲*斜*乙**粗**丙",
    "**甲****乙**",
    "*甲***乙**",
    "***甲***",
    "**甲*乙*丙**",
    "* 甲 * 乙*",
    "*甲 *乙*",
    "2*3*4",
    "[链](https://a-b.cn/b?c=d) [二](/c/#d)",
    "[链](//a.cn) [二](/c_d/) [三](mailto:a@b.cn) [四](a.md)",
    "[*链*](/a/) **[链](/a/)**",
    "[链](http://1.2.3.999/) [二](http://a.cn:80/)",
    '[链]( /a/ "题")',
    "![图 说](/images/a.png)",
    "![“图”](/images/a.png)",
    "| a | b |",
    "| --- | --- |",
    "a | b",
    "--- | ---",
    "![图](/a.png)",
    "![图](/a.png) 乙",
    "[链](https://a.cn/b)",
    "[^1]",
    "[^1]: 注",
    "    续",
    "```",
    "~~~",
    "<b>",
    "</b>",
    "<br>",
    "**粗**",
    "a_b_c",
    "`码`",
    "甲&乙",
    "&nbsp;",
    "\xa0",
    "甲\xa0乙",
    "\\*",
    "a\tb",
    "\ue000\x30\ue001",
    "\ue0000\ue001",
    "\ufffc\ufeff",
    "{#x}",
    ": 定义",
    "[x]: http://a.cn",
    "~x~ ^2^ 'y' \"z\" --",
    "e\u0301 👍🏽 𠮷",
    "",
    " ",
]
MARKDOWN = st.lists(
    st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n\n", "\n\n\n", "\n \n"]))
).map(lambda lines: "".join(line + end for line, end in lines))


@given(MARKDOWN)
@example("- 甲\n\n乙\n\n- 丙\n\n> 丁\n\n戊\n\n> 己\n")
@example("| a |\n\n甲\n\n| b | c |\n| - | - |\n")
def test_lines_together(markdown: str) -> None:
    assert safe_html(markdown) == parsed_and_cleaned(markdown)


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_any_text(text: str) -> None:
    assert safe_html(text) == parsed_and_cleaned(text)
    assert safe_html(f"甲{text}乙\n\n# {text}") == parsed_and_cleaned(f"甲{text}乙\n\n# {text}")


@pytest.mark.parametrize("file", sorted((ROOT / "content").rglob("*.md")), ids=lambda it: it.stem)
def test_our_stories(file: Path) -> None:
    body = document.parse(file.read_text(encoding="utf-8"), file).body
    assert safe_html(body) == parsed_and_cleaned(body)


def test_plain_text_does_not_reach_the_parser() -> None:
    found = plain_blocks("甲。\n\n## 乙\n\n丙\n丁\n\n1. 戊\n\n己\n")
    assert found.rest == "\ue0000\ue001\n\n1. 戊\n\n\ue0001\ue001"
    assert found.runs == ("<p>甲。</p>\n<h2>乙</h2>\n<p>丙\n丁</p>", "<p>己</p>")
