"""Flow -> StoryLines: the lines of the story, each with its Appearance, without those that are captions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise, zip_longest

from newsdesk.importing.page.headings import CAPTION, numbering
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look, is_dek, is_paragraph, look
from newsdesk.importing.page.wrapping import unwrapped
from newsdesk.importing.word.appearance import BIGGER, Appearance, Usual, appearance, usual
from newsdesk.importing.word.content import Drawing
from newsdesk.importing.word.flow import Flow, Thing

LONGEST_CAPTION = 80
LONGEST_PLAIN = 30
LONGEST_JOINED = 45
"""Characters of a heading on two lines."""

BRACKETED = re.compile(r"^[(\[▲△▼◀▶↑↓←→].*")

PAPER = re.compile(
    r"(?:通知|通告|公告|公示|通报|报告|请示|批复|意见|决定|决议|命令|函|纪要|方案|办法|规定|细则|计划|总结|倡议书"
    r"|公约|条例|要点|安排)$"
)
"""What official papers are called: such a title is one clause."""

OPEN = re.compile(r"[的和与及、,]$|^.{0,12}关于")


@dataclass(frozen=True)
class StoryLines:
    """`lines` in the order of the page. `captions` by their picture's place in Flow.things."""

    flow: Flow
    lines: Sequence[Line]
    usual: Usual
    captions: Mapping[int, Line]
    _known: dict[tuple[int, int], Appearance] = field(default_factory=dict, compare=False)

    def appearance(self, line: Line) -> Appearance:
        """How a line looks beside the usual ones."""
        key = line.places[0], len(line.text)
        if key not in self._known:
            self._known[key] = appearance(self.flow, line, self.usual)
        return self._known[key]

    def looks(self) -> list[Look]:
        """What each line says by itself; a list's item and what has a heading's style is always text."""
        return [self._look(line, first=at == 0) for at, line in enumerate(self.lines)]

    def _look(self, line: Line, *, first: bool) -> Look:
        view = self.appearance(line)
        is_text = (
            view.style.heading
            or view.style.is_title
            or view.style.is_subtitle
            or view.style.is_quote
            or view.is_listed
        )
        return Look(line, None, (), ()) if is_text else look(line, first=first)


def story_lines(flow: Flow) -> StoryLines:
    """The story's own lines: a heading with a soft break is one line, and so is a wrapped paragraph."""
    numbers = [place.number for place in flow.places if place.in_story]
    separate = [line for number in numbers for line in flow.lines.get(number, ())]
    looks_usual = usual(flow, separate)
    captions = dict(_captions(flow, separate, looks_usual))
    story = StoryLines(flow, (), looks_usual, captions)
    left = _without(separate, captions.values())
    lines = [
        line for _, group in groupby(left, key=lambda it: it.number) for line in _joined(story, list(group))
    ]
    return replace(story, lines=unwrapped(lines, lambda line: _is_whole(story, line)))


def _without(lines: Sequence[Line], captions: Iterable[Line]) -> Iterator[Line]:
    """The text goes on below a caption, but no line does."""
    taken = set(map(id, captions))
    for before, line in pairwise([None, *lines]):
        if line is not None and id(line) not in taken:
            yield replace(line, gap=line.gap + (id(before) in taken))


def _is_whole(story: StoryLines, line: Line) -> bool:
    """May not be joined to the line below, whatever their lengths."""
    view = story.appearance(line)
    styled = (
        view.style.heading
        or view.style.is_title
        or view.style.is_subtitle
        or view.style.is_quote
        or view.is_listed
    )
    return bool(styled) or view.stands_out or not look(line).is_text


def _joined(story: StoryLines, lines: list[Line]) -> list[Line]:
    """The lines of one paragraph, as one where they are a heading on several lines."""
    whole = sum(len(line.text) for line in lines)
    if (
        len(lines) < 2
        or whole > LONGEST_JOINED
        or any(map(is_paragraph, lines))
        or any(map(is_dek, lines[1:]))
    ):
        return lines
    views = [story.appearance(line) for line in lines]
    alike = {(view.bold, view.larger, view.family) for view in views}
    styled = views[0].style.heading or views[0].style.is_title
    if len(alike) > 1 or not (styled or (views[0].stands_out and not any(map(numbering, lines[1:])))):
        return lines
    return [soft_joined(lines)]


def soft_joined(lines: Sequence[Line]) -> Line:
    """A heading on several lines as one. A space parts two clauses, but no official paper's name."""
    if len(lines) == 1:
        return lines[0]
    is_paper = PAPER.search(lines[-1].folded) or any(OPEN.search(line.folded) for line in lines[:-1])
    text, places = lines[0].text, [*lines[0].places]
    for line in lines[1:]:
        text += line.text if is_paper else f" {line.text}"
        places += [*([] if is_paper else [places[-1] + 1]), *line.places]
    return replace(lines[0], text=text, places=places)


def _captions(flow: Flow, lines: Sequence[Line], usual: Usual) -> Iterator[tuple[int, Line]]:
    """Below a picture, the line that says what it shows; of several pictures in a row the last has it."""
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
