"""The first words of a story (新华社北京7月25日电（记者甲、乙）) -> source, day and reporters."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import ROLE, people
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import names

HAN = "\u3400-\u9fff"
NUMBER = r"(?:\d\d?|[一二三四五六七八九十]{1,3})"
DAY = rf"(?P<day>(?:(?:19|20)\d\d\s?年\s?)?{NUMBER}\s?月\s?{NUMBER}\s?[日号])"
OWN = r"本报|本刊|本网|本台|本站|本社|我报"
KNOWN = "新华社客户端|新华社|中新社|中新网|人民网|新华网|央视网|光明网|中国网|中国新闻网|澎湃新闻"
AGENCY = (
    rf"(?P<agency>{OWN}|{KNOWN}"
    rf"|[{HAN}]{{1,10}}(?:社|网|报|刊|电视台|电台|广播站|融媒体中心|新闻中心|融媒体站|融媒体|融媒|客户端|发布))"
)
"""Those that we know first: 台 and 社 end many places (新华社烟台7月25日电)."""

LEAD = re.compile(
    rf"""\[?\s?(?:据)?
    (?: {AGENCY}(?P<place>[{HAN}\s]{{0,12}}?)\s?{DAY}\s?(?:综合|专|新媒体|体育|科技)*(?:电|讯|消息|报道)
      | {AGENCY.replace("agency", "agency2")}\s?(?:讯|消息|电)(?=[\s(:\]])
      | (?P<own>本报讯|本刊讯|本网讯|本站讯|本台讯|本台消息|本社讯|本报消息) )
    \]?\s*""",
    re.X,
)
BRACKET = re.compile(r"\(([^()]{2,60})\)")
REPORTS = re.compile(rf"(?:{OWN})?(?:记者|通讯员)\s?[{HAN}·、\s]{{2,20}}?\s?(?:摄影)?报道[:,]")
OPEN_BYLINE = re.compile(
    rf"(?:题[:].{{0,30}}?)?((?:{OWN})?(?:记者|通讯员)\s?[{HAN}·、\s]{{2,20}}?)(?=\s?(?:报道|摄影报道)|[,:;。]|\s{{2,}})"
)


def dateline_of(line: Line) -> tuple[Found, ...]:
    """What the beginning of a paragraph says about source, day and reporters; () where it is none."""
    lead = LEAD.match(line.folded)
    end = lead.end() if lead else 0
    founds = _lead(line, lead) if lead else []
    bracket = BRACKET.match(line.folded, end)
    if bracket and (lead or ROLE.search(bracket[1])):
        founds += _reporters(line, *bracket.span(1))
    elif (lead or REPORTS.match(line.folded)) and (byline := OPEN_BYLINE.match(line.folded, end)):
        founds += _reporters(line, *byline.span(1))
    return tuple(founds)


def _lead(line: Line, lead: re.Match[str]) -> list[Found]:
    founds = []
    group = "agency" if lead["agency"] else "agency2"
    agency = lead[group] or ""
    if agency and not re.fullmatch(OWN, agency):
        start, end = lead.span(group)
        founds.append(Found("source", line.text[start:end], start, end, "正文开头的电头", Confidence.LIKELY))
    if lead["day"]:
        start, end = lead.span("day")
        founds += [
            Found(
                "date", line.text[start:end], start, end, "正文开头电头里的日期", Confidence.LIKELY, spot.when
            )
            for spot in dates(line.folded[start:end])
            if spot.when
        ]
    return founds


def _reporters(line: Line, start: int, end: int) -> list[Found]:
    role = ROLE.search(line.folded, start, end)
    founds = [found for found in people(line, start, end) if found.field]
    if not founds:
        spots = names(line, role.end() if role else start, end)
        founds = [
            Found("authors", spot.name, spot.start, spot.end, "", Confidence.UNSURE)
            for spot in spots
            if role or all(it.is_usual for it in spots)
        ]
    reason = "正文开头写明的记者或通讯员"
    return [
        Found(found.field, found.value, found.start, found.end, reason, found.confidence) for found in founds
    ]
