"""A target -> Hunted: many inputs tried, and the shortest that broke a law, if one did."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, seed, settings

from bench.fuzz.corpus import Corpus
from bench.fuzz.inputs import inputs
from bench.fuzz.targets import Target


@dataclass(frozen=True)
class Hunted:
    """`broken` is the shortest input found that broke a law, with the traceback in `trace`."""

    tried: int
    broken: bytes | None = None
    trace: str = ""


def hunt(target: Target, corpus: Corpus, number: int, examples: int, tell: Callable[[bytes], None]) -> Hunted:
    """Try the corpus, then `examples` inputs of the series `number`; `tell` hears of each first."""
    tried, last = 0, b""
    kept = corpus.kept()

    def check(data: bytes) -> None:
        nonlocal tried, last
        tried, last = tried + 1, data
        tell(data)
        corpus.saw(data, target.check(data))

    @seed(number)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(target, kept))
    def search(data: bytes) -> None:
        check(data)

    try:
        for data in (*target.seeds, *kept):
            check(data)
        search()
    except Exception:  # whatever it is, it is what we hunt for
        return Hunted(tried, last, traceback.format_exc())
    return Hunted(tried)
