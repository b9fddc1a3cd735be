"""Two texts, names, dates, headings or picture addresses -> how far they agree."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from bench.importing.rate import Rate

CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?")
BETWEEN_NAMES = re.compile(r"[、,，;；/&\s]+")
SCHEME = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
RELATIVE = re.compile(r"^(?:\.{0,2}/)+")


def plain(text: str) -> str:
    """Letters and digits only, after NFKC, small letters: punctuation and blanks never decide."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).lower()


def names(text: str) -> frozenset[str]:
    """The names in `text` (、 , ; / & and blanks stand between them), each as `plain` writes it."""
    return frozenset(name for part in BETWEEN_NAMES.split(text) if (name := plain(part)))


def clock(text: str) -> tuple[str, str]:
    """("YYYY-MM-DD", "HH:MM"), each "" where `text` does not start with it."""
    found = CLOCK.match(text.strip())
    return (found[1], found[2] or "") if found else ("", "")


def without(text: str, parts: Iterable[str], own: str) -> str:
    """`text` without each of `parts` once, where it is more often than in `own`; all as `plain` writes."""
    for part in sorted(parts, key=len, reverse=True):
        if part and text.count(part) > own.count(part):
            text = text.replace(part, "", 1)
    return text


def bigram_rates(gold: str, given: str) -> tuple[Rate, Rate]:
    """Precision and recall of the pairs of characters, as multisets."""
    asked, found = (Counter(map("".join, pairwise(text))) for text in (gold, given))
    common = (asked & found).total()
    return Rate(common, found.total()), Rate(common, asked.total())


def f1(precision: Rate, recall: Rate) -> float:
    """The harmonic mean; 0 where nothing is common."""
    asked = precision.asked + recall.asked
    return (precision.right + recall.right) / asked if asked else 0.0


def heading_rates(gold: Sequence[str], neutral: Sequence[str], given: Sequence[str]) -> tuple[Rate, Rate]:
    """Precision and recall of headings. Headings given one after another may together be one of `gold`."""
    wanted = [plain(heading) for heading in gold]
    ignored = {plain(heading) for heading in neutral}
    found = [text for heading in given if (text := plain(heading))]
    joined = {(a, a + n) for a in range(len(found)) for n in (2, 3) if "".join(found[a : a + n]) in wanted}
    parts = {number for a, z in joined for number in range(a, z)}
    right = [text for text in found if text in wanted] + ["".join(found[a:z]) for a, z in sorted(joined)]
    false = [
        text for n, text in enumerate(found) if n not in parts and text not in wanted and text not in ignored
    ]
    hits = (Counter(wanted) & Counter(right)).total()
    return Rate(hits, hits + len(false)), Rate(hits, len(wanted))


def picture_rates(
    gold: Sequence[str], neutral: Sequence[str], aliases: Mapping[str, str], given: Sequence[str]
) -> tuple[Rate, Rate]:
    """(pictures kept of those in the article, false ones of those given); any address of an img will do."""
    same = {_address(key): _address(value) for key, value in aliases.items()}
    found = {_known(_address(address), same) for address in given}
    wanted = {_address(address) for address in gold}
    ignored = {_address(address) for address in neutral}
    false = found - wanted - ignored
    return Rate(len(wanted & found), len(wanted)), Rate(len(false), len(found))


def _address(text: str) -> str:
    address = SCHEME.sub("", html.unescape(text.strip()))
    return RELATIVE.sub("", address).split("#")[0]


def _known(address: str, same: Mapping[str, str]) -> str:
    """`address` as the label writes it; one that was made absolute is known by its end."""
    if address in same:
        return same[address]
    ends = [value for key, value in same.items() if key and address.endswith("/" + key)]
    return ends[0] if ends else address
