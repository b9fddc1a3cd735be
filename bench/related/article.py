"""What a set of public articles holds -> Articles: the texts, and which of them people linked to each
other."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha1


@dataclass(frozen=True)
class Article:
    """`text` is plain and holds no link to another article of the set."""

    id: str
    title: str
    text: str
    date: dt.date
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Articles:
    """`gold` has, for some ids, those of the right answers. `copies` are reprints, each with its original."""

    name: str
    all: tuple[Article, ...]
    gold: Mapping[str, frozenset[str]]
    copies: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def halves(self) -> Mapping[str, str]:
        """Of each article with right answers "tune" or "report"; linked ones are in one half."""
        first = {it: it for it in self.gold}

        def root(it: str) -> str:
            while first[it] != it:
                first[it] = first[first[it]]
                it = first[it]
            return it

        for one, others in self.gold.items():
            for other in others:
                least, most = sorted((root(one), root(other)))
                first[most] = least
        roots = {it: root(it) for it in self.gold}
        return {it: "report" if sha1(at.encode()).digest()[-1] % 2 else "tune" for it, at in roots.items()}


def pairs(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Links from one article to another -> the same both ways."""
    gold: dict[str, set[str]] = {}
    for one, others in found.items():
        for other in others:
            gold.setdefault(one, set()).add(other)
            gold.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in gold.items()}


def with_reprints(given: Articles, count: int) -> Articles:
    """`count` articles are printed again: another first line, the last tenth cut, a day later."""
    long = [it for it in given.all if it.id in given.gold and len(it.text) > 200]
    copies, originals = [], {}
    for it in random.Random(11).sample(long, count):
        copy = replace(
            it,
            id=f"r{it.id[1:]}",
            title=f"【转载】{it.title}",
            date=it.date + dt.timedelta(days=1),
            text="本报讯 据有关方面消息，\n\n" + it.text[: int(len(it.text) * 0.9)],
        )
        copies.append(copy)
        originals[copy.id] = it.id
    return replace(given, all=(*given.all, *copies), copies=originals)
