"""What restore() and pair_quotes() change, and what they must leave alone."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.punctuation import FULL_WIDTH, pair_quotes, restore

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

RESTORED = {
    "灯亮了,大家都笑了.": "灯亮了，大家都笑了.",
    "太好了!真的?真的!": "太好了！真的？真的！",
    "“邻里食堂”,开张了": "“邻里食堂”，开张了",
    "报名率到了40%,双方都满意": "报名率到了40%，双方都满意",
    "发布时间:07-27 09:26": "发布时间：07-27 09:26",
    "打开App,我们就能报修": "打开App，我们就能报修",
    "GDP(国内生产总值)是什么": "GDP（国内生产总值）是什么",
    "国内生产总值(GDP)是什么": "国内生产总值（GDP）是什么",
    "(1)先登记": "（1）先登记",
    "三号院(或五号院)集合": "三号院（或五号院）集合",
    "集市（第二期)开了": "集市（第二期）开了",
    "来源 : 槐树里融媒体站": "来源 ： 槐树里融媒体站",
    "真的吗?!!": "真的吗？！！",
    "快来App!?我们等你": "快来App！？我们等你",
    "他说……,又停了": "他说……，又停了",
    "等等...,再等等!": "等等...，再等等！",
    "他说:,“...好”": "他说：，“...好”",
    "灯亮了——!": "灯亮了——！",
    '他说:"好",就走了': '他说："好"，就走了',
    "见 http://a.cn/x,y?b=1,然后报名": "见 http://a.cn/x,y?b=1，然后报名",
    "写信给 a@b.cn,他会回": "写信给 a@b.cn，他会回",
    "(见http://a.cn/x)这里": "（见http://a.cn/x）这里",
}

LEFT_ALONE = [
    "07-27 09:26",
    "比分3:2, 1,000, 10:53",
    "上午9:30开门",
    "共1,306户",
    "3.2公里",
    "Hello, world! (yes); is it: so?",
    "他念道 Hello, world! 就走了",
    "“Hello, all!”他说",
    "http://a.cn/x,y?b=1",
    "http://a.cn/x_(y)的页面",
    "www.a.cn/x;y:z",
    "e-mail: a@b.cn",
    "e-mail",
    "调用f(x)的值",
    "1)先登记",
    ":)",
    "&lt;b&gt;我们",
    "我们&#x4e2d;我们",
    "，：；！？（）",
    "",
]

PAIRED = {
    '他说："楼道灯亮了。"': "他说：“楼道灯亮了。”",
    '建成"邻里食堂"之后': "建成“邻里食堂”之后",
    '当好"送信员""读报员""巡夜员"': "当好“送信员”“读报员”“巡夜员”",
    '院子（"三无"小院）': "院子（“三无”小院）",
    '《"十步法"解读》': "《“十步法”解读》",
    '镜子——"让大家照一照"': "镜子——“让大家照一照”",
    '"脏"、"乱"、"差"': "“脏”、“乱”、“差”",
    '"2021"年': "“2021”年",
    '一台55"电视和"好"': '一台55"电视和“好”',
    '"前\n后"': "“前\n后”",
    '"单\n\n"双"': '"单\n\n“双”',
}

NOT_PAIRED = ['只有一个"引号', '一台55"电视', "36°5'30\"", "'90后", "“好”", 'http://a.cn/x--y?b="2"']


@pytest.mark.parametrize(("given_text", "expected"), RESTORED.items())
def test_restores(given_text: str, expected: str) -> None:
    assert restore(given_text) == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert restore(text) == text


@pytest.mark.parametrize(("given_text", "expected"), PAIRED.items())
def test_pairs(given_text: str, expected: str) -> None:
    assert pair_quotes(given_text) == expected


@pytest.mark.parametrize("text", NOT_PAIRED)
def test_does_not_pair(text: str) -> None:
    assert pair_quotes(text) == text


PIECES = [*"槐树ab12 \u3000\n,:;!?()，（）“”‘’\"'…—。%&/.", "http://a.cn/x", "&lt;", "f(x)", "a@b.cn"]
TEXT = st.lists(st.sampled_from(PIECES)).map("".join) | st.text()
HALF = {full: half for half, full in FULL_WIDTH.items()} | {"“": '"', "”": '"'}


def folded(text: str) -> str:
    return "".join(HALF.get(char, char) for char in text)


@given(TEXT)
def test_only_marks_change_and_each_in_its_place(text: str) -> None:
    changed = pair_quotes(restore(text))
    assert len(changed) == len(text)
    assert folded(changed) == folded(text)


@given(TEXT)
def test_twice_is_once(text: str) -> None:
    assert restore(restore(text)) == restore(text)
    assert pair_quotes(pair_quotes(text)) == pair_quotes(text)


@given(st.text("槐ab1 ,:()（）“”。"))
def test_brackets_change_in_pairs(text: str) -> None:
    opened: list[str] = []
    for char in restore(text):
        if char in "(（":
            opened.append(char)
        elif char in ")）" and opened:
            assert opened.pop() + char in ("()", "（）")


@given(st.text(st.characters(max_codepoint=0x2FF)))
def test_text_without_chinese_keeps_its_marks(text: str) -> None:
    assert restore(text) == text


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed is not here")
def test_the_seed_keeps_only_its_clock_times() -> None:
    for file in SEEDS.glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        changed = restore(text)
        assert sum(a != b for a, b in zip(text, changed, strict=True)) == 106
        assert len(re.findall(r"[,:;!?()]", changed)) == 3
        assert len(re.findall(r"\d\d:\d\d", changed)) == 3
