"""Titles and other lines of plain text: marks only, and plain text out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.typography.marks import with_marks

LINES = {
    "老楼有新灯 夜路不再黑!": "老楼有新灯 夜路不再黑！",
    "--记槐树里三号院": "——记槐树里三号院",
    '上线 GPS 定位 "小槐" 服务': "上线 GPS 定位 “小槐” 服务",
    "等等...": "等等……",
    "<b>&amp;</b>我们,你们": "<b>&amp;</b>我们，你们",
}
LEFT = ["", "it's OUR home -- now", "本报记者　张　虎", "3:2 险胜", "A/B 座", "{slug}", "党旗 红"]


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_a_line_gets_its_marks(line: str, expected: str) -> None:
    assert with_marks(line) == expected


@pytest.mark.parametrize("line", LEFT)
def test_a_line_is_left_alone(line: str) -> None:
    assert with_marks(line) == line


@given(st.text("槐树ab1 \u3000,:;!?()“”\"'.-—…<&", max_size=30))
def test_twice_is_once(line: str) -> None:
    assert with_marks(with_marks(line)) == with_marks(line)
