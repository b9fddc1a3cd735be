"""`newsdesk build`: content/ -> check, then Pelican -> output/. The only module that starts both."""

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

import pelican
from pelican import signals

from newsdesk.building.delivery import deliver
from newsdesk.building.plan import DeliveryPlan
from newsdesk.checking.articles import Checked
from newsdesk.checking.command import check_folder, shown, summary

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
    refusal = _refusal(options.content, options.output, options.conf)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    checked = check_folder(options.content)
    if checked.problems:
        print(summary(checked), file=sys.stderr)
        print(f"网站没有生成，“{shown(options.output)}”里还是上一次的。", file=sys.stderr)
        return 1
    with _site_aside(options.store) as site:
        missing = _run_pelican(options, site, checked)
        if missing is None:
            print(f"生成网站时出错（见上面几行），“{shown(options.output)}”里还是上一次的。", file=sys.stderr)
            return 1
        if missing:
            print("\n".join(f"{path}:1: 这篇稿件没有被排进网站" for path in missing), file=sys.stderr)
            print("请把这几行发给维护网站的人；网站没有更新。", file=sys.stderr)
            return 1
        delivery = deliver(site, options.output, _record(options.store, options.output))
    print(_report(checked, delivery, options.output, time.monotonic() - started))
    return 0


def _refusal(content: Path, output: Path, conf: Path) -> str:
    """Why the build cannot begin, or nothing."""
    source, target = content.resolve(), output.resolve()
    if not source.is_dir():
        return f"找不到稿件文件夹“{content}”。请在网站的文件夹里运行，或写明 INPUTDIR=稿件文件夹。"
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


def _run_pelican(options: argparse.Namespace, site: Path, checked: Checked) -> list[Path] | None:
    """Run Pelican into `site`. The stories it left out, or None where it stopped with an error."""
    read: set[Path] = set()

    def note_what_was_read(generators: list[object]) -> None:
        for generator in generators:
            for kind in ("articles", "hidden_articles", "drafts", "pages", "hidden_pages", "draft_pages"):
                read.update(Path(it.source_path).resolve() for it in getattr(generator, kind, ()))

    arguments = [str(options.content), "-o", str(site), "-s", str(options.conf)]
    arguments += ["--fatal", "errors", "--log-handler", "plain", *options.pelican]
    arguments += ["--relative-urls"] * options.relative_urls + ["--debug"] * options.debug
    with signals.all_generators_finalized.connected_to(note_what_was_read):
        try:
            with contextlib.redirect_stdout(sys.stderr if options.debug else io.StringIO()):
                pelican.main(arguments)
        except SystemExit as stop:
            if stop.code:
                return None
    paths = [Path(story.source.path) for story in checked.stories]
    return [path for path in paths if path.resolve() not in read]


def _report(checked: Checked, delivery: DeliveryPlan, output: Path, seconds: float) -> str:
    pages = sum(path.endswith(".html") for path in (*delivery.send, *delivery.unchanged))
    removed = f"，删去 {len(delivery.remove)} 个" if delivery.remove else ""
    return (
        f"网站已生成到 {shown(output)}：{len(checked.stories)} 篇稿件和页面，{pages} 个网页；"
        f"更新 {len(delivery.send)} 个文件{removed}；用时 {seconds:.1f} 秒。"
    )
