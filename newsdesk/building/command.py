"""`newsdesk build`: content/ -> output/. Where nothing changed it says so before anything else is loaded."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from article.present import fault_of_present, present_ns
from newsdesk.building.aside import aside
from newsdesk.building.last import LastBuild, lie_there, name_of, read_last
from newsdesk.building.surroundings import Given, given_now
from newsdesk.building.turn import one_at_a_time
from newsdesk.checking.memory import Stamp
from newsdesk.checking.stamps import stamps_below
from newsdesk.checking.words import no_folder

NOTHING: frozenset[str] = frozenset()

HELP = "检查全部稿件，没有问题就生成整个网站"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹（默认 content）")
    parser.add_argument("--output", type=Path, default=Path("output"), help="网站生成到哪里（默认 output）")
    parser.add_argument(
        "--conf", type=Path, default=Path("pelicanconf.py"), help="网站设置（默认 pelicanconf.py）"
    )
    parser.add_argument(
        "--store", type=Path, default=Path(".build"), help="两次生成之间记东西的文件夹（默认 .build）"
    )
    parser.add_argument("--relative-urls", action="store_true", help="链接写成相对路径，不用服务器也能点开")
    parser.add_argument("--debug", action="store_true", help="显示 Pelican 的全部记录，给程序员看")
    parser.add_argument("pelican", nargs="*", help="写在 -- 后面、原样交给 Pelican 的选项")


def run(options: argparse.Namespace) -> int:
    started = time.monotonic()
    problem = refusal(options.content, options.output, options.conf)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    with one_at_a_time(options.store, lambda: print("另一次生成还没完，等它做完……", file=sys.stderr)):
        file = options.store / f"last-{name_of(options.output)}.json"
        last, given = read_last(file), _given(options)
        stamps = stamps_below(options.content)
        touched = _touched(options, last, given, stamps)
        if touched == NOTHING:
            seconds = time.monotonic() - started
            print(
                f"没有改动：{last.stories} 篇稿件和页面，{last.pages} 个网页都是最新的；"
                f"用时 {seconds:.1f} 秒。"
            )
            return 0
        gc.disable()  # what this process makes it needs to the end; those that read stories turn it on
        beside = aside(last.ahead) if touched else None
        from newsdesk.building.site import build_site  # loads Pelican: a build without changes needs it not

        known = last if last.code == given.code else LastBuild()
        told = {"BUILD_FOLLOWS": known.state, "BUILD_TOUCHED": touched, "BUILD_BESIDE": beside}
        try:
            return build_site(options, known, given, stamps, file, {**told, "CONTENT_STAMPS": stamps})
        finally:
            if beside:
                beside.close()


def _given(options: argparse.Namespace) -> Given:
    places = [str(it.resolve()) for it in (options.content, options.output, options.conf)]
    words = [*places, str(options.relative_urls), str(options.debug), *options.pelican]
    return given_now(options.conf, words, os.environ)


def _touched(
    options: argparse.Namespace, last: LastBuild, given: Given, stamps: Mapping[str, Stamp]
) -> frozenset[str] | None:
    """The files that may differ from what the last build saw; None where more than that may: other files,
    code or settings, a story that is due, a site that was touched."""
    if last.code != given.code or (last.next_due and present_ns() >= last.next_due):
        return None
    if not last.given or last.given != given.all_of_it(last.theme):
        return None
    if stamps.keys() != last.right.keys():
        return None
    clock, right = time.time_ns(), last.right
    touched = frozenset(
        at for at, stamp in stamps.items() if right[at].stamp != stamp or not stamp.is_settled(clock)
    )
    return touched if lie_there(options.output, last) else None


def refusal(content: Path, output: Path, conf: Path) -> str:
    """Why the build cannot begin, or nothing."""
    source, target = content.resolve(), output.resolve()
    if not source.is_dir():
        return no_folder(content)
    if not conf.is_file():
        return f"找不到网站设置“{conf}”。请写明 CONFFILE=设置文件。"
    if source == target or source in target.parents or target in source.parents:
        return (
            f"网站不能生成到“{output}”：它和稿件文件夹“{content}”套在一起，会弄乱稿件。请换一个 OUTPUTDIR。"
        )
    if output.exists() and not output.is_dir():
        return f"网站不能生成到“{output}”：那里已经有一个同名文件。请换一个 OUTPUTDIR。"
    return fault_of_present()
