"""A story's safe HTML -> the text that a reader reads, for contents, counts, summaries and comparisons."""

from __future__ import annotations

import html
import re

from article.punctuation import HAN, MARKS

NOT_READ = re.compile(
    r"<(rt|rp)\b[^>]*>.*?</\1>"  # pronunciation above a word
    r'|<sup\b[^>]*\bid="fnref[^>]*>.*?</sup>'  # the number of a footnote
    r'|<a\b[^>]*\bclass="footnote-backref"[^>]*>.*?</a>',  # the way back from one
    re.DOTALL,
)
ALT = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
BREAK = re.compile(r"</?(?:p|h\d|li|[ou]l|blockquote|t[rdh]|table|div|figure|figcaption|pre|hr|br)\b[^>]*>")
TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')
LINE_BREAK = re.compile(f"(?<=[{HAN}{MARKS}”’])[ \t]*\n\\s*(?=[{HAN}{MARKS}“‘])")
"""A line that was only broken in the file: Chinese has no space there."""

MAY_BREAK = re.compile(f"\n(?<=[{HAN}{MARKS}”’ \t]\n)")
"""What LINE_BREAK begins with, found quickly."""

UNREAD_SIGNS = ("<rt", "<rp", "fnref", "footnote-backref")
"""What NOT_READ needs, each alternative one of them."""


def plain_text(markup: str) -> str:
    """`<ruby>槐<rt>huái</rt></ruby>树里<sup id="fnref-1">1</sup>` -> `槐树里`, in one line.

    A picture is its alt text; what stands in two blocks is parted by a space.
    """
    if any(it in markup for it in UNREAD_SIGNS):
        markup = NOT_READ.sub("", markup)
    if "<" in markup:
        markup = ALT.sub(r"\1", markup) if "<img" in markup else markup
        markup = TAG.sub("", BREAK.sub("\r", markup))  # a return, so that no break seems one
    text = html.unescape(markup)
    return " ".join((LINE_BREAK.sub("", text) if MAY_BREAK.search(text) else text).split())
