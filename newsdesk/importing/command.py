"""Files, folders and addresses that staff name -> stories below content/, and a report on each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from newsdesk.importing import as_json, report
from newsdesk.importing.fetching.fetched import Fetcher
from newsdesk.importing.filing.shelf import Change, Shelf
from newsdesk.importing.imported import NotImportedError
from newsdesk.importing.inputs import inputs, passed_over
from newsdesk.importing.outcome import Outcome, outcome, shown
from newsdesk.importing.report_line import ReportLine
from newsdesk.importing.table import Row, table

HELP = "把来稿（文件、文件夹或网址）变成稿件，并说明看懂了什么、要核对什么"
FIRST_YEAR, LAST_YEAR = 1900, 2199
MANY = 5
"""More inputs than this are told shortly, with a bar that moves."""

CHANGES = {Change.NEW: "导入", Change.UPDATED: "更新", Change.MOVED: "取代草稿"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsdesk import`."""
    parser.add_argument(
        "files", nargs="+", metavar="来稿", help="要导入的文件、文件夹或网址（https://…），可以有几个"
    )
    parser.add_argument(
        "--content", default="content", metavar="文件夹", type=Path, help="稿件放在哪个文件夹（默认 content）"
    )
    parser.add_argument("--year", type=_year, metavar="年份", help="原文没有写年份时，由您给出，例如 2026")
    parser.add_argument("--dry-run", action="store_true", help="只看报告，什么都不写，也不连接网络")
    parser.add_argument("--json", action="store_true", help="给程序看的结果：每个文件一行 JSON")


def _year(text: str) -> int:
    if not text.isdecimal() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"年份写的是“{text}”，要写四位数字，例如 2026")
    return int(text)


def run(options: argparse.Namespace, fetcher: Fetcher | None = None) -> int:
    """Import each input; 1 where one of them could not be imported, 0 otherwise."""
    found = inputs(options.files)
    shelf = Shelf(options.content, dry_run=options.dry_run)
    fetcher = None if options.dry_run else fetcher or Fetcher()
    many = len(found) > MANY
    rows: list[Row] = []
    with _bar(len(found), hidden=options.json or not many) as bar:
        for it in found:
            result = outcome(it, shelf, options.year, fetcher)
            rows.append(_row(shown(it.name), result))
            with bar.moved():
                _tell(shown(it.name), result, options, many=many)
    failed = sum(row.bad for row in rows)
    if not options.json:
        _end(rows, failed)
        _print(report.not_looked_at([shown(str(path)) for path in passed_over(options.files)]))
    return 1 if failed else 0


class _Bar:
    """How far the import is, on the screen's last line; out of the way while a report is printed."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("导入", total=total) if progress else None

    @contextmanager
    def moved(self) -> Iterator[None]:
        if self._progress is None or self._task is None:
            yield
            return
        self._progress.stop()
        yield
        self._progress.advance(self._task)
        self._progress.start()


@contextmanager
def _bar(total: int, *, hidden: bool) -> Iterator[_Bar]:
    console = Console(file=sys.stderr)
    if hidden or not console.is_terminal:
        yield _Bar(None, total)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bar(progress, total)


def _tell(name: str, result: Outcome, options: argparse.Namespace, *, many: bool) -> None:
    written = not options.dry_run
    if isinstance(result, NotImportedError):
        if options.json:
            print(as_json.refused(name, result))
        else:
            _print(report.refused(name, result), error=True)
    elif options.json:
        print(as_json.imported(name, result.draft, result.filed, written=written, report=result.report))
    else:
        told = report.shortly if many else report.imported
        _print(told(name, result.draft, result.filed, written=written))
        if result.report:
            _print(report.kept_at(result.report))


def _row(name: str, result: Outcome) -> Row:
    if isinstance(result, NotImportedError):
        return Row(name, "没有导入", result.what, 0, bad=True)
    return Row(
        name,
        CHANGES[result.filed.change],
        str(result.filed.path),
        len(result.draft.problems),
        bad=False,
        report=str(result.report or ""),
    )


def _end(rows: Sequence[Row], failed: int) -> None:
    if len(rows) > 1:
        console = Console(highlight=False)
        console.print(table(rows))
        console.print()
    _print(report.summed(len(rows) - failed, failed))


def _print(lines: Iterable[ReportLine], *, error: bool = False) -> None:
    console = Console(file=sys.stderr if error else sys.stdout, highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text(line.text, style=line.tone.value))
