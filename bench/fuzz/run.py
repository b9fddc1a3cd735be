"""`python -m bench.fuzz.run --minutes 10` -> each parser fed with strange inputs; 1 where one broke a law."""

from __future__ import annotations

import argparse
import faulthandler
import random
import sys
import time

from bench.fuzz.corpus import Corpus
from bench.fuzz.hunt import hunt
from bench.fuzz.targets import TARGETS

EXAMPLES = 200
SLOW = 5.0
"""Processor seconds that one input may take."""

HANGS = 60
"""Seconds after which an input is told of and the run ends."""


def main() -> int:
    """Share the time among the targets and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="for all targets together")
    parser.add_argument(
        "--target", action="append", choices=sorted(TARGETS), help="only this one (again and again)"
    )
    parser.add_argument("--seed", type=int, help="of the first series, to see a run again")
    options = parser.parse_args()
    names = options.target or list(TARGETS)
    first = random.randrange(2**32) if options.seed is None else options.seed
    print(f"seed {first}")
    return max(_one(name, first, options.minutes * 60 / len(names)) for name in names)


def _one(name: str, number: int, seconds: float) -> int:
    corpus, begun, tried = Corpus(name), time.monotonic(), 0
    slowest, started, data_before = 0.0, time.process_time(), b""

    def tell(data: bytes) -> None:
        """The input before took as long as since then."""
        nonlocal slowest, started, data_before
        took = time.process_time() - started
        if took > max(slowest, SLOW):
            print(f"  {name}: {took:.1f} s for {corpus.crashed(data_before)}")
        slowest = max(slowest, took)
        faulthandler.dump_traceback_later(HANGS, exit=True)
        started, data_before = time.process_time(), data

    broken = None
    while broken is None and time.monotonic() - begun < seconds:
        started = time.process_time()
        hunted = hunt(TARGETS[name], corpus, number, EXAMPLES, tell)
        tried, number, broken = tried + hunted.tried, number + 1, hunted.broken
    faulthandler.cancel_dump_traceback_later()
    kept = corpus.store()
    took = time.monotonic() - begun
    print(f"{name:<13} {tried:>8} inputs {took:>6.0f} s  slowest {slowest:.2f} s  {kept:>3} kept", flush=True)
    if broken is None:
        return 0
    print(f"  broken by {corpus.crashed(broken)}\n{hunted.trace}", file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
