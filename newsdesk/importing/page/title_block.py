"""The lines above the story that are no facts -> kicker, column, title and subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import MEDIUM
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_dek
from newsdesk.importing.page.title_line import COLUMN, COLUMN_ALONE, SITE, after_bullet, title_of
from newsdesk.importing.page.zones import skeleton

SUBTITLE = re.compile(
    r"^(?:记|访|写在).{6,}|(?:侧记|纪实|综述|纪事|速写|见闻|观察|手记|小记|访谈录?|追记|纪略|记事|扫描|掠影|启示)$"
)
LEADS_ON = re.compile(r"(?:—+|:|…)$")
CHANNEL = re.compile(r"\w{2,4}(?:公告|要闻|新闻|动态|资讯|之窗|专栏|频道|头条|快讯|速递|播报|报道)")
LONGEST_BUTTON = 4
LONGEST_MASTHEAD = 10


@dataclass(frozen=True)
class TitleBlock:
    """Who is what in the title block. `text` are lines that belong to the story below."""

    founds: tuple[tuple[Line, Found], ...]
    text: tuple[Line, ...]


def title_block(above: Sequence[Line], below: Sequence[Line]) -> TitleBlock:
    """The lines `above` and `below` the facts (发布时间, 来源) as parts of the title.

    Where there are no facts, all lines are `above`.
    """
    if not above:
        above, below = below[:1], below[1:]
    founds: list[tuple[Line, Found]] = []
    titles = _without_masthead(_distinct(above, founds), founds)
    deks = [line for line in titles[1:] if is_dek(line)]
    plain = [line for line in titles if line not in deks]
    roles = _roles(plain, bool(deks))
    for line, (field, confidence, reason) in zip(plain, roles, strict=True):
        founds += _named(line, field, confidence, reason)
    founds += [(line, _whole(line, "subtitle", Confidence.HIGH, "以破折号开头，在标题下面")) for line in deks]
    text = _below(below, plain, founds)
    return TitleBlock(tuple(founds), text)


def _whole(line: Line, field: str, confidence: Confidence, reason: str) -> Found:
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


def _without_masthead(lines: list[Line], founds: list[tuple[Line, Found]]) -> list[Line]:
    """A paper's name above the title is a source, unsure; a 【】 line of its own is the column."""
    kept: list[Line] = []
    for line in lines:
        last = line is lines[-1]
        alone = COLUMN_ALONE.fullmatch(line.folded)
        if alone and not last:
            start, end = alone.span("column")
            founds.append((line, Found("column", line.text[start:end], start, end, "标题上面单独一行的【】")))
        elif not last and CHANNEL.fullmatch(line.folded):
            founds.append((line, _whole(line, "column", Confidence.UNSURE, "标题上面的短行，像是栏目的名称")))
        elif not last and _is_button(line, lines[-1]):
            founds.append((line, cut(0, len(line.text), line.text, Sort.CRUMBS.value)))
        elif not last and line.han <= LONGEST_MASTHEAD and MEDIUM.fullmatch(line.folded) and len(lines) > 1:
            reason = "标题上面的媒体名称，可能是来源"
            founds.append((line, Found("source", line.text, 0, len(line.text), reason, Confidence.UNSURE)))
        else:
            kept.append(line)
    return kept


def _is_button(line: Line, title: Line) -> bool:
    """`微信`, `视频`, `Qzone` above a real title."""
    return line.han <= LONGEST_BUTTON and len(line.text) <= 8 and title.han >= 2 * LONGEST_BUTTON


Role = tuple[str, Confidence, str]
FIRST: Role = ("title", Confidence.HIGH, "正文前面的第一行文字")
OTHER: Role = ("", Confidence.UNSURE, "标题附近的文字，不知道是什么")


def _roles(lines: Sequence[Line], has_dek: bool) -> list[Role]:
    """What each line is: 引题, 主题, 副题 in this order where there are three."""
    title: Role = ("title", Confidence.LIKELY, "引题下面的一行")
    kicker: Role = ("kicker", Confidence.LIKELY, "标题上面的一行")
    subtitle: Role = ("subtitle", Confidence.LIKELY, "标题下面的一行")
    if len(lines) <= 1:
        return [FIRST] * len(lines)
    if len(lines) == 2:
        return _two(lines, has_dek)
    if has_dek or LEADS_ON.search(lines[-2].folded):
        return [*[OTHER] * (len(lines) - 2), kicker, title]
    return [*[OTHER] * (len(lines) - 3), kicker, title, subtitle]


def _two(lines: Sequence[Line], has_dek: bool) -> list[Role]:
    first, second = lines
    if _is_button(second, first):  # an account's name below the title, as WeChat has it
        return [FIRST, ("source", Confidence.UNSURE, "标题下面的短行，可能是来源")]
    cries = re.search(r"[!?]", first.folded) and not re.search(r"[!?,]", second.folded)
    if (
        COLUMN.match(first.folded)
        or cries
        or (SUBTITLE.search(second.folded) and not LEADS_ON.search(first.folded))
    ):
        return [FIRST, ("subtitle", Confidence.LIKELY, "标题下面的一行")]
    sure = has_dek or LEADS_ON.search(first.folded) or COLUMN.match(second.folded)
    confidence = Confidence.LIKELY if sure else Confidence.UNSURE
    doubt = "" if sure else "；也可能上面一行是标题、下面一行是副题"
    return [
        ("kicker", confidence, f"标题上面的一行{doubt}"),
        ("title", confidence, f"引题下面的一行{doubt}"),
    ]


def _named(line: Line, field: str, confidence: Confidence, reason: str) -> list[tuple[Line, Found]]:
    if not field:
        return [(line, cut(0, len(line.text), line.text, reason))]
    if field != "title":
        return [(line, _whole(line, field, confidence, reason))]
    return [(line, found) for found in title_of(line, confidence, reason)]


def _below(
    below: Sequence[Line], titles: Sequence[Line], founds: list[tuple[Line, Found]]
) -> tuple[Line, ...]:
    """Lines between the facts and the story: the title again, a dek, or text."""
    seen = {skeleton(found.value) for _, found in founds if found.field in ("title", "kicker", "subtitle")}
    seen |= {skeleton(line.text) for line in titles}
    text: list[Line] = []
    for line in below:
        if skeleton(line.text) in seen:
            founds.append((line, cut(0, len(line.text), line.text, "和标题重复")))
        elif is_dek(line):
            founds.append((line, _whole(line, "subtitle", Confidence.HIGH, "以破折号开头，在标题下面")))
        else:
            text.append(line)
    return tuple(text)


def medium_of(line: Line, below_facts: bool) -> tuple[Found, ...]:
    """A paper's name on a line of its own below the first facts."""
    if not below_facts or line.han > LONGEST_MASTHEAD or not MEDIUM.fullmatch(line.folded):
        return ()
    return (_whole(line, "source", Confidence.LIKELY, "标题下面单独一行的媒体名称"),)


def as_subtitle(line: Line) -> Found:
    """A single line between the facts and the story that heads no section."""
    found = _whole(line, "subtitle", Confidence.UNSURE, "标题和正文之间的一行，可能是副题，也可能是小标题")
    return replace(found, weight=-1)
