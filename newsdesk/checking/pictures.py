"""An open picture file -> Fault, why it cannot be on a page, or None."""

from __future__ import annotations

import re
from typing import BinaryIO

from article.picture_size import size_of
from newsdesk.checking.source import Fault

BROKEN = Fault(
    "这张图片打不开，文件可能坏了，或不是图片", "换一张能打开的图片（jpg、png、webp、gif、avif 或 svg）"
)
RUNS = Fault(
    "这张 SVG 图片里有会运行的代码", "请换一张图片，或请人去掉里面的 script、on… 属性和 javascript: 链接"
)
RUNNING = re.compile(rb"<\s*(?:\w+:)?(?:script|foreignObject|iframe)\b|\son\w+\s*=|javascript:", re.I)


def fault_of(picture: BinaryIO) -> Fault | None:
    """A drawing that is opened by itself runs what is in it, on the site's own address."""
    if size_of(picture) is None:
        return BROKEN
    picture.seek(0)
    head = picture.read(1024)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and RUNNING.search(head + picture.read()):
        return RUNS
    return None
