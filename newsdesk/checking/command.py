"""`newsdesk check`: the files below content/ -> their problems on the screen, exit code 1 if any."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from newsdesk.checking.articles import Checked, check
from newsdesk.checking.pictures import fault_of
from newsdesk.checking.source import PICTURES, STORY, Fault, Source

HELP = "检查全部稿件，把要改的地方一次说清"
SHANGHAI = ZoneInfo("Asia/Shanghai")

LINKED = Fault("这不是文件本身，而是指向别处的链接", "把真正的文件复制到这里，替换这个链接")
ODD = Fault("这不是普通文件", "把它移出 content 文件夹")
CLOSED = Fault("这个文件打不开：没有读取的权限，或磁盘有问题", "请打开它的读取权限，或另存一份")
CLOSED_FOLDER = Fault("这个文件夹打不开，里面的稿件读不到", "请打开它的读取权限")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹（默认 content）")


def run(options: argparse.Namespace) -> int:
    if not options.content.is_dir():
        print(no_folder(options.content))
        return 1
    checked = check_folder(options.content)
    print(summary(checked))
    return 1 if checked.problems else 0


def no_folder(content: Path) -> str:
    """What staff read where there is no content folder."""
    fix = "请在网站的文件夹里运行，或用 --content（make 里是 INPUTDIR=）写明它在哪里。"
    return f"找不到稿件文件夹“{content}”。{fix}"


def check_folder(content: Path) -> Checked:
    """Check every file below `content`."""
    return check(sources_below(content), dt.datetime.now(SHANGHAI).replace(tzinfo=None))


def summary(checked: Checked) -> str:
    """What staff read: every problem, then how many there are."""
    if not checked.problems:
        return f"检查完毕：{len(checked.stories)} 篇稿件和页面，没有问题。"
    files = len({problem.path for problem in checked.problems})
    lines = [str(problem) for problem in checked.problems]
    return "\n".join([*lines, "", f"共 {len(lines)} 处要改，在 {files} 个文件里。改好后再运行一次。"])


def sources_below(content: Path) -> Iterator[Source]:
    """Each file below `content` that is not hidden; a story with its bytes. A link to a folder is a file."""
    closed: list[Path] = []
    for folder, folders, names in os.walk(content, onerror=lambda error: closed.append(Path(error.filename))):
        seen = sorted(name for name in (*folders, *names) if not name.startswith((".", "~$")))
        folders[:] = [name for name in seen if name in folders and not Path(folder, name).is_symlink()]
        for name in seen:
            if name not in folders:
                yield _source(Path(folder, name), content)
    for path in closed:
        yield Source(shown(path), _place(path, content), fault=CLOSED_FOLDER)


def _source(file: Path, content: Path) -> Source:
    place = _place(file, content)
    if file.is_symlink():
        return Source(shown(file), place, fault=LINKED)
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return Source(shown(file), place, fault=ODD)
        if file.suffix == STORY:
            return Source(shown(file), place, file.read_bytes())
        if place.parts[0] == PICTURES:
            with file.open("rb") as picture:
                return Source(shown(file), place, fault=fault_of(picture))
    except OSError:
        return Source(shown(file), place, fault=CLOSED)
    return Source(shown(file), place)


def _place(file: Path, content: Path) -> PurePosixPath:
    return PurePosixPath(*file.relative_to(content).parts)


def shown(file: Path) -> Path:
    """The path as staff can click it: from the folder they are in, where it lies below that."""
    try:
        return file.absolute().relative_to(Path.cwd())
    except ValueError:
        return file
