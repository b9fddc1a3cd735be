"""Videos, sounds and pages inside a page -> those that belong to its story."""

from __future__ import annotations

import re

from lxml import html

from newsdesk.importing.webpage.block import Media, Page
from newsdesk.importing.webpage.story_run import Run
from newsdesk.importing.webpage.styles import HIDDEN
from newsdesk.importing.webpage.surroundings import sort_of

TAGS = frozenset({"iframe", "object", "embed", "audio", "video", "mpvoice", "mp-common-videosnap"})
PLAYERS = re.compile(r"video|player|vod|audio|music|bilibili|youku|v\.qq\.com|\.(?:mp4|m3u8|mp3|swf)\b", re.I)
NOWHERE = re.compile(r"\s*(?:about:|javascript:|$)", re.I)
TINY = ("0", "1", "0px", "1px")
NEAR = 3
"""Blocks (a date, a caption) between a story and a video at its top or its end."""

INLINE = ("p", "span", "li", "td")


def media_of(node: html.HtmlElement, place: int, box: int) -> Media | None:
    """What an element of TAGS shows before block `place` in `box`; None where readers see nothing of it."""
    frame = node.tag in ("iframe", "embed")
    address = node.get("src") or node.get("data-src") or ""
    sizes = (node.get("width") or "").strip(), (node.get("height") or "").strip()
    if HIDDEN.search(node.get("style") or "") or (
        frame and (NOWHERE.match(address) or set(sizes) & set(TINY))
    ):
        return None
    return Media(place, box, not frame or bool(PLAYERS.search(f"{address} {node.get('class') or ''}")))


def media_in(page: Page, run: Run) -> int:
    """How many there are in the story, and beside it in its own box."""
    return sum(_belongs(page, run, it) for it in page.media)


def _belongs(page: Page, run: Run, it: Media) -> bool:
    if run.first < it.place < run.end:
        return True
    if not run.first - NEAR <= it.place <= run.end + NEAR:
        return False
    around = page.upwards(it.box)
    if any(sort_of(box) for box in around):
        return False
    inside = any(box.number == _home(page, run) for box in around)
    return inside or (it.plays and it.place in (run.first, run.end))


def _home(page: Page, run: Run) -> int:
    """The box that holds the story."""
    return next((box.number for box in page.upwards(run.box) if box.tag not in INLINE), -1)
