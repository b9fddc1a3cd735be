"""The parts of a story's run -> the same without what stands at its end and is no story.

Advertisements, what follows 责任编辑, lists of other stories, the author's biography, invitations to follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.endings import ending_of
from newsdesk.importing.page.headings import CAPTION
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.webpage.ornaments import SCAN
from newsdesk.importing.webpage.part import Part, Role
from newsdesk.importing.webpage.says import SAYS
from newsdesk.importing.webpage.surroundings import Around
from newsdesk.importing.webpage.tables import shown_cells

EDITOR = re.compile(r"责任?编辑?\s*[:：|｜丨]")
LEADS = re.compile(r"https?://(?!\S+\.(?:jpe?g|png|gif|webp)(?:[?#]|$))", re.I)
MOVES = re.compile(r"wx_fmt=gif", re.I)
SIZES = frozenset(
    {(300, 250), (336, 280), (250, 250), (180, 150), (160, 600), (120, 600), (300, 600), (240, 400)}
)
"""px in which advertisements are sold; flat ones are known as banners."""

CODE = re.compile(r"码|扫|识别|长按|公众号|微信|关注我们|分享")
LITTLE = 0.2
"""Share of the story's text that may stand below 责任编辑 or a list of links and not belong to it."""

HEADED = re.compile(r"[\W_]*.{0,8}(?:声明|免责)[\W_]*")
LONG_NOTICE = 40
"""Characters."""

LIST = 3
"""Dated lines from which they list other stories."""

FARTHEST = 5
"""Blocks from one to the next."""

PROMISES = re.compile(
    r"公众号|微信号|二维码|扫码|扫一扫|投稿|来稿|邮箱|商务合作|关注我们|敬请关注|欢迎关注|点击关注|添加关注|订阅|客户端|下载"
    r"|转载|授权|侵权|版权|本栏目|栏目|专栏|不代表|仅代表|观点|立场|声明|联系我们|联系方式|知识星球|粉丝|留言区|评论区|点赞|在看|Facebook|粉[絲丝][團团]|[專专][頁页]|LINE|报料|爆料"
    r"|独家稿件|责任自负|仅供参考|投资建议|免责|报名|加群|社群|添加微信|添加好友|客服"
)
BIOGRAPHY = re.compile(
    r"\s*[(\[]?(?:本文)?作者(?:介绍|简介|系|为|是|:.{1,8}[,，].{2,20}(?:研究员|教授|评论员|学者|专家|律师|记者)).{0,160}$"
    r"|\s*[(\[]?(?:关于作者|作者微信|个人简介|嘉宾简介|译者简介).{0,200}$"
)
STRONG = re.compile(
    r"责任编辑|责编\s*:|分享到|分享至|^关键词|文章关键词|^标签\s*:|相关(?:新闻|阅读|推荐|文章|报道)|扫描.{0,6}二维码|未经.{0,4}(?:授权|许可|允许)"
    r"|(?:不得|禁止|谢绝)转载|转载请注明|版权所有|(?:版权|免责|特别|郑重)声明|我要反馈|网友评论|推荐阅读|猜你喜欢|延伸阅读"
)
"""Words of which one is enough in a short last line."""

SHORT = 100
ENOUGH, DENSE = 2, 0.2
"""Different words of PROMISES, and their share of the characters, from which a last paragraph is none of the
story. 声明 and 观点 stand in news too, and 报名 and 客户端 in what a community tells its people."""

DEEPEST = 5
BIOGRAPHIES = "作者简介"


def without_tail(parts: Sequence[Part]) -> list[Part]:
    """Every part, those that belong to no story as CUT."""
    paragraphs = [number for number, part in enumerate(parts) if part.it.is_paragraph]
    return _without_promises(ended(without_adverts(_without_lists(parts)), paragraphs))


def _without_lists(parts: Sequence[Part]) -> list[Part]:
    """Titles with a date each, one after the other, are other stories; so is all below them."""
    cells = shown_cells([part.it.block for part in parts if not part.it.around])
    dated = [
        number
        for number, part in enumerate(parts)
        if number and _is_dated(part) and not cells.get(part.it.block.number)
    ]
    close = [b - a for a, b in pairwise(dated)]
    for at in range(len(dated) - LIST + 1):
        steps = close[at : at + LIST - 1]
        first = max(1, dated[at] - max(steps) + 1)
        if max(steps) <= FARTHEST and _leads_on(parts[first : dated[at + LIST - 1] + 1]):
            return [_cut(it, Around.RELATED.value) if n >= first else it for n, it in enumerate(parts)]
    return list(parts)


def _leads_on(parts: Sequence[Part]) -> bool:
    """Links, pictures or full dates: 8月1日 above 送餐 is a story's own list of days."""
    days = [found.when for part in parts for found in part.it.look.meta if found.when]
    full = any(day.year or day.hour is not None for day in days)
    return full or any(part.it.block.picture or part.it.block.links for part in parts)


def _is_dated(part: Part) -> bool:
    """Nothing but a date, or a date and a paper."""
    meta = part.it.look.meta
    return any(found.field == "date" for found in meta) and all(found.weight == 0 for found in meta)


