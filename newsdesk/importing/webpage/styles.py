"""An element and the Style around it -> its own Style."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from lxml import html

from newsdesk.importing.webpage.block import Style

BOLD_TAGS = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)", re.I)
BOLD = re.compile(r"bold|[6-9]00", re.I)
ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.I)
COLOUR = re.compile(r"(?<![\w-])color\s*:\s*(#?\w+(?:\([^)]{1,30}\))?)", re.I)
SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(px|pt)", re.I)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)", re.I)
WORDS = ("class", "cms-style")
BOLD_WORD = re.compile(r"(?:^|[\s_-])(?:bold|strong)(?=$|[\s_-])", re.I)
CENTRED_WORD = re.compile(
    r"(?:^|[\s_-])(?:align-?center|text-?center|f_center|centered|tac)(?=$|[\s_-])", re.I
)
"""Sites that have names of their own for bold and centred."""

LOOKS: Mapping[str, Callable[[Style], Style]] = MappingProxyType(
    {
        "blockquote": lambda around: replace(around, quoted=True),
        "pre": lambda around: replace(around, pre=True),
        "em": lambda around: replace(around, emphasised=True),
        "i": lambda around: replace(around, emphasised=True),
        "sup": lambda around: replace(around, script="sup"),
        "sub": lambda around: replace(around, script="sub"),
    }
)
STRUCK = frozenset({"del", "s", "strike"})
LONGEST_STRUCK, MOST_STRUCK = 200, 40
"""Characters and elements of what is struck out."""

THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.I)
SLANT = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.I)
PLACE = re.compile(r"vertical-align\s*:\s*(super|sub)\b", re.I)
NOWHERE = "#"
"""The address of a link that a script follows."""

FONT_SIZES = {"4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0, "+1": 18.0, "+2": 24.0, "+3": 32.0}
"""px of <font size>, where it is larger than text."""

PX = {"px": 1.0, "pt": 4 / 3}


def style_of(node: html.HtmlElement, around: Style) -> Style:
    """How the text of `node` looks, where nothing inside says otherwise."""
    tag = str(node.tag)
    own = _of_words(node, _of_tag(node, tag, around))
    css = node.get("style")
    if css:
        own = _of_css(css, own, node)
    align = node.get("align")
    if align and tag != "img":
        own = replace(own, centred=align.lower() == "center")
    if node.get("hidden") is not None:
        own = replace(own, hidden=True)
    return own


def _of_tag(node: html.HtmlElement, tag: str, around: Style) -> Style:
    if tag in BOLD_TAGS:
        return replace(around, bold=True)
    if tag == "a":
        return replace(around, link=(node.get("href") or "").strip() or NOWHERE)
    if tag == "font" and node.get("color"):
        around = replace(around, colour=str(node.get("color")).strip().lower())
    if tag == "font" and (node.get("size") or "").strip() in FONT_SIZES:
        return replace(around, size=FONT_SIZES[str(node.get("size")).strip()])
    if tag in ("center", "table"):
        return replace(around, centred=tag == "center")
    if tag in STRUCK:
        return replace(around, struck=around.struck or _is_struck(node))
    return LOOKS[tag](around) if tag in LOOKS else around


def _is_struck(node: html.HtmlElement) -> bool:
    """A few words; a page that forgot to close the tag strikes out the rest of its text."""
    size = 0
    for count, it in enumerate(node.iter()):
        size += len(it.text or "") + (len(it.tail or "") if count else 0)
        if (
            count > MOST_STRUCK
            or size > LONGEST_STRUCK
            or it.tag in ("p", "div", "li", "table", "img", "section")
        ):
            return False
    return True


def _of_css(css: str, around: Style, node: html.HtmlElement) -> Style:
    weight, align, size = WEIGHT.search(css), ALIGN.search(css), SIZE.search(css)
    if weight and weight[1].lower() != "inherit":
        around = replace(around, bold=bool(BOLD.match(weight[1])))
    if align and align[1].lower() != "inherit":
        around = replace(around, centred=align[1].lower() == "center")
    if size:
        around = replace(around, size=float(size[1].rstrip(".") or 0) * PX[size[2].lower()])
    if colour := COLOUR.search(css):
        around = replace(around, colour=colour[1].lower())
    if HIDDEN.search(css):
        around = replace(around, hidden=True)
    if THROUGH.search(css):
        around = replace(around, struck=around.struck or _is_struck(node))
    return _of_place(css, around)


def _of_place(css: str, around: Style) -> Style:
    """Slanted, higher, lower."""
    slant, place = SLANT.search(css), PLACE.search(css)
    if slant:
        around = replace(around, emphasised=slant[1].lower() != "normal")
    return replace(around, script=place[1].lower()[:3]) if place else around


def _of_words(node: html.HtmlElement, around: Style) -> Style:
    """What the names of its classes say."""
    words = " ".join(filter(None, (node.get(name) for name in WORDS)))
    if not words:
        return around
    bold = around.bold or bool(BOLD_WORD.search(words))
    return replace(around, bold=bold, centred=around.centred or bool(CENTRED_WORD.search(words)))
