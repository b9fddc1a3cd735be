"""The first words of a story (新华社北京7月25日电（记者甲、乙）) -> source, day and reporters."""

from __future__ import annotations

import re

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.bylines import ROLE
from newsdesk.importing.page.dates import dates
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import HAN_NAME, NO_NAME, is_usual, names
from newsdesk.importing.page.towns import TOWN

HAN = "\u3400-\u9fff"
NUMBER = r"(?:\d\d?|[一二三四五六七八九十]{1,3})"
DAY = rf"(?P<day>(?:(?:19|20)\d\d\s?年\s?)?{NUMBER}\s?月\s?{NUMBER}\s?[日号])"
OWN = r"本报|本刊|本网|本台|本站|本社|我报"
KNOWN = "新华社客户端|新华社|中新社|中新网|人民网|新华网|央视网|光明网|中国网|中国新闻网|澎湃新闻"
AGENCY = (
    rf"(?P<agency>{OWN}|{KNOWN}"
    rf"|[{HAN}]{{1,10}}(?:社|网|报|刊|电视台|电台|广播站|融媒体中心|新闻中心|融媒体站|融媒体|融媒|客户端|发布|新闻|头条|周刊|经济))"
)
"""Those that we know first: 台 and 社 end many places (新华社烟台7月25日电)."""

LEAD = re.compile(
    rf"""[(\[《]?\s?(?:据)?
    (?: {AGENCY}(?P<place>[{HAN}\s]{{0,12}}?)\s?{DAY}\s?(?:综合|专|新媒体|体育|科技)*(?:电|讯|消息|报道)
      | (?<=[(\[])(?P<agency4>[{HAN}]{{1,8}}社|路透|美联|彭博)(?:[{HAN}]{{0,10}}?)\d{{1,2}}日(?:综合
          |专)?外?电(?=[)\]])
      | (?<=[(\[《])(?P<agency5>[{HAN}]{{2,10}}(?:社|报|网|台))
        (?:\d{{1,2}}日)?(?:专|综合)?(?:讯|电|报[导道])(?=[)\]》])
      | {AGENCY.replace("agency", "agency2")}\s?(?:讯|消息|电)(?=[\s(:\]/])
      | {AGENCY.replace("agency", "agency3")}(?=\([^()]{{0,12}}(?:记者|通讯员)[^()]{{2,40}}\))
      | (?P<own>本报讯|本刊讯|本网讯|本站讯|本台讯|本台消息|本社讯|本报消息) )
    [)\]》]?[\s:]*""",
    re.X,
)
ANY_LEAD = re.compile(rf"\[\s?(?P<agency>[{HAN}]{{2,8}}?)\s?{DAY}\s?(?:讯|电|消息|报[导道])\s?\][\s:]*")
"""【槐树里5月3日讯】: in brackets it may be anyone's."""

REPORTED = re.compile(r"(?:讯|消息|电|报[导道]|[网报社台站端]|[)\]])\s*$|^\s*$")
"""What may stand before the reporters' bracket: `荆楚网（湖北日报网）讯（记者`, `5月3日讯（记者`."""

LONGEST_LEAD = 44
LONGEST_DAY = 11
"""Characters from the names to the end of `5月3日报道`."""

WRITTEN = re.compile(rf"(?:文|图文|撰文|采写|作者)\s?[/|:]\s?(?P<name>[{HAN}]{{2,3}})\s")
"""文/江一帆 三号院的小广场上..."""

AFTER_WIRE = re.compile(rf"(?P<name>[{HAN}]{{3}}|[{HAN}]\s[{HAN}])\s+(?=[{HAN}“《])")
"""人民网北京7月25日电 江一帆 三号院的...: a name between two spaces."""

BRACKET = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
REPORTER = rf"(?:{OWN})?[{HAN}·《》—]{{0,10}}?(?:记者|通讯员|评论员|实习生|撰稿)"
OPEN_BYLINE = re.compile(
    rf"(?:题[:].{{0,30}}?)?({REPORTER}\s?[{HAN}·、\s]{{2,20}}?)(?=\s?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:摄影)?报道[:,]?|[,:;。]|\s{{2,}})"
)
SPACED_BYLINE = re.compile(rf"(?:{REPORTER}\s?(?:[{HAN}·]{{2,4}}[、\s]\s?){{1,4}}){{1,3}}(?=[^\s])")
"""Names each with a space behind it, and then the story: `街坊新闻记者 江一帆 实习生 苏禾 三号院的...`."""

GLUED = re.compile(
    rf"记者\s?(?P<names>(?:[{HAN}]{{2,3}}[、,])*)(?P<name>(?!通讯员|实习|见习|特约)[{HAN}]{{2,3}})(?=[{HAN}]{{2,8}}(?:\d{{1,2}}日(?:综合)?外?电|报[导道]))"
)
"""（中央社記者江一帆槐樹里3日電）, 〔記者江一帆槐樹里報導〕: as papers in Taiwan have it."""

REPORTER_FIRST = re.compile(rf"(?:图?文\s?[/|:]|{REPORTER}|[{HAN}]{{2,3}}报[导道]$)")
PROSE = re.compile(r"[。,;!?]")
TOKEN = re.compile(r"[^\s、,;/&:]+")
MEDIUM = re.compile(
    rf"[{HAN}《》]{{2,12}}(?:报|报社|网|社|台|电视台|新闻|客户端|杂志|周刊|中心|站|融媒体?|作者)"
)
SAYS = re.compile(r"[说称道问答在从到对向表认]")
"""In the word behind 记者 it is a sentence: 记者从社区了解到."""


