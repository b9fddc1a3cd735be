"""Text -> the edits that typogrify makes in its Latin runs. Every name of typogrify that we touch is here.

Typogrify's defaults break Chinese text (docs/decisions/0004-typography.md), so it sees only what is Latin:
the text of elements marked lang="en", and runs of three words or more.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from article.punctuation import KEPT
from plugins.typography.edits import Edit

RUN = re.compile("(?:[ -~“”‘’]|(?<!—)—(?!—)|(?<!…)…(?!…))+")
"""ASCII and the marks that Latin text has; —— and …… are Chinese."""

WORD = re.compile("[A-Za-z]+(?:['‘’-][A-Za-z]+)*")
LETTERS = re.compile("[A-Za-z]")
"""What every word has; most Chinese paragraphs have none."""

FEWEST = 3
"""Words of a run that is Latin text and not a name in a Chinese sentence."""

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]+@[\w.-]+", re.A)
CHANGES = {"'": "‘’", "--": "—", "...": "…"}
"""What is taken from smartypants. Double quotes are paired by article.punctuation, in Latin text too."""

EXCEPT = re.compile(r"\d['-]|.?-{3}|.?(?:'|--)\d")
"""With the character before and after: minutes (5'30), numbers (0000--555), years ('90s), longer dashes."""


def latin_marks(text: str, marked: Sequence[tuple[int, int]] = ()) -> Iterator[Edit]:
    """Edits in the Latin runs of `text`, and in the places `marked` as English by their element."""
    if not (marked or LETTERS.search(text)):
        return
    runs = [found.span() for found in RUN.finditer(text) if len(WORD.findall(found[0])) >= FEWEST]
    kept = [found.span() for pattern in (KEPT, EMAIL) for found in pattern.finditer(text)]
    last = 0
    for start, end in sorted({*runs, *marked}):
        for edit in _smart(text, max(start, last), end):
            if not any(first < edit.end and edit.start < after for first, after in kept):
                yield edit
        last = max(last, end)


def _smart(text: str, start: int, end: int) -> Iterator[Edit]:
    """What smartypants would do to this run, aligned with it; where they cannot be aligned, nothing more."""
    from typogrify.filters import smartypants  # most stories have no Latin sentence

    run = text[start:end]
    smart = html.unescape(smartypants(html.escape(run, quote=False)))
    old = new = 0
    while old < len(run) and new < len(smart):
        if run[old] == smart[new]:
            old, new = old + 1, new + 1
            continue
        change = next((it for it in CHANGES if run.startswith(it, old) and smart[new] in CHANGES[it]), "")
        end_of_change = old + max(len(change), 1)
        if change and not EXCEPT.match(run[max(old - 1, 0) : end_of_change + 1]):
            yield Edit(start + old, start + end_of_change, smart[new])
        if not change and not (run[old] == '"' and smart[new] in "“”"):
            return
        old, new = end_of_change, new + 1


def last_words(run: str) -> tuple[int, int] | None:
    """Where the two words stand of which the second must not be alone in the last line; None if none do."""
    if len(WORD.findall(run)) < FEWEST:
        return None
    from typogrify.filters import widont  # as above

    before, mark, _ = html.unescape(widont(html.escape(run, quote=False))).rpartition("\u00a0")
    if not mark or "\u00a0" in run:
        return None
    start = max(before.rfind(" "), before.rfind("\n")) + 1
    return start, len(run.rstrip())
