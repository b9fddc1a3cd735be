"""Word's number formats, as a Chinese Word prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.importing.word.numerals import FORMATS, numeral


@pytest.mark.parametrize(
    ("number", "numeral_format", "expected"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (12, "decimalFullWidth", "１２"),
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (1, "upperLetter", "A"),
        (28, "lowerLetter", "bb"),
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCountingThousand", "一百零五"),
        (110, "chineseCountingThousand", "一百一十"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (2000, "chineseCountingThousand", "二千"),
        (15, "chineseLegalSimplified", "壹拾伍"),
        (10, "ideographDigital", "一〇"),
        (10, "ideographTraditional", "癸"),
        (11, "ideographTraditional", "11"),
        (2, "ideographZodiac", "丑"),
        (13, "ideographZodiacTraditional", "丙子"),
        (3, "ideographEnclosedCircle", "㊂"),
        (20, "decimalEnclosedCircleChinese", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "decimalEnclosedParen", "⑵"),
        (5, "none", ""),
        (5, "a format that we do not know", "5"),
        (-1, "chineseCounting", "-1"),
        (123_456, "upperRoman", "123456"),
    ],
)
def test_numeral(number: int, numeral_format: str, expected: str) -> None:
    assert numeral(number, numeral_format) == expected


@given(st.integers(-10, 100_000), st.sampled_from(sorted(FORMATS)))
def test_every_number_has_a_short_numeral(number: int, numeral_format: str) -> None:
    assert len(numeral(number, numeral_format)) <= 40


@given(st.integers(1, 9_999))
def test_chinese_numbers_differ(number: int) -> None:
    assert numeral(number, "chineseCounting") != numeral(number - 1, "chineseCounting")
