"""The lines above a story that are no facts -> those that make up its title, apart from the site's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdesk.importing.page.beside import MEDIUM
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.kinship import Kinship, alike
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_dek
from newsdesk.importing.page.title_line import COLUMN_ALONE, SITE

CHANNEL = re.compile(
    r"\w{0,4}(?:公告|要闻|新闻|动态|资讯|之窗|专栏|频道|头条|快讯|速递|播报|报道|中心|首页|正文|时政|社会|国际|财经|科技|军事|体育|娱乐)"
)
FULL_LENGTH = 12
"""Han characters from which a title is no shorter than others."""

LOWEST, LOWEST_IN_MENU = 0.35, 0.5
"""The share of the best line's score from which a line beside it is part of the title."""

LEAST, LEAST_SHARE = 0.8, 0.3
"""Score from which a line above the facts is the title, whatever stands below them."""

SHORTEST = 8
"""Han characters of a title in other words than the story's; a site's or a column's name is shorter."""

STRANGE = 0.15
"""Share of the story's wording below which a short line is hardly its title."""

ORIGINAL = re.compile(r"原创[:\s]")
BRACKETED = re.compile(r"\([^()]*\)")
LISTED = re.compile(r"^\d\d[/-]\d\d\s|\((?:19|20)\d\d[-/.年]\d\d?[-/.月]\d\d?日?\)(?:\s?\(图\))?$|^附:")
"""A title in a list of other stories has its day with it: `05/03 早市搬家`, `早市搬家 (2026-05-03)`."""

SHORTEST_OF_MANY = 4
"""Han characters of a line that is rather a section than a title, where there is a longer one."""

MOST = 3
LONGEST_PAPER = 10
PAPER = re.compile(r"(?:报|网|社|台|新闻|客户端|发布|周刊|杂志|在线|频道|财经)$")


@dataclass(frozen=True)
class Candidate:
    """A line of text in the head. `place` counts the head's lines; a date may stand before or after."""

    line: Line
    place: int
    before_fact: bool
    after_fact: bool = False


@dataclass(frozen=True)
class TitleRun:
    """Lines beside each other that are kicker, title and dek; `best` is the place of the likest."""

    lines: tuple[Candidate, ...]
    best: int
    lead: float
    """By how much the best line's score beats that of the next best."""


def title_run(
    candidates: Sequence[Candidate],
    story: Kinship,
    claims: Sequence[str],
    accounts: frozenset[str],
    *,
    in_menu: bool,
) -> TitleRun | None:
    """The lines of the title, or None where there are none. For `claims` and `accounts` see head.py."""
    if not candidates:
        return None
    raw = [_score(it, story, claims, accounts) for it in candidates]
    scores = [score * _likeness(it.line, story) for it, score in zip(candidates, raw, strict=True)]
    best = _best(candidates, scores)
    if not in_menu and candidates[0].before_fact and _is_alone_above(candidates) and raw[0] >= LEAST:
        best = 0
    lowest = scores[best] * (LOWEST_IN_MENU if in_menu else LOWEST)
    first = last = best
    above = scores if in_menu else [max(it) for it in zip(scores, raw, strict=True)]
    while first > 0 and _belongs(candidates, above, first - 1, first, lowest):
        first -= 1
    while last + 1 < len(candidates) and _belongs(candidates, scores, last + 1, last, lowest):
        last += 1
    run = candidates[first : last + 1]
    plain = [it for it in run if not is_dek(it.line) and not COLUMN_ALONE.fullmatch(it.line.words)]
    if len(plain) > MOST:
        return TitleRun((candidates[best],), 0, 0)
    others = [score for at, score in enumerate(scores) if first <= at <= last and at != best]
    return TitleRun(tuple(run), best - first, scores[best] - max(others, default=0))


def _best(candidates: Sequence[Candidate], scores: Sequence[float]) -> int:
    """The title stands above the facts, unless nothing there is like a title."""
    best = max(range(len(scores)), key=lambda at: (scores[at], -at))
    above = [at for at, it in enumerate(candidates) if not it.after_fact]
    first = max(above, key=lambda at: (scores[at], -at), default=best)
    return first if scores[first] >= max(LEAST, LEAST_SHARE * scores[best]) else best


def _is_alone_above(candidates: Sequence[Candidate]) -> bool:
    """Is the first line the only one above the facts? It is the title, in whatever words."""
    first = candidates[0]
    whole = first.place == 0 and first.line.han >= SHORTEST
    return whole and [it for it in candidates if not it.after_fact] == [first]


def _belongs(
    candidates: Sequence[Candidate], scores: Sequence[float], at: int, beside: int, lowest: float
) -> bool:
    """Is the line at `at` part of the same title as the one beside it?"""
    it = candidates[at]
    near = abs(it.place - candidates[beside].place) == 1
    if at != beside and (CHANNEL.fullmatch(it.line.words) or _is_paper(it.line)):
        return False
    special = is_dek(it.line) or (COLUMN_ALONE.fullmatch(it.line.words) and at < beside)
    return near and (scores[at] >= lowest or bool(special))


def _is_paper(line: Line) -> bool:
    """A paper's own name, however often the story names it."""
    return line.han <= LONGEST_PAPER and bool(MEDIUM.fullmatch(line.words)) and bool(PAPER.search(line.words))


def _score(it: Candidate, story: Kinship, claims: Sequence[str], accounts: frozenset[str]) -> float:
    line = it.line
    faults = (
        (1.5, accounts & {line.words, *line.words.split()}),
        (1, CHANNEL.fullmatch(line.words) or MEDIUM.fullmatch(line.words)),
        (1.5, ORIGINAL.match(line.words) or BRACKETED.fullmatch(line.words)),
        (1.5, bare_names(line) or is_dek(line)),
        (3, COLUMN_ALONE.fullmatch(line.words)),
        (0.5, SITE.search(line.words)),
        (1.5, LISTED.search(line.words)),
        (0.8, line.han <= SHORTEST_OF_MANY),
        (1, "。" in line.text),
    )
    merits = (
        (1, any(alike(line.text, claim) for claim in claims)),
        (0.4, it.before_fact),
    )
    score = 2 * story.share(line.text) + min(line.han, FULL_LENGTH) / FULL_LENGTH
    score += sum(weight for weight, true in merits if true)
    return score - sum(weight for weight, true in faults if true)


def _likeness(line: Line, story: Kinship) -> float:
    """A short line of other words than the story's is rather a name or a menu."""
    return 0.4 if line.han < FULL_LENGTH and story.share(line.text) < STRANGE else 1.0
