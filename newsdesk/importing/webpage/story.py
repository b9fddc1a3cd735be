"""The parts of a story's run -> the story: what is written, its pictures, its headings, what its end says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdesk.importing.imported import Evidence, ImportedImage
from newsdesk.importing.page.datelines import dateline_of
from newsdesk.importing.page.endings import ending_of
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph
from newsdesk.importing.page.zones import skeleton
from newsdesk.importing.webpage.block import Block, Page
from newsdesk.importing.webpage.captions import captions_of
from newsdesk.importing.webpage.fact_line import bracketed, reported
from newsdesk.importing.webpage.headed import Heading, headings_of
from newsdesk.importing.webpage.ornaments import DOT, why_ornament
from newsdesk.importing.webpage.part import Part, Role
from newsdesk.importing.webpage.surroundings import Around
from newsdesk.importing.webpage.tables import shown_cells
from newsdesk.importing.webpage.writing import Written

LEADS = 2
"""Paragraphs at the beginning in which a dateline may stand: an editor's note may come first."""

LONGEST_NAME = 60
NO_ALT = re.compile(
    r"^(?:图片?\d*|image\d*|img\d*|photo|pic|undefined|null|[\w-]+\.(?:jpe?g|png|gif|webp))$", re.I
)


@dataclass(frozen=True)
class Dropped:
    """A picture that is left out; `called` is its alt text or its file's name, `reason` Chinese."""

    called: str
    reason: str


@dataclass(frozen=True)
class Story:
    """`end` is what stands behind the last paragraph's own text, and what it says."""

    things: tuple[Written, ...]
    images: tuple[ImportedImage, ...]
    headings: tuple[Evidence, ...]
    leads: tuple[Finding, ...]
    end: tuple[Line, tuple[Found, ...]] | None
    dropped: tuple[Dropped, ...]


def story_of(page: Page, parts: Sequence[Part], title: str) -> Story:
    """The story in `parts`, facts and cuts among them. Alt texts that only say the `title` are dropped."""
    dropped = _dropped(parts)
    kept = _with_tables(
        [it for at, it in enumerate(parts) if it.role in (Role.TEXT, Role.PICTURE) and at not in dropped]
    )
    captions = captions_of(page, kept)
    heads = headings_of(kept, captions)
    kept, end = _without_ending(kept, captions, heads)
    things, images = _written(kept, captions, {it.first: it for it in heads}, skeleton(title))
    texts = [part.it.block.line for at, part in enumerate(kept) if at not in captions]
    leads = [line for line in texts if is_paragraph(line)][:LEADS]
    return Story(
        things=tuple(things),
        images=tuple(images),
        headings=tuple(_evidence(kept, it) for it in heads),
        leads=tuple(
            Finding(found, line, Zone.LEAD)
            for line in leads
            for found in (dateline_of(line) or bracketed(line) or reported(line))
        ),
        end=end,
        dropped=tuple(it for it in dropped.values() if it.reason != DOT),
    )


def _with_tables(kept: list[Part]) -> list[Part]:
    """Only what stands in a table of data stands in a cell; old pages lay out their text in tables."""
    cells = shown_cells([part.it.block for part in kept])
    return [
        part
        if part.it.block.cell is None or cells[part.it.block.number]
        else replace(part, it=replace(part.it, block=replace(part.it.block, cell=None)))
        for part in kept
    ]


def _dropped(parts: Sequence[Part]) -> dict[int, Dropped]:
    """Pictures among `parts` that the story has not, by their places."""
    found = {}
    for at, part in enumerate(parts):
        picture = part.it.block.picture
        if picture and part.reason != Around.HIDDEN.value:
            beside = (
                it for it in (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2]) if it.role is Role.TEXT
            )
            reason = part.reason or why_ornament(picture, "\n".join(it.it.block.line.folded for it in beside))
            if reason:
                found[at] = Dropped(_alt(picture.alt, "") or _called(picture.source), reason)
    return found


def _called(source: str) -> str:
    """WeChat calls every file 640."""
    name = _name(source)
    return name if "." in name else source[-LONGEST_NAME:] if name else ""


def _without_ending(
    kept: list[Part], captions: set[int], heads: Sequence[Heading]
) -> tuple[list[Part], tuple[Line, tuple[Found, ...]] | None]:
    """The last paragraph, or a line below it, without （完）, （记者 张三） or （责编：李四） behind it."""
    headed = {at for it in heads for at in range(it.first, it.end)}
    for at in range(len(kept) - 1, -1, -1):
        if kept[at].role is not Role.TEXT or at in captions or at in headed:
            continue
        block = kept[at].it.block
        text, rest, founds = ending_of(block.line)
        if founds and text.text.strip():
            kept = [*kept]
            kept[at] = replace(kept[at], it=replace(kept[at].it, block=block.cut(len(text.text.rstrip()))))
            return kept, (rest, founds)
        if is_paragraph(block.line):
            break
    return kept, None


def _written(
    kept: Sequence[Part],
    captions: set[int],
    heads: dict[int, Heading],
    title: str,
) -> tuple[list[Written], list[ImportedImage]]:
    things: list[Written] = []
    images: list[ImportedImage] = []
    taken = 0
    for at, part in enumerate(kept):
        block = part.it.block
        if at < taken:
            continue
        if at in captions:
            things[-1] = _captioned(things[-1], block)
            images[-1] = replace(images[-1], caption=things[-1].caption)
        elif block.picture:
            alt = _alt(block.picture.alt, title)
            things.append(Written((block,), number=len(images), alt=alt))
            images.append(
                ImportedImage(
                    _name(block.picture.source),
                    source=block.picture.source,
                    alt=alt,
                    saved=block.picture.saved,
                )
            )
        elif at in heads:
            it = heads[at]
            taken = it.end
            things.append(Written(tuple(kept[n].it.block for n in range(it.first, it.end)), level=it.level))
        else:
            things.append(Written((block,), cell=block.cell))
    return things, images


def _captioned(it: Written, block: Block) -> Written:
    return replace(it, caption=f"{it.caption} {block.text}".strip(), blocks=(*it.blocks, block))


def _alt(text: str, title: str) -> str:
    """A file's name, a number or the story's title describes no picture."""
    own = skeleton(text)
    return "" if not own or NO_ALT.match(text) or own in title else text


def _name(source: str) -> str:
    """The file's name at the end of an address."""
    if source.startswith("data:"):
        return ""
    return source.split("#")[0].split("?")[0].rstrip("/").rsplit("/", 1)[-1][:100]


def _evidence(kept: Sequence[Part], it: Heading) -> Evidence:
    text = "".join(kept[at].text for at in range(it.first, it.end))
    return Evidence("heading", text, None, it.confidence, it.reason)
