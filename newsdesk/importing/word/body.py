"""The story's lines and what stands among them -> its parts in order, its headings, and facts in its text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from article.punctuation import restore
from newsdesk.importing.imported import Evidence, ImportedImage
from newsdesk.importing.page.datelines import dateline_of
from newsdesk.importing.page.endings import ending_of
from newsdesk.importing.page.finding import Finding, Zone
from newsdesk.importing.page.found import Found
from newsdesk.importing.page.headings import NUMBERINGS, HeadingMark
from newsdesk.importing.page.lines import Line
from newsdesk.importing.page.look import is_paragraph
from newsdesk.importing.pictures.refused import REFUSED
from newsdesk.importing.word.content import Drawing, WordDocument, WordPicture
from newsdesk.importing.word.flow import Flow, Thing
from newsdesk.importing.word.headings import headings
from newsdesk.importing.word.story_lines import StoryLines
from newsdesk.importing.word.writing import Part, PicturePart, TablePart, TextPart, is_one_paragraph

LEADS = 2
Key = tuple[int, int]
"""A place on the page, and 0 for what stands before the text there, 2 for what stands behind it."""

BULLET = dict(NUMBERINGS)["mark"]


@dataclass(frozen=True)
class Story:
    """`parts` in order. `lines` are all of the body's text. `endings`: facts behind the last paragraph."""

    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    endings: tuple[tuple[Line, tuple[Found, ...]], ...]


@dataclass
class Pictures:
    """The pictures of the story in order, and what must be said of those that cannot be had."""

    document: WordDocument
    images: list[ImportedImage]
    problems: list[str]

    def part(self, drawing: Drawing, caption: Line | None) -> PicturePart | None:
        """The picture's part; None where there is none, and its caption is a line of text again."""
        found = self.document.pictures.get(drawing.relation, WordPicture(why="在文件里找不到；请另外添加"))
        words = "" if caption is None else caption.text
        if not found.data:
            self.problems.append(_missing(found, words or drawing.alt))
            return None
        self.images.append(
            ImportedImage(name=found.name, data=found.data, caption=restore(words), alt=drawing.alt)
        )
        return PicturePart(len(self.images) - 1, drawing.alt, words)


def _missing(picture: WordPicture, words: str) -> str:
    called = f"图片“{words}”" if words else f"图片 {picture.name} "
    return f"{called}{REFUSED.get(picture.why, picture.why)}。"


def story_of(story: StoryLines, text: Sequence[Line], pictures: Pictures) -> Story:
    """`text` are the lines of the body, facts and buttons taken out."""
    views = [story.appearance(line) for line in text]
    headed = {it.at: it for it in headings(text, views, _above_tables(story.flow, text))}
    last = max((at for at, line in enumerate(text) if is_paragraph(line)), default=-1)
    endings = []
    lines = list(text)
    if last >= 0:
        lines[last], rest, founds = ending_of(text[last])
        endings.append((rest, founds))
    leads = [line for line in lines if is_paragraph(line)][:LEADS]
    findings = [Finding(found, line, Zone.LEAD) for line in leads for found in dateline_of(line)]
    extra = list(_things(story, pictures))
    placed: list[tuple[Key, Part]] = [(key, part) for key, part, _ in extra]
    placed += [((part.lines[0].places[0], 1), part) for part in _texts(story, lines, headed)]
    placed.sort(key=lambda it: it[0])
    captions = [line for _, part, line in extra if line is not None]
    return Story(
        tuple(part for _, part in placed),
        (*lines, *captions),
        tuple(_evidence(it, lines[it.at]) for it in headed.values()),
        tuple(findings),
        tuple(endings),
    )


def _above_tables(flow: Flow, lines: Sequence[Line]) -> set[int]:
    """Which lines have a table right below them."""
    starts = [line.places[0] for line in lines]
    return {bisect_left(starts, table.start) - 1 for table in flow.tables}


def _texts(story: StoryLines, lines: Sequence[Line], headed: dict[int, HeadingMark]) -> Iterator[TextPart]:
    """Paragraphs and headings; a soft break in the midst of a sentence stays in its paragraph."""
    together: list[Line] = []
    for at, line in enumerate(lines):
        heading = headed.get(at)
        goes_on = together and not heading and is_one_paragraph(together[-1], line, story.flow.text)
        if together and not goes_on:
            yield TextPart(tuple(together), story.appearance(together[0]))
            together = []
        if heading:
            yield TextPart((line,), story.appearance(line), heading.level, _bullet(line))
        else:
            together.append(line)
    if together:
        yield TextPart(tuple(together), story.appearance(together[0]))


def _bullet(line: Line) -> int:
    """How long the mark before a heading is; a pair of brackets around it stays."""
    bullet = BULLET.match(line.folded)
    return bullet.end() if bullet and not line.folded.startswith("[") else 0


def _evidence(it: HeadingMark, line: Line) -> Evidence:
    return Evidence("heading", restore(line.text), line.number, it.confidence, it.reason)


def _things(story: StoryLines, pictures: Pictures) -> Iterator[tuple[Key, Part, Line | None]]:
    """Tables and pictures with their places; the caption of a picture that cannot be had stays as text."""
    for table in story.flow.tables:
        yield (table.start, 0), TablePart(table), None
    for number, thing in enumerate(story.flow.things):
        drawing = thing.inline
        if not isinstance(drawing, Drawing) or drawing.gone:
            continue
        caption = story.captions.get(number)
        part = pictures.part(drawing, caption)
        key = _place(story.flow, thing)
        if part is not None:
            yield key, part, caption
        elif caption is not None:
            yield key, TextPart((caption,), story.appearance(caption)), caption


def _place(flow: Flow, thing: Thing) -> Key:
    """A picture in a paragraph's text stands behind it; in a table, behind the table."""
    if not thing.number:
        return thing.at, 0
    place = flow.places[thing.number - 1]
    table = next((it for it in flow.tables if it.first <= thing.number < it.end), None)
    if table is not None:
        return table.start, 1
    first = next(iter(flow.lines.get(thing.number, ())), None)
    before = first is not None and first.places[0] < thing.at
    return (place.end, 2) if before else (place.start, 0)
