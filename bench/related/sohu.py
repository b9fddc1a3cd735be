"""The short news of Sohu's text matching 2021 -> Articles: people said which tell of one matter, or of one
event."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from hashlib import sha1

from bench.related.article import Article, Articles, pairs
from bench.related.git import Repository

SOHU = Repository("SOHU", "https://github.com/YFHuangxxxx/cPromptSource", "HEAD")
DAY = dt.date(2021, 3, 1)
"""They have no dates."""


def sohu() -> Articles:
    """The train files. Raises DataMissingError."""
    articles: dict[str, Article] = {}
    gold: dict[str, set[str]] = {}
    for source, target, is_one in _rows():
        one, other = (articles.setdefault(it.id, it) for it in (_article(source), _article(target)))
        if is_one and one.id != other.id:
            gold.setdefault(one.id, set()).add(other.id)
    return Articles("Sohu", tuple(articles.values()), pairs(gold))


def _article(text: str) -> Article:
    text = re.sub(r"\s+", " ", text).strip()
    title = re.split(r"[。！？!?]", text)[0][:40] or text[:40]
    return Article(f"n{sha1(text.encode()).hexdigest()[:10]}", title, text, DAY)


def _rows() -> Iterator[tuple[str, str, bool]]:
    decoder = json.JSONDecoder()
    for kind in "AB":
        path = f"promptsource/datasets/sohu-sts-{kind}-ss/train-r.json"
        raw = SOHU.git("show", f"{SOHU.commit}:{path}").decode()
        at = 0
        while begin := re.compile(r"[^ \r\n\t,\[\]]").search(raw, at):
            row, at = decoder.raw_decode(raw, begin.start())
            if row.get("source") and row.get("target"):
                yield row["source"], row["target"], str(row["label"]) == "1"
