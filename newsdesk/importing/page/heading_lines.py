"""A line -> may it be a section heading, how is it numbered, and is it built like another one?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph

LONGEST = 30
MOST_COMMAS = 2
NUMBER_ALONE = re.compile(r"(?:0\d|[Pp][Aa][Rr][Tt]\s?\.?\s?\d{1,2}|[Nn][Oo]\.\s?\d{1,2})[.、]?")
NAMED = re.compile(r"[^\s:]{2,16}:.{4,}")
BRACKETED = re.compile(r"\(.*\)")
NO_END = re.compile(r"[。；，、：,;:·]$|(?:就是|例如|比如|如下|包括|分别是|也就是说|还有|以及)$|\.{3}$|…$")
DOTS = re.compile(r"\.{3}$|…$")
NUMERALS = "一二三四五六七八九十"
NUMBERINGS = (
    ("chapter", re.compile(rf"第[{NUMERALS}\d]{{1,3}}[章节部分篇]+[\s:、]*")),
    ("chinese", re.compile(rf"[{NUMERALS}]{{1,3}}\s?[、.]\s*")),
    ("bracket", re.compile(rf"\([{NUMERALS}]{{1,3}}\)\s*、?\s*")),
    ("digit", re.compile(r"\d{1,2}\s?(?:、(?!\d{1,2}[、号楼栋])|\.(?!\d))\s*")),
    ("digit bracket", re.compile(r"(?:\(\d{1,2}\)|[①-⑳])\s*")),
    ("digit zero", re.compile(r"0\d\s?(?=[《“\u3400-\u9fff])")),
    ("mark", re.compile(r"(?:[◆◇■▌▍▋▎◎★☆●·○□▲▶►▷➤❖✦▪🔸🔹📍📌]|>{2,3}(?=[^>])|\[(?=[^\[\]]*\]$))\s*")),
)
LISTED = re.compile(
    r"^.{0,6}(?:时间|地点|地址|对象|人员|联系人|电话|联系电话|联系方式|方式|内容|要求|主题|主办|承办|协办|费用|名额|报名|日期|"
    r"主办单位|承办单位|注意事项|咨询|邮箱|网址|备注)\s?:"
)
SPEAKER = re.compile(
    r"^(?:问|答|[Qq]|[Aa]|记者|主持人|受访者|受访人|编者按|编后|点评|评论|附|注|按)\s?[:.]|^.{2,4}:(?=[“\"](?:[^”\"]*$|.*[。!?…;,][”\"]$))|^《[^》]{1,12}》:"
)
ASKED = re.compile(r"^(?P<who>\S{1,10}):.*\?$")
TURN = re.compile(rf"{SPEAKER.pattern}|{ASKED.pattern}")
CAPTION = re.compile(
    r"^图\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?[:、.\s]|^(?:图为|图注|图源|图片来源|来源:|图片说明|资料图|上图|下图|左图|右图|[▲△])|[摄绘]\)?$|\((?:图/|图片|资料图|视频截图).*\)$|供图(?:\s\S{2,8}发?)?\)?$|^[◎○·]?\s?图:"
)
PICTURED = re.compile(
    r"(?:现场|合影|合照|留影|近影|近照|剪影|一角|外景|全景|鸟瞰|示意图|效果图|资料图|截图|截屏|海报|剧照|宣传照|资料照片?|照片|"
    r"讲话|致辞|发言|接受(?:采访|专访|媒体采访)|领奖|据\S{2,12}整理)$|图据|(?:制|绘)图\s?[:/]|(?<!意)图\d*$"
)
"""How lines below pictures end that have no mark of a caption; a heading hardly does."""

REPORTED = re.compile(
    r"(?:[报社网台刊]|融媒体|本版文)\S{0,4}?/?(?:记者|通讯员|实习生)(?!调查|手记|观察|体验|探访|走访|点评|连线|追问)\s?\S{2,}"
    r"|^(?:采写|撰文|文字?|整理|编译|摄影|供稿)\s?[:/|]"
)
"""Who wrote the section above."""

AGO = re.compile(r"\d\s?(?:秒钟?|分[钟鐘]|小[时時]|天)前$")
"""When other sites say that another story came."""

SPOKEN = re.compile(r"^[“\"「][^”\"」]*[。，；！？,;!?…][”\"」]$")
CALL = re.compile(
    r"^请.{0,14}(?:报名|登记|填写|拨打|参加|关注|扫码|扫描|点击|下载|联系)|^(?:敬请|热?诚?挚?欢迎).{0,12}(?:加入|参加|参与|报名|关注|投稿|监督|来电|咨询)"
    r"|^(?:扫描|扫码|长按|微信扫).{0,12}(?:码|报名|原文|链接|入群)|^(?:点击|(?:上下|左右)?滑动).{2,}"
)
"""What people are asked to do."""

CARES = re.compile(r"^[🔗👉👇📎💬☎📞]|关心[你您]|粉丝(?:团|专页)")
"""《槐树里报》关心你: the box with numbers to call below a story of misfortune in Taiwan."""

OPEN_END = re.compile(r"[。；，、：,;:!?！？…—]$")
SIGNED = re.compile(
    r"^.{2,16}(?:居委会|委员会|管委会|社区|街道|办公室|党支部|党总支|党委|融媒体站|编辑部|服务站|卫生站)$"
)


def may_head(line: Line, *, asks_once: bool = False) -> bool:
    """May this line be a heading, as far as it alone tells?

    `asks_once`: no other line has the word before its colon, so that no one is interviewed.
    """
    folded = line.folded
    if not is_short(line) or is_paragraph(line) or "。" in folded or is_many_clauses(line):
        return False
    if (
        (NO_END.search(folded) and not (numbering(line) and DOTS.search(folded)))
        or SPOKEN.match(folded)
        or BRACKETED.fullmatch(folded)
        or folded.startswith("——")
    ):
        return False
    if is_caption(line) or CARES.search(folded) or REPORTED.search(folded) or AGO.search(folded):
        return False
    turn = SPEAKER if asks_once else TURN
    return not any((LISTED.match(folded), turn.match(folded), CALL.match(folded)))


def is_many_clauses(line: Line) -> bool:
    """Has more commas than a heading, so it is text without its full stop."""
    return line.folded.count(",") > MOST_COMMAS


def is_caption(line: Line) -> bool:
    """Says what a picture shows or whose it is."""
    return bool(CAPTION.search(line.folded) or PICTURED.search(line.folded))


def is_short(line: Line) -> bool:
    """As long as a heading; one without Han characters names someone (`Kim：Rules of the yard`)."""
    if line.han < 2:
        return bool(
            NUMBER_ALONE.fullmatch(line.folded) or (NAMED.match(line.folded) and len(line.text) <= 60)
        )
    return line.han <= LONGEST


def numbering(line: Line) -> str:
    """How a line is numbered, "" where it is not."""
    return _numbering(line.folded)


@lru_cache(maxsize=4096)
def _numbering(folded: str) -> str:
    return next((name for name, pattern in NUMBERINGS if pattern.match(folded)), "")


def parallel(one: Line, other: Line) -> bool:
    """Built alike: as long (give or take two) with the comma at the same place, or numbered alike."""
    if numbering(one) or numbering(other):
        return numbering(one) == numbering(other)
    if one.han < 2 or other.han < 2:
        return bool(NAMED.match(one.folded) and NAMED.match(other.folded))
    return abs(one.han - other.han) <= 2 and _comma(one) == _comma(other)


def _comma(line: Line) -> int:
    """Where the first comma or space is, in Han characters; two places beside each other are the same."""
    return (re.split(r"[,\s]", line.folded)[0].__len__() + 1) // 3 if re.search(r"[,\s]", line.folded) else -1


def repeated(lines: Sequence[Line]) -> frozenset[str]:
    """A line printed twice is a picture's caption or a button, no heading."""
    counts = Counter(line.text for line in lines if line.han <= LONGEST)
    return frozenset(text for text, count in counts.items() if count > 1)
