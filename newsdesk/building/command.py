"""`newsdesk build`: content/ -> check, then Pelican -> output/. The only room that starts both."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from newsdesk.building.delivery import deliver
from newsdesk.building.pelican_run import SiteError, run_pelican
from newsdesk.building.plan import DeliveryPlan
from newsdesk.checking.articles import Checked
from newsdesk.checking.command import check_folder, no_folder, shown, summary

HELP = "检查全部稿件，没有问题就生成整个网站"
STALE = 3600
"""Seconds after which a site left aside by a killed build is no longer being made."""


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
        return _stopped(problem)
    checked = check_folder(options.content)
    if checked.problems:
        return _stopped(summary(checked), _nothing_built(options.output))
    try:
        with _site_aside(options.store) as site:
            _build(options, site, checked)
            delivery = deliver(site, options.output, _record(options.store, options.output))
    except SiteError as error:
        return _stopped(str(error), _nothing_built(options.output))
    print(_report(checked, delivery, options.output, time.monotonic() - started))
    return 0


def _build(options: argparse.Namespace, site: Path, checked: Checked) -> None:
    """Pelican's site in `site`. Raises SiteError where it is not whole."""
    arguments = [str(options.content), "-o", str(site), "-s", str(options.conf), *options.pelican]
    arguments += ["--relative-urls"] * options.relative_urls + ["--debug"] * options.debug
    with contextlib.redirect_stdout(sys.stderr if options.debug else io.StringIO()):
        read = run_pelican(arguments)
    stories = [Path(story.source.path) for story in checked.stories]
    lost = [path for path in stories if path.resolve() not in read]
    if lost:
        lines = [f"{path}:1: 这篇稿件没有被排进网站" for path in lost]
        raise SiteError("\n".join([*lines, "请把这几行发给维护网站的人。"]))
    dead = [it.problem() for it in checked.pointers if not _is_built(site, it.address)]
    if dead:
        raise SiteError(summary(Checked(checked.stories, tuple(dead))))


def _is_built(site: Path, address: str) -> bool:
    return (site / address / "index.html").is_file() or (site / address).is_file()


def _stopped(*words: str) -> int:
    print(*words, sep="\n", file=sys.stderr)
    return 1


def _nothing_built(output: Path) -> str:
    if output.is_dir():
        return f"网站没有更新，“{shown(output)}”里还是上一次的。"
    return "网站没有生成。"


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
    return ""


@contextlib.contextmanager
def _site_aside(store: Path) -> Iterator[Path]:
    """A new folder for the site while it is being made; gone afterwards, whatever happens."""
    store.mkdir(parents=True, exist_ok=True)
    for left in store.glob("site-*"):
        if time.time() - left.stat().st_mtime > STALE:
            shutil.rmtree(left, ignore_errors=True)
    site = Path(tempfile.mkdtemp(prefix="site-", dir=store))
    try:
        yield site
    finally:
        shutil.rmtree(site, ignore_errors=True)


def _record(store: Path, output: Path) -> Path:
    """Where the list of what we put into `output` is kept."""
    return (
        store
        / "delivered"
        / f"{hashlib.blake2b(str(output.resolve()).encode(), digest_size=8).hexdigest()}.txt"
    )


def _report(checked: Checked, delivery: DeliveryPlan, output: Path, seconds: float) -> str:
    pages = sum(path.endswith(".html") for path in (*delivery.send, *delivery.unchanged))
    removed = f"，删去 {len(delivery.remove)} 个" if delivery.remove else ""
    return (
        f"网站已生成到 {shown(output)}：{len(checked.stories)} 篇稿件和页面，{pages} 个网页；"
        f"更新 {len(delivery.send)} 个文件{removed}；用时 {seconds:.1f} 秒。"
    )
