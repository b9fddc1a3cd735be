"""A w:p -> its inlines in order: what a reader sees, and what is gone with the reason why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from newsdesk.importing.word.content import (
    PAGE_BREAK,
    SOFT_BREAK,
    Count,
    Gone,
    Inline,
    NoteMark,
    Run,
)
from newsdesk.importing.word.drawings import alternative, drawn
from newsdesk.importing.word.fields import Fields
from newsdesk.importing.word.letters import Letters, letters
from newsdesk.importing.word.links import safe_address
from newsdesk.importing.word.relations import Relation
from newsdesk.importing.word.styles import Styles
from newsdesk.importing.word.symbols import symbol
from newsdesk.importing.word.xml_tree import Element, child, child_value, descendants, name, value

LINE_ENDS = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""In w:t these are spaces; a break has an element of its own."""

FIXED = {"w:tab": "\t", "w:ptab": "\t", "w:cr": SOFT_BREAK, "w:noBreakHyphen": "-"}
REVISIONS = {"w:del": Gone.DELETED, "w:moveFrom": Gone.MOVED, "w:ins": Gone.NOT, "w:moveTo": Gone.NOT}
COUNTED = ("w:del", "w:ins", "w:moveTo")
"""A move is counted where it ends."""

NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
CLOSED = ("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:rubyPr")


@dataclass(frozen=True)
class Context:
    """What holds for everything inside an element."""

    base: Letters
    gone: Gone = Gone.NOT
    link: str = ""


