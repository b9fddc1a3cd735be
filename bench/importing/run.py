"""The labelled pages -> the table of `make bench-import`: our importer beside the tools that exist.

    python -m bench.importing.run            all parts, ours and the rivals
    python -m bench.importing.run --ours     ours alone
    python -m bench.importing.run --faults   each fault of ours on the half that rules were tuned on

The rivals run in .build/bench-venv, made from requirements-rivals.lock by `make bench-import`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import fields
from functools import partial

from bench.importing.blocks import page_items
from bench.importing.labels import HALVES, Gold, Label, gold_of, read_labels, readable
from bench.importing.ours import ours
from bench.importing.pages import read_page
from bench.importing.rivals import RIVALS, rival
from bench.importing.score import Figures, Result, score_page, total

FAULTS = ("source_wrong", "editor_wrong", "author_wrong", "junk", "pictures_false")
"""Figures of which less is better."""

Extractor = Callable[[Sequence[bytes]], list[Result]]


def main() -> None:
    """Print the table, or the faults."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ours", action="store_true", help="without the rivals")
    parser.add_argument("--faults", action="store_true", help="each fault on the tuned half")
    options = parser.parse_args()
    wanted = [label for label in read_labels() if not options.faults or label.half == "tune"]
    labels, missing = readable(wanted)
    pages = [read_page(label.repo, label.path, label.sha256) for label in labels]
    golds = [_gold(label, page) for label, page in zip(labels, pages, strict=True)]
    if options.faults:
        _print_faults(golds, pages)
        return
    tools: dict[str, Extractor] = {"ours": lambda them: [ours(page) for page in them]}
    if not options.ours:
        tools |= {name: partial(rival, name) for name in RIVALS}
    for half in HALVES:
        some = [at for at, label in enumerate(labels) if label.half == half]
        if some:
            _print_table(half, tools, [golds[at] for at in some], [pages[at] for at in some])
    if missing:
        print(f"\n{missing}")


def _gold(label: Label, page: bytes) -> Gold:
    return Gold(label) if label.refused else gold_of(label, page_items(page))


def _print_table(
    half: str, tools: dict[str, Extractor], golds: Sequence[Gold], pages: Sequence[bytes]
) -> None:
    print(f"\n{half}: {len(pages)} pages")
    columns: dict[str, Figures] = {}
    seconds: dict[str, float] = {}
    for name, extract in tools.items():
        begin = time.perf_counter()
        results = extract(pages)
        seconds[name] = (time.perf_counter() - begin) / len(pages)
        columns[name] = total(score_page(gold, result) for gold, result in zip(golds, results, strict=True))
    print(f"{'figure':22}" + "".join(f"{name:>19}" for name in columns))
    for field in fields(Figures):
        mark = " (less is better)" if field.name in FAULTS else ""
        shown = "".join(f"{getattr(column, field.name)!s:>19}" for column in columns.values())
        print(f"{field.name:22}{shown}{mark}")
    print(f"{'seconds a page':22}" + "".join(f"{value:19.3f}" for value in seconds.values()))


def _print_faults(golds: Sequence[Gold], pages: Sequence[bytes]) -> None:
    for gold, page in zip(golds, pages, strict=True):
        result = ours(page)
        figures = score_page(gold, result)
        for field in fields(Figures):
            rate = getattr(figures, field.name)
            bad = rate.value is not None and (rate.value > 0 if field.name in FAULTS else rate.value < 1)
            if bad:
                print(f"{gold.label.path}  {field.name} {rate}")
                _print_detail(field.name, gold, result)


def _print_detail(name: str, gold: Gold, result: Result) -> None:
    field = name.split("_")[0]
    if field in ("title", "date", "source", "editor"):
        print(f"    gold {getattr(gold.label, field)!r}, given {getattr(result, field)!r}")
    elif field == "author":
        print(f"    gold {gold.label.authors}, given {result.authors}")
    elif field == "heading":
        gone = [text for text in gold.label.headings if text not in result.headings]
        more = [text for text in result.headings if text not in gold.label.headings]
        print(f"    not given {gone}\n    given {more}")
    elif field == "pictures":
        asked, got = set(gold.label.pictures), set(result.pictures)
        print(
            f"    not given {[it[-60:] for it in asked - got]}\n    more {[it[-60:] for it in got - asked]}"
        )
    elif field == "body":
        own, given = set(gold.body), result.body.split("\n")
        print(f"    lost {[text[:40] for text in gold.body if text not in set(given)][:12]}")
        known = own | set(gold.captions) | set(gold.neutral)
        print(f"    more {[text[:40] for text in given if text not in known][:12]}")


if __name__ == "__main__":
    main()
