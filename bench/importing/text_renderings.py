"""A labelled page -> the same article as plain text, in three writings that staff paste.

"browser": what copying from a browser gives. "dump": what a text browser prints, as the first source file of
this project was written (bullets, 4 and 6 spaces, half-width punctuation for half of the pages). "wechat": a
sentence a line. Each holds what really stands around the article, from 2 blocks before the title to 30 after
the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bench.importing.blocks import Block, Item
from bench.importing.compare import names, plain
from bench.importing.labels import Gold, Label, gold_of, place_of
from bench.importing.visible_date import visible_date, wechat_line

BEFORE_TITLE = 2
AFTER_BODY = 30
SPACED_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "figcaption"})
# What NFKC did to the first source file: punctuation became half-width, while 、。“”——…… stayed.
HALF_WIDTH = str.maketrans("，：；！？（）％", ",:;!?()%")
SENTENCE = re.compile(r"[^。！？]+(?:[。！？]+[”’」』）]*|$)")
WRITINGS = ("browser", "dump", "wechat")


@dataclass(frozen=True)
class Line:
    """A block of the window and what it is: "title", "head", "heading", "body", "caption" or "around"."""

    text: str
    part: str
    tag: str


@dataclass(frozen=True)
class Rendering:
    """One text. `gold` holds what the *text* states: no pictures, no date that stood in a script only."""

    writing: str
    text: str
    gold: Gold


def renderings(label: Label, items: Sequence[Item]) -> tuple[Rendering, ...]:
    """The three texts of an article page. Raises ValueError where its body is not in `items`."""
    lines = window(label, items)
    gold = gold_of(_stated(label, lines), items)
    fold = int(label.sha256[:8], 16) % 2 == 0
    texts = {"browser": _browser(lines), "dump": _dump(lines, fold), "wechat": _wechat(lines)}
    return tuple(Rendering(writing, texts[writing], gold) for writing in WRITINGS)


def window(label: Label, items: Sequence[Item]) -> list[Line]:
    """The blocks of the page from just before the title to some way after the body."""
    place = place_of(label, items)
    title = _title_place(label, items, place[0])
    body, captions = set(place), set(label.captions)
    lines = []
    for number in range(max(0, title - BEFORE_TITLE), min(len(items), place[-1] + AFTER_BODY + 1)):
        item = items[number]
        if isinstance(item, Block):
            part = "around" if number < title or number > place[-1] else "head"
            part = "title" if number == title else part
            part = "caption" if item.fingerprint in captions and title < number else part
            if number in body:
                part = "heading" if _is_heading(label, item.text) else "body"
            lines.append(Line(item.text, part, item.tag))
    return _with_wechat_date(label, lines)


def _is_heading(label: Label, text: str) -> bool:
    """A heading or, where it has two lines, one of them."""
    said = plain(text)
    headings = [plain(heading) for heading in label.headings]
    return said in headings or (len(said) > 3 and any(said in heading for heading in headings))


def _stated(label: Label, lines: Sequence[Line]) -> Label:
    """`label` without what its text does not say: a date or a name that stood in a script, pictures."""
    around = [line.text for line in lines if line.part not in ("body", "heading", "caption")]
    text = plain("".join(line.text for line in lines))
    source = label.source if label.source and all(name in text for name in names(label.source)) else None
    also = {**label.also, "source": (label.source, *label.also.get("source", ()))}
    date = visible_date(label.date, around)
    return replace(label, date=date, source=source, also=also, pictures=(), canonical_url=None)


def _title_place(label: Label, items: Sequence[Item], body: int) -> int:
    """The last block before the body that says the title or, where none does, the first that says a part."""
    said = {plain(title) for title in label.accepted("title", label.title) if title}
    blocks = [(n, plain(item.text)) for n, item in enumerate(items[:body]) if isinstance(item, Block)]
    whole = [number for number, text in blocks if text in said]
    parts = [n for n, text in blocks if len(text) > 8 and any(text in title for title in said)]
    if whole:
        return whole[-1]
    return parts[0] if parts else max(0, body - 8)


def _with_wechat_date(label: Label, lines: list[Line]) -> list[Line]:
    """WeChat's script writes the date behind the account's name: so does a copy."""
    if label.kind != "wechat" or not label.date:
        return lines
    title = next(number for number, line in enumerate(lines) if line.part == "title")
    return [*lines[: title + 2], Line(wechat_line(label.date), "head", "div"), *lines[title + 2 :]]


def _browser(lines: Sequence[Line]) -> str:
    pieces = []
    for line in lines:
        blank = "\n" if line.tag in SPACED_TAGS else ""
        pieces.append(f"{blank}{line.text}\n{blank}")
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).strip() + "\n"


def _dump(lines: Sequence[Line], fold: bool) -> str:
    indent: dict[str, Callable[[Line], str]] = {
        "title": lambda line: "",
        "head": lambda line: "  • " if len(line.text) < 60 else "    ",
        "heading": lambda line: "    ",
        "caption": lambda line: "    ",
        "body": lambda line: "      ",
        "around": lambda line: "  • " if line.tag == "li" else "",
    }
    text = "\n".join(indent[line.part](line) + line.text for line in lines) + "\n"
    return text.translate(HALF_WIDTH) if fold else text


def _wechat(lines: Sequence[Line]) -> str:
    return "\n".join("\n".join(_sentences(line)) + "\n" for line in lines)


def _sentences(line: Line) -> list[str]:
    if line.part != "body" or len(line.text) < 40:
        return [line.text]
    return [sentence.strip() for sentence in SENTENCE.findall(line.text) if sentence.strip()]