@dataclass
class InlineReader:
    """Reads the paragraphs of one story: its fields go over paragraphs. Boxes found are left in `boxes`."""

    styles: Styles
    relations: Mapping[str, Relation]
    counts: Counter[Count]
    fields: Fields = field(default_factory=Fields)
    boxes: list[Element] = field(default_factory=list)
    _inlines: list[Inline] = field(default_factory=list)

    def read(self, paragraph: Element, base: Letters, gone: Gone) -> tuple[Inline, ...]:
        """The inlines of one paragraph whose letters look like `base` where nothing else is said."""
        self._inlines = []
        self._inside(paragraph, Context(base, gone))
        return tuple(self._inlines)

    def _inside(self, element: Element, context: Context) -> None:
        for it in element:
            short = name(it)
            reader = READERS.get(short)
            if reader is not None:
                reader(self, it, context)
            elif short in REVISIONS:
                self._revision(it, short, context)
            elif short not in CLOSED:
                self._inside(it, context)

    def _revision(self, element: Element, short: str, context: Context) -> None:
        before = element.getprevious()
        if short in COUNTED and (before is None or name(before) != short):
            self.counts[Count.REVISIONS] += 1
        gone = context.gone or REVISIONS[short]
        self._inside(element, replace(context, gone=gone))

    def _hyperlink(self, element: Element, context: Context) -> None:
        relation = self.relations.get(value(element, "r:id") or "")
        address = safe_address(relation.target) if relation and relation.external else ""
        self._inside(element, replace(context, link=address or context.link))

    def _field(self, element: Element, context: Context) -> None:
        self.fields.simple(value(element, "w:instr"))
        self._inside(element, context)
        self.fields.mark("end")

    def _control(self, element: Element, context: Context) -> None:
        """A w:sdt: a form's field, which may be empty but for a hint, or a table of contents."""
        self._inside(element, replace(context, gone=context.gone or control_gone(element)))

    def _formula(self, element: Element, context: Context) -> None:
        self.counts[Count.FORMULAS] += not context.gone
        text = "".join(it.text or "" for it in descendants(element, "m:t"))
        self._add(text, context.base, context)

    def _chosen(self, element: Element, context: Context) -> None:
        chosen = alternative(element)
        if chosen is not None:
            self._inside(chosen, context)

    def _run(self, element: Element, context: Context) -> None:
        own = letters(child(element, "w:rPr"))
        look = (
            own.over(self.styles.run(own.style)).over(context.base) if own.style else own.over(context.base)
        )
        gone = context.gone or (Gone.HIDDEN if look.hidden else Gone.NOT)
        self._in_run(element, look, replace(context, gone=gone))

    def _in_run(self, element: Element, look: Letters, context: Context) -> None:
        for it in element:
            short = name(it)
            text = _text(it, short)
            if text is not None:
                self._add(text, look, context)
            elif short == "w:fldChar":
                self.fields.mark(value(it, "w:fldCharType"))
            elif short == "w:instrText":
                self.fields.code(it.text or "")
            elif short in NOTES:
                self._note(f"{NOTES[short]} {value(it, 'w:id')}", context)
            elif short in ("w:drawing", "w:pict", "w:object"):
                self._drawing(it, context)
            else:
                self._rare(it, short, look, context)

    def _rare(self, element: Element, short: str, look: Letters, context: Context) -> None:
        if short == "w:sym":
            text = symbol(value(element, "w:font"), value(element, "w:char"))
            self.counts[Count.SYMBOLS] += not text and not context.gone
            self._add(text, look, context)
        elif short == "w:ruby":
            for it in descendants(element, "w:rt"):
                self._inside(it, replace(context, gone=context.gone or Gone.READING))
            for it in descendants(element, "w:rubyBase"):
                self._inside(it, context)
        elif short == "mc:AlternateContent":
            chosen = alternative(element)
            if chosen is not None:
                self._in_run(chosen, look, context)
        elif short == "w:commentReference":
            self.counts[Count.COMMENTS] += 1

    def _drawing(self, element: Element, context: Context) -> None:
        if not self.fields.shows or context.gone is Gone.MOVED:
            return
        found = drawn(element, context.gone)
        self._inlines += found.pictures
        for words in found.words:
            self._add(LINE_ENDS.sub(" ", words), context.base, context)
        if not context.gone:
            self.counts.update(found.counts)
            self.boxes += found.boxes

    def _note(self, key: str, context: Context) -> None:
        if self.fields.shows:
            self._inlines.append(NoteMark(key, context.gone))

    def _add(self, text: str, look: Letters, context: Context) -> None:
        if not text or not self.fields.shows:
            return
        gone = context.gone or (Gone.CONTENTS if self.fields.is_contents else Gone.NOT)
        link = context.link or self.fields.link
        last = self._inlines[-1] if self._inlines else None
        if not isinstance(last, Run) or (last.letters.struck, last.gone) != (look.struck, gone):
            self.counts[Count.HIDDEN] += gone is Gone.HIDDEN
            self.counts[Count.STRUCK] += bool(look.struck) and not gone
        self._inlines.append(Run(text, look, link, gone))


READERS: Mapping[str, Callable[[InlineReader, Element, Context], None]] = {
    "w:r": InlineReader._run,
    "m:r": InlineReader._run,
    "w:hyperlink": InlineReader._hyperlink,
    "w:fldSimple": InlineReader._field,
    "w:sdt": InlineReader._control,
    "m:oMath": InlineReader._formula,
    "mc:AlternateContent": InlineReader._chosen,
}


def _text(element: Element, short: str) -> str | None:
    """What an element of a run prints; None where it is something else."""
    if short in ("w:t", "w:delText"):
        return LINE_ENDS.sub(" ", element.text or "")
    if short == "w:br":
        return PAGE_BREAK if value(element, "w:type") in ("page", "column") else SOFT_BREAK
    return FIXED.get(short)


def control_gone(control: Element) -> Gone:
    """Is what a w:sdt holds only a hint to fill it in, or the table of contents?"""
    properties = child(control, "w:sdtPr")
    if child(properties, "w:showingPlcHdr") is not None:
        return Gone.PLACEHOLDER
    gallery = child_value(child(properties, "w:docPartObj"), "w:docPartGallery")
    return Gone.CONTENTS if gallery == "Table of Contents" else Gone.NOT


def is_empty(inlines: tuple[Inline, ...]) -> bool:
    """Nothing that a reader would see or that the report must list."""
    return not any(not isinstance(it, Run) or it.text.strip() for it in inlines)
