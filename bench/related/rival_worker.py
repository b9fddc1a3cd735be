"""Lines of JSON, one for each article -> a JSON object with the list that one method makes for each.

Runs in .build/bench-related-venv and imports nothing of ours: that environment holds the tools alone.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import numpy as np
from scipy import sparse

Article = dict[str, Any]
Tokens = Callable[[str], list[str]]
PLACES, CANDIDATES, AT_ONCE = 5, 60, 256
WORD = re.compile(r"[\u3400-\u9fff]+|[a-z0-9][a-z0-9.+#_-]*")


def by_chance(articles: Sequence[Article]) -> list[list[int]]:
    draw = random.Random(7)
    return [draw.sample(range(len(articles)), PLACES) for _ in articles]


def tags(articles: Sequence[Article]) -> list[list[int]]:
    """The most tags in common, then the newest."""
    holders: dict[str, list[int]] = {}
    for place in sorted(range(len(articles)), key=lambda it: -articles[it]["date"]):
        for tag in articles[place]["tags"]:
            holders.setdefault(tag, []).append(place)
    found = []
    for place, it in enumerate(articles):
        common = Counter(other for tag in it["tags"] for other in holders[tag] if other != place)
        found.append([other for other, _ in common.most_common(PLACES)])
    return found


def similar_posts(articles: Sequence[Article]) -> list[list[int]]:
    """The plugin itself, with what it asks of a generator."""
    plugin = import_module("pelican.plugins.similar_posts.similar_posts")
    posts = [
        SimpleNamespace(place=place, tags=[SimpleNamespace(name=tag) for tag in it["tags"]], date=it["date"])
        for place, it in enumerate(articles)
    ]
    for post in posts:
        post.slug = post.title = str(post.place)
    settings = {"SIMILAR_POSTS_MAX_COUNT": PLACES}
    plugin.add_similar_posts(SimpleNamespace(articles=posts, settings=settings))
    return [[it.place for it in getattr(post, "similar_posts", ())] for post in posts]


def bm25(articles: Sequence[Article]) -> list[list[int]]:
    """Okapi with k1 = 1.5 and b = .75; the query is the whole article."""
    counts, _ = counted(articles, jieba_words(), title=3)
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    holders = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log(1 + (len(articles) - holders + 0.5) / (holders + 0.5))
    rows = np.repeat(np.arange(len(articles)), np.diff(counts.indptr))
    damped = counts.copy()
    damped.data = idf[counts.indices] * counts.data * 2.5
    damped.data /= counts.data + 1.5 * (0.25 + 0.75 * lengths[rows] / lengths.mean())
    return [places.tolist()[:PLACES] for places, _ in nearest(counts, damped)]


def tfidf(articles: Sequence[Article]) -> list[list[int]]:
    rows = vectors(articles, jieba_words())
    return [places.tolist()[:PLACES] for places, _ in nearest(rows, rows)]


def first(articles: Sequence[Article]) -> list[list[int]]:
    """Pairs of characters, then nearness in time and hub correction."""
    rows = vectors(articles, character_pairs)
    found = nearest(rows, rows)
    days = np.array([it["date"] for it in articles])
    hubs = np.array([max(float(scores[:10].mean()), 1e-3) for _, scores in found])
    lists = []
    for place, (places, scores) in enumerate(found):
        near = 1 + 0.5 * np.exp(-np.abs(days[places] - days[place]) / 365)
        order = np.argsort(-scores * near / hubs[places] ** 0.25, kind="stable")
        lists.append(places[order[:PLACES]].tolist())
    return lists


def jieba_words() -> Tokens:
    import jieba

    jieba.setLogLevel(60)
    return lambda text: [word for word in jieba.cut(text.lower()) if re.search(r"\w", word)]


def character_pairs(text: str) -> list[str]:
    found = []
    for run in WORD.findall(text.lower()):
        is_han = run[0] >= "\u3400"
        found += (
            [run[at : at + 2] for at in range(len(run) - 1)] or [run]
            if is_han
            else [run.strip(".-_+") or run]
        )
    return found


def counted(articles: Sequence[Article], tokens: Tokens, title: int) -> tuple[Any, dict[str, int]]:
    """How often each word stands in each article, the title's words so many times more."""
    known: dict[str, int] = {}
    starts, ids, counts = [0], [], []
    for it in articles:
        words = Counter(tokens(it["text"]))
        for word in tokens(it["title"]):
            words[word] += 1 + title
        ids += [known.setdefault(word, len(known)) for word in words]
        counts += words.values()
        starts.append(len(ids))
    shape = (len(articles), len(known))
    return sparse.csr_matrix(
        (np.array(counts, np.float32), np.array(ids), np.array(starts)), shape=shape
    ), known


def vectors(articles: Sequence[Article], tokens: Tokens) -> Any:
    """Sublinear TF-IDF; words of one article, or of more than three in ten, are left out."""
    counts, _ = counted(articles, tokens, title=3)
    total = len(articles)
    holders = np.bincount(counts.indices, minlength=counts.shape[1])
    rows = counts[:, np.flatnonzero((holders >= 2) & (holders <= max(3, 0.3 * total)))].tocsr()
    holders = np.bincount(rows.indices, minlength=rows.shape[1])
    rows.data = (1 + np.log(rows.data)) * (np.log((1 + total) / (1 + holders)) + 1)[rows.indices]
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.maximum(lengths, 1e-9)) @ rows).tocsr().astype(np.float32)


def nearest(rows: Any, others: Any) -> list[tuple[Any, Any]]:
    """For each row the places with the largest products, and these; itself left out."""
    columns, found = others.T.tocsr(), []
    for start in range(0, rows.shape[0], AT_ONCE):
        block = np.asarray((rows[start : start + AT_ONCE] @ columns).todense())
        for at, line in enumerate(block):
            line[start + at] = -math.inf
            places = np.argpartition(-line, min(CANDIDATES, len(line) - 1) - 1)[:CANDIDATES]
            places = places[np.lexsort((places, -line[places]))]
            found.append((places, line[places]))
    return found


METHODS: dict[str, Callable[[Sequence[Article]], list[list[int]]]] = {
    "random": by_chance,
    "tags": tags,
    "similar_posts": similar_posts,
    "bm25": bm25,
    "tfidf": tfidf,
    "first": first,
}


def main() -> None:
    articles = [json.loads(line) for line in sys.stdin]
    ids = [it["id"] for it in articles]
    lists = METHODS[sys.argv[1]](articles)
    json.dump({ids[at]: [ids[it] for it in line] for at, line in enumerate(lists)}, sys.stdout)


if __name__ == "__main__":
    main()
