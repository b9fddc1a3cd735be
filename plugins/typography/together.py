"""A story's HTML -> HTML for pages, in which what belongs together stays on one line (`<span class="nb">`).

A number and its measure word, a telephone number, and the last two Han characters of a paragraph, which must
not stand alone in a line (孤字不成行). Not for feeds or data: there the text stays without spans.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

from article.punctuation import HAN, MARKS
from plugins.typography.latin_runs import RUN, last_words

LONGEST = 10
"""Characters that stay together at most: half a line of a phone."""

MEASURE = (
    "平方米|平方公里|立方米|公里|千米|厘米|毫米|公斤|千克|毫升|小时|分钟|个月|周年|世纪|年代"
    "|[年月日号时点分秒周天岁个名位人户家次项件场条台套座栋幢楼层室间张只块把元角米克吨升度亩届期批起类种处所辆组队]"
    "|[支份册本页篇首句字倍成万亿千百多余路盏棵株]"
)
DIGIT = r"\d(?<![A-Za-z0-9_.,:/-]\d)"
"""The first of a number. What must not stand before it is looked for last: most characters are no digit."""

NUMBER = re.compile(rf"{DIGIT}[\d.,]*[万亿千百多余几]{{0,2}}(?:{MEASURE})")
PHONE = re.compile(r"\d(?<![A-Za-z0-9_./-]\d)\d{2,4}(?:-\d{3,8}){1,3}(?![A-Za-z0-9_/-])")
"""0000-555-0107: engines break it after a hyphen. Digits alone they never break."""

LAST = re.compile(rf"(?:{DIGIT}[\d.,]*)?[{HAN}]{{2}}[{MARKS}“”‘’…—]*\s*$")
PLAIN_END = re.compile(rf"[^\d.,][{HAN}]{{2}}[{MARKS}“”‘’…—]{{0,{LONGEST - 2}}}")
"""As LAST finds where no number stands before it, one character more."""

HAN_PAIR = re.compile(f"[{HAN}]{{2}}")
CLOSE_BY = (*range(0x2010, 0x2030), *range(0x3000, 0x3040), *range(0xFF00, 0xFF70))
ENDS = "".join(re.findall(f"[{MARKS}“”‘’…—]", "".join(map(chr, CLOSE_BY))))
"""All marks that LAST knows."""

TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>|[^<]+')
UNREAD = frozenset({"code", "kbd", "pre", "rt", "rp", "script", "style", "svg"})
UNREAD_TAG = re.compile(rf"<(?:{'|'.join(sorted(UNREAD))})\b")
HAS_DIGIT = re.compile(r"\d")
SHOWS_DIGIT = re.compile(r"(?:^|>)[^<\d]*\d")
"""In what is no tag; a mark in an attribute may be taken for the end of its tag, then one looks closer."""

TAG = re.compile(r'(<[^<>"]*+(?:"[^"]*+"[^<>"]*+)*+>)')
PARAGRAPH = re.compile(r"<p>([^<>&\xa0]+)</p>")
"""Text alone, nothing of it escaped: most paragraphs."""

OPEN, CLOSE = '<span class="nb">', "</span>"


def keep_together(body: str) -> str:
    """`body`, as nh3 writes it, with the spans. Its text stays the same; twice is once."""
    if UNREAD_TAG.search(body) or OPEN in body:
        return "".join(pieces(body))
    parts = PARAGRAPH.split(body)
    parts[1::2] = [_paragraph(text) for text in parts[1::2]]
    parts[::2] = [_all_read(it) if "</p>" in it or SHOWS_DIGIT.search(it) else it for it in parts[::2]]
    return "".join(parts)


def _paragraph(text: str) -> str:
    """One of text alone. Most end with two Han characters, which then only a number could belong to."""
    start = (len(text) if text[-1] not in ENDS else len(text.rstrip(ENDS))) - 2
    if start < 1 or not PLAIN_END.fullmatch(text, start - 1):
        return f"<p>{_spanned(text, _places(text, True), str)}</p>"
    if HAS_DIGIT.search(text):
        return f"<p>{_spanned(text, [*_numbers(text, start), (start, len(text))], str)}</p>"
    return f"<p>{text[:start]}{OPEN}{text[start:]}{CLOSE}</p>"


def _all_read(body: str) -> str:
    """As `pieces`, of HTML in which no element keeps its text as it is."""
    tokens = TAG.split(body)  # text and tags by turns
    for at in range(0, len(tokens), 2):
        if tokens[at]:
            is_last = _closes_paragraph(tokens, at + 1)
            if is_last or HAS_DIGIT.search(tokens[at]):
                tokens[at] = _joined(tokens[at], is_last)
    return "".join(tokens)


def _closes_paragraph(tokens: list[str], at: int) -> bool:
    """As `_ends_paragraph`, from the tag at `at` on."""
    while at < len(tokens) and tokens[at].startswith("</"):
        if tokens[at] == "</p>":
            return True
        if tokens[at + 1]:
            return False
        at += 2
    return False


def pieces(body: str) -> Iterator[str]:
    opened: list[str] = []
    tokens = list(TOKEN.finditer(body))
    for number, token in enumerate(tokens):
        if token[2] is None:
            is_last = _ends_paragraph(tokens, number)
            may_change = is_last or HAS_DIGIT.search(token[0])
            is_read = may_change and "nb" not in opened and not UNREAD.intersection(opened)
            yield _joined(token[0], is_last) if is_read else token[0]
            continue
        if token[1]:
            if opened:
                opened.pop()
        elif token[2] not in ("br", "img", "hr"):
            opened.append("nb" if token[0] == OPEN else token[2])
        yield token[0]


def _ends_paragraph(tokens: list[re.Match[str]], number: int) -> bool:
    """Is there nothing but closing tags between this text and the end of its paragraph?"""
    for token in tokens[number + 1 :]:
        if not token[1]:
            return False
        if token[2] == "p":
            return True
    return False


def _joined(written: str, is_last: bool) -> str:
    text = html.unescape(written) if "&" in written else written
    places = _places(text, is_last)
    return _spanned(text, places, _escaped) if places else written


def _spanned(text: str, places: Iterable[tuple[int, int]], escaped: Callable[[str], str]) -> str:
    pieces, end = [], 0
    for start, after in places:
        pieces += [escaped(text[end:start]), OPEN, escaped(text[start:after]), CLOSE]
        end = after
    return "".join([*pieces, escaped(text[end:])])


def _places(text: str, is_last: bool) -> list[tuple[int, int]]:
    """From where to where the text stays together, in order."""
    last = _last(text) if is_last else None
    return [*_numbers(text, last[0]), last] if last else _numbers(text, len(text))


def _numbers(text: str, end: int) -> list[tuple[int, int]]:
    """Those before `end`, as `_places`."""
    numbers = [it.span() for it in NUMBER.finditer(text, 0, end) if len(it[0]) <= LONGEST]
    if "-" in text:
        numbers += [it.span() for it in PHONE.finditer(text, 0, end)]
        numbers.sort()
    return numbers


def _last(text: str) -> tuple[int, int] | None:
    han = last_han(text)
    if han and han.start() > 0 and len(han[0].rstrip()) <= LONGEST:
        return han.start(), han.start() + len(han[0].rstrip())
    runs = [found for found in RUN.finditer(text) if found.end() == len(text)]
    words = last_words(runs[0][0]) if runs else None
    return (runs[0].start() + words[0], runs[0].start() + words[1]) if words else None


def last_han(text: str) -> re.Match[str] | None:
    """`LAST.search(text)`. Two characters can be the last in one place alone; before it only a number could
    belong to them."""
    core = text.rstrip().rstrip(ENDS)
    pair = len(core) - 2
    if pair < 0 or not HAN_PAIR.match(core, pair):
        return None
    is_alone = pair == 0 or not (core[pair - 1].isdecimal() or core[pair - 1] in ".,")
    return LAST.match(text, pair) if is_alone else LAST.search(text)


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\xa0", "&nbsp;")
