"""Plain text -> the same text with its marks mended: half-width ones beside Han, and straight quotes.

Both functions change characters one for one, so every position in the text stays what it was.
The rule is GB/T 15834; the reasons are in docs/decisions/0004-typography.md, examples in the test.
"""

from __future__ import annotations

import re
from bisect import bisect_left
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
CHINESE_PAIR = re.compile("——|……")
HALF = re.compile("[,:;!?()]")
BRACKETS = re.compile("[()（）]")
CLOSING = re.compile(r"(?:[”’\"'…—]|\.{3,})+")
"""What is looked through on the left of a mark: the comma of `“党建”,` stands beside 建."""

OPENING = re.compile(r"(?:[“‘…]|\.{3,})+")
"""The same on the right. Not closing quotes: they end what is quoted, so what follows says nothing."""

CALL = re.compile(r"[A-Za-z0-9_]")
APART = re.compile(r"(?<=[ \u3000])[,:;!?](?=\s|$)")
SPACES = re.compile(r"[ \u3000]+")
BLOCK_END = re.compile(r"(\n[^\S\n]*\n)")


def restore(text: str) -> str:
    """`text` with , : ; ! ? ( ) full-width where they stand beside Han characters or Chinese marks.

    Times, numbers, addresses and Latin sentences keep theirs; of a pair of brackets both change or neither.
    """
    if not HALF.search(text) or not CHINESE.search(text):
        return text
    changed = _Marks(text).changed()
    return "".join(FULL_WIDTH[char] if at in changed else char for at, char in enumerate(text))


def pair_quotes(text: str) -> str:
    """`text` with straight double quotes turned into “ and ” by turns, in each block (blank lines part them).

    A block with an odd number is left alone, and so is the sign of inches and seconds (55", 36°5'30").
    """
    return "".join(map(_pair_in_block, BLOCK_END.split(text)))


def _pair_in_block(block: str) -> str:
    if '"' not in block:
        return block
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


class _Marks:
    """The half-width marks of one text, and what each of them stands beside."""

    def __init__(self, text: str) -> None:
        self.text = text
        kept = _kept(text)
        self.half = {at for at, char in enumerate(text) if char in FULL_WIDTH and at not in kept}
        self.pairs = _pairs(text)
        self._drop_lone_brackets()
        self.chinese = [found.start() for found in CHINESE.finditer(text)]
        self.calls = {end for start, end in self.pairs.items() if start < end and self._is_call(start, end)}
        self.left = {found.end(): found.start() for found in CLOSING.finditer(text)}
        self.right = {found.start(): found.end() for found in OPENING.finditer(text)}
        self.apart = {found.start() for found in APART.finditer(text)}
        self.spaces = {found.end(): found.start() for found in SPACES.finditer(text)}

    def changed(self) -> set[int]:
        """Marks beside Chinese text, and then marks beside those, which are Chinese now (`App!?我们`)."""
        looking: dict[int, list[int]] = {}
        for at in self.half:
            for place in self._looked_at(at):
                looking.setdefault(place, []).append(at)
        changed = {at for at in self.half if self._is_beside_chinese(at)}
        waiting = list(changed)
        while waiting:
            found = [at for at in looking.get(waiting.pop(), ()) if at not in changed]
            changed.update(found)
            waiting += found
        return changed

    def _drop_lone_brackets(self) -> None:
        """A bracket changes with its partner; one that has none, or one in an address, stays."""
        for at in [it for it in self.half if self.text[it] in "()"]:
            partner = self.pairs.get(at)
            if partner is None or (self.text[partner] in "()" and partner not in self.half):
                self.half.discard(at)

    def _is_call(self, start: int, end: int) -> bool:
        """Do these brackets belong to the Latin word before them, as in `f(x)`, whatever comes after?"""
        return start > 0 and bool(CALL.match(self.text[start - 1])) and not self._any_chinese(start, end)

    def _any_chinese(self, start: int, end: int) -> bool:
        """Is there a Chinese character within these brackets, or is one of them full-width already?"""
        first = bisect_left(self.chinese, start)
        return first < len(self.chinese) and self.chinese[first] <= end

    def _is_beside_chinese(self, at: int) -> bool:
        if self.text[at] not in "()":
            return self._is_after_chinese(at) or self._is_before_chinese(at)
        start, end = sorted((at, self.pairs[at]))
        if self._any_chinese(start, end) or self._is_after_chinese(start):
            return True
        return end not in self.calls and self._is_before_chinese(end)

    def _left_of(self, at: int) -> int:
        """Where the text before this mark ends, quotes and dots left aside.

        Spaces too where space follows as well, as in `来源 : 槐树里`: Latin text does not do that.
        """
        at = self.spaces[at] if at in self.apart else at
        return self.left.get(at, at)

    def _right_of(self, at: int) -> int:
        return self.right.get(at + 1, at + 1)

    def _is_after_chinese(self, at: int) -> bool:
        start = self._left_of(at)
        pair = CHINESE_PAIR.search(self.text, start, at)
        return bool(pair) or (start > 0 and bool(CHINESE.match(self.text[start - 1])))

    def _is_before_chinese(self, at: int) -> bool:
        end = self._right_of(at)
        pair = CHINESE_PAIR.search(self.text, at + 1, end) or CHINESE_PAIR.match(self.text, end)
        return bool(pair or CHINESE.match(self.text, end))

    def _looked_at(self, at: int) -> Iterator[int]:
        """The places that decide about the mark at `at`."""
        if at in self.pairs:
            yield self.pairs[at]
        if self.text[at] != ")":
            yield self._left_of(at) - 1
        if self.text[at] != "(" and at not in self.calls:
            yield self._right_of(at)


def _pairs(text: str) -> dict[int, int]:
    """Each bracket's partner, both ways."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in BRACKETS.finditer(text):
        if found[0] in "(（":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            pairs |= {start: found.start(), found.start(): start}
    return pairs
