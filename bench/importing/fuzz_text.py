"""Texts made of lines that the tests keep, cut and mixed -> what breaks a law of the importer.

    python -m bench.importing.fuzz_text [SECONDS] [SEED]

Laws: nothing is raised but NotImportedError; the pieces are the page; no Han character is lost; the story is
a right document. A text that breaks one is kept in .build/fuzz/text, to become an example of test_laws.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path, PurePath

from article.document import format, parse
from newsdesk.importing.draft import drafted
from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import NotImportedError

TESTS = Path("tests/newsdesk/importing")
KEPT = Path(".build/fuzz/text")
BETWEEN = (
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\u3000\u3000",
    "\t",
    " ",
    "",
    "\u200b",
    "\x0b",
    "\u2028",
    "\n\n\n",
)
BEFORE = ("", "", "", "  ", "\u3000\u3000", "    ", "  • ", "◇", "- ")
CHARACTERS = "，。：；！？（）【】《》“”·|/-_=*#<>&{}[]~`\\ 0123456789ab的一是在记者来源编辑作者年月日"
SIZES = (1, 2, 5, 12, 30)
LINES = (1, 1, 2, 6)
YEAR = 2024


def corpus() -> list[str]:
    """Every line of the samples and of the cases."""
    files = [*sorted(TESTS.glob("formats/txt/*/source.txt")), *sorted(TESTS.glob("page/**/cases.md"))]
    lines = [line for file in files for line in file.read_bytes().decode("utf-8-sig", "ignore").split("\n")]
    return [line for line in lines if line.strip()]


def texts(lines: list[str], seed: int) -> Iterator[str]:
    """Without end."""
    chance = random.Random(seed)
    while True:
        yield "".join(
            chance.choice(BEFORE) + _changed(chance.choice(lines), chance) + chance.choice(BETWEEN)
            for _ in range(chance.choice(SIZES))
        )


def _changed(line: str, chance: random.Random) -> str:
    """The line, its end, its beginning, or with something inside."""
    place = chance.randrange(len(line) + 1)
    inside = "".join(chance.choice(CHARACTERS) for _ in range(chance.choice(LINES)))
    return chance.choice((line, line, line[place:], line[:place], line[:place] + inside + line[place:]))


def fault(text: str) -> str:
    """Which law `text` breaks, "" where it breaks none."""
    try:
        article = READERS[".txt"](text.encode())
    except NotImportedError:
        return ""
    draft = drafted(article, YEAR)
    if "".join(piece.text for piece in article.pieces) != text.removeprefix("\ufeff"):
        return "the pieces are not the page"
    if draft.balance.difference:
        return f"{draft.balance.difference} Han characters are lost"
    if parse(format(draft.document), PurePath("story.md")) != draft.document:
        return "the document does not come back"
    return ""


def main(seconds: float = 60, seed: int = 1) -> int:
    """Print each fault, then how many texts were tried. 1 where there was a fault."""
    end = time.monotonic() + seconds
    tried = faults = 0
    for text in texts(corpus(), seed):
        if time.monotonic() > end:
            break
        tried += 1
        try:
            found = fault(text)
        except Exception as why:  # whatever it is, it is what we look for
            found = f"{type(why).__name__}: {why}"
        if found:
            faults += 1
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / f"{seed}-{tried}.txt").write_bytes(text.encode())
            print(found)
    print(f"{tried} texts, {faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
