"""What was cut from a page -> what a person must look at, one Chinese sentence for each sort of thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from article.likeness import han
from newsdesk.importing.imported import Kind, Piece
from newsdesk.importing.page.appeals import is_for_people
from newsdesk.importing.page.credits import TAKEN_FROM
from newsdesk.importing.page.folding import fold
from newsdesk.importing.page.found import LEFT_OVER
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.title_block import OTHER_WORDS

RIGHTS = re.compile(r"转载|授权|摘编")
SHORTEST_SAID = 6
MOST_LINES = 6
SHOWN = 40
TOGETHER = {
    Sort.PAGES: "是翻页按钮，原文可能不止一页，请把后面几页的文字也补上。",
    Sort.PICTURE: "原来有图片或视频，纯文本里没有，需要时请另外添加。",
    Sort.PRIVATE: "是来信人的电话、邮箱一类，没有写进稿件，也请不要公开。",
}


def cut_doubts(parts: Sequence[Piece]) -> Iterator[str]:
    """In the order of the page; lines of one sort together, where they say the same."""
    said: set[str] = set()
    cuts = [part for part in parts if part.kind is Kind.CUT]
    for part in cuts:
        if part.reason in TOGETHER:
            if part.reason not in said:
                yield _lines(cuts, part.reason) + TOGETHER[Sort(part.reason)]
        elif part.reason == Sort.ANOTHER:
            if part.reason not in said:
                yield _another(part)
        elif part.reason == Sort.LOOSE:
            if part.reason not in said and any(_is_long(it) for it in cuts if it.reason == Sort.LOOSE):
                yield f"{_lines(cuts, part.reason)}在正文下面，不像正文，没有用到，请看一看。"
        else:
            yield from _alone(part)
        said.add(part.reason)


def _alone(part: Piece) -> Iterator[str]:
    text = " ".join(part.text.split())[:SHOWN]
    calls = part.reason == Sort.BELOW and is_for_people(fold(text))
    if calls or part.reason == LEFT_OVER or (part.reason == OTHER_WORDS and _is_long(part)):
        yield f"第 {part.line} 行的“{text}”没有用到，请看看要不要写进稿件。"
    elif part.reason == TAKEN_FROM:
        yield f"第 {part.line} 行转载的说明里还写着“{text}”，要告诉读者的话，请写在正文末尾。"
    elif part.reason == Sort.TURNS:
        yield f"第 {part.line} 行写着“{text}”，文章可能不完整，请对照原报。"
    elif part.reason == Sort.ENCLOSED:
        yield f"第 {part.line} 行写着“{text}”，请把附件里的图片或文件另外添加。"
    elif part.reason == Sort.RIGHTS and RIGHTS.search(part.text):
        yield f"第 {part.line} 行写着“{text}”，请确认可以转载。"


def _another(part: Piece) -> str:
    title = " ".join(part.text.split())[:SHOWN]
    return f"第 {part.line} 行起像是另一篇文章“{title}”，没有导入，请把它存成另一个文件再导入。"


def _is_long(part: Piece) -> bool:
    return len(han(part.text)) >= SHORTEST_SAID


def _lines(cuts: Sequence[Piece], reason: str) -> str:
    """`第 3、6、10 行`."""
    numbers = list(dict.fromkeys(part.line for part in cuts if part.reason == reason))
    shown = "、".join(map(str, numbers[:MOST_LINES]))
    return f"第 {shown} 行" if len(numbers) <= MOST_LINES else f"第 {shown} 行等 {len(numbers)} 行"
