"""`newsdesk why`: a file of the site -> why the last build made it anew, or did not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from newsdesk.building.last import name_of, read_last
from newsdesk.building.why import Made, read_made
from newsdesk.checking.stamps import shown
from newsdesk.explaining.words import sentences

HELP = "说明一个网页为什么重新做了，或没有重新做"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="网页的文件或地址，例如 output/news/2026/fair/index.html")
    parser.add_argument("--output", type=Path, default=Path("output"), help="网站生成在哪里（默认 output）")
    parser.add_argument(
        "--store", type=Path, default=Path(".build"), help="两次生成之间记东西的文件夹（默认 .build）"
    )


def run(options: argparse.Namespace) -> int:
    key = name_of(options.output)
    made = read_made(options.store / f"why-{key}.json")
    if made is None:
        print(
            f"还没有“{shown(options.output)}”这个网站的生成记录。请先运行 make html，再问一次。",
            file=sys.stderr,
        )
        return 1
    names = {it[0] for it in read_last(options.store / f"last-{key}.json").outputs}
    name = _name(options.file, options.output, names | made.reasons.keys())
    if not name:
        print(
            f"网站里没有“{options.file}”。要写网站里的一个文件或它的地址，"
            f"例如 {shown(options.output)}/index.html。",
            file=sys.stderr,
        )
        return 1
    print("\n".join(_told(name, made)))
    return 0


def _name(asked: str, output: Path, names: set[str]) -> str:
    """The place below the output folder of what was asked for, "" where the site has no such file."""
    path = Path(asked)
    address = urlsplit(unquote(asked))
    if not (address.path or address.netloc):
        return ""
    places = [address.path.strip("/")]
    if path.resolve().is_relative_to(output.resolve()):
        places.insert(0, path.resolve().relative_to(output.resolve()).as_posix())
    tries = [it for place in places for it in (place, f"{place}/index.html".removeprefix("./").lstrip("/"))]
    return next((it for it in tries if it in names), "")


def _told(name: str, made: Made) -> list[str]:
    """The answer, and the reasons below it."""
    if name in made.reasons or made.everything:
        why = sentences(made.reasons.get(name, ()))
        lines = [f"这次全部重新生成：{made.everything}"] if made.everything else []
        lines += [] if made.everything and why == sentences([("new",)]) else why
        return [f"{name} 在最近一次有改动的生成中重新做了，因为：", *(f"  - {it}" for it in lines)]
    if name in made.copied:
        return [f"{name} 是照原样放进网站的文件，最近一次有改动的生成更新了它。"]
    return [f"{name} 没有重新做：做成它的东西，在最近一次有改动的生成中都没有变。"]
