"""A change -> a build, in a process that was started before and has loaded all that it needs but stories.

Each build has a process of its own, so that nothing of the last one stays, and changed code counts too.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType


@dataclass(frozen=True)
class Built:
    """`said` is all that the build said, `problems` what went wrong, "" if nothing did."""

    said: str
    problems: str


class NextBuild:
    """The process of the next build; `words` are the options of `newsdesk build`."""

    def __init__(self, conf: Path, words: Sequence[str]) -> None:
        self._command = [sys.executable, "-m", "newsdesk.serving.waiting", str(conf), *words]

    def __enter__(self) -> NextBuild:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def run(self) -> Built:
        """Build now, and make the next one ready."""
        out, err = self._process.communicate("build\n")
        built = Built(out + err, (err or "生成没有做完。") if self._process.returncode else "")
        self._start()
        return built

    def start_anew(self) -> None:
        """What it has loaded is not what lies there any longer."""
        self._stop()
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def _stop(self) -> None:
        """A build that nobody asked for: it has nothing to lose."""
        self._process.kill()
        self._process.communicate()
