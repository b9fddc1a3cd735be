"""Files whose name or nature is the trouble: links, pipes, folders, long and strange names."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.newsdesk.importing.bad_files.bad import STORY, Bad


def named(name: str) -> Callable[[Path], str]:
    """A good story under this name."""

    def make(folder: Path) -> str:
        (folder / name).write_text(STORY, encoding="utf-8")
        return str(folder / name)

    return make


def upwards(folder: Path) -> str:
    (folder / "below").mkdir()
    (folder / "up.txt").write_text(STORY, encoding="utf-8")
    return f"{folder}/below/../up.txt"


def linked(target: str) -> Callable[[Path], str]:
    """A link to this place."""

    def make(folder: Path) -> str:
        (folder / "link.txt").symlink_to(target)
        return str(folder / "link.txt")

    return make


def in_folder(target: str) -> Callable[[Path], str]:
    """A folder with nothing but a link to this place."""

    def make(folder: Path) -> str:
        linked(target)(folder)
        return str(folder)

    return make


def folder_named_text(folder: Path) -> str:
    (folder / "x.txt").mkdir()
    return str(folder / "x.txt")


def pipe(folder: Path) -> str:
    os.mkfifo(folder / "pipe.txt")
    return str(folder / "pipe.txt")


def not_utf8(folder: Path) -> str:
    path = os.fsencode(folder) + b"/\xbb\xb1\xca\xf7.txt"
    Path(os.fsdecode(path)).write_text(STORY, encoding="utf-8")
    return os.fsdecode(path)


NAMES: Mapping[str, Bad] = {
    "a path upwards": Bad(upwards, "", refused=False),
    "a link out of the folder": Bad(in_folder("/etc/passwd"), "指向文件夹外面", never=("root:",)),
    "a link to nowhere": Bad(linked("/nowhere/x.txt"), "不是普通文件"),
    "a link to itself": Bad(linked("link.txt"), "不"),
    "a link to a device": Bad(linked("/dev/zero"), "这不是普通文件"),
    "a device": Bad(lambda folder: "/dev/zero", "这不是普通文件"),
    "a pipe": Bad(pipe, "这不是普通文件"),
    "a folder named like a text": Bad(folder_named_text, "没有能导入的文件"),
    "no such file": Bad(lambda folder: str(folder / "missing.txt"), "没有这个文件"),
    "no name at all": Bad(lambda folder: "", "没有写文件的名字"),
    "a name of Windows": Bad(named("CON.txt"), "", refused=False),
    "an emoji": Bad(named("🎉🏮.txt"), "", refused=False),
    "more than 200 bytes": Bad(named("槐" * 80 + ".txt"), "", refused=False),
    "longer than a name can be": Bad(lambda folder: str(folder / ("x" * 300 + ".txt")), "没有这个文件"),
    "with a zero": Bad(lambda folder: f"{folder}/a\0b.txt", "没有这个文件"),
    "as a Mac writes it": Bad(named(unicodedata.normalize("NFD", "café é.txt")), "", refused=False),
    "not UTF-8": Bad(not_utf8, "", refused=False),
    "with control characters": Bad(named("a\x1b[31m\nb.txt"), "", refused=False, never=("\x1b",)),
    "a leading dash": Bad(named("-rf.txt"), "", refused=False),
    "no suffix": Bad(named("story"), "没有后缀"),
    "only a suffix": Bad(named(".txt"), "没有后缀"),
    "a suffix that nobody knows": Bad(named("a.\u202etxt"), "还不认识", never=("\u202e",)),
    "two suffixes": Bad(named("a.txt.exe"), "还不认识 .exe"),
    **{
        f"a {suffix} file": Bad(named(f"a{suffix}"), says)
        for suffix, says in {
            ".doc": "另存为“Word 文档（.docx）”",
            ".wps": "另存为“Word 文档（.docx）”",
            ".rtf": "另存为“Word 文档（.docx）”",
            ".odt": "另存为“Word 文档（.docx）”",
            ".pages": "另存为“Word 文档（.docx）”",
            ".pdf": "选中全部文字复制",
            ".xlsx": "还不认识 .xlsx",
            ".jpg": "打成 .txt",
            ".url": "浏览器",
        }.items()
    },
}
