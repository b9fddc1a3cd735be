"""The lines above the story that are no facts -> kicker, column, title and subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import MEDIUM
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_dek
from newsdesk.importing.page.title_choice import TitleRun
from newsdesk.importing.page.title_line import COLUMN, COLUMN_ALONE, SITE, after_bullet, title_of
from newsdesk.importing.page.zones import skeleton

DEK = re.compile(
    r"^(?:记|访|写在).{6,}|(?:侧记|纪实|综述|纪事|速写|见闻|观察|手记|小记|访谈录?|追记|纪略|记事|扫描|掠影|启示)$"
)
LEADS_ON = re.compile(r"(?:—+|:|…)$")
LONGEST_MASTHEAD = 10
CLEAR = 0.3
"""Lead of a line's score from which it is the title, wherever it stands."""


def title_block(run: TitleRun, *, in_menu: bool) -> list[tuple[Line, Found]]:
    """What each of the lines that make up a title is."""
    lines = [it.line for it in run.lines]
    founds: list[tuple[Line, Found]] = []
    titles = _without_column(_distinct(lines, founds), founds)
    deks = [line for line in titles[1:] if is_dek(line)]
    plain = [line for line in titles if line not in deks]
    best = plain.index(lines[run.best]) if lines[run.best] in plain else 0
    roles = _roles(plain, best, has_dek=bool(deks), in_menu=in_menu, clear=run.lead > CLEAR)
    for line, (field, confidence, reason) in zip(plain, roles, strict=True):
        founds += _named(line, field, confidence, reason)
    return founds + [(line, dek_of(line)) for line in deks]


def dek_of(line: Line) -> Found:
    """`——记三号院的集市` below a title."""
    return whole_of(line, "subtitle", Confidence.HIGH, "以破折号开头，在标题下面")


def whole_of(line: Line, field: str, confidence: Confidence, reason: str) -> Found:
    """All of a line but its bullet."""
    start = after_bullet(line)
    return Found(field, line.text[start:], start, len(line.text), reason, confidence)


def _distinct(lines: Sequence[Line], founds: list[tuple[Line, Found]]) -> list[Line]:
    """Without a title's second print, and without the browser's title (`标题_频道_网站`) above it."""
    kept: list[Line] = []
    for at, line in enumerate(lines):
        later = [skeleton(other.text) for other in lines[at + 1 :]]
        own = skeleton(line.text)
        if any(skeleton(other.text) == own for other in kept):
            founds.append((line, cut(0, len(line.text), line.text, "和标题重复")))
        elif any(
            len(other) >= 5 and own != other and own.startswith(other) for other in later
        ) and SITE.search(line.folded):
            founds.append((line, cut(0, len(line.text), line.text, "浏览器窗口的标题，和标题重复")))
        else:
            kept.append(line)
    return kept


def _without_column(lines: list[Line], founds: list[tuple[Line, Found]]) -> list[Line]:
    """A 【】 line of its own above the title is the column."""
    kept: list[Line] = []
    for line in lines:
        alone = COLUMN_ALONE.fullmatch(line.folded)
        if alone and line is not lines[-1]:
            start, end = alone.span("column")
            founds.append((line, Found("column", line.text[start:end], start, end, "标题上面单独一行的【】")))
        else:
            kept.append(line)
    return kept


Role = tuple[str, Confidence, str]
OTHER_WORDS = "标题附近的文字，不知道是什么"
FIRST: Role = ("title", Confidence.HIGH, "正文前面的第一行文字")
KICKER: Role = ("kicker", Confidence.LIKELY, "标题上面的一行")
TITLE: Role = ("title", Confidence.LIKELY, "引题下面的一行")
SUBTITLE: Role = ("subtitle", Confidence.LIKELY, "标题下面的一行")
OTHER: Role = ("", Confidence.UNSURE, OTHER_WORDS)


def _roles(lines: Sequence[Line], best: int, *, has_dek: bool, in_menu: bool, clear: bool) -> list[Role]:
    """What each line is: 引题, 主题, 副题 in this order where a paper has three.

    `in_menu`: buttons stand above, so what is beside the title may be anything. `clear`: the best line is far
    more like a title than the others.
    """
    if len(lines) <= 1:
        return [FIRST] * len(lines)
    if _is_kicked(lines, has_dek=has_dek):
        return [*[OTHER] * (len(lines) - 2), KICKER, TITLE]
    if len(lines) == 2 and _is_subtitled(*lines):
        return [FIRST, SUBTITLE]
    if len(lines) == 3 and not in_menu and not clear:
        return [_unsure(KICKER), _unsure(TITLE), _unsure(SUBTITLE)]
    above: Role = _unsure(KICKER) if not in_menu else OTHER
    title: Role = ("title", Confidence.LIKELY, "标题附近的几行里，用词和正文最接近的一行")
    return [*[above] * best, title, *[_unsure(SUBTITLE)] * (len(lines) - best - 1)]


def _unsure(role: Role) -> Role:
    return (role[0], Confidence.UNSURE, f"{role[2]}；也可能不是，标题附近有几行相似的文字")


def _is_kicked(lines: Sequence[Line], *, has_dek: bool) -> bool:
    """Above the last line is a kicker: it leads on, a dek makes the third, or a column opens the last."""
    first, second = lines[-2:]
    return bool(has_dek or LEADS_ON.search(first.words) or (COLUMN.match(second.words) and len(lines) == 2))


def _is_subtitled(first: Line, second: Line) -> bool:
    cries = re.search(r"[!?]", first.words) and not re.search(r"[!?,]", second.words)
    return bool(COLUMN.match(first.words) or cries or DEK.search(second.words))


def _named(line: Line, field: str, confidence: Confidence, reason: str) -> list[tuple[Line, Found]]:
    if not field:
        return [(line, cut(0, len(line.text), line.text, reason))]
    if field != "title":
        return [(line, whole_of(line, field, confidence, reason))]
    return [(line, found) for found in title_of(line, confidence, reason)]


def medium_of(line: Line) -> Found | None:
    """A paper's name on a line of its own."""
    if line.han > LONGEST_MASTHEAD or not MEDIUM.fullmatch(line.words):
        return None
    return whole_of(line, "source", Confidence.LIKELY, "标题下面单独一行的媒体名称")


def as_subtitle(line: Line) -> Found:
    """A single line between the facts and the story that heads no section."""
    found = whole_of(line, "subtitle", Confidence.UNSURE, "标题和正文之间的一行，可能是副题，也可能是小标题")
    return replace(found, weight=-1)
