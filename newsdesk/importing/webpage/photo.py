"""A picture beside a story -> is it a photo of the story, or a teaser, a portrait, an icon?"""

from __future__ import annotations

import re

from newsdesk.importing.webpage.block import Page
from newsdesk.importing.webpage.captions import CALLED as CAPTION
from newsdesk.importing.webpage.measured import LINKED, Measured
from newsdesk.importing.webpage.ornaments import why_ornament
from newsdesk.importing.webpage.says import SAYS

SMALLEST = 200
"""Pixels of a photo's width, where the page says it: what is smaller is an icon or a portrait."""

CALLED = re.compile(
    r"figure|photo|image|img|picture|slide|(?:^|[\s_-])(?:[a-z]{0,8}pics?|cover|lead|media|focus|album|gallery)(?:box|wrap|show|area)?\d?(?:$|[\s_-])"
    r"|(?:news|article|content|text)[_-]?(?:banner|pic)|tupian|pic(?:box|wrap|show|area)"
)
OTHER = re.compile(
    r"avatar|portrait|logo|icon|author|user|account|head(?:er|-?img|-?pic)|qr-?code|weixin|share"
    r"|(?:^|[\s_-])(?:ad|ads|code|nav|tool|tools|thumbs?|list|more|hot|rec\w*|right|side\w*)(?:$|[\s_-])"
)
OF_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|bmp|gif)(?:[?#]|$)", re.I)
PHOTO = re.compile(r"\.(?:jpe?g|png|webp|bmp)(?:[?#@!]|$)|wx_fmt=(?:jpe?g|png)", re.I)
STORED = re.compile(r"(?:^(?!\w+:|//)|(?<!/)/(?!/))(?:[^/]*/)*[^/]*\d{4}")
"""Photos are stored by day or by number; `/images/fans.jpg` belongs to the site."""

COUNTER = re.compile(r"[图圖]?片?\s?\d{1,3}\s?/\s?\d{1,3}")
LONGEST_CAPTION = 120


def is_photo(page: Page, it: Measured) -> bool:
    """Large enough as far as the page says, no ornament, no link to another page."""
    picture = it.block.picture
    if picture is None or 0 < picture.width < SMALLEST or why_ornament(picture):
        return False
    if any(OTHER.search(box.words) for box in page.around(it.block)[:2]):
        return False
    link = it.block.style.link
    return (
        is_stored(it) and bool(PHOTO.search(picture.source)) and (not link or bool(OF_PICTURE.search(link)))
    )


def is_stored(it: Measured) -> bool:
    """Its address has a day or a number in it."""
    return bool(it.block.picture and STORED.search(it.block.picture.source))


def is_called(page: Page, it: Measured) -> bool:
    """No ornament, and in a box that is called a photo's and that is no one else's."""
    picture, near = it.block.picture, page.around(it.block)[:3]
    if picture is None or why_ornament(picture) or 0 < picture.width < SMALLEST:
        return False
    if any(OTHER.search(box.words) for box in near[:2]):
        return False
    return any(box.tag == "figure" or CALLED.search(box.words) for box in near)


def is_caption(page: Page, it: Measured) -> bool:
    """Words right below a photo and above the story's first paragraph: a short line at least."""
    if says_caption(page, it):
        return True
    short = len(it.block.text) <= LONGEST_CAPTION and it.block.linked < LINKED
    return short and it.is_text and not (it.is_paragraph or it.look.meta or it.look.byline)


def says_caption(page: Page, it: Measured) -> bool:
    """The box or the words say that this speaks of a photo."""
    block = it.block
    if block.tag == "figcaption" or any(CAPTION.search(box.words) for box in page.around(block)[:2]):
        return True
    short = len(block.text) <= LONGEST_CAPTION and block.linked < LINKED
    return short and bool(SAYS.search(block.line.folded) or COUNTER.fullmatch(block.line.folded))


def shares_box(page: Page, it: Measured, photo: Measured) -> bool:
    """Stands with the photo in a small box that is called a photo's: `<div class="img"><img><p>...</p>`."""
    boxes = {box.number for box in page.around(photo.block)[:2] if CALLED.search(box.words)}
    return any(box.number in boxes and box.end - box.first <= 4 for box in page.around(it.block)[:2])
