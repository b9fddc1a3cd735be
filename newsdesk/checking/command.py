"""`newsdesk check`: the files below content/ -> their problems on the screen, exit code 1 if any."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from newsdesk.checking.articles import Checked, check
from newsdesk.checking.source import STORY, Source

HELP = "检查全部稿件，把要改的地方一次说清"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹（默认 content）")


def run(options: argparse.Namespace) -> int:
    if not options.content.is_dir():
        print(f"找不到稿件文件夹“{options.content}”。请在网站的文件夹里运行，或用 --content 写明它在哪里。")
        return 1
    checked = check_folder(options.content)
    print(summary(checked))
    return 1 if checked.problems else 0


def check_folder(content: Path) -> Checked:
    """Check every file below `content`."""
    return check(sources_below(content))


def summary(checked: Checked) -> str:
    """What staff read: every problem, then how many there are."""
    if not checked.problems:
        return f"检查完毕：{len(checked.stories)} 篇稿件和页面，没有问题。"
    files = len({problem.path for problem in checked.problems})
    lines = [str(problem) for problem in checked.problems]
    return "\n".join([*lines, "", f"共 {len(lines)} 处要改，在 {files} 个文件里。改好后再运行一次。"])


def sources_below(content: Path) -> Iterator[Source]:
    """Each file below `content` that is not hidden; a story with its bytes."""
    for folder, folders, names in os.walk(content):
        seen = sorted(name for name in (*folders, *names) if not name.startswith((".", "~$")))
        folders[:] = [name for name in seen if name in folders and not Path(folder, name).is_symlink()]
        for name in seen:
            if name not in folders:
                yield _source(Path(folder, name), content)


def _source(file: Path, content: Path) -> Source:
    place = PurePosixPath(*file.relative_to(content).parts)
    if file.is_symlink():
        return Source(shown(file), place, refused="这不是文件本身，而是指向别处的链接")
    if file.suffix != STORY:
        return Source(shown(file), place)
    try:
        return Source(shown(file), place, file.read_bytes())
    except OSError:
        return Source(shown(file), place, refused="这个文件打不开")


def shown(file: Path) -> Path:
    """The path as staff can click it: from the folder they are in, where it lies below that."""
    try:
        return file.absolute().relative_to(Path.cwd())
    except ValueError:
        return file
