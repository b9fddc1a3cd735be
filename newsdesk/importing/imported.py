"""What a source file says -> ImportedArticle, the one shape that every format ends in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

from article.front_matter import Moment


class Confidence(StrEnum):
    """How sure we are of one field."""

    HIGH = "high"
    LIKELY = "likely"
    UNSURE = "unsure"

    @property
    def words(self) -> str:
        """For the report."""
        return {"high": "有把握", "likely": "较有把握", "unsure": "请核对"}[self.value]


class Kind(StrEnum):
    """What became of a piece of the page."""

    FIELD = "field"
    BODY = "body"
    CUT = "cut"
    BLANK = "blank"
    """Spaces, line ends and the marks between two fields: nothing that says anything."""


@dataclass(frozen=True)
class When:
    """A day or a minute as the page states it; `year` is None where it states none. It can be."""

    year: int | None
    month: int
    day: int
    hour: int | None = None
    minute: int | None = None

    def in_year(self, year: int) -> Moment | None:
        """The moment in `year`, or None where that year has no such day (02-29)."""
        try:
            day = dt.date(year, self.month, self.day)
        except ValueError:
            return None
        if self.hour is None or self.minute is None:
            return day
        return dt.datetime.combine(day, dt.time(self.hour, self.minute))

    def __str__(self) -> str:
        day = f"{self.month:02}-{self.day:02}"
        clock = "" if self.hour is None else f" {self.hour:02}:{self.minute:02}"
        return (day if self.year is None else f"{self.year}-{day}") + clock


@dataclass(frozen=True)
class Evidence:
    """Why a field has its value. `line` counts from 1 in the source; None where no one line says it."""

    field: str
    value: str
    line: int | None
    confidence: Confidence
    reason: str


@dataclass(frozen=True)
class Piece:
    """A part of the page's text at its place. All pieces in order are the page's text.

    `field` names the front matter field of a FIELD piece; `reason` says in Chinese why a CUT piece went.
    """

    line: int
    start: int
    text: str
    kind: Kind
    field: str = ""
    reason: str = ""


@dataclass(frozen=True)
class ImportedImage:
    """A picture of the page. The Markdown names it by its place in `images`; see pictures/marks.py.

    `data` is empty where the picture is still to be fetched from `source`.
    """

    name: str
    """The file's name, as the page gives it."""

    data: bytes = b""
    caption: str = ""
    """Text of the page that belongs to the picture; it stands in the Markdown as the picture's title."""

    source: str = ""
    """Where it came from: http(s), data:, or a path relative to the page."""

    alt: str = ""
    """The text for those who do not see it, where the page has one. It is no text of the page."""

    saved: str = ""
    """A path relative to the page where its copy may be, which is then looked at before `source`."""


@dataclass(frozen=True, kw_only=True)
class ImportedArticle:
    """As much as the source itself tells; what it does not tell is empty, never guessed."""

    title: str
    markdown: str
    pieces: tuple[Piece, ...]
    evidence: tuple[Evidence, ...]
    kicker: str = ""
    column: str = ""
    subtitle: str = ""
    published: When | None = None
    modified: When | None = None
    source: str = ""
    source_url: str = ""
    editor: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""
    images: tuple[ImportedImage, ...] = ()
    problems: tuple[str, ...] = ()
    """What a person must check, one Chinese sentence each."""

    restored: int = 0
    """Half-width marks that became full-width ones."""

    latest_year: int | None = None
    """The latest year that the text names: a hint for the person who looks for a missing year."""

    encoding: str = "UTF-8"
    lines_called: str = "行"
    """What `line` of evidence and pieces counts, in Chinese: 行 of a text, 段 of a document."""


class NotImportedError(Exception):
    """This is not an article that can be imported. The texts are Chinese, for staff."""

    def __init__(self, what: str, why: str, fix: str) -> None:
        super().__init__(what)
        self.what, self.why, self.fix = map(_visible, (what, why, fix))


def _visible(text: str) -> str:
    """A file's suffix or a server's words may stand in it: nothing of them may steer the terminal."""
    return "".join("�" if category(char).startswith("C") else char for char in text)
