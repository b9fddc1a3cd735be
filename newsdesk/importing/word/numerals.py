"""A number and the name of a w:numFmt -> the numeral as Word prints it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST = 9_999


def numeral(number: int, numeral_format: str) -> str:
    """`numeral(12, "chineseCounting")` is 十二; formats that we do not know are printed as 12."""
    if not 0 <= number <= LARGEST:
        return str(number)
    return FORMATS.get(numeral_format, str)(number)


def _counted(digits: str, units: str, *, drops_one: bool) -> Callable[[int], str]:
    """一百零五: digits with their units; 十二 rather than 一十二 where `drops_one`."""

    def counted(number: int) -> str:
        if number < 10:
            return digits[number]
        text = ""
        for place, digit in enumerate(map(int, f"{number:04}")):
            if digit:
                text += digits[digit] + ("", *units)[3 - place]
            elif text and not text.endswith(zero):
                text += zero
        text = text.rstrip(zero)
        is_teen = drops_one and 10 <= number < 20
        return text[1:] if is_teen else text

    zero = "零"
    return counted


def _digits(number: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """a ... z, aa, bb, as Word goes on."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30) if number else "0"


def _roman(number: int) -> str:
    text = ""
    for size, letter in ROMAN:
        text += letter * (number // size)
        number %= size
    return text or "0"


def _from(signs: str) -> Callable[[int], str]:
    """One sign for each number from 1; a plain number where the signs end."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def _zodiac(number: int) -> str:
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12] if number else "0"


def _signs(first: str, count: int) -> str:
    return "".join(chr(ord(first) + at) for at in range(count))


COUNTING = _counted(DIGITS, "十百千", drops_one=True)
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimalZero": lambda number: f"{number:02}",
        "decimalFullWidth": lambda number: str(number).translate(FULL_WIDTH),
        "decimalFullWidth2": lambda number: str(number).translate(FULL_WIDTH),
        "upperRoman": lambda number: _roman(number).upper(),
        "lowerRoman": _roman,
        "upperLetter": lambda number: _letters(number).upper(),
        "lowerLetter": _letters,
        "chineseCounting": COUNTING,
        "chineseCountingThousand": COUNTING,
        "taiwaneseCounting": COUNTING,
        "taiwaneseCountingThousand": COUNTING,
        "japaneseCounting": COUNTING,
        "koreanCounting": COUNTING,
        "ideographDigital": _digits,
        "japaneseDigitalTenThousand": _digits,
        "taiwaneseDigital": _digits,
        "chineseLegalSimplified": _counted(LEGAL, "拾佰仟", drops_one=False),
        "ideographLegalTraditional": _counted(TRADITIONAL, "拾佰仟", drops_one=False),
        "ideographTraditional": _from(STEMS),
        "ideographZodiac": _from(BRANCHES),
        "ideographZodiacTraditional": _zodiac,
        "ideographEnclosedCircle": _from(_signs("㊀", 10)),
        "decimalEnclosedCircle": _from(_signs("①", 20)),
        "decimalEnclosedCircleChinese": _from(_signs("①", 20)),
        "decimalEnclosedParen": _from(_signs("⑴", 20)),
        "decimalEnclosedFullstop": _from(_signs("⒈", 20)),
        "none": lambda _: "",
    }
)
