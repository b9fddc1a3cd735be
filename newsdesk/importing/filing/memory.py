"""A content folder -> Memory: which stories a draft repeats, and which are still as import left them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from article.document import format
from article.likeness import likeness
from newsdesk.importing.draft import Draft
from newsdesk.importing.file_name import DRAFTS
from newsdesk.importing.filing import records
from newsdesk.importing.filing.fingerprint import fingerprint, fingerprint_of_file, parts_of
from newsdesk.importing.filing.folder import ContentFolder
from newsdesk.importing.filing.known import RELATED, How, KnownStories, Repeat
from newsdesk.importing.filing.records import Record, digest


@dataclass(frozen=True)
class Untouched:
    """A story as import left it."""

    path: Path
    text: str
    record: Record


class Memory:
    """The folder is read once, at the first question."""

    def __init__(self, folder: ContentFolder) -> None:
        self._folder = folder

    @cached_property
    def _known(self) -> KnownStories:
        known = KnownStories(lambda path: self._folder.text(path) or "")
        for path in self._folder.stories():
            known.add(path, self._folder.text(path) or "")
        return known

    def same(self, draft: Draft) -> list[Path]:
        """The files that are this story, those on the site before drafts."""
        found = [it.path for it in self.repeats(draft) if it.how is How.SAME]
        record = self._record(fingerprint(draft.as_read.front_matter.title, draft.as_read.body))
        path = self._folder.root / record.story if record else None
        if path and path not in found and self._says_much_of(path, draft):
            found.append(path)
        return sorted(found, key=lambda path: self.place(path).parent == DRAFTS)

    def repeats(self, draft: Draft) -> list[Repeat]:
        """The stories that say what `draft` says, or much of it."""
        return self._known.repeats(draft.as_read)

    def untouched(self, path: Path) -> Untouched | None:
        """The story at `path`, if it is as import left it."""
        text = self._folder.text(path) or ""
        record = self._record(fingerprint_of_file(text))
        return Untouched(path, text, record) if record and record.written == digest(text) else None

    def remember(self, path: Path, text: str, draft: Draft) -> None:
        """Import wrote `text` at `path`."""
        self._known.add(path, text)
        record = Record(
            story=self.place(path).as_posix(),
            written=digest(text),
            read=digest(format(draft.as_read)),
            dated=draft.as_read.front_matter.date is not None,
            missing=draft.missing_pictures,
        )
        file = self._folder.root / records.place_of(fingerprint_of_file(text))
        self._folder.replace(file, records.data_of(record))

    def forget(self, path: Path) -> None:
        """Import took the story at `path` away."""
        self._known.forget(path)

    def place(self, path: Path) -> PurePosixPath:
        """Where a file is below the folder."""
        return PurePosixPath(*path.relative_to(self._folder.root).parts)

    def _says_much_of(self, path: Path, draft: Draft) -> bool:
        """Is the file still this story, though a person changed it?"""
        text = self._folder.text(path)
        return bool(text) and likeness(parts_of(text or "")[1], draft.as_read.body) >= RELATED

    def _record(self, fingerprint: str) -> Record | None:
        data = self._folder.data(self._folder.root / records.place_of(fingerprint))
        return records.read(data) if data else None
