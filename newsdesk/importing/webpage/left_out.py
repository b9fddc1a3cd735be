"""What stands in a story's run and is no text -> what a person must know of what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsdesk.importing.webpage.attached import FILE, SAYS
from newsdesk.importing.webpage.block import Block
from newsdesk.importing.webpage.story import Dropped
from newsdesk.importing.webpage.writing import Written, address_of

STRUCK = "原文画着删除线的文字"
MOST = 6
"""Names in one sentence."""

LONGEST = 80
"""Characters of an address."""


def picture_doubts(dropped: Sequence[Dropped]) -> Iterator[str]:
    """One sentence; those that are left out for one reason together."""
    reasons: dict[str, list[str]] = {}
    for it in dropped:
        reasons.setdefault(it.reason, []).append(it.called or "没有名字的图片")
    if reasons:
        told = "；".join(f"{named(names)}（{reason}）" for reason, names in reasons.items())
        yield f"原文里有 {len(dropped)} 张图片没有放进稿件：{told}。请对照原文看看，需要时另外添加。"


def struck_doubts(texts: Iterable[str]) -> Iterator[str]:
    """The words through which the page draws a line: a site cannot show that."""
    words = [f"“{text}”" for text in texts]
    if words:
        yield f"原文里{named(words)}画着删除线，没有写进稿件，请核对。"


def link_doubts(things: Sequence[Written], base: str) -> Iterator[str]:
    """Links of the story's text that lead nowhere now. `base` is the address from which they lead."""
    lost = [name for it in things for block in it.blocks for name in _lost(block, base)]
    if lost:
        yield (
            f"正文里有 {len(lost)} 个链接没有留住，文字还在，因为网页没有写出能用的完整网址：{named(lost)}。"
            "附件请另外添加，链接请补上网址。"
        )


def _lost(block: Block, base: str) -> Iterator[str]:
    """Places on the page itself and what only scripts know are no links, but for attachments."""
    for link in block.links:
        href = "".join(link.address.split())
        words = block.text[link.start : link.end].strip()
        script = href.lower().startswith("javascript:") and not (FILE.search(words) or SAYS.match(block.text))
        if not href.startswith("#") and not script and not address_of(href, base):
            yield f"{words}（{href[:LONGEST]}）"


def named(names: Iterable[str]) -> str:
    """Each once, the first few."""
    them = list(dict.fromkeys(names))
    return "、".join(them[:MOST]) + (f" 等 {len(them)} 个" if len(them) > MOST else "")
