"""The types of a page as people see it: Blocks of text and pictures in order, and the Boxes they stand in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from newsdesk.importing.page.lines import Line


@dataclass(frozen=True)
class Link:
    """Characters `start`..`end` of a block lead to `address`."""

    start: int
    end: int
    address: str


@dataclass(frozen=True)
class Bold:
    """Characters `start`..`end` of a block are bold."""

    start: int
    end: int


@dataclass(frozen=True)
class Marked:
    """Characters `start`..`end` of a block are emphasised, or stand higher ("sup") or lower ("sub")."""

    start: int
    end: int
    emphasised: bool = False
    script: str = ""


@dataclass(frozen=True)
class Picture:
    """An image of the page; `source` is "" where the page holds only a placeholder.

    `saved` is where a browser may have stored it beside the page, where that is another place.
    `width` and `height` are what the page says, 0 where it says nothing.
    """

    source: str
    alt: str = ""
    width: int = 0
    height: int = 0
    saved: str = ""


@dataclass(frozen=True)
class Item:
    """A place in a list: `level` counts from 1, `number` from 1 in an ordered list and 0 in another.

    `item` names the list item, which may have several blocks.
    """

    item: int
    level: int
    number: int


@dataclass(frozen=True)
class Cell:
    """A place in a table; `row` and `column` count from 0."""

    table: int
    row: int
    column: int
    heads: bool


@dataclass(frozen=True)
class Style:
    """How an element's text looks and where it leads; `size` in px, 0 where the page says nothing.

    `script` is "sup", "sub" or ""; `struck`: a line goes through it; `colour` as the page writes it.
    """

    bold: bool = False
    centred: bool = False
    hidden: bool = False
    pre: bool = False
    quoted: bool = False
    size: float = 0.0
    link: str = ""
    emphasised: bool = False
    script: str = ""
    struck: bool = False
    colour: str = ""


@dataclass(frozen=True)
class Box:
    """A block element. `first`..`end` are the numbers of the blocks in it (`end` is behind the last one).

    `words` are its class, id and role in small letters; `parent` is the number of the box around it, -1 for
    the outermost.
    """

    number: int
    parent: int
    tag: str
    words: str
    depth: int
    first: int = 0
    end: int = 0


@dataclass(frozen=True)
class Block:
    """A run of inline text between two block boundaries, or a picture.

    number: its place in Page.blocks. start: where its text begins in the page's text; text: one line, blanks
    collapsed. tag: the nearest block element. up: how many boxes are left, down: how many
    entered since the block before. indent: blanks before a line of code.
    """

    number: int
    start: int
    text: str
    box: int
    tag: str
    style: Style
    links: tuple[Link, ...] = ()
    bolds: tuple[Bold, ...] = ()
    marked: tuple[Marked, ...] = ()
    picture: Picture | None = None
    item: Item | None = None
    cell: Cell | None = None
    up: int = 0
    down: int = 0
    indent: int = 0

    @cached_property
    def line(self) -> Line:
        """The text as the rules for lines want it; number counts from 1."""
        return Line(self.number + 1, self.text, range(self.start, self.start + len(self.text)))

    @property
    def bold(self) -> bool:
        """All of it is."""
        return self.bolds == (Bold(0, len(self.text)),)

    def cut(self, end: int) -> Block:
        """Its first characters, without links that lead on."""
        return replace(
            self,
            text=self.text[:end],
            links=tuple(it for it in self.links if it.end <= end),
            bolds=tuple(replace(it, end=min(it.end, end)) for it in self.bolds if it.start < end),
            marked=tuple(replace(it, end=min(it.end, end)) for it in self.marked if it.start < end),
        )

    @property
    def linked(self) -> float:
        """The share of its characters that are links."""
        return sum(link.end - link.start for link in self.links) / max(1, len(self.text))


@dataclass(frozen=True)
class Media:
    """A video, a sound or another page inside the page, before block `place` and in box `box`.

    `plays`: its tag or its address says that it is a video or a sound.
    """

    place: int
    box: int
    plays: bool


@dataclass(frozen=True)
class Page:
    """All of a page. Its text is that of its blocks, one a line."""

    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...]
    media: tuple[Media, ...] = ()

    @cached_property
    def text(self) -> str:
        """What people see of the page."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def seen(self) -> str:
        """The text without what is hidden."""
        return "\n".join(block.text for block in self.blocks if not block.style.hidden)

    def around(self, block: Block) -> list[Box]:
        """The boxes that hold `block`, the innermost first."""
        return self.upwards(block.box)

    def upwards(self, number: int) -> list[Box]:
        """Box `number` and those around it."""
        found = []
        while number >= 0:
            found.append(self.boxes[number])
            number = self.boxes[number].parent
        return found
