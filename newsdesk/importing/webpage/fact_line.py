"""A line beside a story -> the facts it states, tidied: names without codes, papers without towns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.beside import MEDIUM, NOT_FIELDS
from newsdesk.importing.page.bylines import bare_names
from newsdesk.importing.page.found import Found, cut
from newsdesk.importing.page.labels import COUNTERS
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import look
from newsdesk.importing.page.names import is_usual, names
from newsdesk.importing.page.word_beside import PLACE
from newsdesk.importing.webpage.closing_credits import reported_by, signed, taken_from

BY_PAPER = re.compile(r"^(?P<names>[^/|]{2,20})[/|]\s*(?P<paper>[^/|]{2,20})$")
MARKS = re.compile(r"^(?:(?:原创|转载|首发|独家|头条)\s+)+")
TAIL = re.compile(r"(?:返回.{1,8}查看更多|举报|收藏|关注|\+\s?关注|字号[^\d]*|订阅|已关注)+$")
TOWN = re.compile(r"\s*[(（\[［](?:[\u4e00-\u9fff]{2,5}|(?:ID|微信).*)[)）\]］]?$")
QUOTED = re.compile(
    r"^[“\"《【](?P<name>[^”\"》】]{2,24})[”\"》】]?\s*(?:官方)?(?:微信|微博|微信公众号|公众号|客户端|官微|APP|网站)?(?:公众号)?$"
)
ACCOUNT = re.compile(r"(?<=.{2})\s*(?:官方)?(?:微信公众号|微信公号|公众号|官方微信|官微|官方微博)$")
NO_SOURCE = re.compile(
    r"(?:最[新后])?更新.*|(?:(?:我的)?(?:iPhone|iPad|Android|安卓)|手机|网页版|电脑).{0,12}|发布|编辑.*|分享.*|评论.*|(?:星期|周|礼拜)[一二三四五六日天]|资料来源.*|图片?来源.*|.*[:：].*"
)
OTHER_ROLE = re.compile(
    r"[\s,，/|、]+(?:校对|审核|校审|审校|监制|复审|终审|初审|一审|二审|三审|值班|统筹|制图|视觉|摄影|编审|主编|策划|设计|排版|美编|图片|签发).*$"
)
ASIDE = re.compile(r"[,，。(（].*$")
GLUED_CLOCK = re.compile(
    r"(?<=\d[-/.月]\d\d)(?=\d\d:\d\d)|(?<=\d:\d\d)(?=(?:19|20)\d\d[-/.年])|(?<=日)(?=\d\d?[时点]\d)|(?<=\d:\d\d)(?=[\u3400-\u9fff])(?![时分秒])"
)
GLUED_LABEL = re.compile(r"^(?P<label>来源|稿源|作者|记者|责任编辑|责编|编辑)(?P<value>[^:：].{1,20})$")
LABEL_FIELDS = {"来源": "source", "稿源": "source", "作者": "authors", "记者": "authors"}
FROM = re.compile(
    r"^[(\[]?(?:本文|文章|内容|稿件)?(?:来自于?|转自|转载自|首发于|源自|来源于?)(?:微信公众号|公众号|微信|官方微信)?\s*:?\s*"
    r"(?P<paper>[“\"《]?[^,。(:“”\"]{2,24}[”\"》]?)(?:\(ID:[^)]*\))?"
    r"(?:,\s*(?:原文)?作者\s*:?\s*(?P<author>[^,。(:]{2,12}))?[^。]{0,20}[)\]。]?$"
)
PAPER = re.compile(
    r".{1,10}(?:日报|晚报|时报|早报|晨报|商报|都市报|青年报|周报|报|网|通讯社|社|电视台|广播电台|卫视|客户端|融媒体中心|发布|新闻|周刊|杂志|在线|消息)"
)
MARKED = re.compile(r"\s*(?:[□■◎◇◆●○·★☆]|\([^()]{2,20}\)\s*$)")
OFFICE = re.compile(
    r"\s*[\[(]?(?:(?:文|作者|撰文|本文作者)\s*[/|:]\s*)?[\w《》·“”\s]{0,24}(?:\([^()]{2,24}\))?[\w·]{0,8}"
    r"(?:专栏作家|专栏作者|特约作者|专栏作家:|撰稿人|评论员|研究员|报道记者)\s*[:|/]?\s*(?P<names>[\u3400-\u9fff·、\s]{2,20}?)"
    r"(?:\s+[\u3400-\u9fff]{2,6}报道)?[\])]?$"
)
REPORTED_BY = re.compile(
    r"[(\[](?:[\u3400-\u9fff]{0,8}记者)?(?P<name>[\u3400-\u9fff]{2,3}?)(?:综合|[\u3400-\u9fff]{2})?报[导道][)\]]$"
)
REPORTS = re.compile(r"\s?(?:报道|讯|电)")
BRACKETED = re.compile(
    r"\s*[\[(](?P<inside>(?:文|图文|作者|编译|综合|记者|撰文|本文作者)[^\[\]()]{2,30})[\])]"
)
CODE = re.compile(r"[A-Za-z_]*\d+[A-Za-z]*|(?![A-Z][a-z]+$)[A-Za-z]{5,}")
"""A number or a login; `Nancy` is a name."""


def facts_of(line: Line, *, labelled: bool = False) -> tuple[Found, ...]:
    """The facts on a line beside a story. `labelled`: a name or a date without a label says nothing."""
    start, end = _kept(line)
    part = Line(line.number, line.text[start:end], line.places[start:end])
    if not part.text.strip():
        return ()
    it = look(part)
    founds = columnist(part) or it.meta or it.byline or _by_paper(part) or _from(part)
    if not founds and (not labelled or MARKED.match(part.folded)):
        founds = bare_names(part) or _paper(part)
    founds = founds or taken_from(part) or signed(part) or reported_by(part)
    placed = _without_places(part, founds)
    moved = [replace(found, start=found.start + start, end=found.end + start) for found in placed]
    if moved and line.text[end:].strip():
        moved.append(cut(end, len(line.text), line.text[end:].strip(), NOT_FIELDS[COUNTERS]))
    return tuple(_tidy(found) for found in moved)


def columnist(line: Line) -> tuple[Found, ...]:
    """`文/槐树里网意见领袖专栏作家 江一帆`, `21世纪经济报道记者 江一帆 广州报道`: an office of any length."""
    match = OFFICE.match(line.folded)
    spots = names(line, *match.span("names")) if match else []
    if not spots or not all(is_usual(spot.name) for spot in spots):
        return ()
    why = "署名里的姓名"
    lead = cut(0, spots[0].start, line.text[: spots[0].start].strip(), "署名前后的称呼")
    authors = [Found("authors", it.name, it.start, it.end, why, Confidence.HIGH, weight=2) for it in spots]
    return (lead, *authors)


def _without_places(line: Line, founds: Sequence[Found]) -> list[Found]:
    """`江一帆 北京报道`: the town is no author."""
    return [
        cut(it.start, it.end, it.value, "报道的地点")
        if it.field == "authors" and REPORTS.match(line.folded, it.end) and not is_usual(it.value)
        else it
        for it in founds
    ]


def spaced(line: Line) -> Line:
    """With a space between a day and a time that stand in two elements: `09-0817:33`."""
    spots = [match.start() for match in GLUED_CLOCK.finditer(line.folded)]
    for spot in reversed(spots):
        text = f"{line.text[:spot]} {line.text[spot:]}"
        places = (*line.places[:spot], line.places[spot], *line.places[spot:])
        line = replace(line, text=text, places=places)
    return line


def _kept(line: Line) -> tuple[int, int]:
    """Without 原创 before and 查看更多 behind."""
    mark = MARKS.match(line.folded)
    start = mark.end() if mark else 0
    tail = TAIL.search(line.folded, start)
    return start, tail.start() if tail else len(line.text)


def _by_paper(line: Line) -> tuple[Found, ...]:
    """`江一帆/槐树里日报`: who wrote it and for which paper."""
    match = BY_PAPER.match(line.folded)
    if not match or not MEDIUM.fullmatch(match["paper"].strip()):
        return ()
    spots = names(line, *match.span("names"))
    if not spots or not all(is_usual(spot.name) for spot in spots):
        return ()
    start, end = match.span("paper")
    source = Found(
        "source", line.text[start:end].strip(), start, end, "和姓名写在一起的媒体", Confidence.LIKELY
    )
    why = "和媒体写在一起的姓名"
    authors = [Found("authors", it.name, it.start, it.end, why, Confidence.LIKELY) for it in spots]
    return (*authors, source)


def _from(line: Line) -> tuple[Found, ...]:
    """`本文来自微信公众号：槐树里发布，作者：江一帆`."""
    match = FROM.match(line.folded)
    if not match or PLACE.fullmatch(line.folded):  # 来自福建
        return ()
    start, end = match.span("paper")
    founds = [
        Found("source", line.text[start:end], start, end, "“来自”后面的文字", Confidence.HIGH, weight=3)
    ]
    if match["author"]:
        start, end = match.span("author")
        why = "“作者”后面的姓名"
        founds.append(
            Found("authors", line.text[start:end].strip(), start, end, why, Confidence.LIKELY, weight=2)
        )
    return tuple(founds)


def _paper(line: Line) -> tuple[Found, ...]:
    """A paper's name alone on its line."""
    if not 2 <= line.han <= 12 or not PAPER.fullmatch(line.folded) or len(line.text) > 16:
        return ()
    why = "标题下面单独一行的媒体名称"
    return (Found("source", line.text, 0, len(line.text), why, Confidence.LIKELY),)


