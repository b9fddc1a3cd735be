"""Processes that see what this one has made so far."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor


class ForkedExecutor(ProcessPoolExecutor):
    """Started when the first task is handed over."""

    is_ours = True

    def __init__(self, workers: int) -> None:
        super().__init__(workers, mp_context=multiprocessing.get_context("fork"))
