"""A line (本报记者 张三 通讯员 李四) -> who wrote the story, each name at its place."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import is_usual, names
from newsdesk.importing.page.people import HAN, MEDIUM, ROLE, ROLE_WORDS, employer, people, trimmed
from newsdesk.importing.page.towns import TOWN

LONGEST = 70
SENTENCE = re.compile(r"[。!?;…“”\"]|,.*,.*,")
LISTED = re.compile(r"\d{1,2}[.、)]|\[\d+\]")
"""An entry of a list of references names other stories' writers."""

NO_BYLINE = re.compile(r"——|[▲△▼]|图(?![、/]?文)")
"""——记网格员谭素琴; ▲ 记者苏禾摄; 图为集市。苏禾摄"""

ABOUT_AUTHOR = re.compile(
    rf"[(\[]?\s?(?:本文|文章)?作者(?:简介|介绍)?\s?[:]?\s?"
    rf"(?:(?P<name>[{HAN}·]{{2,5}}?)\s?(?:系|为|是|,|\(|:).{{3,160}}|(?:系|为|是|单位:).{{3,80}}?(?:\s(?P<last>[{HAN}]{{2,3}}))?)[)\]。]*$"
)
"""作者江一帆系槐树里社区社工: who wrote it, and what they do."""

BIOGRAPHY = "作者简介"
DISPATCH = re.compile(
    rf"(?:(?P<paper>[{HAN}·《》]{{2,14}}?)(?:记者)?\s+)?(?P<names>[{HAN}·]{{2,4}}(?:[\s、]+[{HAN}·]{{2,4}}){{0,3}}?)\s+"
    rf"(?:发自\s?[{HAN}]{{2,8}}|(?!摄影|综合|联合|图文|整理)[{HAN}]{{2,4}}(?:专电|报道))"
)
"""槐树里财经 江一帆 发自广州, 本报记者 江一帆 北京报道: the town says that it is a byline."""

NOBODY = re.compile(
    rf"[{HAN}]{{2,4}}(?:中心|组)\s?/\s?[{HAN}]{{0,4}}(?:报[导道]|外电|编译|整理)|(?:本报|本刊|本网|本台|本社|[{HAN}]{{1,10}}[社报网台])(?:特约)?(?:记者|评论员|通讯员)"
)
"""新华社记者: who wrote it has no name here."""

TOLD = re.compile(
    rf"(?P<paper>[{HAN}]{{2,14}}?(?:电视|电台|广播|[报社网台]|之声|新闻))(?P<others>(?:[{HAN}]{{2,3}}、)*)(?P<rest>[{HAN}]{{2,14}}?)"
    r"(?:采访|综合|整理|编译)*报[导道]。?"
)
"""槐樹里電視江一帆、蘇禾台灣新竹採訪報導。"""

PAIR = re.compile(rf"(?P<name>[{HAN}]{{2,4}})(?:/|\s)\s?(?P<paper>[{HAN}]{{3,12}})")
ABOUT = re.compile(rf"\s?\((?P<about>[{HAN}《》、]{{4,24}})\)?$|\s发自[{HAN}]{{2,8}}$")
OFFICE = re.compile(rf"[{HAN}]{{2,14}}(?:学|院|公司|医院|协会|小区|机关|银行)")
LEAD = re.compile(r"(?:原创|首发)\s+")
MOST = 4
LONGEST_NAMES = 24


def byline_of(line: Line) -> tuple[Found, ...]:
    """The authors that this line names with their role, if it says nothing else; () otherwise."""
    if biography := ABOUT_AUTHOR.match(line.folded):
        return _biography(line, biography)
    if told := _told(line):
        return told
    if len(line.text) > LONGEST or SENTENCE.search(line.folded):
        return ()
    start = len(line.folded) - len(line.words)
    if (dispatch := DISPATCH.fullmatch(line.folded, start)) and (founds := _dispatched(line, dispatch)):
        return founds
    if not ROLE.search(line.folded):
        return ()
    if NOBODY.fullmatch(line.words.strip()):
        return (cut(0, len(line.text), line.text, ROLE_WORDS),)
    if LISTED.match(line.folded) or NO_BYLINE.match(line.folded):
        return ()
    return people(line, 0, len(line.text))


