"""Markdown's search for tags within a line -> the same, without the patterns that a text cannot match.

Markdown tries each of its patterns on each text; most Chinese paragraphs hold none of the characters that
any of
them begins with. A pattern is left out only where its own text says that it cannot match; an unknown one
is always tried. That both ways give the same is a law in tests/plugins/article_reader/test_quick_inline.py.
"""

from __future__ import annotations

import re

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

TRIGGERS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "link": ("[",),
    "image_link": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""Name of a pattern -> texts of which one must be there for it to match."""


ANY_TRIGGER = re.compile(r"[`\\\[<&*_]|  \n")
"""Matches wherever one of the triggers stands."""


class QuickInline(InlineProcessor):
    """Takes the place of Markdown's "inline"; the private names of its class that we touch are here."""

    # Markdown's stubs leave the private names out.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        triggers = self._triggers()
        if not ANY_TRIGGER.search(data) and None not in triggers:
            return data
        start, at = 0, patternIndex
        while at < len(triggers):
            needed = triggers[at]
            if needed and not start and not any(it in data for it in needed):
                at += 1
                continue
            apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]  # as above
            data, matched, start = apply(self.inlinePatterns[at], data, at, start)
            if not matched:
                at += 1
        return data

    def _triggers(self) -> list[tuple[str, ...] | None]:
        """Of each pattern in Markdown's order, None for one that is always tried."""
        if len(self._known) != len(self.inlinePatterns):
            names = {id(self.inlinePatterns[name]): name for name in TRIGGERS if name in self.inlinePatterns}
            self._known = [TRIGGERS.get(names.get(id(it), "")) for it in self.inlinePatterns]
        return self._known

    _known: list[tuple[str, ...] | None] = []  # noqa: RUF012  # replaced, never changed
