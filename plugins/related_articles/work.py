"""Who does the heavy part -> Workers: any executor, and in how many parts it gets the work."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Given = TypeVar("Given")

FEWEST = 256
"""Stories that are worth another process."""


class Here(Executor):
    """Does all at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Later(Executor):
    """Processes that start when there is work for them: most builds have none."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: Executor | None = None

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            context = multiprocessing.get_context("fork")
            self._pool = ProcessPoolExecutor(self._count, mp_context=context)
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


@dataclass(frozen=True)
class Workers:
    """Results do not depend on it."""

    executor: Executor = field(default_factory=Here)
    parts: int = 1

    def split(self, stories: int) -> list[slice]:
        """The numbers below `stories` in parts of about one size, none of them empty."""
        size = max(FEWEST, -(-stories // self.parts))
        return [slice(start, min(start + size, stories)) for start in range(0, stories, size)]

    def map(self, work: Callable[[Given], T], parts: Sequence[Given]) -> list[T]:
        """What `work` makes of each part, in this order; one part alone is done here."""
        return list(self.executor.map(work, parts)) if len(parts) > 1 else [work(it) for it in parts]


HERE = Workers()


@contextmanager
def workers(kind: str, processes: int) -> Iterator[Workers]:
    """`kind` is "processes" or "serial"; 0 processes are as many as this one may use. They start when
    needed."""
    count = processes or (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)
    if kind != "processes" or count < 2 or not hasattr(os, "fork"):
        yield HERE
        return
    with Later(count) as pool:
        yield Workers(pool, count)
