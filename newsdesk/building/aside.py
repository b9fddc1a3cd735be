"""A second process, which loads what a stage will ask for while this one loads Pelican.

It is started where only texts can have changed, answers one call after the other, and ends with the build.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pickle
import signal
import sys
from collections.abc import Iterable
from typing import BinaryIO


class Aside:
    """Functions of the modules that it has loaded can be called there, with arguments that pickle takes.

    What goes through its pipes was written by these two processes, and by nobody else.
    """

    def __init__(self, modules: Iterable[str]) -> None:
        to_it, from_us = os.pipe()
        to_us, from_it = os.pipe()
        self._process = os.fork()
        if not self._process:
            os.close(from_us)
            os.close(to_us)
            _serve(os.fdopen(to_it, "rb"), os.fdopen(from_it, "wb"), modules)
        os.close(to_it)
        os.close(from_it)
        self._ask, self._answers = os.fdopen(from_us, "wb"), os.fdopen(to_us, "rb")

    def __call__(self, module: str, function: str, *given: object) -> object:
        """What the function returns. Raises EOFError or OSError where there is no answer."""
        pickle.dump((module, function, given), self._ask)
        self._ask.flush()
        try:
            return pickle.load(self._answers)
        except pickle.UnpicklingError as error:  # it ended in the middle of a word
            raise EOFError from error

    def close(self) -> None:
        """Told that nobody asks any more, it ends; it also does where this process is killed."""
        with contextlib.suppress(OSError):  # it may have ended already
            pickle.dump(None, self._ask)
            self._ask.flush()
        with contextlib.suppress(OSError):
            self._ask.close()
        self._answers.close()
        os.waitpid(self._process, 0)


def aside(modules: Iterable[str]) -> Aside | None:
    """None where there is nothing to load, or nothing to load it with."""
    missing = [it for it in modules if it not in sys.modules]
    several = hasattr(os, "fork") and hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1
    return Aside(missing) if missing and several else None


def _serve(questions: BinaryIO, answers: BinaryIO, modules: Iterable[str]) -> None:
    """Never returns. Whatever goes wrong ends it: the build then does itself what it asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build is told, and its end is this one's
    try:
        gc.disable()
        for name in modules:
            importlib.import_module(name)
        while True:
            module, function, given = pickle.load(questions)
            pickle.dump(getattr(importlib.import_module(module), function)(*given), answers)
            answers.flush()
    except BaseException:
        os._exit(0)