def _tidy(found: Found) -> Found:
    """A paper without its town, an editor without a code; a code alone is no name."""
    glued = (
        GLUED_LABEL.match(found.value)
        if not found.weight and found.field in ("source", "authors", "")
        else None
    )
    if glued and (found.field or is_usual(glued["value"])):
        field = LABEL_FIELDS.get(glued["label"], "editor")
        why = f"“{glued['label']}”后面的文字"
        found = replace(found, field=field, value=glued["value"].strip(), weight=2, reason=why)
    if found.field == "source":
        return _tidy_source(found)
    if found.field in ("editor", "authors"):
        value = ASIDE.sub("", OTHER_ROLE.sub("", found.value)).strip()
        login = found.field == "authors" and found.weight > 0 and value.isalpha()  # 作者：fanfan
        if not value or (CODE.fullmatch(value) and not login):
            return cut(found.start, found.end, found.value, "只有代号，没有姓名")
        return replace(found, value=value)
    return found


def _tidy_source(found: Found) -> Found:
    if NO_SOURCE.fullmatch(found.value):
        return cut(found.start, found.end, found.value, "不是来源")
    quoted = QUOTED.match(found.value)
    value = quoted["name"] if quoted else found.value
    return replace(found, value=ACCOUNT.sub("", TOWN.sub("", value)).strip() or value)


def reported(line: Line) -> tuple[Found, ...]:
    """`集市今天开了。（江一帆報導）`: the reporter behind the first paragraph."""
    match = REPORTED_BY.search(line.folded)
    if not match or not is_usual(match["name"]):
        return ()
    start, end = match.span("name")
    why = "第一段后面括号里的记者"
    return (Found("authors", line.text[start:end], start, end, why, Confidence.LIKELY),)


def bracketed(line: Line) -> tuple[Found, ...]:
    """Who wrote it, in brackets before the first words: `【文/槐树里网 江一帆】集市今天开了。`"""
    match = BRACKETED.match(line.folded)
    if not match:
        return ()
    start, end = match.span("inside")
    part = Line(line.number, line.text[start:end], line.places[start:end])
    founds = facts_of(part, labelled=True)
    return tuple(
        replace(found, start=found.start + start, end=found.end + start)
        for found in founds
        if found.field == "authors"
    )
