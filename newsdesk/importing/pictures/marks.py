"""A reader's picture <-> its mark in the story's Markdown, `![alt](picture:0 "caption")`.

A reader does not know where a picture will be stored, so its Markdown names `images[0]` as `picture:0`. When
the story is filed, that becomes `/images/HASH.jpg`; where the picture is refused or missing, only its caption
stays, as a line of text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from newsdesk.importing.markdown_text import Block, escaped, markdown

SCHEME = "picture:"
MARK = re.compile(rf'!\[([^\\\[\]\n]*)\]\({SCHEME}(\d{{1,6}})(?: "([^"\n]*)")?\)')
ALONE = re.compile(rf"^{MARK.pattern}(\n+|\Z)", re.M)
IN_ALT = re.compile(r"[\[\]<`\\*_{]|&(?=#?\w+;)")
IN_TITLE = re.compile(r"""["<`\\]|&(?=#?\w+;)|^'|'$""")
"""What would be read as more than text, and so is written as an entity."""


@dataclass(frozen=True)
class PictureMark:
    """One mark. `number` counts from 0 in `images`; alt text and caption are plain text of one line."""

    number: int
    alt: str = ""
    caption: str = ""


def picture_mark(number: int, alt: str = "", caption: str = "") -> str:
    """The Markdown that a reader writes for `images[number]`, in a paragraph of its own or inside a line."""
    return _image(f"{SCHEME}{number}", alt, caption)


def stored(path: str, alt: str = "", caption: str = "") -> str:
    """The Markdown of a picture that is stored at `path`, which starts with a slash and needs no escape."""
    return _image(path, alt, caption)


def replaced(text: str, by: Callable[[PictureMark], str | None]) -> str:
    """`text` with `by(mark)` for each mark; None leaves its caption, as a line of text, and no picture."""
    text = ALONE.sub(lambda match: _paragraph(match, by), text)
    return MARK.sub(lambda match: _inside(_mark(match), by), text)


def marks(text: str) -> list[PictureMark]:
    """Every mark of `text`, in order."""
    return [_mark(match) for match in MARK.finditer(text)]


def without_alts(text: str) -> str:
    """`text` without the alt texts of its marks: they are no text of the page, so no balance counts them."""
    return MARK.sub(lambda match: match[0].replace(f"![{match[1]}]", "![]", 1), text)


def _image(address: str, alt: str, caption: str) -> str:
    title = _as_entities(IN_TITLE, caption)
    return f"![{_as_entities(IN_ALT, alt)}]({address}" + (f' "{title}")' if title else ")")


def _as_entities(marks: re.Pattern[str], text: str) -> str:
    return marks.sub(lambda match: f"&#{ord(match[0])};", _line(text))


def _line(text: str) -> str:
    return " ".join(text.split())


def _mark(match: re.Match[str]) -> PictureMark:
    return PictureMark(int(match[2]), html.unescape(match[1]), html.unescape(match[3] or ""))


def _paragraph(match: re.Match[str], by: Callable[[PictureMark], str | None]) -> str:
    mark = _mark(match)
    text = by(mark)
    if text is None:
        text = markdown([Block(mark.caption)]).rstrip("\n")
    return text + match[4] if text else ""


def _inside(mark: PictureMark, by: Callable[[PictureMark], str | None]) -> str:
    text = by(mark)
    return escaped(mark.caption) if text is None else text
