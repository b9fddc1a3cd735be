"""Public articles with links that people made -> the table of `make bench-related`: ours beside others.

    python -m bench.related.run            LCTT and Sohu, ours and the rivals
    python -m bench.related.run --ours     ours alone

Each set is split in two, "tune" and "report"; linked articles are in one half.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial

from bench.related.article import Articles, with_reprints
from bench.related.lctt import lctt
from bench.related.ours import before_rescue, ours
from bench.related.rivals import RIVALS, rival
from bench.related.score import Lists, figures
from bench.related.sohu import sohu

REPRINTS = 50
HEAD = f"{'':44s} nDCG@5   tune report | short orphans  most | wasted of {REPRINTS} reprints | seconds"
SETS: Sequence[tuple[str, Callable[[], Articles]]] = (("LCTT", lctt), ("Sohu", sohu))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ours", action="store_true", help="without the rivals")
    options = parser.parse_args()
    methods: dict[str, Callable[[Articles], Lists]] = {}
    if not options.ours:
        methods = {words: partial(rival, name) for name, words in RIVALS.items()}
    methods |= {"ours, before stories are rescued": before_rescue, "ours": ours}
    for name, read in SETS:
        given = read()
        pairs = sum(map(len, given.gold.values())) // 2
        print(f"\n{name}: {len(given.all)} articles, {len(given.gold)} with right answers, {pairs} pairs")
        print(HEAD)
        for words, method in methods.items():
            _print(words, given, method)


def _print(words: str, given: Articles, method: Callable[[Articles], Lists]) -> None:
    """Sohu's news is too short to be printed again with a tenth cut."""
    started = time.process_time()
    it = figures(given, method(given))
    seconds = time.process_time() - started
    wasted = str(figures(again, method(again)).wasted) if (again := _again(given)) else "-"
    own = f"{seconds:8.1f}" if words.startswith("ours") else " " * 8
    print(
        f"{words:44s} {it.ndcg:.4f}  {it.tune:.4f} {it.report:.4f} | {it.short:5d} {it.orphans:7d}"
        f" {it.most:5d} | {wasted:>22s} | {own}",
        flush=True,
    )


def _again(given: Articles) -> Articles | None:
    long = sum(len(it.text) > 200 and it.id in given.gold for it in given.all)
    return with_reprints(given, REPRINTS) if long >= REPRINTS else None


if __name__ == "__main__":
    main()
