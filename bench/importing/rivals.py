"""Pages -> what an existing tool gives for each, run in an environment of its own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bench.importing.blocks import decode
from bench.importing.score import Result

RIVALS = ("trafilatura", "gne", "newspaper4k", "readability-lxml")
PYTHON = Path(".build/bench-venv/bin/python")
WORKER = Path(__file__).with_name("rival_worker.py")
LONGEST = 60
"""Seconds for one page."""


def rival(name: str, pages: Sequence[bytes]) -> list[Result]:
    """What tool `name` gives. It gets decoded text: decoding is not what is measured.

    Raises FileNotFoundError where the environment is missing.
    """
    if not PYTHON.exists():
        raise FileNotFoundError(f"{PYTHON} is missing: make bench-import makes it")
    asked = "\n".join(json.dumps(decode(page)) for page in pages)
    done = subprocess.run(
        [PYTHON, WORKER, name],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST * len(pages),
    )
    return [_result(json.loads(line)) for line in done.stdout.splitlines()]


def _result(given: dict[str, object]) -> Result:
    def text(name: str) -> str:
        return str(given.get(name) or "")

    def texts(name: str) -> tuple[str, ...]:
        values = given.get(name)
        return tuple(map(str, values)) if isinstance(values, list) else ()

    return Result(
        title=text("title"),
        date=text("date"),
        source=text("source"),
        editor=text("editor"),
        authors=texts("authors"),
        body=text("body"),
        headings=texts("headings"),
        pictures=texts("pictures"),
    )
