"""One word beside a date or a label -> a button, the paper, an account, a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.buttons import asks, is_button
from newsdesk.importing.page.found import LABEL, LEFT_OVER, Found, cut
from newsdesk.importing.page.labels import COUNTERS, STAFF
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.names import HAN_NAME, is_usual
from newsdesk.importing.page.people import ROLE, ROLE_WORDS

SENTENCE = re.compile(r"。|[!?;]\s*\w")
NOT_FIELDS = {COUNTERS: "网页上的按钮或计数", STAFF: "没有对应字段的署名"}
MEDIUM = re.compile(
    r"""[^\s:]*(?:报|网|社|(?:电视|广播|电|总|省|市|县|区)台|电视|卫视|(?:网|中文|官|媒体|媒|广播|服务|工作|记者)站|刊|杂志|客户端|号|频道|中心
    |发布|在线|新闻|融媒|融媒体|媒体|局|委|办|部|厅|社区|街道|居委会|政府|时报|观察|视点|消息|之声|快讯|传媒|周刊|月刊|通讯社
    |财经|头条)(?:[(\[—-].*)?""",
    re.X,
)
"""A paper, a station, an office: what a source looks like."""

GLUED_FIELDS = {
    "本文来源于": "source",
    "来源于": "source",
    "来源": "source",
    "出处": "source",
    "作者": "authors",
    "责任编辑": "editor",
    "编辑": "editor",
    "责编": "editor",
}
GLUED = re.compile(r"(?:(?:本文)?来源于|来源(?!于)|出处|作者|责任编辑|编辑|责编)(?=\w)")
BOAST = re.compile(
    r".{0,14}(?:达人|创作者|爱好者|领域作者|自媒体|博主|认证|百家榜|贡献者)(?:,.{0,14})*|.{4,20}(?:有限公司|责任公司|股份公司)"
)
"""What an account says of itself beside the time: no name."""

URL = re.compile(r"(?:https?://|www\.)\S+")
NOBODY = re.compile(
    r"佚名|未知|匿名|网络|互联网|网上|网络转载|不详|本网|本站原创|本网原创|原创|转载|管理员|系统管理员|无|admin\w*|super\s?user|webmaster|root|小编|本站|网络整理|整理",
    re.I,
)
"""Not the name of anyone."""

ISSUE = re.compile(r"(?:[Nn][Oo]\.?\s?\d+|第\s?[\d,]+\s?[期号]|总第\s?\d+\s?期|\d+期)")
NUMBER = "期号"
TALKED = "网页上的评论计数"
TOWN = (
    "(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    "|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)"
)
PLACE = re.compile(rf"(?:发表于|来自|发布于|IP属地:?)?{TOWN}|发布于|发表于")
"""Where a post was sent from, as WeChat and others print it behind the time."""

ZONE = re.compile(r"(?:北京|香港|台北|臺北|当地|本地)时间:?")
DEVICE = re.compile(
    r"(?:来自|发自|通过)?\s?(?:我的)?(?:iPhone|iPad|Android|安卓|Mac|Windows|HUAWEI|华为|小米|手机|网页|电脑|PC|微博)\S{0,8}(?:客户端|版|端|\d\w*)?"
    r"|(?:来自|发自|通过)\S{0,12}(?:客户端|手机端|网页版|手机版)",
    re.I,
)
"""What a post was written on."""
PAPER = re.compile(r"(?:[报网社台刊]|杂志|客户端|周刊)$")
"""What a paper's name ends with, though it begins like a button: 阅读时报."""

TALK = re.compile(r"\d[\d,.]*万?\+?\s?[人次条个篇][\u3400-\u9fff]{0,6}")
"""`12人参与讨论`: a site where people write under names of their own."""

OWN_LABEL = re.compile(r"(?P<label>[\u3400-\u9fff]{2,8}):\s*(?P<value>\S+)")
"""`资料来源：槐树里图书馆`: a label that we do not know, and its value."""

UNSIGNED = re.compile(r"(?P<paper>\w{2,10})(?:佚名|匿名|未知)")
PAPER_AND_NAME = re.compile(
    r"(?P<paper>[\u3400-\u9fff]{2,8}(?:[日晚早晨时商周]报|青年报|都市报|[闻生华民]网))(?P<name>[\u3400-\u9fff]{2,3})"
)
"""槐树里日报江一帆: only papers after whose name no other word can go on."""

OFFICIAL = re.compile(
    rf"(?P<posted>(?:发布于{TOWN})?)(?P<name>[\w·]{{0,14}}?)(?P<rest>官方(?:账号|帐号|微博)|认证账号)"
)
LONGEST_SOURCE = 40
LONGEST_UNNAMED = 12
MAYBE_SOURCE = "写在日期旁边，可能是来源"


def word_beside(line: Line, start: int, end: int, strict: bool) -> list[Found] | None:
    """`line.text[start:end]` as what it is; None where the line is a sentence or a heading.

    `strict`: nothing around says that this is a line of facts, so a word must look like a paper.
    """
    folded, text = line.folded[start:end], line.text[start:end]
    if reason := _no_name(folded):
        return [cut(start, end, text, reason)]
    if SENTENCE.search(folded) or "," in folded or end - start > LONGEST_SOURCE:
        return None
    if found := _two_parts(line, start, end, strict):
        return found
    if MEDIUM.fullmatch(folded) and (not strict or end - start <= LONGEST_UNNAMED):
        return [Found("source", text, start, end, "写在日期旁边，像是来源", Confidence.LIKELY)]
    if strict or end - start > LONGEST_UNNAMED:
        return None
    if is_usual(text):
        return [Found("authors", text, start, end, "写在日期旁边，像是姓名", Confidence.UNSURE)]
    return [Found("source", text, start, end, MAYBE_SOURCE, Confidence.UNSURE, weight=-1)]


def _no_name(folded: str) -> str:
    """Why this word is neither a paper nor a name, "" where it may be."""
    if TALK.fullmatch(folded):
        return TALKED
    if ISSUE.fullmatch(folded):
        return NUMBER
    if ROLE.fullmatch(folded):
        return ROLE_WORDS
    others = (PLACE, BOAST, NOBODY, URL, ZONE, DEVICE)
    if asks(folded) and not PAPER.search(folded):
        return NOT_FIELDS[COUNTERS]
    return NOT_FIELDS[COUNTERS] if is_button(folded) or any(it.fullmatch(folded) for it in others) else ""


def _two_parts(line: Line, start: int, end: int, strict: bool) -> list[Found]:
    """槐树里日报官方账号, 来源槐树里网, 槐树里快讯/江一帆: two things in one word."""
    folded, text = line.folded[start:end], line.text[start:end]
    if official := OFFICIAL.fullmatch(folded):
        begin, edge = (start + place for place in official.span("name"))
        rest = cut(edge, end, line.text[edge:end], NOT_FIELDS[COUNTERS])
        paper = Found("source", line.text[begin:edge], begin, edge, "认证的账号名称", Confidence.LIKELY)
        posted = [cut(start, begin, line.text[start:begin], NOT_FIELDS[COUNTERS])] if begin > start else []
        return [*posted, paper, rest] if official["name"] else [rest]
    if (unsigned := UNSIGNED.fullmatch(folded)) and not strict:
        edge = start + unsigned.end("paper")
        paper = Found(
            "source", line.text[start:edge], start, edge, MAYBE_SOURCE, Confidence.UNSURE, weight=-1
        )
        return [paper, cut(edge, end, line.text[edge:end], NOT_FIELDS[COUNTERS])]
    if (own := OWN_LABEL.fullmatch(folded)) and not strict:
        return _of_own_label(line, start, own)
    glued = GLUED.match(folded)
    if glued and not strict:
        edge, reason = start + glued.end(), f"“{glued[0]}”后面的文字"
        field = GLUED_FIELDS[glued[0]]
        value = Found(field, line.text[edge:end], edge, end, reason, Confidence.LIKELY, weight=1)
        return [cut(start, edge, line.text[start:edge], LABEL), value]
    glued_name = PAPER_AND_NAME.fullmatch(folded)
    if glued_name and is_usual(glued_name["name"]) and MEDIUM.fullmatch(glued_name["paper"]):
        edge = start + glued_name.end("paper")
        paper = Found(
            "source", line.text[start:edge], start, edge, "写在日期旁边，像是来源", Confidence.LIKELY
        )
        why = "和媒体写在一起的姓名"
        return [paper, Found("authors", line.text[edge:end], edge, end, why, Confidence.LIKELY)]
    slash = start + folded.find("/")
    if slash > start and is_usual(line.text[slash + 1 : end]) and MEDIUM.fullmatch(line.folded[start:slash]):
        paper = Found(
            "source", line.text[start:slash], start, slash, "写在日期旁边，像是来源", Confidence.LIKELY
        )
        name = text[slash + 1 - start :]
        return [paper, Found("authors", name, slash + 1, end, "和媒体写在一起的姓名", Confidence.LIKELY)]
    if slash > start and is_usual(line.text[start:slash]) and MEDIUM.fullmatch(line.folded, slash + 1, end):
        name, paper_name = line.text[start:slash], line.text[slash + 1 : end]
        return [
            Found("authors", name, start, slash, "和媒体写在一起的姓名", Confidence.LIKELY),
            Found("source", paper_name, slash + 1, end, "写在日期旁边，像是来源", Confidence.LIKELY),
        ]
    return []


def _of_own_label(line: Line, start: int, own: re.Match[str]) -> list[Found]:
    """Only a label that speaks of a 来源 may name the source; what others say is left for a person to see."""
    begin, end = start + own.start("value"), start + own.end()
    if not own["label"].endswith("来源"):
        return [cut(start, end, line.text[start:end], LEFT_OVER)]
    label = cut(start, begin, line.text[start:begin].strip(), LABEL)
    why = f"“{own['label']}”后面的文字，可能是来源"
    return [label, Found("source", line.text[begin:end], begin, end, why, Confidence.UNSURE, weight=-1)]


def with_authors(founds: Sequence[Found]) -> list[Found]:
    """Words beside a usual name or an issue's number are names too: `2026-05-03 第5期 江一帆 苏小`.

    So is a name of any kind where readers talk (`小满的窗台 2026-05-03 12人参与讨论`).
    """
    named = sum(1 for found in founds if found.field == "authors" and is_usual(found.value))
    numbered = any(found.reason in (NUMBER, TALKED) for found in founds)
    longest = 4 if named > 1 else 3
    return [
        replace(found, field="authors", reason="写在日期旁边，像是姓名", weight=0)
        if found.reason == MAYBE_SOURCE
        and (numbered or (named and len(found.value) <= longest and HAN_NAME.fullmatch(found.value)))
        else found
        for found in founds
    ]
