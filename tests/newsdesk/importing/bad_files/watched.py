"""What one import wrote, opened to the network and printed -> Watched."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.mkdir": 0,
    "os.rename": 1,
    "os.link": 1,
    "os.symlink": 1,
    "os.remove": 0,
    "os.rmdir": 0,
    "os.chmod": 0,
}
"""What changes a folder, and which of its words is the place."""


@dataclass
class Watched:
    """Places that were written to, and hosts that were asked for or connected to."""

    written: set[Path] = field(default_factory=set)
    hosts: list[str] = field(default_factory=list)


_now: list[Watched] = []


def _hook(event: str, words: tuple[object, ...]) -> None:
    if not _now:
        return
    place: object = None
    if event == "open" and isinstance(words[2], int) and words[2] & WRITES:
        place = words[0]
    elif event in CHANGES:
        place = words[CHANGES[event]]
    if isinstance(place, str | bytes | os.PathLike):
        _now[-1].written.add(Path(os.path.abspath(os.fsdecode(place))))  # noqa: PTH100  # links stay as they are


_hooked: list[bool] = []


@contextmanager
def watched(patch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """Watch what is done; no name is looked up and nothing is connected to."""
    if not _hooked:
        sys.addaudithook(_hook)  # it can never be taken away again, so it sleeps while nothing is watched
        _hooked.append(True)
    seen = Watched()
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *words: int, **named: int) -> object:
        """Numbers alone, however they are written."""
        try:
            return real(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        except OSError:
            seen.hosts.append(host)
            raise

    def connect(it: socket.socket, address: object) -> None:
        seen.hosts.append(str(address))
        raise OSError("no connections here")

    patch.setattr(socket, "getaddrinfo", look_up)
    patch.setattr(socket.socket, "connect", connect)
    _now.append(seen)
    try:
        yield seen
    finally:
        _now.remove(seen)
