"""The field codes of a document, as they pass by -> is text a code, a result, a link, a table of contents?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsdesk.importing.word.links import safe_address

HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*(?:\"([^\"]*)\"|([^\s\"\\]\S*))", re.I)
CONTENTS = re.compile(r"\s*TOC\b", re.I)


@dataclass
class _Field:
    code: list[str] = field(default_factory=list)
    shows_result: bool = False


class Fields:
    """Fields may hold fields, and may go over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, kind: str | None) -> None:
        """A w:fldChar: `begin`, `separate` or `end`."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def code(self, text: str) -> None:
        """Text of a w:instrText."""
        if self._open and not self._open[-1].shows_result:
            self._open[-1].code.append(text)

    def simple(self, code: str | None) -> None:
        """The beginning of a w:fldSimple; its end is an `end`."""
        self._open.append(_Field([code or ""], shows_result=True))

    @property
    def shows(self) -> bool:
        """Is text that comes now seen by a reader?"""
        return all(it.shows_result for it in self._open)

    @property
    def link(self) -> str:
        """Where a HYPERLINK field around the text leads, "" where there is none."""
        for it in reversed(self._open):
            if match := HYPERLINK.match("".join(it.code)):
                return safe_address(match[1] or match[2] or "")
        return ""

    @property
    def is_contents(self) -> bool:
        """Is the text part of a table of contents?"""
        return any(CONTENTS.match("".join(it.code)) for it in self._open)
