"""A picture that cannot be used -> why, in words that follow “第 1 张图片”."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MOST_BYTES = 20_000_000
"""Of one picture as it comes."""

REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "SVG": "是 SVG 矢量图，里面可以藏程序；请另存为 PNG 再添加",
        "HEIC": "是 HEIC 格式的照片，网页上打不开；请在手机或电脑上另存为 JPG 再添加",
        "HTML": "取到的不是图片，而是一个网页；请在浏览器里打开原文，把图片另存下来再添加",
        "PDF": "是 PDF 文件，不是图片；请另存为 JPG 或 PNG 再添加",
        "WMF": "是 WMF 图形，网页上打不开；请在 Word 里另存为 PNG 再添加",
        "EMF": "是 EMF 图形，网页上打不开；请在 Word 里另存为 PNG 再添加",
        "ICO": "是网站的小图标，不是照片",
        "PSD": "是 Photoshop 文件；请另存为 JPG 或 PNG 再添加",
    }
)
UNKNOWN = "不是认得的图片格式；请另存为 JPG 或 PNG 再添加"
DAMAGED = "不完整或者已损坏；请找到原来的图片再添加"
TOO_LARGE = f"超过 {MOST_BYTES // 1_000_000} MB，太大了；请缩小后再添加"
TOO_MANY_PIXELS = "尺寸大得不正常，没有打开；请缩小后再添加"
ONE_COLOUR = "整张只有一种颜色，是占位用的，已删去"


class PictureRefusedError(Exception):
    """This picture cannot be used; `why` says so and what to do, in Chinese.

    `shows_nothing` is True for dots and stand-ins that nobody will miss.
    """

    def __init__(self, why: str, *, shows_nothing: bool = False) -> None:
        super().__init__(why)
        self.why, self.shows_nothing = why, shows_nothing
