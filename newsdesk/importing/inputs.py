"""The words that staff write behind `newsdesk import` -> Inputs: files, those of folders, and addresses."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdesk.importing.fetching.address import is_web
from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import NotImportedError

WEB_PAGES = (".html", ".htm")
PARTS_OF_A_PAGE = ("_files", ".files", "_文件")
"""Ends of the folders in which browsers keep what belongs to a saved page."""

OF_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
"""Files that Windows puts into folders."""

TEXTS = frozenset({".doc", ".wps", ".rtf", ".odt", ".pdf", ".ofd", ".pages", ".webarchive"})
"""Files in a folder that may be stories, so that each is refused by name instead of passed over."""

NAMELESS = NotImportedError(
    "没有写文件的名字", "引号里面是空的", "请写出文件、文件夹或网址，例如 newsdesk import 来稿.docx"
)
ELSEWHERE = NotImportedError(
    "这是一个链接，指向文件夹外面的文件",
    "为了安全，导入文件夹时只读里面的文件",
    "确实要导入的话，请直接写出那个文件的名字",
)


@dataclass(frozen=True)
class Input:
    """One thing to import. `name` is what staff wrote; one of the others is given, or why neither can be."""

    name: str
    path: Path | None = None
    address: str = ""
    refusal: NotImportedError | None = None


def inputs(words: Iterable[str]) -> list[Input]:
    """Each file and address, and each file of a folder that could be a story, in the order of their names."""
    found: list[Input] = []
    for word in words:
        if is_web(word):
            found.append(Input(word, address=word))
        elif not word.strip():
            found.append(Input(word, refusal=NAMELESS))
        elif os.path.isdir(word):  # noqa: PTH112  # Path.is_dir() raises where a name is too long
            found += _of_folder(word)
        else:
            found.append(Input(word, Path(word)))
    return found


def passed_over(words: Iterable[str]) -> list[Path]:
    """The files of folders that are no stories, in the order of their names."""
    return [
        path
        for word in words
        if not is_web(word) and word.strip() and os.path.isdir(word)  # noqa: PTH112  # as above
        for path in _files_below(Path(word))
        if not _may_be_story(path)
    ]


def _of_folder(word: str) -> list[Input]:
    inside = _real(Path(word))
    files = [
        Input(str(path), path, refusal=None if _real(path).is_relative_to(inside) else ELSEWHERE)
        for path in _files_below(Path(word))
        if _may_be_story(path)
    ]
    if files:
        return files
    why = NotImportedError(
        "这个文件夹里没有能导入的文件",
        f"能导入的文件以 {'、'.join(READERS)} 结尾",
        "请核对文件夹的名字，或先把文件另存成能导入的格式",
    )
    return [Input(word, refusal=why)]


def _may_be_story(path: Path) -> bool:
    return path.suffix.lower() in (*READERS, *TEXTS)


def _files_below(folder: Path) -> Iterator[Path]:
    """The files of a folder; not hidden ones, not Word's locks, not the parts of a saved page."""
    for place, folders, names in os.walk(folder):
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in WEB_PAGES}
        folders[:] = sorted(
            name for name in folders if not _is_skipped(name) and not _belongs_to(name, pages)
        )
        for name in sorted(names):
            if not _is_skipped(name):
                yield Path(place, name)


def _is_skipped(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in OF_SYSTEM


def _belongs_to(folder: str, pages: set[str]) -> bool:
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in PARTS_OF_A_PAGE)


def _real(path: Path) -> Path:
    """Where a path leads; Path.resolve() raises on links that lead round in a circle."""
    return Path(os.path.realpath(path))
