"""A line of Markdown in which nothing is unusual -> its HTML: text, **bold**, *emphasis* and [links](/here/).

LINE matches no other line. See plain_blocks.py for what it is good for, and for the law that it keeps.
"""

from __future__ import annotations

import re

OURS = "\ue000-\ue001"
SPECIAL = rf"\x00-\x1f`\\*_{{}}\[\]<>&#|~\x7f-\xa0\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff0-\uffff{OURS}"
"""What Markdown, or whoever writes HTML, changes; control characters, and what is no character."""

TEXT = f"[^{SPECIAL}]++"
WORDS = rf"(?!\s){TEXT}(?<!\s)"
HOST = r"https?://(?:[a-z0-9]{1,60}[.-])+[a-z]{2,60}"
ADDRESS = rf"(?:{HOST}/|{HOST}|/)(?!/)[A-Za-z0-9./?=+-]*"
"""Of another site or of this one; nothing that one would have to escape, decode or doubt."""

PHRASES = rf"(?<!\*)\*(?:\*{WORDS}\*|{WORDS})\*(?!\*)|\[{WORDS}\]\({ADDRESS}\)"
LINE = re.compile(rf"(?!\d+\.|[\s!-)+-/:-@\\-^])(?:{TEXT}|{PHRASES})++(?<!\s)")
"""It begins with no space, no number of a list and no mark of ASCII but those of a phrase, and ends with no
space: nothing but a paragraph is so."""

PHRASE = re.compile(r"\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^]]+)\]\(([^)]+)\)")


def line_html(line: str) -> str:
    """`line` is one that LINE matches."""
    if "*" not in line and "[" not in line:
        return line
    return PHRASE.sub(_phrase, line)


def _phrase(found: re.Match[str]) -> str:
    if found[1]:
        return f"<strong>{found[1]}</strong>"
    if found[2]:
        return f"<em>{found[2]}</em>"
    return f'<a href="{found[4]}">{found[3]}</a>'
