"""Plain text -> the same text with its marks mended: half-width ones beside Han, and straight quotes.

Both functions change characters one for one, so every position in the text stays what it was.
The rule is GB/T 15834; the reasons are in docs/decisions/0004-typography.md, examples in the test.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator

FULL_WIDTH = dict(zip(",:;!?()", "，：；！？（）", strict=True))

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for use inside a character class."""

MARKS = "\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
"""Marks that only Chinese text has. Not “ ” ‘ ’ — …: English text has those too."""

KEPT = re.compile(
    r"""(?:https?|ftp)://[!-~]*[\w/=&%\#~*@$'"+-] | mailto:[!-~]*\w | \bwww\.[!-~]*\w
    | &\#?\w{1,32};""",
    re.X | re.A | re.I,
)
"""Addresses and character references: nothing in them changes."""

CHINESE = re.compile(f"[{HAN}{MARKS}]")
CHINESE_PAIR = ("——", "……")
BRACKETS = re.compile("[()（）]")
CLOSING = "”’\"'…—"
OPENING = "“‘"
SPACES = " \u3000"
CALL = re.compile(r"[A-Za-z0-9_]")
BLOCK_END = re.compile(r"(\n[^\S\n]*\n)")


def restore(text: str) -> str:
    """`text` with , : ; ! ? ( ) full-width where they stand beside Han characters or Chinese marks.

    Times, numbers, addresses and Latin sentences keep theirs; of a pair of brackets both change or neither.
    """
    chinese = [found.start() for found in CHINESE.finditer(text)]
    if not chinese:
        return text
    marks = _half_marks(text)
    pairs = _pairs(text, marks)
    spoken = {start for start, end in pairs.items() if start < end and _any_between(chinese, start, end)}
    calls = {
        end for start, end in pairs.items() if start < end and start not in spoken and _is_call(text, start)
    }
    changed = {at for at in marks if _beside_chinese(text, at, pairs, spoken, calls)}
    _spread(text, marks, pairs, calls, changed)
    return "".join(FULL_WIDTH[char] if at in changed else char for at, char in enumerate(text))


def pair_quotes(text: str) -> str:
    """`text` with straight double quotes turned into “ and ” by turns, in each block (blank lines part them).

    A block with an odd number is left alone, and so is the sign of inches and seconds (55", 36°5'30").
    """
    return "".join(map(_pair_in_block, BLOCK_END.split(text)))


def _pair_in_block(block: str) -> str:
    kept = _kept(block)
    quotes: list[int] = []
    for found in re.finditer('"', block):
        at = found.start()
        is_inch = len(quotes) % 2 == 0 and at > 0 and block[at - 1] in "0123456789"
        if at not in kept and not is_inch:
            quotes.append(at)
    if len(quotes) % 2:
        return block
    turns = {at: "“”"[number % 2] for number, at in enumerate(quotes)}
    return "".join(turns.get(at, char) for at, char in enumerate(block))


def _kept(text: str) -> set[int]:
    return {at for found in KEPT.finditer(text) for at in range(*found.span())}


def _half_marks(text: str) -> set[int]:
    """Where a mark stands that may change. A lone bracket never does; `_pairs` sorts those out."""
    kept = _kept(text)
    return {at for at, char in enumerate(text) if char in FULL_WIDTH and at not in kept}


def _pairs(text: str, marks: set[int]) -> dict[int, int]:
    """Each bracket's partner, both ways; brackets that have none, or one in an address, leave `marks`."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in BRACKETS.finditer(text):
        at = found.start()
        if found[0] in "(（":
            opened.append(at)
        elif opened:
            start = opened.pop()
            pairs |= {start: at, at: start}
    for at in [it for it in marks if text[it] in "()"]:
        partner = pairs.get(at)
        if partner is None or (text[partner] in "()" and partner not in marks):
            marks.discard(at)
    return pairs


def _any_between(places: list[int], start: int, end: int) -> bool:
    """Is there a Chinese character within these brackets, or is one of them full-width already?"""
    first = bisect_left(places, start)
    return first < len(places) and places[first] <= end


def _is_call(text: str, start: int) -> bool:
    """Does this bracket belong to the Latin word before it, as in `f(x)`, whatever comes after?"""
    return start > 0 and bool(CALL.match(text[start - 1]))


def _beside_chinese(text: str, at: int, pairs: dict[int, int], spoken: set[int], calls: set[int]) -> bool:
    if text[at] not in "()":
        return _is_chinese_before(text, at) or _is_chinese_after(text, at) or _stands_apart(text, at)
    start, end = sorted((at, pairs[at]))
    if start in spoken or _is_chinese_before(text, start):
        return True
    return end not in calls and _is_chinese_after(text, end)


def _is_chinese_before(text: str, at: int) -> bool:
    """Closing quotes are looked through: the comma of `“党建”,` stands beside 建."""
    while at > 0 and text[at - 1] in CLOSING:
        if text[max(at - 2, 0) : at] in CHINESE_PAIR:
            return True
        at -= 1
    return at > 0 and bool(CHINESE.match(text[at - 1]))


def _is_chinese_after(text: str, at: int) -> bool:
    """Opening quotes are looked through; a closing one ends what is quoted, so what follows says nothing."""
    at += 1
    while at < len(text) and text[at] in OPENING:
        at += 1
    return at < len(text) and (bool(CHINESE.match(text[at])) or text[at : at + 2] in CHINESE_PAIR)


def _stands_apart(text: str, at: int) -> bool:
    """A mark with space on both sides after Han, as in `来源 : 槐树里`: Latin text does not do that."""
    before = at - 1
    while before >= 0 and text[before] in SPACES:
        before -= 1
    return before not in (-1, at - 1) and _ends_a_word(text, at) and bool(CHINESE.match(text[before]))


def _ends_a_word(text: str, at: int) -> bool:
    return at + 1 == len(text) or text[at + 1].isspace()


def _spread(text: str, marks: set[int], pairs: dict[int, int], calls: set[int], changed: set[int]) -> None:
    """What changed is a Chinese mark now, so its neighbours stand beside one (`App!?我们`)."""
    waiting = deque(changed)
    while waiting:
        for at in _touching(text, waiting.popleft(), pairs, calls):
            if at in marks and at not in changed:
                changed.add(at)
                waiting.append(at)


def _touching(text: str, at: int, pairs: dict[int, int], calls: set[int]) -> Iterator[int]:
    """The places whose mark looks at the mark at `at`."""
    if at in pairs:
        yield pairs[at]
    before = at - 1
    while before >= 0 and text[before] in OPENING:
        before -= 1
    if before not in calls:
        yield before
    after = at + 1
    while after < len(text) and text[after] in CLOSING:
        after += 1
    yield after
    apart = at + 1
    while apart < len(text) and text[apart] in SPACES:
        apart += 1
    if apart < len(text) and text[apart] not in "()" and _ends_a_word(text, apart):
        yield apart
