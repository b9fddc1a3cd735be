"""A Draft -> its file below content/, never over another. The only module of importing that writes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from article.document import FENCE, format
from article.likeness import ALIKE, han, likeness
from newsdesk.importing.draft import Draft
from newsdesk.importing.file_name import places
from newsdesk.importing.imported import NotImportedError


class Shelf:
    """The stories of one content folder, and those that a dry run would have written."""

    def __init__(self, content: Path, *, dry_run: bool) -> None:
        self._content = content
        self._dry_run = dry_run
        self._planned: dict[Path, str] = {}

    def put(self, draft: Draft) -> Path:
        """Write `draft` at the first free place and return it. Raises NotImportedError if it is there.

        Two that write at the same time get two places: the file appears whole, by a link that fails where
        one is already.
        """
        text = format(draft.document)
        for place in places(draft.document.front_matter):
            path = self._content / place
            there = self._text_at(path)
            if there is None and self._write(path, text):
                return path
            self._refuse_same(draft, path, there if there is not None else self._text_at(path) or "")
        raise AssertionError("places never ends")

    def twins(self, draft: Draft, but: Path) -> Iterator[Path]:
        """Other stories of the folder with the same Han characters in their body."""
        name = but.stem.rstrip("0123456789").rstrip("-")
        own = han(draft.document.body)
        for path in sorted(self._content.glob(f"news/*/{name}*.md")):
            if path != but and own and han(_body(path.read_text(encoding="utf-8", errors="replace"))) == own:
                yield path

    def _text_at(self, path: Path) -> str | None:
        if path in self._planned:
            return self._planned[path]
        if not os.path.lexists(path):
            return None
        if not path.is_file():
            return ""
        return path.read_text(encoding="utf-8", errors="replace")

    def _write(self, path: Path, text: str) -> bool:
        """Make `path` with `text`; False where another came first."""
        if self._dry_run:
            self._planned[path] = text
            return True
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".import-", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o666 & ~_umask())
            return _link(Path(name), path, text)
        finally:
            Path(name).unlink(missing_ok=True)

    def _refuse_same(self, draft: Draft, path: Path, text: str) -> None:
        alike = likeness(_body(text), draft.document.body)
        if alike < ALIKE:
            return
        same = alike == 1.0
        raise NotImportedError(
            f"这一篇已经导入过：{path}" + ("" if same else "（文字略有不同）"),
            "已有的稿件里可能有您改过的内容，导入从不覆盖它",
            "要修改就直接编辑那个文件；要重新导入，请先把它删掉或移走",
        )


def _link(written: Path, path: Path, text: str) -> bool:
    """Give the whole file its name; False where the name is taken."""
    try:
        os.link(written, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            return False
    return True


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _body(text: str) -> str:
    """The part of a story's file below its front matter, even where that is broken."""
    parts = text.split(f"\n{FENCE}\n", 1)
    return parts[1] if text.startswith(FENCE) and len(parts) == 2 else text
