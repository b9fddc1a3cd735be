"""The setting BUILD_EXECUTOR -> a `concurrent.futures.Executor` on which stories are read and pages made."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")
Done = TypeVar("Done")

FEWEST = 48
"""Tasks from which a second process is worth its start."""


LEAST = 12
"""Tasks that are worth handing over."""


class SerialExecutor(Executor):
    """Does each task at once, in this process."""

    is_ours = True

    def submit(self, fn: Callable[Given, Made], /, *args: Given.args, **kwargs: Given.kwargs) -> Future[Made]:
        future: Future[Made] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


Borrowed = AbstractContextManager[Executor]
"""An Executor itself, or something that is opened before and closed after it."""

Kind = str | Callable[[], Borrowed]
"""What BUILD_EXECUTOR may be."""


def executor(kind: Kind, workers: int, tasks: int) -> Borrowed:
    """`kind` is "processes", "serial", or a function that gives an executor; few tasks are done here."""
    if not callable(kind) and kind not in ("processes", "serial"):
        raise ValueError(
            f'BUILD_EXECUTOR is {kind!r}; use "processes", "serial" or a function that gives an Executor'
        )
    if kind == "serial" or tasks < FEWEST:
        return SerialExecutor()
    if callable(kind):
        return kind()
    if workers < 2 or not hasattr(os, "fork"):
        return SerialExecutor()
    from plugins.build_cache.forked import ForkedExecutor  # loads what most builds do without

    return ForkedExecutor(workers)


def is_elsewhere(pool: Executor) -> bool:
    """Are its processes none of ours, which see nothing of what this one has made?"""
    return not getattr(pool, "is_ours", False)


def results(
    pool: Executor, work: Callable[[list[Made]], Done], parts: Iterable[list[Made]]
) -> Iterator[Done]:
    """What `work` makes of each part, in their order; none is held longer than it is looked at.

    Other processes begin at once, this one when the first is asked for.
    """
    if isinstance(pool, SerialExecutor):
        return map(work, parts)
    return _handed_over(deque(pool.submit(work, part) for part in parts))


def _handed_over(waiting: deque[Future[Done]]) -> Iterator[Done]:
    while waiting:
        yield waiting.popleft().result()


def usual_workers() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shares(tasks: list[Made], parts: int) -> list[list[Made]]:
    """`tasks` in neighbouring pieces of about one length: `parts`, or fewer where they would be too small."""
    size = max(LEAST, -(-len(tasks) // max(1, parts)))
    return [tasks[at : at + size] for at in range(0, len(tasks), size)]
