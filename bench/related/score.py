"""Lists of related articles -> Figures: how good they are, and how evenly they lead to all articles."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.related.article import Articles

PLACES = 5
GAINS = [1 / math.log2(place + 2) for place in range(PLACES)]

Lists = Mapping[str, Sequence[str]]
"""For each id up to five others, the best first."""


@dataclass(frozen=True)
class Figures:
    """`ndcg` is the mean nDCG@5 of the articles with right answers: a gain is 0 or 1, the ideal has all that
    fit.

    `tune` and `report` are the same of each half. `short` lists have fewer than five links, `orphans` are
    texts in no list of another text, `most` is how often the most linked one is linked. `wasted` slots go to
    a reprint of the reader's own text, or to a text that the list has already.
    """

    ndcg: float
    tune: float
    report: float
    short: int
    orphans: int
    most: int
    wasted: int


def figures(given: Articles, lists: Lists) -> Figures:
    """A reprint counts as its original."""
    roots = {it.id: given.copies.get(it.id, it.id) for it in given.all}
    shown = {reader: [roots[it] for it in lists.get(reader, ())[:PLACES]] for reader in roots}
    scores = {reader: ndcg(_once(shown[reader]), gold) for reader, gold in given.gold.items()}
    halves = {half: [scores[it] for it in scores if given.halves[it] == half] for half in ("tune", "report")}
    links = Counter(it for reader, line in shown.items() for it in set(line) - {roots[reader]})
    texts = _texts(given)
    reached = {texts[it] for it in links}
    wasted = sum(len(line) - len(set(line) - {roots[reader]}) for reader, line in shown.items())
    return Figures(
        mean(scores.values()),
        mean(halves["tune"]),
        mean(halves["report"]),
        sum(len(line) < PLACES for line in shown.values()),
        len(set(texts.values()) - reached),
        max(links.values(), default=0),
        wasted,
    )


def _texts(given: Articles) -> dict[str, str]:
    """Articles of the same letters and digits are one text, which is reached with any of them."""
    said = {it.id: re.sub(r"[\W_]+", "", it.text) or it.title for it in given.all}
    return {it: said[given.copies.get(it, it)] for it in said}


def ndcg(line: Sequence[str], gold: frozenset[str]) -> float:
    gained = sum(gain for gain, it in zip(GAINS, line, strict=False) if it in gold)
    return gained / sum(GAINS[: min(PLACES, len(gold))])


def _once(line: Sequence[str]) -> list[str]:
    """The second copy of a text gains nothing, and takes a place all the same."""
    return [it if it not in line[:at] else "" for at, it in enumerate(line)]


def mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
