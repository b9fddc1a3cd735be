"""The looks of a correspondent's mail -> the same, without greeting, signature and private numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.importing.imported import Confidence
from newsdesk.importing.page.junk import Junk, Sort
from newsdesk.importing.page.look import Look

GREETING = re.compile(
    r"(?:尊敬的|敬爱的|亲爱的|各位)?(?:编辑|主编|小编|责编|报社|编辑部)(?:老师|同志|部|先生|女士)?(?:们)?\s?"
    r"[:,!]?(?:(?:您|你|你们)?好.{0,24})?[:,!]?"
)
REQUEST = re.compile(
    r".{0,30}(?:(?:请|望|盼|恳请|供|请予|敬祈)(?:各?位?(?:编辑部?|报社|主编|老师|贵报|贵刊|贵社|贵台|您|领导|予以|给予|惠予|酌情|审|能|参考|选用|,|\s)){0,5}"
    r"(?:审阅|审稿|审核|采用|刊发|刊登|采纳|斧正|指正|查收|处理|选用)|送上稿件|稿件一篇|(?:附上|发来|投上).{0,6}稿件?|不妥之处|向贵[报刊社台]).{0,30}"
)
"""Asks the editors to read and to print. 审核 and 投稿 alone stand in news: 由社区审核, 欢迎投稿."""

POLITE = re.compile(
    r"此致|敬礼[!]?|(?:顺?[祝颂]).{0,12}|谢谢.{0,10}|(?:您|你)好[!,。]?|以上.{0,6}妥否.{0,10}"
)
HEADER = re.compile(r"(?:发件人|收件人|抄送|发送时间|发件时间|主题|寄件人|From|To|Subject|Sent)\s?:.*", re.I)
PRIVATE = re.compile(
    r"(?:我的|本人|作者|供稿人?|通讯员|联系|手机|办公)?(?:联系人|联系电话|联系方式|电话|手机号?码?|邮箱|电子邮[箱件]|E-?mail|QQ"
    r"|微信号?|通[讯信]地址|地址|邮编|身份证号?码?|银行卡号?|开户行|银行账号|账号|户名)\s?:?.{2,60}",
    re.I,
)
NUMBER_ALONE = re.compile(r"(?:\(?0\d{2,3}\)?-?)?\d{7,8}|1[3-9]\d{9}|\S+@\S+\.\w+")
ENCLOSED = re.compile(r"\(?附件?\s?[:(].{1,60}|附图.{0,20}|\(?附?图片?\s?\d+\s?[张幅].{0,20}")
FIRST, LAST = 6, 8
"""Lines in which a letter greets and signs."""

LONGEST = 70
SIGNED = "来信落款的日期，不一定是发布日期"


def without_letter(looks: Sequence[Look]) -> list[Look]:
    """`looks` as they are where this is no letter to the newsroom."""
    if not _is_letter(looks):
        return list(looks)
    last = max((at for at, it in enumerate(looks) if _is_story(it)), default=-1)
    return [_cut(it, below=at > last) for at, it in enumerate(looks)]


def _is_letter(looks: Sequence[Look]) -> bool:
    """It greets an editor, has a mail's header, or asks to be printed and ends with who sends it."""
    first = looks[:FIRST]
    greets = any(GREETING.fullmatch(it.line.folded) for it in first)
    headed = sum(1 for it in first if HEADER.fullmatch(it.line.folded)) > 1
    asks = any(it.is_text and _asks(it) for it in looks)
    return greets or headed or (asks and any(_is_private(it) for it in looks[-LAST:]))


def _asks(it: Look) -> bool:
    return len(it.line.text) <= LONGEST and bool(REQUEST.fullmatch(it.line.folded))


def _is_story(it: Look) -> bool:
    return it.is_paragraph and not _reason(it)


def _cut(it: Look, *, below: bool) -> Look:
    reason = _reason(it)
    if not reason and below and it.meta and all(found.field == "date" for found in it.meta):
        signed = [replace(found, weight=-1, confidence=Confidence.UNSURE, reason=SIGNED) for found in it.meta]
        return replace(it, meta=tuple(signed))
    if not reason and below and it.is_text:
        reason = Sort.LETTER
    return replace(it, junk=Junk(reason, ends_body=False), meta=(), byline=()) if reason else it


def _reason(it: Look) -> Sort | None:
    """Why this line of a letter is not the story's."""
    folded = it.line.words
    if len(folded) > LONGEST:
        return None
    if _is_private(it):
        return Sort.PRIVATE
    if ENCLOSED.fullmatch(folded):
        return Sort.ENCLOSED
    asks = REQUEST.fullmatch(folded) and it.line.han <= 40 and not it.meta
    if asks or any(pattern.fullmatch(folded) for pattern in (GREETING, POLITE, HEADER)):
        return Sort.LETTER
    return None


def _is_private(it: Look) -> bool:
    folded = it.line.words
    return bool(PRIVATE.fullmatch(folded) or NUMBER_ALONE.fullmatch(folded)) and "。" not in folded
