"""A page of a built site -> its parts, by selectors of tags and classes, and where its links lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import html

from tests.plugins.pelican_site import Built

OTHER_SITES = ("https://example.com/", "tel:")


def page(built: Built, path: str) -> html.HtmlElement:
    return html.fromstring(built.text(path))


def pages(built: Built) -> Iterator[tuple[Path, html.HtmlElement]]:
    for file in sorted(built.output.rglob("*.html")):
        yield file, html.fromstring(file.read_text(encoding="utf-8"))


def find(element: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """`nav.toc a`: each part is a tag, a class or both, below the part before it."""
    path = "."
    for part in selector.split():
        tag, _, name = part.partition(".")
        path += f"//{tag or '*'}"
        path += f"[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]" if name else ""
    found: list[html.HtmlElement] = element.xpath(path)
    return found


def texts(element: html.HtmlElement, selector: str) -> list[str]:
    return [" ".join(it.text_content().split()) for it in find(element, selector)]


def attributes(element: html.HtmlElement, selector: str, name: str) -> list[str | None]:
    return [it.get(name) for it in find(element, selector)]


def addresses(document: html.HtmlElement) -> list[str]:
    """All that a page links to or fetches; the canonical address is a name, not a link."""
    found: list[str] = document.xpath("//a/@href | //link[not(@rel='canonical')]/@href | //*/@src")
    return found


def leads_somewhere(address: str, file: Path, output: Path, start: str | None) -> bool:
    """Whether `address` on the page `file` is a file of the site, and its #mark an id there.

    Every address starts with `start` (SITEURL), or, where that is None, at the page's own folder.
    """
    path, _, mark = address.partition("#")
    if path.startswith(OTHER_SITES):
        return True
    if path and start is not None and not path.startswith(f"{start}/"):
        return False
    place = unquote(path.partition("?")[0])
    target = file.parent / place if start is None else output / place.removeprefix(start).lstrip("/")
    if path.endswith("/"):
        target /= "index.html"
    target = target if path else file
    return target.is_file() and (not mark or f'id="{unquote(mark)}"' in target.read_text(encoding="utf-8"))
