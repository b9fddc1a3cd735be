"""content/ -> check, then Pelican -> output/: what there is to do once something has changed."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from newsdesk.building.delivery import deliver, files_below
from newsdesk.building.last import LastBuild, lying, name_of, write_last
from newsdesk.building.pelican_run import Run, SiteError, run_pelican
from newsdesk.building.plan import DeliveryPlan
from newsdesk.building.surroundings import Given
from newsdesk.building.why import Made, write_made
from newsdesk.checking.articles import Checked
from newsdesk.checking.command import check_folder, summary
from newsdesk.checking.memory import Stamp
from newsdesk.checking.stamps import shown
from newsdesk.checking.targets import Pointer


def build_site(
    options: argparse.Namespace,
    last: LastBuild,
    given: Given,
    stamps: Mapping[str, Stamp],
    file: Path,
    told: Mapping[str, object],
) -> int:
    """`last` is what the last build saw, nothing where its code was another; `file` keeps what this one
    sees. `stamps` are those of the files below content/, `told` settings for plugins.build_cache (its README
    says what they are)."""
    started = time.monotonic()
    checked = check_folder(options.content, last.right, stamps)
    if checked.problems:
        return _stopped(summary(checked), _nothing_built(options.output))
    checked = checked.without_texts()
    try:
        with _site_aside(options.store) as site:
            ran = _build(options, site, checked, last, told)
            record = options.store / "delivered" / f"{name_of(options.output)}.txt"
            delivery = deliver(site, options.output, record, ran.kept)
    except SiteError as error:
        return _stopped(str(error), _nothing_built(options.output))
    if ran.site:
        ran.site.delivered()
        if ran.site.why_everything:
            print(f"这次全部重新生成：{ran.site.why_everything}。", file=sys.stderr)
    made = _made(ran, delivery)
    if made.everything or made.reasons or made.copied or delivery.remove:
        write_made(options.store / f"why-{name_of(options.output)}.json", made)
    write_last(file, _seen(options, last, checked, ran, delivery, given))
    print(_report(checked, delivery, options.output, time.monotonic() - started))
    return 0


def _build(
    options: argparse.Namespace, site: Path, checked: Checked, last: LastBuild, told: Mapping[str, object]
) -> Run:
    """Pelican's site in `site`, without what it kept. Raises SiteError where it is not whole."""
    arguments = [str(options.content), "-o", str(site), "-s", str(options.conf), *options.pelican]
    arguments += ["--relative-urls"] * options.relative_urls + ["--debug"] * options.debug
    with contextlib.redirect_stdout(sys.stderr if options.debug else io.StringIO()):
        places = {"BUILD_STORE": str(options.store.resolve()), "BUILD_FOR": str(options.output.resolve())}
        ran = run_pelican(arguments, {**places, **told})
    if ran.is_same_site:
        ran = replace(ran, read=frozenset(checked.places), kept=last.names - files_below(site))
    lost = sorted({*checked.places} - ran.read)
    if lost:
        lines = [f"{shown(options.content / place)}:1: 这篇稿件没有被排进网站" for place in lost]
        raise SiteError("\n".join([*lines, "请把这几行发给维护网站的人。"]))
    dead = [it.problem() for it in _dead(options.content, site, ran, checked)]
    if dead:
        raise SiteError(summary(Checked(checked.stories, tuple(dead))))
    return ran


def _dead(content: Path, site: Path, ran: Run, checked: Checked) -> Iterator[Pointer]:
    """Links to places that the site turned out not to have."""
    top = str(site)

    def is_built(address: str) -> bool:
        names = (f"{address}/index.html", address)
        return any(name in ran.kept or os.path.isfile(f"{top}/{name}") for name in names)

    yield from (it for it in checked.pointers if not is_built(it.address))
    for place in checked.passed:
        for line, address in checked.right[place].pointers:
            if not is_built(address):
                yield Pointer(shown(content / place), line, address)


def _made(ran: Run, delivery: DeliveryPlan) -> Made:
    """What `newsdesk why` tells."""
    if ran.site is None:
        return Made("这个网站用的是 Pelican 自己的生成方式")
    reasons = ran.site.reasons
    return Made(ran.site.why_everything, reasons, frozenset(delivery.send) - reasons.keys())


def _stopped(*words: str) -> int:
    print(*words, sep="\n", file=sys.stderr)
    return 1


def _nothing_built(output: Path) -> str:
    if output.is_dir():
        return f"网站没有更新，“{shown(output)}”里还是上一次的。"
    return "网站没有生成。"


@contextlib.contextmanager
def _site_aside(store: Path) -> Iterator[Path]:
    """A new folder for the site while it is being made; gone afterwards, whatever happens."""
    store.mkdir(parents=True, exist_ok=True)
    for left in store.glob("site-*"):  # of a build that was killed: only one runs at a time
        shutil.rmtree(left, ignore_errors=True)
    site = Path(tempfile.mkdtemp(prefix="site-", dir=store))
    try:
        yield site
    finally:
        shutil.rmtree(site, ignore_errors=True)


def _seen(
    options: argparse.Namespace,
    last: LastBuild,
    checked: Checked,
    ran: Run,
    delivery: DeliveryPlan,
    given: Given,
) -> LastBuild:
    follows = ran.site and ran.site.follows
    known = tuple(it for it in last.outputs if it[0] in ran.kept) if follows else ()
    new = {*delivery.send, *delivery.unchanged} - {it[0] for it in known}
    return LastBuild(
        given=given.all_of_it(ran.theme) if ran.site else "",
        code=given.code,
        state=ran.site.state if ran.site else "",
        ahead=ran.site.loads_ahead if ran.site else (),
        theme=ran.theme,
        right=checked.right,
        outputs=(*known, *lying(options.output, frozenset(new))),
        next_due=ran.site.next_due if ran.site else 0,
        stories=len(checked.places),
        pages=_pages(delivery),
    )


def _pages(delivery: DeliveryPlan) -> int:
    return sum(path.endswith(".html") for path in (*delivery.send, *delivery.unchanged))


def _report(checked: Checked, delivery: DeliveryPlan, output: Path, seconds: float) -> str:
    removed = f"，删去 {len(delivery.remove)} 个" if delivery.remove else ""
    return (
        f"网站已生成到 {shown(output)}：{len(checked.places)} 篇稿件和页面，{_pages(delivery)} 个网页；"
        f"更新 {len(delivery.send)} 个文件{removed}；用时 {seconds:.1f} 秒。"
    )
