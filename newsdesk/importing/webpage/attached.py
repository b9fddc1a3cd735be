"""A block -> does its link belong to the story: an attachment (附件：名单.docx), a way to sign up?"""

from __future__ import annotations

import re

from newsdesk.importing.webpage.block import Block

FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|et|ofd)(?:[?#]|$)", re.I)
SAYS = re.compile(r"\s*(?:\d+[.、]\s*)?附(?:件|表|图)")
SIGNS_UP = re.compile(
    r"[\W_]*(?:请|点击|单击|点此|点这里|戳|在线|网上|线上|我要|立即|马上|现在|进入|前往|此处|这里|下方|链接|[\W_])*"
    r"(?:报名|登记|预约|申请|申领|填表|填写|缴费|投票|购票|领票|取号)"
    r"(?:表|入口|链接|通道|系统|地址|平台|页面|网址|单|问卷|信息)*[\W_]*"
)


def is_attached(block: Block) -> bool:
    """Says so, or leads to a file or a form. 少年读书会开始报名 is another story's title."""
    said = bool(SAYS.match(block.text)) or bool(block.links and SIGNS_UP.fullmatch(block.line.folded))
    return said or any(FILE.search(link.address) for link in block.links)
