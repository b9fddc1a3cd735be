"""A story's HTML -> the plain text of its first paragraph, where staff wrote no summary."""

from __future__ import annotations

import re

from article.plain_text import plain_text

LONGEST = 90
"""Characters. A list shows about two lines, a shared card a little less."""

PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.S)
IMAGE = re.compile(r"<img\b[^>]*>")
NOTES = '<div class="footnote">'
SENTENCE = re.compile(r".*[。！？!?…][”’」』）)]*", re.S)
CLAUSE = re.compile(r".*(?=[，、；：,;])", re.S)


def summary_of(body: str) -> str:
    """The first paragraph that has text, cut after a sentence if longer than LONGEST; "" if none has text."""
    for found in PARAGRAPH.finditer(body.partition(NOTES)[0]):
        text = plain_text(IMAGE.sub("", found[1]))
        if text:
            return _cut(text)
    return ""


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    sentence = SENTENCE.match(text, 0, LONGEST)
    if sentence:
        return sentence[0]
    clause = CLAUSE.match(text, 0, LONGEST)
    return (clause[0] if clause and clause[0] else text[:LONGEST]) + "……"
