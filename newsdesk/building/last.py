"""What the last build saw and left -> whether another would do the same: then nothing is to be done.

One file of JSON beside the store, of plain numbers and texts; a broken one counts as none.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from newsdesk.checking.memory import Memory, Right

FORMAT = "linli last build 4"


@dataclass(frozen=True)
class LastBuild:
    """`given` is a digest of everything but the content, `code` of the code alone.

    `theme` is the folder of the theme. `right` are the files below content/. `outputs` are name, size and
    time (nanoseconds) of each file that lies in the output folder. `next_due` is when a story of the future
    appears (nanoseconds), 0 if there is none. `pages` and `stories` are numbers for the report. `state` is
    the name that the store of plugins.build_cache has for what it then held, `ahead` the modules that its
    settings name to be loaded ahead.
    """

    given: str = ""
    code: str = ""
    theme: str = ""
    right: Memory = field(default_factory=dict)
    outputs: tuple[tuple[str, int, int], ...] = ()
    next_due: int = 0
    stories: int = 0
    pages: int = 0
    state: str = ""
    ahead: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Of the outputs."""
        return frozenset(name for name, _, _ in self.outputs)

    def text(self) -> str:
        values = [self.given, self.code, self.theme, self.right, self.outputs, self.next_due]
        values += [self.stories, self.pages, self.state, self.ahead]
        return msgspec.json.encode([FORMAT, *values]).decode()


_Outputs = tuple[tuple[str, int, int], ...]
_Written = tuple[str, str, str, str, dict[str, Right], _Outputs, int, int, int, str, tuple[str, ...]]
"""FORMAT, and the fields of LastBuild."""


def name_of(output: Path) -> str:
    """A short name for what is kept of this output folder."""
    return hashlib.blake2b(str(output.resolve()).encode(), digest_size=8).hexdigest()


def read_last(file: Path) -> LastBuild:
    """What was written there, or a build that saw nothing."""
    try:
        form, *values = msgspec.json.decode(file.read_bytes(), type=_Written)
    except (OSError, msgspec.DecodeError):
        return LastBuild()
    return LastBuild(*values) if form == FORMAT else LastBuild()


def write_last(file: Path, build: LastBuild) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    beside.write_text(build.text(), encoding="utf-8")
    beside.replace(file)


def lie_there(output: Path, build: LastBuild) -> bool:
    """Is every file that the last build left in `output` still there and as it was?"""
    top = str(output)
    for name, size, time in build.outputs:
        try:
            stat = os.stat(f"{top}/{name}")
        except OSError:
            return False
        if stat.st_size != size or stat.st_mtime_ns != time:
            return False
    return True


def lying(output: Path, names: frozenset[str]) -> tuple[tuple[str, int, int], ...]:
    """The files of the site with size and time, for the next build to compare."""
    top = str(output)
    found = ((name, os.stat(f"{top}/{name}")) for name in sorted(names))
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)
