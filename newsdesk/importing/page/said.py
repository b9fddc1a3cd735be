"""A line that a rule of junk would cut -> is it the story's own, by where it stands?"""

from __future__ import annotations

import re

from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.junk_rules import Sort

SCAN = re.compile(r"二维码|小程序码|扫码|长按")
FOLLOW = re.compile(
    r"关注|下载|订阅|安装|公众号|客户端|APP|粉丝|星标|在看|点赞|转发|分享|蓝字|阅读|打开|手机|朋友圈", re.I
)
"""What a site asks for when it asks to scan."""

ITSELF = re.compile(r"本[文站网报刊台号]|注明|声明|免责|侵权|来源|来自|网络|©|copyright", re.I)
"""A notice of the page's own rights; 作品版权归作者所有 speaks of a show's photographs."""


def stays(reason: str, folded: str, *, above: str, among: bool) -> bool:
    """Is a folded line that would be cut for `reason` story text? `above`: the folded story line above it.

    `among`: there are paragraphs above and below.
    """
    if reason == Sort.ACCOUNT:
        return is_for_people(above) or above.startswith(("微信", "公众号"))
    if not among:
        return False
    if reason == Sort.SHARE:
        return folded.endswith("。") or bool(SCAN.search(folded) and not FOLLOW.search(_last_clause(folded)))
    return reason == Sort.RIGHTS and folded.endswith("。") and not ITSELF.search(folded)


def _last_clause(folded: str) -> str:
    return re.split(r"[,;]", folded)[-1]
