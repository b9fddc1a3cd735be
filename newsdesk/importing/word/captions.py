"""Flow -> the line below each picture that says what it shows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsdesk.importing.page.headings import CAPTION, numbering
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph
from newsdesk.importing.word.appearance import BIGGER, Appearance, Usual, appearance
from newsdesk.importing.word.content import Drawing
from newsdesk.importing.word.flow import Flow, Thing

LONGEST_CAPTION = 80
LONGEST_PLAIN = 30
BRACKETED = re.compile(r"^[(\[▲△▼◀▶↑↓←→].*")


def captions(flow: Flow, lines: Sequence[Line], usual: Usual) -> Iterator[tuple[int, Line]]:
    """Each with its picture's place in Flow.things; of several pictures in a row the last has the caption."""
    starts = [line.places[0] for line in lines]
    tables = [table.start for table in flow.tables]
    pictures = [
        (number, it)
        for number, it in enumerate(flow.things)
        if isinstance(it.inline, Drawing) and not it.inline.gone
    ]
    for (number, picture), following in zip_longest(pictures, pictures[1:]):
        at = bisect_left(starts, _below(flow, picture))
        if at == len(lines):
            continue
        line, view = lines[at], appearance(flow, lines[at], usual)
        start = line.places[0]
        between = bisect_right(tables, start) > bisect_right(tables, picture.at - 1)
        shared = following is not None and following[1].at <= start
        if between or shared or (at == 0 and not view.style.is_caption):
            continue
        below = starts[at + 1] if at + 1 < len(starts) else len(flow.text)
        framed = following is not None and not following[1].number and following[1].at <= below
        if view.style.is_caption or _is_caption(line, view) or (framed and _is_plain(line, view)):
            yield number, line


def _below(flow: Flow, picture: Thing) -> int:
    """Where the line below a picture may begin: behind the paragraph that holds the picture."""
    if not picture.number:
        return picture.at
    place = flow.places[picture.number - 1]
    first = flow.lines.get(picture.number, ())
    before = any(line.places[0] < picture.at for line in first)
    after = next((line.places[0] for line in first if line.places[0] >= picture.at), place.end + 1)
    return after if before else place.start


def _is_plain(line: Line, view: Appearance) -> bool:
    """A short line between two pictures; what stands out or ends a sentence is no caption by that alone."""
    return not (view.stands_out or view.is_listed or is_paragraph(line) or len(line.text) > LONGEST_PLAIN)


def _is_caption(line: Line, view: Appearance) -> bool:
    """Says 图为 or 摄, or is small or centred; a title, a list's item or a numbered heading is none."""
    styled = view.style.heading or view.style.is_title or view.is_listed
    if styled or len(line.text) > LONGEST_CAPTION or numbering(line) not in ("", "mark"):
        return False
    if CAPTION.search(line.folded) or BRACKETED.fullmatch(line.folded):
        return True
    small = view.larger <= -BIGGER or (view.centred and view.larger < BIGGER)
    return small and not view.right and not line.folded.endswith(":")
