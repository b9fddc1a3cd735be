"""`newsdesk serve`: build, serve on this machine alone, and build anew at each change."""

from __future__ import annotations

import argparse
import errno
import threading
from collections.abc import Iterable
from pathlib import Path

from watchfiles import DefaultFilter, watch

from newsdesk.building.command import refusal
from newsdesk.serving.next_build import Built, NextBuild
from newsdesk.serving.server import News, Server

LAST_PORT = 65535
HELP = "在本机预览网站，稿件一改，网页自动更新"
STEP = 20
"""Milliseconds without another change after which a build begins; an editor saves in a few."""

WATCHED_BESIDE_CONF = ("themes", "plugins", "article", "newsdesk")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹（默认 content）")
    parser.add_argument("--output", type=Path, default=Path("output"), help="网站生成到哪里（默认 output）")
    parser.add_argument(
        "--conf", type=Path, default=Path("pelicanconf.py"), help="网站设置（默认 pelicanconf.py）"
    )
    parser.add_argument("--port", type=_port, default=8000, help="端口（默认 8000）")
    parser.add_argument("--no-server", action="store_true", help="只在改动后重新生成，不开网页服务")
    parser.add_argument("build", nargs="*", help="写在 -- 后面、原样交给 newsdesk build 的选项")


def run(options: argparse.Namespace) -> int:
    news = News()
    problem = refusal(options.content, options.output, options.conf)
    if problem:
        print(problem)
        return 1
    if options.no_server:
        _build_at_each_change(options, news)
        return 0
    try:
        server = Server(options.output, options.port, news)
    except OSError as error:
        print(_no_port(options.port, error))
        return 1
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"预览：{server.address}  （按 Ctrl+C 停止）", flush=True)
        _build_at_each_change(options, news)
    return 0


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"端口写的是“{text}”，要写 1024 到 {LAST_PORT} 之间的数字")
    return int(text)


def _no_port(port: int, error: OSError) -> str:
    another = "换一个端口，例如 make serve PORT=8001。"
    if error.errno == errno.EADDRINUSE:
        return f"端口 {port} 已被占用：可能已经开着一个预览。{another}"
    return f"端口 {port} 用不了（{error.strerror}）。{another}"


def _build_at_each_change(options: argparse.Namespace, news: News) -> None:
    """Build now and after every change, until Ctrl+C."""
    words = ["--content", options.content, "--output", options.output, "--conf", options.conf, *options.build]
    watched, seen = _watched(options.content, options.conf), _without_output(options.output)
    with NextBuild(options.conf, list(map(str, words))) as build:
        news.tell(_told(build.run()))
        for changes in watch(*watched, watch_filter=seen, step=STEP):
            if any(path.endswith(".py") for _, path in changes):
                build.start_anew()
            news.tell(_told(build.run()))


def _told(built: Built) -> str:
    """Shown to whoever started the preview. What went wrong, or nothing."""
    print(built.said, end="", flush=True)
    return built.problems


def _watched(content: Path, conf: Path) -> Iterable[Path]:
    beside = [conf.absolute().parent / name for name in WATCHED_BESIDE_CONF]
    confs = conf.absolute().parent.glob("*conf.py")
    return [content.absolute(), *(folder for folder in beside if folder.is_dir()), *confs]


def _without_output(output: Path) -> DefaultFilter:
    """Editors' own files and ours do not count as changes."""
    return DefaultFilter(ignore_paths=[output.absolute()], ignore_entity_patterns=(r"\.sw.$", r"~$", r"^\.#"))
