"""Files that staff name -> stories below content/, and a report on each."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from newsdesk.importing import as_json, report
from newsdesk.importing.draft import Draft, drafted
from newsdesk.importing.filing import Shelf
from newsdesk.importing.formats import READERS
from newsdesk.importing.imported import ImportedArticle, NotImportedError
from newsdesk.importing.other_files import unknown_suffix
from newsdesk.importing.report import ReportLine

HELP = "把来稿（.txt）变成稿件，并说明看懂了什么、要核对什么"
FIRST_YEAR, LAST_YEAR = 1900, 2199


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsdesk import`."""
    parser.add_argument("files", nargs="+", metavar="文件", help="要导入的文件，可以有几个")
    parser.add_argument(
        "--content", default="content", metavar="文件夹", type=Path, help="稿件放在哪个文件夹（默认 content）"
    )
    parser.add_argument("--year", type=_year, metavar="年份", help="原文没有写年份时，由您给出，例如 2026")
    parser.add_argument("--dry-run", action="store_true", help="只看报告，什么都不写")
    parser.add_argument("--json", action="store_true", help="给程序看的结果：每个文件一行 JSON")


def _year(text: str) -> int:
    if not text.isdecimal() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"年份写的是“{text}”，要写四位数字，例如 2026")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Import each file; 1 where one of them could not be imported, 0 otherwise."""
    shelf = Shelf(options.content, dry_run=options.dry_run)
    failed = 0
    for name in options.files:
        outcome = _import(name, shelf, options)
        failed += isinstance(outcome, NotImportedError)
        _tell(_shown(name), outcome, options)
    if not options.json:
        _print(report.summed(len(options.files) - failed, failed))
    return 1 if failed else 0


@dataclass(frozen=True)
class _Filed:
    draft: Draft
    path: Path


def _import(name: str, shelf: Shelf, options: argparse.Namespace) -> _Filed | NotImportedError:
    try:
        draft = drafted(read(Path(name)), options.year)
        if draft.balance.difference:
            raise NotImportedError(draft.problems[-1], "导入不能丢一个字", "请把原文件交给开发人员")
        path = shelf.put(draft)
    except NotImportedError as why:
        return why
    except OSError as error:
        return _of_system(error)
    return _Filed(draft.with_twins(tuple(shelf.twins(draft, path))), path)


def read(path: Path) -> ImportedArticle:
    """The article in the file at `path`. Raises NotImportedError; OSError where we may not read it."""
    if path.is_dir():
        raise NotImportedError("这是一个文件夹", "导入要的是文件", "请写出文件夹里的文件，例如 文件夹/*.txt")
    if not path.exists():
        raise NotImportedError(
            "没有这个文件", "名字或位置可能写错了", "请核对文件名；名字里有空格时，用引号括起来"
        )
    if not path.is_file():
        raise NotImportedError("这不是普通文件", "导入要的是一篇文章的文字", "请写出一个 .txt 文件的名字")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise unknown_suffix(path.suffix.lower())
    return reader(path.read_bytes())


def _of_system(error: OSError) -> NotImportedError:
    place = f"：{_shown(error.filename)}" if isinstance(error.filename, str) else ""
    if isinstance(error, PermissionError):
        return NotImportedError(
            f"没有权限读或写{place}", "这个文件或文件夹不让当前用户使用", "请换一个文件夹，或请管理员开放权限"
        )
    return NotImportedError(
        f"读或写不成{place}（{error.strerror}）",
        "磁盘可能满了，或者文件夹的位置不对",
        "请核对文件夹的名字和磁盘空间",
    )


def _shown(name: str) -> str:
    """A file's name as it can be printed anywhere."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "�" for char in text)


def _tell(name: str, outcome: _Filed | NotImportedError, options: argparse.Namespace) -> None:
    if isinstance(outcome, NotImportedError):
        if options.json:
            print(as_json.refused(name, outcome))
        else:
            _print(report.refused(name, outcome), error=True)
        return
    written = not options.dry_run
    if options.json:
        print(as_json.imported(name, outcome.draft, outcome.path, written=written))
    else:
        _print(report.imported(name, outcome.draft, outcome.path, written=written))


def _print(lines: Iterable[ReportLine], *, error: bool = False) -> None:
    console = Console(file=sys.stderr if error else sys.stdout, highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text(line.text, style=line.tone.value))
