"""content/ -> the sample site, built once per test run with the staff's command, and its pages."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import html

from pelicanconf import ROOT


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file; `address` is its path below the site's root (`news/2026/spring-fair/`)."""

    address: str
    file: Path

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.file.read_bytes())

    @cached_property
    def ids(self) -> list[str]:
        return [str(node.get("id")) for node in self.tree.iter() if node.get("id") is not None]

    @property
    def is_listed(self) -> bool:
        """A hidden story and 404 are on no list and in no sitemap."""
        return self.address != "404.html" and self.tree.find(".//meta[@name='robots']") is None

    @property
    def is_article(self) -> bool:
        return self.tree.find(".//meta[@property='og:type'][@content='article']") is not None


def built_once(run: Path) -> Path:
    """The site, built below `run`, the folder of this test run. Who asks first builds; the others wait."""
    site, done = run / "sample-site", run / "sample-site.done"
    with (run / "sample-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            _build(site, run / "sample-store")
            done.touch()
    return site


def _build(site: Path, store: Path) -> None:
    command = [sys.executable, "-m", "newsdesk", "build", "--output", str(site), "--store", str(store)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"the sample site does not build:\n{done.stdout}\n{done.stderr}"


def pages_of(site: Path) -> dict[str, BuiltPage]:
    """Every page of the site by its address."""
    files = sorted(site.rglob("*.html"))
    addresses = [file.relative_to(site).as_posix().removesuffix("index.html") for file in files]
    return {address: BuiltPage(address, file) for address, file in zip(addresses, files, strict=True)}
