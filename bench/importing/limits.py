"""What refusing or cleaning each bad file of the tests costs, as a command of its own: time and memory.

    python -m bench.importing.limits

The dearest are printed; the exit code is 1 where one costs more than the limits.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.newsdesk.importing.bad_files.every import BAD

SECONDS, MEGABYTES = 5.0, 500
DEAREST = 5
IMPORT = (sys.executable, "-c", "import sys; from newsdesk.cli import main; sys.exit(main())", "import")
UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ru_maxrss."""


@dataclass(frozen=True)
class Cost:
    """Processor seconds and the largest memory of one `newsdesk import`."""

    name: str
    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return f"  {self.seconds:5.2f} s  {self.megabytes:4.0f} MB  {self.name}"


def cost_of(name: str) -> Cost | None:
    """Import one bad file in an empty place; None where no shell could name it."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        word = BAD[name].make(folder / "in")
        if "\0" in word:
            return None
        words = (*IMPORT, "--content", str(folder / "content"), "--", word)
        command = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(command.pid, 0)
    return Cost(name, used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT / 1_000_000)


def _print_dearest(what: str, costs: Iterable[Cost]) -> None:
    print(what, *list(costs)[:DEAREST], sep="\n")


def main() -> int:
    argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]).parse_args()
    costs = [cost for name in BAD if (cost := cost_of(name))]
    _print_dearest(
        f"{len(costs)} bad files, by time (below {SECONDS} s)", sorted(costs, key=lambda it: -it.seconds)
    )
    _print_dearest(f"by memory (below {MEGABYTES} MB)", sorted(costs, key=lambda it: -it.megabytes))
    return int(any(it.seconds >= SECONDS or it.megabytes >= MEGABYTES for it in costs))


if __name__ == "__main__":
    sys.exit(main())
