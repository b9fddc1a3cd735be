"""A w:drawing, w:pict or w:object -> its Drawings, the text boxes in it, and what cannot be imported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from newsdesk.importing.word.content import Count, Drawing, Gone
from newsdesk.importing.word.xml_tree import Element, name, value

SAYS_NOTHING = re.compile(
    r"(?:图片|图像|照片|picture|image|img|图|photo|untitled|未标题|微信图片|qq图片|mmexport|截图|屏幕截图|wps图片|对象|object)?"
    r"[\s_\-.\d()（）]*(?:\.\w{2,5})?|.*\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic)|[a-z]+_?\d{4,}.*|[0-9a-f]{16,}|.*[\\/].*",
    re.I | re.S,
)
"""File names, `图片 1`: what programs write where an author has written nothing."""

MACHINE = re.compile(
    r"\s*(?:描述已自动生成|AI 生成的内容可能不正确。?|Description automatically generated.*)\s*$", re.I
)
BOX = ("w:txbxContent",)
IGNORED = {"o:OLEObject": Count.OBJECTS, "w:control": Count.CONTROLS}
CHARTS = ("c:chart", "dgm:relIds", "chart")


@dataclass
class Drawn:
    """What is found so far."""

    pictures: list[Drawing]
    boxes: list[Element]
    words: list[str]
    """WordArt of old programs."""
    counts: Counter[Count]


def drawn(element: Element, gone: Gone) -> Drawn:
    """All of a drawing. An object's preview is no picture of the story."""
    found = Drawn([], [], [], Counter())
    ignored = Count.OBJECTS if name(element) == "w:object" else None
    for it in _seen(element):
        short = name(it)
        if short in BOX:
            found.boxes.append(it)
        elif short in CHARTS:
            found.counts[Count.CHARTS] += 1
        elif short == "v:textpath":
            found.words.append(it.get("string") or "")
        elif short in IGNORED:
            ignored = IGNORED[short]
        elif relation := _picture(it, short):
            found.pictures.append(Drawing(relation, _alt(it), gone))
    if ignored:
        found.counts[ignored] += 1
        found.pictures.clear()
    return found


def _picture(element: Element, short: str) -> str | None:
    if short == "a:blip":
        return value(element, "r:embed") or value(element, "r:link")
    if short == "v:imagedata":
        return value(element, "r:id") or value(element, "r:href")
    return None


def _seen(element: Element) -> Iterator[Element]:
    """Everything below `element` but the inside of text boxes and of the mc:Fallback for old programs."""
    waiting: list[Iterator[Element]] = [iter(element)]
    while waiting:
        it = next(waiting[-1], None)
        if it is None:
            waiting.pop()
            continue
        short = name(it)
        yield it
        if short == "mc:AlternateContent":
            chosen = alternative(it)
            waiting.append(iter(() if chosen is None else chosen))
        elif short not in BOX:
            waiting.append(iter(it))


SHOWS = (
    "w:txbxContent",
    "v:textpath",
    "a:blip",
    "c:chart",
    "dgm:relIds",
    "v:imagedata",
    "w:t",
    "w:p",
    "m:oMath",
)


def alternative(element: Element) -> Element | None:
    """The first of an mc:AlternateContent's two or more forms that holds anything we read."""
    choices = [it for it in element if name(it) in ("mc:Choice", "mc:Fallback")]
    shown = (it for it in choices if any(name(part) in SHOWS for part in it.iter()))
    return next(shown, None)


def _alt(picture: Element) -> str:
    """What the author says of the picture: it stands beside it, or at the drawing that it fills alone."""
    holder = picture.getparent()
    while holder is not None and name(holder) not in ("w:r", "w:p", "w:txbxContent"):
        for it in (holder, *holder):
            if name(it) in ("wp:docPr", "v:shape", "v:rect") and (text := _said(it)):
                return text
            if name(it) == "pic:nvPicPr" and (text := "".join(map(_said, it))):
                return text
        holder = holder.getparent()
    return ""


def _said(element: Element) -> str:
    text = " ".join(MACHINE.sub("", element.get("descr") or element.get("alt") or "").split())
    return "" if SAYS_NOTHING.fullmatch(text) else text