def _without_promises(parts: Sequence[Part]) -> list[Part]:
    """From the end upwards: invitations, notices, biographies, and the pictures (QR codes) beside them."""
    found = list(parts)
    texts = [number for number, part in enumerate(parts) if part.role is Role.TEXT]
    reason = ""
    for number in reversed(texts[1:][-DEEPEST:]):
        text = ending_of(parts[number].it.block.line)[0].folded
        own = BIOGRAPHIES if BIOGRAPHY.match(text) else _promise(text)
        if not own:
            break
        reason, first = own, number
        for at in range(first, len(found)):
            found[at] = _cut(found[at], own)
    return found if reason else list(parts)


def _promise(text: str) -> str:
    if len(text) <= SHORT and is_for_people(text):
        return ""
    if len(text) <= SHORT and STRONG.search(text):
        return Around.SHARE.value
    words = PROMISES.findall(text)
    dense = sum(map(len, words)) >= DENSE * len(text)
    return Around.SHARE.value if len(set(words)) >= ENOUGH and dense else ""


def _cut(part: Part, reason: str) -> Part:
    return replace(part, role=Role.CUT, reason=reason) if part.role in (Role.TEXT, Role.PICTURE) else part


def without_adverts(parts: Sequence[Part]) -> list[Part]:
    """Pictures that lead elsewhere beside lines that do; at both ends QR codes, and banners that move."""
    texts = [at for at, part in enumerate(parts) if part.role is Role.TEXT]
    first, last = (texts[0], texts[-1]) if texts else (len(parts), -1)
    found = list(parts)
    for at, part in enumerate(parts):
        if part.role is not Role.PICTURE:
            continue
        above, below = found[max(0, at - 1) : at], parts[at + 1 : at + 2]
        advert = LEADS.match(part.it.block.style.link) and (
            _has_size_of_advert(part) or any(it.reason == Around.RELATED.value for it in (*above, *below))
        )
        code = not first < at < last and _is_code(above, below, at_top=at < first)
        if advert or code or (at < first and _moves(part)):
            found[at] = Part(part.it, Role.CUT, reason=(Around.SHARE if code else Around.ADS).value)
    return found


def _is_code(above: Sequence[Part], below: Sequence[Part], *, at_top: bool) -> bool:
    """A picture to scan and follow: the lines around it say so. The story's own line may ask to scan it, too.

    At the top 点击上方蓝字关注我们 speaks of what stands above, and the picture below is the story's first.
    """
    if any(it.role is Role.TEXT and SCAN.search(it.it.block.line.folded) for it in above):
        return False
    captions = [it.it.block.line.folded for it in below if it.role is Role.TEXT]
    if any(SAYS.search(it) or CAPTION.search(it) for it in captions):
        return False
    shares = [it for it in (*above, *below) if _shows_code(it)]
    return any(not at_top or not it.text or SCAN.search(it.it.block.line.folded) for it in shares)


def _shows_code(part: Part) -> bool:
    """A line or a picture of an account to follow: the picture beside it is its QR code."""
    return part.reason == Around.SHARE.value and bool(CODE.search(part.text) or not part.text)


def _has_size_of_advert(part: Part) -> bool:
    picture = part.it.block.picture
    return picture is not None and (picture.width, picture.height) in SIZES


def _moves(part: Part) -> bool:
    picture = part.it.block.picture
    return bool(picture and MOVES.search(picture.source))


def ended(parts: Sequence[Part], paragraphs: Sequence[int]) -> list[Part]:
    """Nothing belongs to the story below 责任编辑, or below a list of links with little text behind it."""
    found: list[Part] = []
    over = False
    for number, part in enumerate(parts):
        signed = part.role is Role.FACT and _is_signed(part)
        listed = _is_link(part) and number and _is_link(parts[number - 1])
        if (signed or listed) and not over:
            over = bool(paragraphs) and number > paragraphs[0] and _is_over(paragraphs, parts, number)
        elif _speaks_of_rights(part) and not over:
            over = bool(paragraphs) and number > paragraphs[-1]
        if over and part.role in (Role.TEXT, Role.PICTURE):
            part = Part(part.it, Role.CUT, reason=Sort.BELOW.value if part.text else Around.ADS.value)
        found.append(part)
    return found


def _is_link(part: Part) -> bool:
    return part.role is Role.CUT and part.reason == Around.RELATED.value


def _speaks_of_rights(part: Part) -> bool:
    """版权声明： alone, or a long notice: what follows is about the site, too."""
    rights = part.role is Role.CUT and part.reason in (Sort.RIGHTS, Around.RIGHTS)
    return rights and (len(part.text) >= LONG_NOTICE or bool(HEADED.fullmatch(part.it.block.line.folded)))


def _is_over(paragraphs: Sequence[int], parts: Sequence[Part], number: int) -> bool:
    """Is there little text left below part `number`?"""
    kept = [at for at in paragraphs if parts[at].role is Role.TEXT]
    every = sum(parts[at].it.block.line.han for at in kept)
    left = sum(parts[at].it.block.line.han for at in kept if at > number)
    return left < every * LITTLE


def _is_signed(part: Part) -> bool:
    """责任编辑, with a name or without."""
    return any(found.field == "editor" for found in part.founds) or bool(EDITOR.search(part.text))
