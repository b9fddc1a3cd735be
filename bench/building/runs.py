"""A command -> Run, what it took; many of them -> a table of medians and of ratios against one peer."""

from __future__ import annotations

import math
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Run:
    """`wall` and `cpu` are seconds (cpu of all its processes), `memory` the largest process in MB."""

    peer: str
    size: int
    case: str
    wall: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0

    def line(self) -> str:
        name = f"{self.peer} {self.size} {self.case}"
        return f"{name}: {self.wall:.2f} s, CPU {self.cpu:.2f} s, {self.memory:.0f} MB"


def timed(command: Sequence[str], folder: Path, environment: Mapping[str, str], run: Run) -> Run:
    """Raises RuntimeError where the command fails; its words are in build.log."""
    with (folder / "build.log").open("ab") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=log, stderr=log)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}, see {folder / 'build.log'}")
    return replace(run, wall=wall, cpu=used.ru_utime + used.ru_stime, memory=used.ru_maxrss / 1024)


def table(runs: Sequence[Run], against: str) -> str:
    """Rows of size and case, columns of peers: median wall and CPU seconds, and the ratio of the walls."""
    peers = list(dict.fromkeys(run.peer for run in runs))
    lines = ["| stories | case | " + " | ".join(peers) + " |", "|---|---|" + "---|" * len(peers)]
    for size, case in dict.fromkeys((run.size, run.case) for run in runs):
        cells = []
        base = _median(runs, against, size, case, "wall")
        for peer in peers:
            wall, cpu = (_median(runs, peer, size, case, it) for it in ("wall", "cpu"))
            ratio = f", × {wall / base:.2f}" if base else ""
            memory = _median(runs, peer, size, case, "memory")
            cells.append(f"{wall:.2f} s (CPU {cpu:.2f}, {memory:.0f} MB{ratio})" if wall else "–")
        lines.append(f"| {size:,} | {case} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def growth(runs: Sequence[Run], peer: str) -> list[str]:
    """For each case, how the cost grows from one size to the next: the exponent, 1 for "in proportion"."""
    lines = []
    for case in dict.fromkeys(run.case for run in runs if run.peer == peer):
        sizes = sorted({run.size for run in runs if (run.peer, run.case) == (peer, case)})
        for small, large in pairwise(sizes):
            few, many = (_median(runs, peer, it, case, "cpu") for it in (small, large))
            if few and many:
                exponent = math.log(many / few) / math.log(large / small)
                lines.append(
                    f"{peer}, {case}, {small:,} to {large:,}: CPU time grows with exponent {exponent:.2f}"
                )
    return lines


def _median(runs: Sequence[Run], peer: str, size: int, case: str, what: str) -> float:
    found = [getattr(it, what) for it in runs if (it.peer, it.size, it.case) == (peer, size, case)]
    return float(median(found)) if found else 0.0
