"""HTML -> its blocks of text, each as one string whatever tags stand in it, and HTML again."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from plugins.typography.marks import LINE_END

TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:[^<>"]|"[^"]*")*)>')
SIMPLE_TAG = re.compile(r'</?(?:em|strong)>|<a href="[^"]*">|</a>')
SIMPLE = re.compile(
    rf"<(?P<name>p|h[2-6]|li|t[dh])>(?P<inner>(?:[^<&]++|{SIMPLE_TAG.pattern})*+)</(?P=name)>"
)
"""Most blocks: text without references, and no tag in it but the plainest."""

INLINE = frozenset(
    {"a", "code", "em", "img", "kbd", "rp", "rt", "ruby", "span", "strong", "sub", "sup", "br"}
)
UNREAD = frozenset({"code", "kbd", "pre", "script", "style"})
"""Elements whose text is shown as it is; in a sentence they stand as one character that is no letter."""

ASIDE = frozenset({"rt", "rp"})
NOTE = 'class="footnote-'
"""Beside the sentence: the comma after a gloss or after a note's link [1] follows the Han character."""

OPAQUE = "\ufffc"
BLANK = f" \n{OPAQUE}{LINE_END}"
ENGLISH = re.compile(r'\blang="en\b')


@dataclass
class Block:
    """The text of one paragraph, heading, cell ... `kind` is its tag."""

    kind: str
    text: str = ""
    english: list[tuple[int, int]] = field(default_factory=list)
    """Places in `text` that are marked as English."""

    nodes: list[tuple[int, int, int]] = field(default_factory=list)
    """Each piece of `text` that may change: its token in the HTML, where it starts and ends in `text`."""


def change_text(
    body: str, change: Callable[[Block], Sequence[str]], is_right: Callable[[str], bool] = lambda _: False
) -> str:
    """`body`, as nh3 writes it, with what `change` gives for each character of each block's text.

    Where `is_right` says of a simple block's text that nothing would change in it, nobody looks closer.
    """
    tokens = list(_tokens(body, change, is_right))
    for block in _blocks(tokens):
        if block.text.strip(BLANK):
            pieces = change(block)
            for number, start, end in block.nodes:
                changed = "".join(pieces[start:end])
                if changed != block.text[start:end]:
                    tokens[number] = _escaped(changed)
    return "".join(tokens)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\xa0", "&nbsp;")


def _tokens(
    body: str, change: Callable[[Block], Sequence[str]], is_right: Callable[[str], bool]
) -> Iterator[str]:
    """Text and tags by turns, starting with text; a block that is right, or made so, stands for a tag."""
    end = 0
    for block in SIMPLE.finditer(body):
        done = _done(block, change, is_right)
        if done:
            yield from _text_and_tags(body[end : block.start()])
            yield done
            end = block.end()
    yield from _text_and_tags(body[end:])


def _done(
    block: re.Match[str], change: Callable[[Block], Sequence[str]], is_right: Callable[[str], bool]
) -> str:
    """The block as it is to be, "" where its tags have to be looked at first."""
    name, inner = block["name"], block["inner"]
    if "<" in inner:
        return block[0] if is_right(SIMPLE_TAG.sub("", inner)) else ""
    if is_right(inner) or not inner.strip(BLANK):
        return block[0]
    changed = "".join(change(Block(name, inner)))
    return f"<{name}>{_escaped(changed)}</{name}>" if changed != inner else block[0]


def _text_and_tags(body: str) -> Iterator[str]:
    end = 0
    for tag in TAG.finditer(body):
        yield body[end : tag.start()]
        yield tag[0]
        end = tag.end()
    yield body[end:]


def _blocks(tokens: Sequence[str]) -> Iterator[Block]:
    reader = _Reader()
    for number, token in enumerate(tokens):
        tag = TAG.fullmatch(token) if number % 2 else None
        if not number % 2:
            reader.text(number, token)
        elif tag is None:
            yield reader.block
            reader.after_block()
        elif tag["name"] in INLINE:
            reader.inline(tag)
        else:
            yield reader.block
            reader.next_block(tag)
    yield reader.block


@dataclass(frozen=True)
class _Open:
    """An inline element that is open: what it hides or marks, and where its text begins in the block."""

    is_hidden: bool
    is_english: bool
    start: int


class _Reader:
    """Where in the HTML we are: the block that is being read, and the elements that are open in it."""

    def __init__(self) -> None:
        self.block = Block("")
        self.kinds = [""]
        self.opened: list[_Open] = []
        self.hidden = 0

    def next_block(self, tag: re.Match[str]) -> None:
        if not tag["end"] and tag["name"] != "hr":
            self.kinds.append(tag["name"])
        elif tag["end"] and len(self.kinds) > 1:
            self.kinds.pop()
        self.after_block()

    def after_block(self) -> None:
        """Behind a whole block, in what holds it."""
        self.block = Block(self.kinds[-1])
        self.opened, self.hidden = [], 0

    def inline(self, tag: re.Match[str]) -> None:
        if tag["name"] in ("br", "img"):
            self.block.text += LINE_END if tag["name"] == "br" else OPAQUE
        elif tag["end"]:
            self._close()
        else:
            self._open(tag["name"], tag["attributes"])

    def _open(self, name: str, attributes: str) -> None:
        is_hidden = name in UNREAD or name in ASIDE or NOTE in attributes
        self.opened.append(_Open(is_hidden, bool(ENGLISH.search(attributes)), len(self.block.text)))
        self.hidden += is_hidden
        self.block.text += OPAQUE if name in UNREAD else ""

    def _close(self) -> None:
        if self.opened:
            element = self.opened.pop()
            self.hidden -= element.is_hidden
            if element.is_english:
                self.block.english.append((element.start, len(self.block.text)))

    def text(self, number: int, token: str) -> None:
        if self.hidden or self.block.kind in UNREAD:
            return
        start = len(self.block.text)
        self.block.text += html.unescape(token)
        self.block.nodes.append((number, start, len(self.block.text)))