def _told(line: Line) -> tuple[Found, ...]:
    """A station, its reporters and perhaps the town, not parted, on a line of their own."""
    match = TOLD.fullmatch(line.folded)
    if not match:
        return ()
    left = match.start("rest")
    right = next(
        (left + size for size in _sizes(line, left) if is_usual(line.folded[left : left + size])), left
    )
    spots = [*(names(line, *match.span("others")) if match["others"] else ()), *names(line, left, right)]
    if right == left or right > match.end("rest") or not all(spot.is_usual for spot in spots):
        return ()
    reason = "和“报道”写在一起的姓名"
    authors = [Found("authors", it.name, it.start, it.end, reason, Confidence.LIKELY) for it in spots]
    place = cut(right, len(line.text), line.text[right:].strip(), "报道的地点")
    return (*employer(line, *match.span("paper")), *authors, place)


def _sizes(line: Line, start: int) -> list[int]:
    """How long a name may be, first where a town follows it."""
    return sorted((3, 2), key=lambda size: TOWN.match(line.folded, start + size) is None)


def _dispatched(line: Line, match: re.Match[str]) -> tuple[Found, ...]:
    """The names, if all are usual ones; the paper before them may be the source."""
    spots = names(line, *match.span("names"))
    if not spots or not all(is_usual(spot.name) for spot in spots):
        return ()
    reason = "和报道的地点写在一起的姓名"
    authors = [Found("authors", it.name, it.start, it.end, reason, Confidence.HIGH) for it in spots]
    paper = employer(line, *match.span("paper")) if match["paper"] else []
    before = (
        [cut(0, spots[0].start, line.text[: spots[0].start].strip(), ROLE_WORDS)]
        if not paper and match["paper"]
        else []
    )
    place = cut(match.end("names"), len(line.text), line.text[match.end("names") :].strip(), "报道的地点")
    return (*paper, *before, *authors, place)


def _biography(line: Line, match: re.Match[str]) -> tuple[Found, ...]:
    """The author, if they are named there; the rest of the line goes."""
    group = "name" if match["name"] else "last"
    start, end = match.span(group)
    if start < 0 or not is_usual(line.text[start:end]):
        bracketed = line.folded.strip()[:1] in "(["
        return (
            (cut(0, len(line.text), line.text, BIOGRAPHY),) if BIOGRAPHY in line.folded or bracketed else ()
        )
    author = Found("authors", line.text[start:end], start, end, "作者简介里的姓名", Confidence.LIKELY)
    before, after = (
        cut(0, start, line.text[:start], BIOGRAPHY),
        cut(end, len(line.text), line.text[end:], BIOGRAPHY),
    )
    return tuple(found for found in (before, author, after) if found.value.strip())


def bare_names(line: Line) -> tuple[Found, ...]:
    """A line of nothing but one to four usual names, perhaps with their paper or office."""
    start, end = trimmed(line, 0, len(line.text))
    marked = start > 0
    if lead := LEAD.match(line.folded, start, end):
        start = lead.end()
    about = ABOUT.search(line.folded, start, end)
    rest = (
        [cut(about.start(), end, line.text[about.start() : end].strip(), "姓名后面的说明")] if about else []
    )
    end = about.start() if about else end
    start, end, office = _without_office(line, start, end)
    spots = names(line, start, end) if end - start <= LONGEST_NAMES else []
    if ":" in line.folded or not 1 <= len(spots) <= MOST or not all(spot.is_usual for spot in spots):
        return ()
    sure = Confidence.LIKELY if marked or lead or about else Confidence.UNSURE
    reason = "单独一行只有姓名"
    authors = [Found("authors", spot.name, spot.start, spot.end, reason, sure) for spot in spots]
    return tuple(sorted([*office, *authors, *rest], key=lambda found: found.start))


def _without_office(line: Line, start: int, end: int) -> tuple[int, int, list[Found]]:
    """The place of the names, and the paper that stands before or behind them."""
    pair = PAIR.fullmatch(line.folded, start, end)
    if pair and is_usual(pair["name"]) and MEDIUM.fullmatch(pair["paper"]):  # 江一帆/槐树里日报
        return *pair.span("name"), employer(line, *pair.span("paper"))
    office, _, rest = line.folded[start:end].partition(" ")
    if rest and (MEDIUM.fullmatch(office) or OFFICE.fullmatch(office)):  # 槐树里小学 江一帆
        return start + len(office), end, employer(line, start, start + len(office))
    return start, end, []


__all__ = ["ROLE", "ROLE_WORDS", "bare_names", "byline_of", "people", "trimmed"]
