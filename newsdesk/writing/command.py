"""`newsdesk new`: a title -> a new draft below content/, never over an existing file."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from article import document
from article.front_matter import INVISIBLE, UNPRINTABLE
from newsdesk.checking.words import no_folder
from newsdesk.importing.file_name import places
from newsdesk.writing.story import new_story

HELP = "新写一篇：建好文件和各个字段，照着填"
SHANGHAI = ZoneInfo("Asia/Shanghai")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("title", help="标题，用引号括起来")
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹（默认 content）")
    parser.add_argument("--category", default="", help="导航里的栏目，例如 民生服务")


def run(options: argparse.Namespace) -> int:
    if not options.content.is_dir():
        print(no_folder(options.content))
        return 1
    if all(char.isspace() or char in INVISIBLE for char in options.title) or UNPRINTABLE.search(
        options.title
    ):
        print("标题要写成一行文字，例如 newsdesk new “槐树里办起春季集市”。")
        return 1
    today = dt.datetime.now(SHANGHAI).date()
    text = new_story(options.title.strip(), today, options.category)
    for place in places(document.parse(text, Path("new")).front_matter):
        try:
            file = _create(options.content / place, text)
        except FileExistsError:
            continue
        print(f"已建好：{file}\n写好后把里面的 status: draft 改成 status: published，再运行 make check。")
        return 0
    raise AssertionError("places never ends")


def _create(file: Path, text: str) -> Path:
    """Write a file that is not there yet. Raises FileExistsError where it is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as new:
        new.write(text)
    return file
