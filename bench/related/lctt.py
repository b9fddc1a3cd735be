"""LCTT/TranslateProject -> Articles: long Chinese articles, and the links that their authors made between
them.

Only those before 2020-07: the later ones are left for whoever wants to judge us. The gold does not leak: a
link to another article is cut from the text with its words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha1

from bench.related.article import Article, Articles, pairs
from bench.related.git import Repository

LCTT = Repository(
    "LCTT", "https://github.com/LCTT/TranslateProject", "4948360714403ebcefc3abff80dcc69ad706bf5d"
)
CUT = "2020-07"
FEWEST_HAN = 150
HAN = re.compile(r"[\u4e00-\u9fff]")
URL = re.compile(r"https?://[^\s)>\]\"'，。）]+")
OWN = re.compile(r"^\[#\]: url: \(?(https?://[^\s)]+)", re.M)
VIA = re.compile(r"^\s*via[:：] ?[<\[(]?(https?://[^\s)>\]]+)", re.M | re.I)
HEAD_VIA = re.compile(r"^\[#\]: via: \(?(https?://[^\s)]+)", re.M)
FOOT = re.compile(r"^\s*via[:：] ?", re.M | re.I)
REFERENCE = re.compile(r"^\[([^\]#]+)\]:\s*<?(\S+?)>?\s*$", re.M)
NUMBER = re.compile(r"linux\.cn/article-(\d+)")
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
LINK_BY_NAME = re.compile(r"\[([^\]]*)\]\[([^\]]*)\]")
TAGS = (
    "ruby|rt|rp|strong|em|b|i|p|br|a|div|span|code|pre|h\\d|li|ul|ol|table|tr|td|th|img|iframe|blockquote|"
    "center|kbd|sup|sub"
)
BEFORE_LINKS = (
    (re.compile(r"^\[([^\]#]+)\]:\s*\S+.*$", re.M), ""),
    (re.compile(r"^```.*?^```", re.M | re.S), ""),
    (re.compile(r"^(?: {4,}|\t).*$", re.M), ""),
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"!\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])"), ""),
)
AFTER_LINKS = (
    (re.compile(rf"</?({TAGS})\b[^>]*>", re.I), " "),
    (URL, ""),
    (re.compile(r"^\s*(作者|译者|校对|编译自|原文|选题|本文由|LCTT|题图)[:：].*$", re.M), ""),
    (re.compile(r"^[-=*_ ]{3,}$", re.M), ""),
    (re.compile(r"[#>`*_|]+"), " "),
    (re.compile(r"[ \t]+"), " "),
    (re.compile(r"\n\s*\n+"), "\n\n"),
)


@dataclass
class Entry:
    """An article as it lies in the repository, with the addresses that others may call it by."""

    number: int
    title: str
    raw: str
    date: str
    addresses: tuple[str, ...]
    text: str = ""
    links: set[int] = field(default_factory=set)


def lctt() -> Articles:
    """Raises DataMissingError."""
    entries, where = _entries()
    look = _Look(where)
    for entry in entries:
        _cut_links(entry, look)
    kept = [it for it in entries if it.date < CUT]
    ids = {it.number: f"a{sha1(it.title.encode()).hexdigest()[:10]}" for it in kept}
    linked = {ids[it.number]: {ids[to] for to in it.links if to in ids} for it in kept}
    tags = _tags(kept)
    articles = tuple(
        Article(ids[it.number], it.title, it.text, dt.date.fromisoformat(it.date), tags[it.number])
        for it in kept
    )
    return Articles("LCTT", articles, pairs(linked))


class _Look:
    """An address -> the article that has it."""

    def __init__(self, where: Mapping[str, Entry]) -> None:
        self._where = where

    def number(self, url: str, reader: Entry) -> int | None:
        address = _normal(url)
        article = NUMBER.search(address)
        found = self._where.get(f"art{article[1]}" if article else address)
        return found.number if found and found is not reader else None


def _entries() -> tuple[list[Entry], dict[str, Entry]]:
    """Of articles with one title the first."""
    by_title: dict[str, Entry] = {}
    named: list[tuple[str, Entry]] = []
    for path, text in LCTT.texts("published"):
        text = text.replace("\r", "")
        lines = text.split("\n")
        title, at = _title(lines)
        if not title or len(HAN.findall(text)) < FEWEST_HAN:
            continue
        addresses = tuple(filter(None, _addresses(text)))
        new = Entry(len(by_title), title, "\n".join(lines[at + 1 :]), _date(path), addresses)
        entry = by_title.setdefault(title, new)
        if entry is not new:
            named += [(it, entry) for it in addresses]
    entries = list(by_title.values())
    where: dict[str, Entry] = {}
    for address, its in [*named, *((it, entry) for entry in entries for it in entry.addresses)]:
        where.setdefault(address, its)
    for entry in entries:
        for number in re.findall(r"article-(\d+)", " ".join(entry.addresses)):
            where.setdefault(f"art{number}", entry)
    return entries, where


def _addresses(text: str) -> Iterator[str]:
    own = OWN.search(text)
    if own and "article" in own[1]:
        yield _normal(own[1])
    head, foot = HEAD_VIA.search(text), VIA.findall(text)
    if head or foot:
        yield _normal(head[1] if head else foot[-1])


def _normal(url: str) -> str:
    bare = re.sub(r"^https?://(www\.)?", "", url.strip())
    return bare.split("#")[0].split("?")[0].rstrip("/").lower()


def _title(lines: list[str]) -> tuple[str, int]:
    for at, line in enumerate(lines):
        if line.strip() and not line.startswith(("[#]", "<!--")) and not set(line.strip()) <= set("=-"):
            title = re.sub(r"^#+\s*", "", line).strip().strip("=").strip()
            title = re.sub(r"\[\d+\]$", "", title)
            return re.sub(r"\[(.*?)\](\(.*?\)|\[.*?\])", r"\1", title), at
    return "", len(lines)


def _date(path: str) -> str:
    day = re.search(r"(20\d\d)(\d\d)(\d\d)", path.split("/")[-1])
    month = re.search(r"published/(20\d\d)(\d\d)", path)
    if month:
        return f"{month[1]}-{month[2]}-{day[3] if day and 1 <= int(day[3]) <= 28 else '15'}"
    if day and 1 <= int(day[2]) <= 12 and 1 <= int(day[3]) <= 31:
        return f"{day[1]}-{day[2]}-{min(28, int(day[3])):02d}"
    return "2014-01-01"


def _cut_links(entry: Entry, look: _Look) -> None:
    """Note where the article links to, and keep its text without that."""
    references = {it[1].lower(): it[2] for it in REFERENCE.finditer(entry.raw)}
    body = FOOT.split(entry.raw, maxsplit=1)[0]
    for url in [*URL.findall(body), *references.values()]:
        found = look.number(url, entry)
        if found is not None:
            entry.links.add(found)

    def cut(match: re.Match[str]) -> str:
        url = references.get(match[2].lower(), "") if match[0].endswith("]") else match[2]
        gone = url.startswith("http") and (look.number(url, entry) is not None or "linux.cn/article" in url)
        return "" if gone else match[1]

    for pattern, by in BEFORE_LINKS:
        body = pattern.sub(by, body)
    for pattern in (LINK, LINK_BY_NAME):
        body = pattern.sub(cut, body)
    for pattern, by in AFTER_LINKS:
        body = pattern.sub(by, body)
    entry.text = body.strip()


def _tags(entries: list[Entry]) -> dict[int, tuple[str, ...]]:
    """LCTT has none: names in Latin script in the title that at least four titles share."""
    names = {
        it.number: {w.lower() for w in re.findall(r"[A-Za-z][A-Za-z0-9+.#-]+", it.title)} for it in entries
    }
    often = Counter(name for them in names.values() for name in them)
    return {
        number: tuple(sorted((it for it in them if often[it] >= 4), key=lambda it: (often[it], it))[:3])
        for number, them in names.items()
    }
