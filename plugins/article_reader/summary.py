"""A story's HTML -> the plain text of its first paragraph, where staff wrote no summary."""

from __future__ import annotations

import html
import re

from article.punctuation import HAN, MARKS

LONGEST = 90
"""Characters. A list shows about two lines, a shared card a little less."""

PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.S)
NOT_READ = re.compile(r"<(rt|rp)\b[^>]*>.*?</\1>|<sup\b[^>]*><a [^>]*footnote-ref.*?</sup>", re.S)
NOTES = '<div class="footnote">'
TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
SPACE = re.compile(r"\s+")
LINE_BREAK = re.compile(f"(?<=[{HAN}{MARKS}”’])\\s*\n\\s*(?=[{HAN}{MARKS}“‘])")
"""A line that was only broken in the file: Chinese has no space there."""

SENTENCE = re.compile(r".*[。！？!?…][”’」』）)]*", re.S)
CLAUSE = re.compile(r".*(?=[，、；：,;])", re.S)


def summary_of(body: str) -> str:
    """The first paragraph that has text, cut after a sentence if longer than LONGEST; "" if none has text."""
    for found in PARAGRAPH.finditer(body.partition(NOTES)[0]):
        text = html.unescape(TAG.sub("", NOT_READ.sub("", found[1])))
        text = SPACE.sub(" ", LINE_BREAK.sub("", text)).strip()
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
