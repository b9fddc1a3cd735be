"""What the check says of notes at headings."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from newsdesk.checking.headings import headings
from newsdesk.checking.source import Source


def found(text: str) -> list[str]:
    """`line: what` of each problem; the text begins at line 1."""
    source = Source(Path("a.md"), PurePosixPath("a.md"), text.encode())
    return [f"{it.line}: {it.what}" for it in headings(source, list(enumerate(source.lines, 1)))]


@pytest.mark.parametrize(
    "text",
    [
        '## 摊位怎么收费 {#fee .wide short="收费" was="摊位" was=“摊位费”} ##\n## 摊位租金',
        '## 戊{short="戊"}\n### 己｛was＝＂旧名＂｝',
        '旧题新说 {was="旧题"}\n------',
        "## 集合 {1, 2}\n## 方程 {x=1}\n## 说明：{见附录}\n## 甲 {#jia}",
        '## 短题写作 \\{short="短题"}',
        '    {short="代码"}',
        '## 摊位 {was="收费"}\n## 地点 {was="在哪里"}\n## 摊位\n',
        "正文里的 {花括号} 和 {a=1}",
        "",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


WRONG = "写得不对：要有花括号，等号后面的字要放在引号里"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("\n## 戊 {short=短}", f"2: 小标题里的“{{short=短}}”{WRONG}"),
        ("## 戊 {short='短'}", f"1: 小标题里的“{{short='短'}}”{WRONG}"),
        ('## 戊 {short="短"', f'1: 小标题里的“{{short="短"”{WRONG}'),
        ('## 戊 {short=""}', f'1: 小标题里的“{{short=""}}”{WRONG}'),
        ('## 戊 {Was: "旧"}', '1: 小标题里的“{Was: "旧"}”：没有“Was”这种写法'),
        ('## 戊 {wes="旧"}', '1: 小标题里的“{wes="旧"}”：没有“wes”这种写法'),
        ('## 戊 {#five wes="旧"}', '1: 小标题里的“{#five wes="旧"}”：没有“wes”这种写法'),
        ('## 戊 {short="短"}和己', '1: 小标题里的“{short="短"}”不在行尾'),
        ('戊 {wes="旧"}\n===', '1: 小标题里的“{wes="旧"}”：没有“wes”这种写法'),
        ('摊位 {was="旧题"}', '1: “{was="旧题"}”不在小标题的末尾'),
        ('## 甲 {was="旧名"}\n## 乙 {was="旧名"}', "2: was 里的“旧名”在第 1 行已经写过"),
        ('## 甲 {was="一、旧 名"}\n## 乙 {was="旧名"}', "2: was 里的“旧名”在第 1 行已经写过"),
        ('## 甲 {was="二、乙"}\n## 乙', "1: was 里的“二、乙”是第 2 行的小标题现在的名字"),
        ('## 甲 {was="乙"}\n## [乙](/b/)[^1]', "1: was 里的“乙”是第 2 行的小标题现在的名字"),
        ('## 甲 {was="fee"}\n## 乙 {#fee}', "1: was 里的“fee”是第 2 行的小标题现在的名字"),
        ('## 小结\n## 小结\n## 乙 {was="小结-2"}', "3: was 里的“小结-2”是第 2 行的小标题现在的名字"),
        ('## 甲 {was="甲"}', "1: was 里的“甲”就是这个小标题现在的名字"),
    ],
)
def test_what_would_be_printed_or_leads_nowhere_is_named(text: str, problem: str) -> None:
    assert found(text) == [problem]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("## 甲 {#jia short=短的 题 was='旧'}", '写成 {#jia short="短的 题" was="旧"}'),
        ("## 甲 {short：短", '写成 {short="短"}'),
        ('## 甲 {short=""}', '写成 {short="……"}'),
        ('## 甲｛was="旧"｝乙', '移到小标题的末尾：{was="旧"}'),
    ],
)
def test_how_to_mend_it_is_written_out(text: str, fix: str) -> None:
    [problem] = headings(Source(Path("a.md"), PurePosixPath("a.md"), text.encode()), [(1, text)])
    assert problem.fix == fix
