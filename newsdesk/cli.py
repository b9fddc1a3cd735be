"""The words of a command line -> the command that staff asked for. A new command is one line in COMMANDS."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Protocol, cast

COMMANDS = {
    "import": "newsdesk.importing.command",
    "new": "newsdesk.writing.command",
    "check": "newsdesk.checking.command",
    "build": "newsdesk.building.command",
    "serve": "newsdesk.serving.command",
    "related": "newsdesk.relating.command",
    "why": "newsdesk.explaining.command",
}
"""Each command's module; only the one that is asked for is loaded with all that it needs."""


READER_GONE = 141
"""The exit code of a program whose reader has gone, as shells give it."""


class Command(Protocol):
    """What a command's module offers."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 when all is well, 1 when something must be mended."""
    if arguments is None:
        _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Chinese must come out whole whatever the terminal's locale says
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        known = bool(words) and words[0] in COMMANDS
        result = _run(words[0], words[1:]) if known else _overview(words)
        sys.stdout.flush()
        return result
    except BrokenPipeError:  # `newsdesk … | head` has read enough
        _close_pipe()
        return READER_GONE
    except KeyboardInterrupt:
        sys.stderr.write("\n已停下。\n")
        return 130
    except OSError as error:
        sys.stderr.write(f"{_of_system(error)}\n")
        return 1


def _close_pipe() -> None:
    """What is still to be written goes nowhere, so that Python does not complain at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _speak_utf8() -> None:
    """Start anew in Python's UTF-8 mode where the locale's own encoding cannot hold a Chinese file name."""
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _run(name: str, words: list[str]) -> int:
    command = cast(Command, import_module(COMMANDS[name]))
    parser = _ChineseParser(prog=f"newsdesk {name}", description=command.HELP, add_help=False)
    parser.add_argument("-h", "--help", action="help", help="显示这段说明")
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


def _of_system(error: OSError) -> str:
    """What the system refused, in words; whatever was half done is safe, since files appear whole or not."""
    place = f"“{error.filename}”" if error.filename else "一个文件或文件夹"
    if isinstance(error, PermissionError):
        return f"没有权限读或写{place}。请换一个文件夹，或请管理员打开它的权限，再运行一次。"
    if error.errno == errno.ENOSPC:
        return f"磁盘满了，{place}没有写成。请清出一些空间，再运行一次。"
    return f"读或写{place}没有成功（{error.strerror or error}）。请核对它的位置和磁盘，再运行一次。"


def _overview(words: list[str]) -> int:
    asked = words in ([], ["-h"], ["--help"], ["help"])
    lines = [] if asked else [f"没有“{words[0]}”这个命令。", ""]
    lines += ["用法：newsdesk 命令 [选项]，“newsdesk 命令 --help” 看这个命令的说明", ""]
    lines += [f"  {name:<8} {cast(Command, import_module(module)).HELP}" for name, module in COMMANDS.items()]
    (sys.stdout if asked else sys.stderr).write("\n".join(lines) + "\n")
    return 0 if asked else 2


class _ChineseParser(argparse.ArgumentParser):
    """argparse with the two sentences that staff meet most in Chinese."""

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        text = super().format_help().replace("usage:", "用法：", 1)
        return text.replace("positional arguments:", "要写的：", 1).replace("options:", "可选的：", 1)

    def error(self, message: str) -> None:  # type: ignore[override]  # argparse says NoReturn; exit() never returns
        for english, chinese in _ERRORS.items():
            message = message.replace(english, chinese)
        self.exit(2, f"{self.format_usage()}命令写得不对：{message}\n想看说明，请运行 {self.prog} --help\n")


_ERRORS = {
    "the following arguments are required:": "还缺",
    "unrecognized arguments:": "不认识",
    "expected one argument": "后面要写一个值",
    "expected at least one argument": "后面至少要写一个值",
    "invalid int value:": "要写数字，不能是",
    "argument ": "选项 ",
}