def dateline_of(line: Line) -> tuple[Found, ...]:
    """What the beginning of a paragraph says about source, day and reporters; () where it is none."""
    lead = LEAD.match(line.folded) or ANY_LEAD.match(line.folded)
    end = lead.end() if lead else 0
    founds = _lead(line, lead) if lead else []
    if lead and ROLE.search(lead.groupdict().get("place") or ""):  # 本网记者 江一帆 5月3日报道
        return (*founds, *_reporters(line, *lead.span("place"), sure=True))
    bracket = BRACKET.match(line.folded, end) or _reporters_bracket(line)
    if bracket and (glued := GLUED.search(bracket[1])):
        founds += _glued_names(line, glued, bracket.start(1))
    elif glued := GLUED.match(line.folded, end + line.folded.startswith("/", end)):
        founds += _glued_names(line, glued, 0)
    elif bracket and (lead or ROLE.search(bracket[1]) or "/" in bracket[1]):
        founds += _reporters(line, *bracket.span(1), sure=bool(ROLE.search(bracket[1])))
    elif spaced := SPACED_BYLINE.match(line.folded, end):
        founds += _reporters(line, *spaced.span(), sure=True)
    elif (byline := OPEN_BYLINE.match(line.folded, end)) and (
        lead or "报道" in line.folded[byline.end(1) : byline.end(1) + LONGEST_DAY]
    ):
        founds += _reporters(line, *byline.span(1), sure=True)
    elif named := (WRITTEN.match(line.folded) or (AFTER_WIRE.match(line.folded, end) if lead else None)):
        founds += _reporters(line, *named.span("name"), sure=False)
    return tuple(founds)


def _reporters_bracket(line: Line) -> re.Match[str] | None:
    """The bracket with a reporter behind the first words, if those only say who tells it."""
    for match in BRACKET.finditer(line.folded, 0, LONGEST_LEAD + 60):
        before = line.folded[: match.start()]
        if len(before) > LONGEST_LEAD or PROSE.search(before):
            return None
        if REPORTER_FIRST.match(match[1]) and REPORTED.search(before):
            return match
    return None


def _lead(line: Line, lead: re.Match[str]) -> list[Found]:
    founds = []
    groups = lead.groupdict()
    group = next(
        (name for name in ("agency", "agency2", "agency3", "agency4", "agency5") if groups.get(name)),
        "agency",
    )
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


def _reporters(line: Line, start: int, end: int, *, sure: bool) -> list[Found]:
    """The names between roles, papers and marks; without a role (`sure`) only usual names count."""
    founds = []
    for match in TOKEN.finditer(line.folded, start, end):
        left, right = match.span()
        roles = list(ROLE.finditer(line.folded, left, right))
        if roles and roles[-1].end() == right and roles[-1][0].endswith(("报道", "报导")):  # （江一帆报道）
            right = roles.pop().start()
        if roles:
            left = roles[-1].end()
        word = line.folded[left:right]
        if not word or MEDIUM.fullmatch(word) or SAYS.search(word[1:]) or not _may_be_a_name(word):
            continue
        usual = is_usual(word)
        if usual or (sure and len(word) <= 4):
            confidence = Confidence.HIGH if usual and sure else Confidence.UNSURE
            reason = "正文开头写明的记者或通讯员"
            founds.append(Found("authors", line.text[left:right], left, right, reason, confidence))
    return _joined_singles(line, start, end) or founds


def _glued_names(line: Line, glued: re.Match[str], begin: int) -> list[Found]:
    """Those with a mark behind them, and the one with its town; `begin` is where the matched text begins."""
    start, end = (begin + place for place in glued.span("names"))
    before = names(line, start, end) if start < end else []
    reason = "正文开头写明的记者或通讯员"
    return [
        *(
            Found("authors", it.name, it.start, it.end, reason, Confidence.HIGH)
            for it in before
            if it.is_usual
        ),
        *_glued_name(line, begin + glued.start("name")),
    ]


def _glued_name(line: Line, start: int) -> list[Found]:
    """The first two or three characters that are a name, best where a town that we know follows."""
    for size in sorted((3, 2), key=lambda size: TOWN.match(line.folded, start + size) is None):
        name = line.text[start : start + size]
        if is_usual(name):
            reason = "正文开头写明的记者或通讯员"
            return [Found("authors", name, start, start + size, reason, Confidence.LIKELY)]
    return []


def _joined_singles(line: Line, start: int, end: int) -> list[Found]:
    """`记者 江 帆`: names padded with a space."""
    role = ROLE.search(line.folded, start, end)
    spots = names(line, role.end(), end) if role else []
    if not spots or not any(" " in line.folded[spot.start : spot.end].strip() for spot in spots):
        return []
    reason = "正文开头写明的记者或通讯员"
    return [
        Found("authors", spot.name, spot.start, spot.end, reason, Confidence.HIGH)
        for spot in spots
        if spot.is_usual
    ]


def _may_be_a_name(word: str) -> bool:
    return bool(HAN_NAME.fullmatch(word)) and not NO_NAME.search(word)
