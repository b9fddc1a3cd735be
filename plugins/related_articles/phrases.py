"""A title, and the terms of another story -> phrases of the title that stand in the other story too.

There is no dictionary, so a run of shared pairs may begin or end within a word. A phrase is cut or dropped
where that is likely: better none than half a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plugins.related_articles.terms import LATIN, pairs_at, plain, word_id

SHORTEST, LONGEST = 2, 10
"""Han characters of a phrase."""

APART = frozenset("的了着么吗呢吧啊呀哪你我他她它您们这那此该请勿不没很更最又也都还就才已")
"""No phrase goes over these: they hardly ever stand within a name."""

WITHIN = re.compile(
    "不锈钢|不动产|更新|更换|更改|变更|更年|就业|就医|就餐|就学|成就|首都|都市|成都|人才|才艺|天才|才能|申请|邀请|请求|"
    "了解|着装|着火|着陆|沉着|穿着|最佳|最终|最低|也门|没收|淹没"
)
"""Words in which they do."""

LITTLE = frozenset("在是和与及或把被将让从到向为对以于给由按因所其之而但则并且个各每有来去要会能可")
"""Characters that a phrase neither begins nor ends with."""

NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两几半第多")
UNITS = frozenset("年月日号时点分秒天周岁元米人次名位户件个台款种条项家篇张份步类座栋届期版")
"""A phrase neither begins nor ends within a number with its unit: not 百天 of 一百天, but 车位 and 文件."""

PLACE = frozenset("里中地得等上下后前内时")
"""Last characters that may be a phrase's own or say where or how: 邻里, but 电话里. So may the first, after
a Latin word: App 下载, but App 下看."""

TIME = "时"
"""As a first character mostly the end of 错时, 准时 or 及时."""

EMPTY = re.compile(
    "开始|进行|举行|举办|开展|完成|启动|推进|推动|可以|需要|如何|怎么|怎样|什么|哪些|提前|以后|以前|之后|之前|今天|明天|昨天|"
    "今年|去年|明年|上午|下午|晚上|本周|最新|最近|正在|已经|成为|通过|使用|关于|有关|相关|记者|本报|报道|问题|情况|工作|活动|"
    "通知|公告|提醒|注意|方法|方式|时候|时间|地方|报名|方案|一个|起来|出来|下来|回来|上线|发布|介绍|学习"
)
NO_NAME = re.compile(
    "the|and|for|with|how|what|why|you|your|from|into|this|that|are|can|not|new|its|our", re.I
)
"""Words that say nothing of a subject."""


class Phrase(NamedTuple):
    """As the title writes it, with its terms."""

    text: str
    terms: tuple[int, ...]


class Title(NamedTuple):
    """`shown` as it is written, `simple` in the form that is compared, character by character the same.

    `pairs` and `free` say of each character which pair begins there (-1: none), and whether a phrase may go
    over it; `names` are the Latin words that say something.
    """

    shown: str
    simple: str
    pairs: list[int]
    free: list[bool]
    names: list[Phrase]


def title_of(title: str) -> Title:
    """What is the same whichever story it is compared with."""
    simple = plain(title)
    shown = title if len(title) == len(simple) else simple
    names = [
        Phrase(name, (word_id(match[0]),))
        for match in LATIN.finditer(simple)
        if _is_name(name := shown[match.start() : match.end()].rstrip(".-_"))
    ]
    over = [it not in APART for it in simple]
    for match in WITHIN.finditer(simple):
        over[match.start() : match.end()] = [True] * len(match[0])
    free = [all(over[at : at + 2]) for at in range(len(simple))]
    return Title(shown, simple, pairs_at(simple).tolist(), free, names)


def _is_name(word: str) -> bool:
    says_something = len(word) > SHORTEST or (len(word) == SHORTEST and word.isupper())
    return says_something and word[0].isalpha() and not NO_NAME.fullmatch(word)


def phrases(title: Title, holds: Callable[[int], bool], level: Callable[[int], int]) -> Iterator[Phrase]:
    """`holds` says whether the other story has a term, `level` how rare it is on the site."""
    yield from (it for it in title.names if holds(it.terms[0]))
    simple, pairs = title.simple, title.pairs
    shared = [free and pair >= 0 and holds(pair) for pair, free in zip(pairs, title.free, strict=True)]
    for begin, end in _runs(shared):
        first, last = _whole_words(title, begin, end, level)
        if SHORTEST <= last - first + 1 <= LONGEST and _has_clean_ends(simple[first], simple[last]):
            yield Phrase(title.shown[first : last + 1], _telling(pairs[first:last], level))


def _telling(pairs: Sequence[int], level: Callable[[int], int]) -> tuple[int, ...]:
    """Without those that are rarer than both beside them: there two words meet, which says nothing."""
    levels = [level(it) for it in pairs]
    beside = zip([99, *levels], levels, [*levels[1:], 99], strict=False)
    return tuple(it for it, (left, its, right) in zip(pairs, beside, strict=True) if its <= max(left, right))


def _has_clean_ends(first: str, last: str) -> bool:
    return LITTLE.isdisjoint((first, last)) and last not in PLACE and first != TIME


def _runs(held: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The longest ranges of pairs that are held throughout, as the first and the last character."""
    begin = 0
    for at, is_held in enumerate([*held, False]):
        if not is_held:
            if begin < at:
                yield begin, at
            begin = at + 1


def _whole_words(whole: Title, first: int, last: int, level: Callable[[int], int]) -> tuple[int, int]:
    """The run without what seems to belong to its surroundings, or says nothing; maybe nothing is left."""
    title = whole.simple
    while first < last:
        if _begins_within(whole, first, last, level):
            first += 1
        elif _ends_within(whole, first, last, level):
            last -= 1
        elif _is_number(title[:first].rstrip()[-1:]) and title[first] in NUMERALS | UNITS:
            first += 1
        elif title[last] in NUMERALS and title[last + 1 : last + 2] in NUMERALS | UNITS:
            last -= 1
        elif EMPTY.match(title, first, last + 1):
            first += 2
        elif EMPTY.match(title, last - 1, last + 1):
            last -= 2
        else:
            return first, last
    return first, first - 1


def _is_number(character: str) -> bool:
    return character in NUMERALS or character.isdigit()


def _begins_within(title: Title, first: int, last: int, level: Callable[[int], int]) -> bool:
    """Of two pairs the one that more stories have is taken for the word: 社区, not 里社."""
    if not first or not _binds(title, first - 1):
        return _follows_a_word(title, first, level)
    its = level(title.pairs[first])
    after = level(title.pairs[first + 1]) if first + 1 < last else its
    return level(title.pairs[first - 1]) < its or after < its


def _follows_a_word(title: Title, first: int, level: Callable[[int], int]) -> bool:
    """After a Latin word or a number, is the first character one that belongs to it?"""
    before, after = title.simple[:first].rstrip()[-1:], title.pairs[first + 1]
    is_place = title.simple[first] in PLACE and before.isascii() and before.isalnum()
    return is_place and after >= 0 and level(title.pairs[first]) >= level(after)


def _ends_within(title: Title, first: int, last: int, level: Callable[[int], int]) -> bool:
    """The same at the end."""
    if not _binds(title, last):
        return False
    its = level(title.pairs[last - 1])
    before = level(title.pairs[last - 2]) if first + 1 < last else its
    return level(title.pairs[last]) < its or before < its


def _binds(title: Title, at: int) -> bool:
    """May these two characters be one word? Only Han can, and no little word."""
    return title.pairs[at] >= 0 and title.free[at] and LITTLE.isdisjoint(title.simple[at : at + 2])
