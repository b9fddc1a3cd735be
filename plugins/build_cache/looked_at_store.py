"""The store of a build that runs in another process -> the same, only to look at: nothing is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from plugins.build_cache.store import MadeFrom, OutputLine, Store, StoryLine


class LookedAtStore(Store):
    """What is kept here is known in this process alone."""

    def keep_story(self, line: StoryLine, record: str, html: str) -> None:
        """A story that is not as the build found it cannot be shown as it is now."""
        raise RuntimeError(f"{line.path} was changed while the site was being built")

    def keep_line(self, line: StoryLine) -> None:
        self.stories()[line.path] = line

    def commit(self) -> None:
        """There is nothing to commit."""

    def forget_stories(self, paths: Iterable[str]) -> None:
        """As all below: the build itself does it."""

    def keep_outputs(self, lines: Iterable[OutputLine]) -> None: ...
    def doubt_outputs(self, names: Iterable[str]) -> None: ...
    def forget_outputs(self, names: Iterable[str]) -> None: ...
    def note(self, name: str, value: str) -> None: ...
    def keep_templates(self, lines: Iterable[tuple[str, str]]) -> None: ...
    def keep_file_digests(self, digests: dict[str, tuple[int, int, int, str]]) -> None: ...
    def keep_made_from(self, lines: Iterable[MadeFrom], shared: Mapping[str, Mapping[str, str]]) -> None: ...

    def _open(self) -> None:
        self._db = sqlite3.connect(
            f"file:{self._file}?mode=ro", uri=True, timeout=60, check_same_thread=False
        )

    def _start_anew(self) -> None:
        raise RuntimeError(f"this worker cannot use the store {self._file}: {self.why_new}")
