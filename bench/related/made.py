"""Made stories with known subjects -> precision, orphans, stability, and what it costs at which size.

    python -m bench.related.made              1,000 to 50,000, and one edit at 10,000
    python -m bench.related.made --large      100,000 too (minutes, and 2.5 GB)

Seconds are of one processor, process_time(), and of the quickest of several runs (100,000: one); a size is
run in a process of its own. `MB` is the most that the process had, with the texts of all stories.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import make_corpus
from bench.related.article import Article
from bench.related.ours import edited, found, story
from bench.related.score import PLACES
from plugins.related_articles.keeping import load, save
from plugins.related_articles.relations import Relations
from plugins.related_articles.story import Story
from plugins.store import Store

SIZES = (1_000, 3_000, 10_000, 20_000, 50_000)
LARGE = 100_000
OF_EDIT = 10_000
EDITS = 12
SEED = "1"
RUNS = 3
"""Of each size but the largest; the quickest is the one that others on the machine disturbed least."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--size", type=int, help="one size, in this process")
    options = parser.parse_args()
    if options.size:
        print(json.dumps(_one_size(options.size)))
        return
    print(f"seconds of the quickest of {RUNS} runs or more ({LARGE}: one)")
    print("stories  seconds  ms each     MB  precision@5  short  orphans")
    costs = []
    for size in (*SIZES, *([LARGE] if options.large else [])):
        it = _in_a_process(size)
        costs.append((size, it["seconds"]))
        print(
            f"{size:7d} {it['seconds']:8.2f} {1000 * it['seconds'] / size:8.3f} {it['mb']:6.0f}"
            f" {it['precision']:12.4f} {it['short']:6.0f} {it['orphans']:8.0f}",
            flush=True,
        )
    (few, cheap), (many, dear) = costs[0], costs[len(SIZES) - 1]
    print(f"\nexponent from {few} to {many}: {math.log(dear / cheap) / math.log(many / few):.3f}")
    _edits()


def _in_a_process(size: int) -> dict[str, float]:
    words = [sys.executable, "-m", "bench.related.made", "--size", str(size)]
    found: dict[str, float] = json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout)
    return found


def _made(size: int) -> tuple[list[Article], dict[str, str]]:
    """As make_corpus.py writes them, and the subject of each."""
    made = [make_corpus.build(SEED, number) for number in range(size)]
    articles = [
        Article(
            it["slug"], it["title"], it["body"], make_corpus.stamp(number, size).date(), tuple(it["tags"])
        )
        for number, it in enumerate(made)
    ]
    return articles, {it["slug"]: it["topic"] for it in made}


def _one_size(size: int) -> dict[str, float]:
    """Of several runs the quickest counts; small sizes, which are over soon, are run more often."""
    articles, subjects = _made(size)
    stories = [story(it) for it in articles]
    more = max(RUNS if size < LARGE else 1, 5_000 // size) - 1
    seconds = [_timed(stories)[0] for _ in range(more)]
    last, relations = _timed(stories)
    lists = {it.id: [link.id for link in relations.links(it.id)] for it in articles}
    right = sum(subjects[it] == subjects[reader] for reader, line in lists.items() for it in line)
    shown = {it for line in lists.values() for it in line}
    return {
        "seconds": min([*seconds, last]),
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "precision": right / max(1, sum(map(len, lists.values()))),
        "short": sum(len(line) < PLACES for line in lists.values()),
        "orphans": len(lists) - len(shown),
    }


def _timed(stories: list[Story]) -> tuple[float, Relations]:
    started = time.process_time()
    relations = found(stories)
    return time.process_time() - started, relations


def _edits() -> None:
    """One story edited, or added, from what is kept: the median of some, and how many lists move."""
    articles, _ = _made(OF_EDIT)
    new, _ = _made(OF_EDIT + EDITS)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        first = found([story(it) for it in articles])
        save(store, first.kept, None)
        for kind in ("edited", "added"):
            costs, moved = [], []
            for number in range(EDITS):
                at = number * OF_EDIT // EDITS
                after = [*articles, new[OF_EDIT + number]]
                if kind == "edited":
                    after = [*articles[:at], edited(articles[at]), *articles[at + 1 :]]
                cost, relations = _once(Path(folder), after)
                costs.append(cost)
                moved.append(sum(first.links(it.id) != relations.links(it.id) for it in articles))
            _print_edits(kind, sorted(costs)[len(costs) // 2], sorted(moved)[len(moved) // 2], max(moved))


def _once(folder: Path, articles: list[Article]) -> tuple[tuple[float, float, float], Relations]:
    """Seconds to load what is kept, to find the new lists, and to keep them."""
    stories = [story(it) for it in articles]
    begun = time.process_time()
    before = load(Store(folder))
    loaded = time.process_time()
    relations = found(stories, before)
    searched = time.process_time()
    save(Store(folder / "again"), relations.kept, before)
    return (loaded - begun, searched - loaded, time.process_time() - searched), relations


def _print_edits(kind: str, cost: tuple[float, float, float], moved: int, most: int) -> None:
    load_it, search, keep = cost
    print(
        f"one story {kind} at {OF_EDIT}: {search:.3f} s for the new lists (+ {load_it:.3f} to load,"
        f" {keep:.3f} to keep); {moved} lists of others move, {most} at most"
    )


if __name__ == "__main__":
    main()
