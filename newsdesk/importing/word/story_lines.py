"""Flow -> StoryLines: the lines of the story, each with its Appearance, without those that are captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby, pairwise

from newsdesk.importing.page.headings import numbering
from newsdesk.importing.page.junk import Sort
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import Look, is_dek, is_paragraph, look
from newsdesk.importing.page.rejoined import rejoined
from newsdesk.importing.page.wrapping import unwrapped
from newsdesk.importing.word.appearance import Appearance, Usual, appearance, usual
from newsdesk.importing.word.captions import captions
from newsdesk.importing.word.flow import Flow

BUTTONS = (Sort.BUTTONS, Sort.CRUMBS)
"""Of a web page; rules that find them in Chinese also take plain English lines for such."""

HALF = 14
"""Han characters of half a heading."""

CLOSED = re.compile(r"[。!?;,:…][”\"]?$")
LONGEST_JOINED = 45
"""Characters of a heading on two lines."""

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

    @cached_property
    def set_apart(self) -> frozenset[int]:
        """Where the lines begin of which Word itself says what they are: they are always text."""
        return frozenset(line.places[0] for line in self.lines if self.appearance(line).is_set_apart)

    def looks(self) -> list[Look]:
        """What each line says by itself; a list's item and what has a heading's style is always text."""
        return [self._look(line, first=at == 0) for at, line in enumerate(self.lines)]

    def _look(self, line: Line, *, first: bool) -> Look:
        view = self.appearance(line)
        found = look(line, first=first)
        latin_button = found.junk and found.junk.sort in BUTTONS and not line.han
        return Look(line, None, (), ()) if view.is_set_apart or latin_button else found


def story_lines(flow: Flow) -> StoryLines:
    """The story's own lines: a heading with a soft break is one line, and so is a wrapped paragraph."""
    numbers = [place.number for place in flow.places if place.in_story]
    separate = [line for number in numbers for line in flow.lines.get(number, ())]
    looks_usual = usual(flow, separate)
    under = dict(captions(flow, separate, looks_usual))
    story = StoryLines(flow, (), looks_usual, under)
    left = _without(separate, under.values())
    lines = [
        line for _, group in groupby(left, key=lambda it: it.number) for line in _joined(story, list(group))
    ]
    lines = unwrapped(lines, lambda line: _is_whole(story, line))
    runs = list(_runs(lines))
    if runs and not any(story.appearance(line).stands_out for line in runs[0]):
        runs[0] = rejoined(runs[0])
    return replace(story, lines=[line for run in runs for line in _of_two(run)])


def _of_two(lines: Sequence[Line]) -> Iterator[Line]:
    """`语言贫瘠的背后，` and `是思考的危机` above a paragraph are one heading."""
    at = 0
    while at < len(lines):
        both = lines[at : at + 2]
        two = at + 2 < len(lines) and is_paragraph(lines[at + 2]) and all(2 < it.han <= HALF for it in both)
        if two and both[0].folded.endswith(",") and not CLOSED.search(both[1].folded):
            yield soft_joined(both)
            at += 2
        else:
            yield lines[at]
            at += 1


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines with nothing between them: no table, no picture, no empty paragraph."""
    run: list[Line] = []
    for line in lines:
        if line.gap and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _without(lines: Sequence[Line], captions: Iterable[Line]) -> Iterator[Line]:
    """The text goes on below a caption, but no line does."""
    taken = set(map(id, captions))
    for before, line in pairwise([None, *lines]):
        if line is not None and id(line) not in taken:
            yield replace(line, gap=line.gap + (id(before) in taken))


def _is_whole(story: StoryLines, line: Line) -> bool:
    """May not be joined to the line below, whatever their lengths."""
    view = story.appearance(line)
    return view.is_set_apart or view.stands_out or not look(line).is_text


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
