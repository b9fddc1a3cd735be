"""Code, libraries, environment and options -> a digest: while it stays, the same stories give the same
site."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

WITHOUT_EFFECT = frozenset(
    {"_", "PWD", "OLDPWD", "SHLVL", "TERM", "COLUMNS", "LINES", "COLORTERM", "TERM_PROGRAM", "WINDOWID"}
    | {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKE_TERMOUT", "MAKE_TERMERR", "MAKEOVERRIDES", "HOSTNAME"}
    | {"SSH_AUTH_SOCK", "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY", "XDG_SESSION_ID"}
)
"""Variables that say how we were started, and nothing of what is to be made."""


@dataclass(frozen=True)
class Given:
    """Everything but the content. `code` is a digest of our code and the libraries, `rest` of the
    settings, options and surroundings."""

    code: str
    rest: str

    def all_of_it(self, theme: str) -> str:
        """With the theme, whose folder only the settings know."""
        files = sorted(_below(theme, "")) if theme else []
        return f"{self.code} {self.rest} {_digest_of_files(files)}"


def given_now(conf: Path, options: Iterable[str], environment: Mapping[str, str]) -> Given:
    code = [
        file
        for folder in ("article", "newsdesk", "plugins")
        for file in sorted(_below(str(ROOT / folder), ".py"))
    ]
    libraries = "".join(f"{name}\n" for name in (sys.version, *sorted(_libraries())))
    beside = dict.fromkeys((str(conf.absolute().parent), str(ROOT)))
    settings = [it.path for folder in beside for it in os.scandir(folder) if it.name.endswith(".py")]
    said = [*options, *(f"{it}={environment[it]}" for it in sorted(environment.keys() - WITHOUT_EFFECT))]
    rest = hashlib.blake2b("\0".join(said).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
    return Given(
        _digest_of_files(code) + hashlib.blake2b(libraries.encode(), digest_size=16).hexdigest(),
        rest + _digest_of_files(sorted(settings)),
    )


def _digest_of_files(files: Iterable[str]) -> str:
    whole = hashlib.blake2b(digest_size=16)
    for file in files:
        data = _bytes(file)
        whole.update(f"{file} {len(data)}\n".encode("utf-8", "surrogateescape") + data)
    return whole.hexdigest()


def _below(folder: str, suffix: str) -> Iterator[str]:
    for at, folders, names in os.walk(folder):
        folders[:] = [it for it in folders if it != "__pycache__"]
        yield from (f"{at}/{name}" for name in names if name.endswith(suffix))


def _bytes(file: str) -> bytes:
    try:
        with open(file, "rb") as opened:
            return opened.read()
    except OSError:
        return b""


def _libraries() -> Iterator[str]:
    """Each folder is named after the library and its version."""
    for folder in sys.path:
        if folder.endswith("-packages"):
            yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))
