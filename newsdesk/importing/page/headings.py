"""The lines of a story's body -> which of them are section headings, judged together and not one by one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph

LONGEST = 30
NEIGHBOURS = 12
NUMERALS = "一二三四五六七八九十"
NUMBERINGS = (
    ("chapter", re.compile(rf"第[{NUMERALS}\d]{{1,3}}[章节部分篇]+[\s:、]*")),
    ("chinese", re.compile(rf"[{NUMERALS}]{{1,3}}\s?[、.]\s*")),
    ("bracket", re.compile(rf"\([{NUMERALS}]{{1,3}}\)\s*、?\s*")),
    ("digit", re.compile(r"\d{1,2}\s?(?:[、.](?!\d))\s*")),
    ("digit bracket", re.compile(r"\(\d{1,2}\)\s*")),
    ("mark", re.compile(r"(?:[◆■▌▍◎★●·○□▲]|\[(?=[^\[\]]*\]$))\s*")),
)
LISTED = re.compile(
    r"^.{0,6}(?:时间|地点|地址|对象|人员|联系人|电话|联系电话|联系方式|方式|内容|要求|主题|主办|承办|协办|费用|名额|报名|日期|"
    r"主办单位|承办单位|注意事项|咨询|邮箱|网址|备注)\s?:"
)
TURN = re.compile(
    r"^(?:问|答|记者|主持人|受访者|受访人|编者按|编后|点评|评论|附|注|按)\s?[:.]|^.{2,4}:(?=[“\"])"
)
CAPTION = re.compile(
    r"^(?:图为|图注|图源|图片来源|来源:|图片说明|资料图|上图|下图|左图|右图|[▲△])|[摄绘]\)?$|\((?:图/|图片|资料图|视频截图).*\)$|供图\)?$"
)
SPOKEN = re.compile(r"^[“\"「].*[。，；！？,;!?…][”\"」]$")
OPEN_END = re.compile(r"[。；，、：,;:!?！？…—]$")
SIGNED = re.compile(
    r"^.{2,16}(?:居委会|委员会|管委会|社区|街道|办公室|党支部|党总支|党委|融媒体站|编辑部|服务站|卫生站)$"
)


@dataclass(frozen=True)
class HeadingMark:
    """Line `at` of the body is a heading of `level` (2 or 3)."""

    at: int
    level: int
    confidence: Confidence
    reason: str


def headings(lines: Sequence[Line]) -> list[HeadingMark]:
    """The headings among `lines`; a paragraph follows each of them."""
    found = [at for at in range(len(lines) - 1) if _may_head(lines, at)]
    among = set(found)
    found = [at for at in found if _leads_to_text(lines, at, among)]
    found = [at for place, at in enumerate(found) if _is_not_cry(lines[at]) or _has_twin(lines, found, place)]
    styles = {at: numbering(lines[at]) for at in found}
    levels = _levels(list(styles.values()))
    usual = _usual_indent([line for at, line in enumerate(lines) if at not in styles])
    return [
        HeadingMark(at, levels[styles[at]], *_sure(lines, found, place, usual))
        for place, at in enumerate(found)
    ]


def _others(lines: Sequence[Line], found: Sequence[int], place: int) -> list[Line]:
    """The headings around the one at `place`, not all of a long page."""
    around = [*found[max(0, place - NEIGHBOURS) : place], *found[place + 1 : place + 1 + NEIGHBOURS]]
    return [lines[at] for at in around]


def numbering(line: Line) -> str:
    """How a line is numbered, "" where it is not."""
    for name, pattern in NUMBERINGS:
        if pattern.match(line.folded):
            return name
    return ""


def parallel(one: Line, other: Line) -> bool:
    """Built alike: as long (give or take two) with the comma at the same place, or numbered alike."""
    if numbering(one) or numbering(other):
        return numbering(one) == numbering(other)
    return abs(one.han - other.han) <= 2 and _comma(one) == _comma(other)


def _comma(line: Line) -> int:
    """Where the first comma or space is, in Han characters; two places beside each other are the same."""
    return (re.split(r"[,\s]", line.folded)[0].__len__() + 1) // 3 if re.search(r"[,\s]", line.folded) else -1


def _may_head(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    folded = line.folded
    if not 2 <= line.han <= LONGEST or is_paragraph(line) or "。" in folded:
        return False
    if re.search(r"[。；，、：,;:]$", folded) or SPOKEN.match(folded) or folded.startswith("——"):
        return False
    return not (LISTED.match(folded) or TURN.match(folded) or CAPTION.search(folded))


def _is_not_cry(line: Line) -> bool:
    return not re.search(r"[!?…][”\"]?$", line.folded)


def _has_twin(lines: Sequence[Line], found: Sequence[int], place: int) -> bool:
    """Another heading is built alike, or it is numbered: then it may end with ！ or ？."""
    line = lines[found[place]]
    return bool(numbering(line)) or any(parallel(line, other) for other in _others(lines, found, place))


def _leads_to_text(lines: Sequence[Line], at: int, found: Set[int]) -> bool:
    """A paragraph follows, or a heading numbered in another way; a list of short lines has no headings."""
    near = lines[at + 1 : at + 4]
    following = next((it for it in near if not CAPTION.search(it.folded)), near[0])
    if at - 1 in found and numbering(lines[at - 1]) == numbering(lines[at]):
        return False
    if at + 1 in found:
        return bool(numbering(lines[at])) and numbering(lines[at]) != numbering(following)
    strong = numbering(lines[at]) in ("chapter", "chinese", "bracket")
    return is_paragraph(following) or bool(TURN.match(following.folded)) or strong


def _levels(styles: Sequence[str]) -> dict[str, int]:
    """The first way of numbering is level 2; another that comes below it is level 3."""
    order = list(dict.fromkeys(styles))
    ranks = [name for name, _ in NUMBERINGS]
    numbered = sorted((style for style in order if style in ranks[:5]), key=ranks.index)
    return {style: 3 if style in numbered[1:] else 2 for style in order}


def _usual_indent(lines: Sequence[Line]) -> int:
    counts = Counter(line.indent for line in lines if is_paragraph(line))
    return max(counts, key=lambda indent: (counts[indent], -indent), default=0)


def _sure(lines: Sequence[Line], found: Sequence[int], place: int, usual: int) -> tuple[Confidence, str]:
    """Two reasons beside its looks make it sure; one, or any other heading, makes it likely."""
    line = lines[found[place]]
    others = _others(lines, found, place)
    reasons = []
    if numbering(line) and any(numbering(other) == numbering(line) for other in others):
        reasons.append("和别的小标题编号相连")
    elif any(parallel(line, other) for other in others):
        reasons.append("和别的小标题字数、句式相近")
    if line.indent != usual and (not others or any(other.indent == line.indent for other in others)):
        reasons.append("缩进和正文不同")
    words = "；".join(["短句，句末没有句号，下面是一段正文", *reasons])
    if reasons and others:
        return Confidence.HIGH, words
    return (Confidence.LIKELY if reasons or others else Confidence.UNSURE), words
