"""A picture of a page -> why it shows nothing of a story: an icon, a button, a line between two parts."""

from __future__ import annotations

import re
from urllib.parse import unquote

from newsdesk.importing.page.buttons import is_button
from newsdesk.importing.page.folding import fold
from newsdesk.importing.webpage.block import Picture

SMALLEST, LARGE = 60, 200
"""px: smaller pictures are icons, bullets and counters; large ones are none, whatever they are called."""

THUMB = 100
NAMED_SIZE = re.compile(r"[!_@/-](\d{2,3})[xX*](\d{2,3})(?![\dxX])")
"""px in an address, and up to how many it is a portrait or a teaser."""

DOTS, DOT = 16, "一个点"
"""px, and the reason: it counts readers, and nobody misses it."""

_CALLED = """
icon icons ico logo logos avatar emoji smiley smile btn spacer captcha favicon placeholder copylink
"""
CALLED = frozenset(_CALLED.split())
"""A word of a file's name that is enough."""

_MAY_BE = """
share qr code qrcode ewm erweima line lines dot dots end arrow button blank loading counter pixel copy link
print printer forward bookmark translate bigger enlarge zoom magnify comment mailto
"""
MAY_BE = frozenset(_MAY_BE.split())
"""Words that are enough where the name has no others: share-bike.png shows a bicycle."""

_BESIDE = """
wx weixin wechat qq weibo sina img image pic bg new top bottom left right up down h v s m l x small big large
a b c d e f i j k n o p q r t w y z red blue white black gray grey green yellow for gh the of
page list news app ic facebook fb twitter msn google delicious plurk email mail rss digg youtube linkedin
pinterest whatsapp telegram qzone renren douban friend
"""
BESIDE = frozenset(_BESIDE.split())
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_a-zA-Z]+")
SCAN = re.compile(r"二维码|小程序码|扫码|扫一扫|扫描|识别|长按|下图")
"""A line that asks readers to scan the picture beside it."""

CODE = re.compile(r"erwei(?:ma)?[\w-]*\.(?:gif|png|jpe?g)", re.I)
ELSEWHERE = re.compile(
    rf"qlogo\.cn|gravatar|/avatars?/|//\w{{0,4}}avatar\w*\.|/face/|/emot|qrcode_for_gh_|{CODE.pattern}", re.I
)
ADVERT = re.compile(r"(?:^|[/_.-])(?:ads?|adimgs?|adfiles?|ggfiles?|guanggao|banners?)(?=[/_.-])", re.I)
FLAT, HIGH = 4, 130
"""A banner is so many times as wide as high, and at most so many px high."""


def why_ornament(picture: Picture, beside: str = "") -> str:
    """The reason in Chinese; "" for a picture that shows something. `beside` is the story around it."""
    if not picture.source:
        return "网页里只有占位图，没有图片的地址"
    sizes = [size for size in (picture.width, picture.height) if size] or _named_size(picture.source)
    if sizes and max(sizes) < DOTS:
        return DOT
    if ADVERT.search(picture.source) or (
        picture.height <= HIGH and picture.width > FLAT * picture.height > 0
    ):
        return "看名字或大小是广告"
    if sizes and (min(sizes) < SMALLEST or (max(sizes) <= THUMB and not picture.width + picture.height)):
        return f"只有 {'×'.join(map(str, sizes))} 像素，是小图标"
    known = (bool(sizes) and min(sizes) >= LARGE and not CODE.search(picture.source)) or SCAN.search(beside)
    called = _is_called(picture.source) or (not sizes and _is_button(picture.alt))
    return "" if known or not called else "看名字是图标、按钮、分隔线或关注用的二维码"


def _named_size(source: str) -> list[int]:
    """`face.jpg!80x80`, `60x60.png`: where the page does not say it, the address may."""
    match = NAMED_SIZE.search(source) if not source.startswith("data:") else None
    return [int(match[1]), int(match[2])] if match and max(int(match[1]), int(match[2])) <= THUMB else []


def _is_button(alt: str) -> bool:
    """`alt="facebook"`, `alt="列印新聞"`."""
    words = fold(alt.strip())
    return bool(words) and not words.isdecimal() and is_button(words)


def _is_called(source: str) -> bool:
    if source.startswith("data:"):
        return False
    if ELSEWHERE.search(source):
        return True
    name = unquote(re.split("[?#]", source, maxsplit=1)[0]).replace("\\", "/").rpartition("/")[2]
    words = {word.lower() for word in WORDS.findall(name.rpartition(".")[0])}
    return bool(words & CALLED or (words & MAY_BE and words <= MAY_BE | BESIDE))
