"""`newsdesk related`: a story -> why each other story is below it, or is not. Nothing is built."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from pathlib import Path, PurePosixPath
from typing import cast

from article.address import PAGES, address_of
from article.wishes import wish
from newsdesk.building.command import refusal
from newsdesk.building.turn import one_at_a_time
from newsdesk.relating.told import Explained, told

HELP = "说明一篇稿件下面的“相关新闻”是怎么选出来的"
ROWS = 15


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("story", metavar="稿件", help="稿件的文件或网址，例如 content/news/2026/fair.md")
    parser.add_argument("--all", action="store_true", help=f"列出全部候选（默认前 {ROWS} 篇）")
    parser.add_argument("--content", type=Path, default=Path("content"), help="稿件文件夹（默认 content）")
    parser.add_argument("--output", type=Path, default=Path("output"), help="网站在哪里（默认 output）")
    parser.add_argument(
        "--conf", type=Path, default=Path("pelicanconf.py"), help="网站设置（默认 pelicanconf.py）"
    )
    parser.add_argument(
        "--store", type=Path, default=Path(".build"), help="两次生成之间记东西的文件夹（默认 .build）"
    )


def run(options: argparse.Namespace) -> int:
    problem = refusal(options.content, options.output, options.conf)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    from newsdesk.building.pelican_run import SiteError  # loads Pelican, which a refusal needs not

    slug = slug_of(options.story, options.content)
    try:
        with one_at_a_time(options.store, lambda: print("另一次生成还没完，等它做完……", file=sys.stderr)):
            found = _asked(options, slug)
    except SiteError as error:
        print(error, file=sys.stderr)
        return 1
    if found is None:
        print(_unknown(slug, options.content), file=sys.stderr)
        return 1
    print(told(found, slug, len(found.candidates) if options.all else ROWS))
    return 0


def slug_of(written: str, content: Path) -> str:
    """A file, its place below content/ or an address, also one from a browser -> the address without
    slashes at its ends."""
    file, top = Path(written).resolve(), content.resolve()
    if file.is_relative_to(top):
        return address_of(PurePosixPath(file.relative_to(top))).strip("/")
    meant = wish(written) or wish(f"/{written}")
    return meant.slug if meant else written.strip("/")


def _unknown(slug: str, content: Path) -> str:
    if (content / PAGES / f"{slug}.md").is_file():
        return f"“/{slug}/”是页面，不是稿件；只有稿件下面有“相关新闻”。"
    if (content / f"{slug}.md").is_file():
        return f"“/{slug}/”下面没有“相关新闻”：网站设置里关掉了（RELATED），或者还没有发布过稿件。"
    return f"没有“/{slug}/”这篇稿件。请写稿件的文件或网址，例如 content/news/2026/fair.md。"


def _asked(options: argparse.Namespace, slug: str) -> Explained | None:
    """What the build knows, from what it keeps: only stories that changed are read."""
    from newsdesk.building.pelican_run import ask_pelican

    arguments = [str(options.content), "-o", str(options.output), "-s", str(options.conf)]
    given = {
        "BUILD_STORE": str(options.store.resolve()),
        "BUILD_FOR": str(options.output.resolve()),
        "BUILD_ASKED": slug,
    }
    with contextlib.redirect_stdout(io.StringIO()):
        return cast(Explained | None, ask_pelican(arguments, given, "RELATED_EXPLAINED"))
