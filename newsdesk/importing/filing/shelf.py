"""A Draft -> its file below content/ with its pictures; never over what a person wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from article.document import format
from newsdesk.importing.draft import Draft
from newsdesk.importing.file_name import folder, places
from newsdesk.importing.filing.fingerprint import fingerprint, fingerprint_of_file
from newsdesk.importing.filing.folder import ContentFolder, DryFolder
from newsdesk.importing.filing.known import How, Repeat
from newsdesk.importing.filing.memory import Memory, Untouched
from newsdesk.importing.filing.records import digest
from newsdesk.importing.imported import NotImportedError

KEPT = "已有的稿件里可能有您改过的内容，导入从不覆盖它"
NOTHING_NEW = "内容和上次导入的一样，不用再写一遍"
NO_DATE = "那一篇有日期，这一次没有读到日期，没有用它换下原来的稿件"
NO_PICTURE = "这一次有图片没有取到，没有用它换下原来的稿件"
DOUBTS = {
    How.LIKELY: (
        "题目相同，文字大半相同，至少有一篇没有日期，分不清是一篇还是两篇",
        "是同一篇，就直接编辑那个文件；是另一篇，请在来稿里写上日期或不同的标题，再导入一次",
    ),
    How.COPY: (
        "文字完全相同，只是来自另一个网址",
        "不用再导入；要换用这个来源，请直接编辑那个文件，或先把它删掉、移走",
    ),
}
EDIT_IT = "要修改就直接编辑那个文件；要重新导入，请先把它删掉或移走"


class Change(Enum):
    """What filing did."""

    NEW = "new"
    UPDATED = "updated"
    """The story was there as import left it, and now says what the source says now."""

    MOVED = "moved"
    """The same, and it stands elsewhere, as a draft does that has got its date."""


@dataclass(frozen=True)
class Filed:
    """Where a story is now; `instead_of` is the untouched file that it took the place of."""

    path: Path
    change: Change = Change.NEW
    instead_of: Path | None = None


class Shelf:
    """The stories of one content folder."""

    def __init__(self, content: Path, *, dry_run: bool) -> None:
        self._folder: ContentFolder = DryFolder(content) if dry_run else ContentFolder(content)
        self._memory = Memory(self._folder)

    def untouched(self, draft: Draft) -> Untouched | None:
        """The same story, still as import left it, so that `put` may take its place; None where it is new.

        Raises NotImportedError where a person changed it, or there is nothing new to write.
        """
        old: Untouched | None = None
        for path in self._memory.same(draft):
            found = self._memory.untouched(path)
            if found is None:
                raise self._refused(path, KEPT, "（后来改动过）")
            old = old or found
        if old is None:
            self._refuse_doubtful(draft)
            return None
        if old.record.read == digest(format(draft.as_read)) and not old.record.missing:
            raise self._refused(old.path, NOTHING_NEW)
        if old.record.dated and draft.as_read.front_matter.date is None:
            raise self._refused(old.path, NO_DATE)
        return old

    def others(self, draft: Draft, old: Untouched | None) -> list[Repeat]:
        """Other stories that say much the same: a person must look."""
        return [it for it in self._memory.repeats(draft) if old is None or it.path != old.path]

    def put(self, draft: Draft, old: Untouched | None) -> Filed:
        """Write the story and its pictures; where it cannot be written, no picture is left behind.

        Raises NotImportedError where the story is there by now, or would lose by it.
        """
        text = format(draft.document)
        if old and draft.missing_pictures > old.record.missing:
            raise self._refused(old.path, NO_PICTURE)
        if old and text == old.text:
            raise self._refused(old.path, NOTHING_NEW)
        made: list[Path] = []
        try:
            for place, data in draft.picture_files():
                path = self._folder.root / place
                if self._folder.create(path, data):
                    made.append(path)
            filed = self._put_story(draft, text, old)
        except BaseException:
            for path in made:
                self._folder.remove(path)
            raise
        self._memory.remember(filed.path, text, draft)
        return filed

    def put_report(self, story: Path, text: str) -> Path:
        """Write the report on a story beside it, hidden from the site and its check."""
        path = _report_of(story)
        self._folder.replace(path, text.encode("utf-8", "replace"))
        return path

    def _refuse_doubtful(self, draft: Draft) -> None:
        for it in self._memory.repeats(draft):
            if it.how in DOUBTS:
                raise NotImportedError(f"很可能已经有这一篇：{it.path}", *DOUBTS[it.how])

    def _put_story(self, draft: Draft, text: str, old: Untouched | None) -> Filed:
        if old is None:
            return Filed(self._put_new(draft, text))
        if self._folder.text(old.path) != old.text:
            raise self._refused(old.path, KEPT, "（刚刚改动过）")
        if self._stays(draft, old):
            self._folder.replace(old.path, text.encode())
            return Filed(old.path, Change.UPDATED, old.path)
        path = self._put_new(draft, text)
        self._folder.remove(old.path)
        self._folder.remove(_report_of(old.path))
        self._memory.forget(old.path)
        return Filed(path, Change.MOVED, old.path)

    def _stays(self, draft: Draft, old: Untouched) -> bool:
        """A story keeps its address, unless its date belongs to another folder and nobody moved it."""
        place = self._memory.place(old.path)
        moved_by_a_person = place.as_posix() != old.record.story
        return moved_by_a_person or place.parent == folder(draft.document.front_matter)

    def _put_new(self, draft: Draft, text: str) -> Path:
        """Write at the first free place. Two that write at the same time get two places."""
        for place in places(draft.document.front_matter):
            path = self._folder.root / place
            there = self._folder.text(path)
            if there is None and self._folder.create(path, text.encode()):
                return path
            there = self._folder.text(path) if there is None else there
            if there and fingerprint_of_file(there) == _fingerprint(draft):
                raise self._refused(path, KEPT)
        raise AssertionError("places never ends")

    def _refused(self, path: Path, why: str, state: str = "") -> NotImportedError:
        report = _report_of(path)
        there = self._folder.data(report) is not None
        fix = f"{EDIT_IT}。上次删去了什么，写在 {report}" if there else EDIT_IT
        return NotImportedError(f"这一篇已经导入过：{path}{state}", why, fix)


def _fingerprint(draft: Draft) -> str:
    return fingerprint(draft.document.front_matter.title, draft.document.body)


def _report_of(story: Path) -> Path:
    return story.with_name(f".{story.stem}.report.txt")
