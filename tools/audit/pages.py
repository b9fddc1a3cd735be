"""A built folder -> the pages that stand for it: the home page, and the richest article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import html

from tools.audit.needs import AuditError


@dataclass(frozen=True)
class AuditedPage:
    """One page; `name` heads its column of the table, `address` is its path below the site's root."""

    name: str
    address: str
    file: Path


def chosen(folder: Path) -> tuple[AuditedPage, ...]:
    """The home page, and of the articles with a picture the one with the most contents links."""
    home = page_at(folder, "", "home")
    articles = [(richness(file.read_bytes()), file) for file in sorted(folder.rglob("*.html"))]
    best = max(articles, key=lambda article: article[0])  # the first of equals
    if not any(best[0]):
        raise AuditError(f"no page below {folder} has an <article> with a picture or a table of contents")
    return home, page_at(folder, _address(folder, best[1]), "article")


def page_at(folder: Path, address: str, name: str = "") -> AuditedPage:
    """The page at `address` (`news/2026/spring-fair/`)."""
    place = address.lstrip("/")
    file = folder / place
    if place in ("", ".") or place.endswith("/"):
        file /= "index.html"
    if not file.is_file():
        raise AuditError(f"{file} is missing: run `make html` first, or name the built folder with --output")
    return AuditedPage(name or place, place, file)


def richness(page: bytes) -> tuple[bool, int]:
    """(has a picture in its article, links in its contents); (False, 0) for a page that is no article."""
    tree = html.fromstring(page)
    if tree.find(".//meta[@property='og:type'][@content='article']") is None:
        return False, 0
    contents = (nav for nav in tree.iter("nav") if "toc" in nav.get("class", "").split())
    return tree.find(".//article//img") is not None, sum(len(nav.findall(".//a")) for nav in contents)


def _address(folder: Path, file: Path) -> str:
    return file.relative_to(folder).as_posix().removesuffix("index.html")
