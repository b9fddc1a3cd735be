"""A public repository on this disk -> the files of one of its commits."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CLONES = Path(".build/bench")


class DataMissingError(Exception):
    """The message says how to get the data."""


@dataclass(frozen=True)
class Repository:
    """`name` is the variable that names its git directory, else it is .build/bench/NAME.git."""

    name: str
    address: str
    commit: str

    def git(self, *words: str) -> bytes:
        """Raises DataMissingError."""
        done = subprocess.run(
            ["git", "-c", "core.quotepath=false", "--git-dir", str(self._folder()), *words],
            check=False,
            capture_output=True,
        )
        if done.returncode:
            raise DataMissingError(f"{self.name}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def texts(self, folder: str) -> Iterator[tuple[str, str]]:
        """Path and text of each file below a folder."""
        rows = self.git("ls-tree", "-r", "-z", self.commit, folder).decode().split("\0")
        files = [(row.split()[2], row.split("\t", 1)[1]) for row in rows if row]
        with subprocess.Popen(
            ["git", "--git-dir", str(self._folder()), "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdin and process.stdout
            asked = "".join(f"{blob}\n" for blob, _ in files).encode()
            threading.Thread(target=_feed, args=(process.stdin, asked), daemon=True).start()
            for _, path in files:
                size = int(process.stdout.readline().split()[2])
                yield path, process.stdout.read(size).decode("utf-8", "replace")
                process.stdout.read(1)

    def _folder(self) -> Path:
        folder = Path(os.environ.get(self.name, CLONES / f"{self.name}.git"))
        if not folder.is_dir():
            raise DataMissingError(f"no {folder}: git clone --bare {self.address} {CLONES / self.name}.git")
        return folder


def _feed(pipe, asked: bytes) -> None:
    pipe.write(asked)
    pipe.close()
