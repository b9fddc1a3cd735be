"""Two builds with one store -> one after the other. The lock goes with its process, however that ends."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Callable, Iterator
from pathlib import Path


@contextlib.contextmanager
def one_at_a_time(store: Path, say_waiting: Callable[[], None]) -> Iterator[None]:
    """Wait until no other build uses `store`; `say_waiting` is called if one does."""
    store.mkdir(parents=True, exist_ok=True)
    with (store / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say_waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
