"""`newsdesk check`: the files below content/ -> their problems on the screen, exit code 1 if any."""

from __future__ import annotations

import argparse
import hashlib
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from article.present import fault_of_present, present
from newsdesk.checking.articles import Checked, check
from newsdesk.checking.memory import Memory, Right, Stamp, still_right
from newsdesk.checking.pictures import fault_of
from newsdesk.checking.source import PICTURES, STORY, Fault, Source
from newsdesk.checking.stamps import NO_FILE, shown, stamps_below
from newsdesk.checking.targets import NOTHING
from newsdesk.checking.words import no_folder

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
    if fault_of_present():
        print(fault_of_present())
        return 1
    checked = check_folder(options.content)
    print(summary(checked))
    return 1 if checked.problems else 0


def check_folder(
    content: Path, remembered: Memory = NOTHING, stamps: Mapping[str, Stamp] | None = None
) -> Checked:
    """Check every file below `content`; of those `remembered` only what changed since is read.

    `stamps` are those of the files, where somebody has looked at them already. Where anything is wrong, or a
    story's own publication changed, all are read: each may link to it.
    """
    now = present().astimezone(SHANGHAI).replace(tzinfo=None)
    stamps = stamps_below(content) if stamps is None else stamps
    passed = still_right(remembered, stamps, lambda it: _digest(content / it), now, time.time_ns())
    if passed:
        checked = check(_sources(content, stamps, passed), now, passed)
        if not checked.problems and all(_is_seen_as_before(remembered, *it) for it in checked.right.items()):
            return checked
    from newsdesk.checking.many_files import check_many  # loads what a check of a few files does without

    return check_many(
        tuple(stamps),
        lambda places, others: check(_sources(content, {it: stamps[it] for it in places}), now, others),
    ) or check(_sources(content, stamps), now)


def _is_seen_as_before(remembered: Memory, place: str, right: Right) -> bool:
    was = remembered.get(place, right)
    return (was.was_out, was.hidden) == (right.was_out, right.hidden)


def _digest(file: Path) -> str:
    try:
        return hashlib.blake2b(file.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""


def summary(checked: Checked) -> str:
    """What staff read: every problem, then how many there are."""
    if not checked.problems:
        return f"检查完毕：{len(checked.places)} 篇稿件和页面，没有问题。"
    files = len({problem.path for problem in checked.problems})
    lines = [str(problem) for problem in checked.problems]
    return "\n".join([*lines, "", f"共 {len(lines)} 处要改，在 {files} 个文件里。改好后再运行一次。"])


def _sources(content: Path, stamps: Mapping[str, Stamp], passed: Memory = NOTHING) -> Iterator[Source]:
    """Each file that is not `passed`; a story with its bytes. A link to a folder is a file."""
    for place, stamp in stamps.items():
        if place not in passed:
            source = _source(content / place, content)
            yield replace(source, stamp=stamp) if stamp != NO_FILE else source


def _source(file: Path, content: Path) -> Source:
    place = PurePosixPath(*file.relative_to(content).parts)
    try:
        mode = file.lstat().st_mode
        if stat.S_ISLNK(mode):
            return Source(shown(file), place, fault=LINKED)
        if stat.S_ISDIR(mode):
            return Source(shown(file), place, fault=CLOSED_FOLDER)
        if not stat.S_ISREG(mode):
            return Source(shown(file), place, fault=ODD)
        if file.suffix == STORY:
            return Source(shown(file), place, file.read_bytes())
        if place.parts[0] == PICTURES:
            with file.open("rb") as picture:
                return Source(shown(file), place, fault=fault_of(picture))
    except OSError:
        return Source(shown(file), place, fault=CLOSED)
    return Source(shown(file), place)
