"""The kept inputs of a target: the shortest one seen for each way in which a reading can end."""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDER = Path(__file__).with_name("corpus")
LONGEST = 4_000
MOST = 60
CRASH = "crash-"
"""Begins the name of an input that once broke a law; it stays, so that it never does again."""


class Corpus:
    """What is kept for one target."""

    def __init__(self, name: str) -> None:
        self._folder = FOLDER / name
        self._best: dict[str, bytes] = {}

    def kept(self) -> list[bytes]:
        """Every input in the folder, in the order of names."""
        return [path.read_bytes() for path in sorted(self._folder.glob("*.bin"))]

    def saw(self, data: bytes, ending: str) -> None:
        """Remember `data`, if it is the shortest that ended so."""
        best = self._best.get(ending)
        if len(data) <= LONGEST and (best is None or (len(data), data) < (len(best), best)):
            self._best[ending] = data

    def store(self) -> int:
        """Write what was remembered in place of what was kept; how many there are."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for path in self._folder.glob("*.bin"):
            if not path.name.startswith(CRASH):
                path.unlink()
        for data in sorted(self._best.values(), key=len)[:MOST]:
            self._write("", data)
        return len(self.kept())

    def crashed(self, data: bytes) -> Path:
        """Keep an input that broke a law."""
        self._folder.mkdir(parents=True, exist_ok=True)
        return self._write(CRASH, data)

    def _write(self, before: str, data: bytes) -> Path:
        path = self._folder / f"{before}{hashlib.sha256(data).hexdigest()[:12]}.bin"
        path.write_bytes(data)
        return path
